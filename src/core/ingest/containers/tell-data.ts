import type { DecodeBytes, RawFile } from "./container.ts";
import { decodeText } from "./decode-text.ts";
import { sniffFormat } from "./sniff-format.ts";

/** Formats of maps and tables that are not read here; other known formats are pictures and papers. */
const UNREAD_DATA: ReadonlySet<string> = new Set([
  "Access (MDB)",
  "7z",
  "DWG",
  "DXF",
  "GML",
  "GPX",
  "MapInfo",
  "OpenStreetMap XML",
  "RAR",
]);

/** Endings that promise data: whatever such a file holds, its reader says what is wrong with it. */
const PROMISED = /\.(?:geojsonl?|geojsons|json|ndjson|jsonl|csv|tsv|tab)$/i;

/** How much of a text is looked at, bytes. */
const HEAD = 20_000;

function holdsText(bytes: Uint8Array, decode: DecodeBytes): boolean {
  const { text, encoding } = decodeText(bytes.subarray(0, HEAD), decode);
  const start = text.trimStart()[0] ?? "";
  if ("{[\u001e".includes(start)) return true;
  const isBinary = !encoding.startsWith("utf-16") && text.includes("\0");
  return !isBinary && text.split("\n").filter((line) => /[,;\t]/.test(line)).length >= 2;
}

/** Whether a file holds a map or a table, read here or not, rather than anything else. */
export function holdsData(file: RawFile, decode: DecodeBytes): boolean {
  if (PROMISED.test(file.name)) return true;
  const format = sniffFormat(file);
  if (typeof format === "object") return UNREAD_DATA.has(format.unsupported);
  if (format !== "text" && format !== "table-text") return true;
  return holdsText(file.bytes, decode);
}

/** Folder of a File Geodatabase that a path lies in, or null. */
export function geodatabaseOf(path: string): string | null {
  return /^(?:.*\/)?[^/]+\.gdb(?=\/)/i.exec(path)?.[0] ?? null;
}
