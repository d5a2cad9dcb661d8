import { zipSync } from "fflate";
import type { RawFile } from "./container.ts";

/**
 * The archive of a workbook for SheetJS (0.20.3), with entries as they were inflated here, within a
 * budget: its own inflater goes round in circles on damaged data.
 */
export function packWorkbook(entries: readonly RawFile[]): Uint8Array {
  const parts = Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes]));
  return zipSync(parts, { level: 0, mtime: "1980-01-01T00:00" });
}
