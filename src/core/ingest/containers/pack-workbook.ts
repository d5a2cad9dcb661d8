import { strFromU8, strToU8, zipSync } from "fflate";
import type { RawFile } from "./container.ts";

const TYPES = "[Content_Types].xml";
/** How a binary workbook lists its metadata of dynamic arrays, which hold no value of a cell. */
const METADATA = /<(?:Override|Default)\b[^>]*application\/vnd\.ms-excel\.sheetMetadata[^>]*>/g;

/**
 * The archive of a workbook for SheetJS (0.20.3): entries as they were inflated here, within a budget,
 * as its own inflater goes round in circles on damaged data; and without the metadata of binary
 * workbooks, as it believes the counts in them, and a count that lies fills the memory.
 */
export function packWorkbook(entries: readonly RawFile[]): Uint8Array {
  const parts = entries.map(({ name, bytes }): [string, Uint8Array] =>
    name === TYPES ? [name, strToU8(strFromU8(bytes).replace(METADATA, ""))] : [name, bytes],
  );
  return zipSync(Object.fromEntries(parts), { level: 0, mtime: "1980-01-01T00:00" });
}
