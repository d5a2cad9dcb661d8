import { CLASS_HEADERS } from "./barrier-classes.ts";
import { CODE_HEADERS } from "./land-classes.ts";
import { type Columns, normalizeHeader } from "./ledger-columns.ts";
import type { Layer } from "./read-layer.ts";
import type { FileReading } from "./world.ts";

/**
 * Headers under which the class of a barrier is looked for, best first, as `plainKeys` leaves them: the
 * one a person named, then the usual ones but for those that a person said mean nothing.
 */
export function classHeadersOf({ columns }: Layer, byHand: FileReading | null): string[] {
  const nothing = Object.entries(byHand?.columns ?? {}).filter(([, field]) => field === "");
  const ignored = new Set(nothing.map(([header]) => normalizeHeader(header).key));
  const usual = [...CLASS_HEADERS, ...CODE_HEADERS].filter((header) => !ignored.has(header));
  const named = columns.get("class")?.header;
  return named === undefined ? usual : [named, ...usual];
}

/** The column of a layer that is read as the class of a barrier; empty where there is none. */
export function classColumnOf(layer: Layer, byHand: FileReading | null): Columns {
  const named = layer.columns.get("class");
  if (named !== undefined) return new Map([["class", named]]);
  const open = layer.headers.filter((header) => !layer.refused.has(header));
  const keys = new Map(open.map((header) => [normalizeHeader(header).key, header]));
  const [header] = classHeadersOf(layer, byHand).flatMap((key) => keys.get(key) ?? []);
  if (header === undefined) return new Map();
  return new Map([["class", { header, unit: "", confidence: 1, by: "alias" }]]);
}
