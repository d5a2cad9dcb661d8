/// <reference path="./shpjs.d.ts" />
import type { Geometry } from "geojson";
import { parseDbf, parseShp } from "shpjs";
import type { Note } from "../note.ts";
import type { Cell } from "../table/table.ts";
import type { DecodeBytes, Encoding, Extract, RawFile } from "./container.ts";
import { MAX_ROWS } from "./container.ts";
import { looksUtf8 } from "./decode-text.ts";
import { systemOfWkt } from "./read-wkt-system.ts";

/** The files of one shapefile. */
interface ShapefileParts {
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array | null;
  readonly prj: Uint8Array | null;
  readonly cpg: Uint8Array | null;
}

const HEADER = 100;
/** Parts of one shape beyond which its rings are not sorted out (the time grows with the square). */
const MAX_PARTS = 5000;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Start and length of every record, the 8 bytes of its header included; ends where they do. */
function listRecords(view: DataView): [number, number][] {
  const records: [number, number][] = [];
  for (let at = HEADER; at + 8 <= view.byteLength && records.length < MAX_ROWS; ) {
    const length = view.getInt32(at + 4) * 2 + 8;
    if (length < 8 || at + length > view.byteLength) break;
    records.push([at, length]);
    at += length;
  }
  return records;
}

function partCount(view: DataView, [at, length]: readonly [number, number]): number {
  const isParted = length >= 52 && [3, 5, 13, 15, 23, 25].includes(view.getInt32(at + 8, true));
  return isParted ? view.getInt32(at + 44, true) : 0;
}

/** One record behind the file's header, as a file of its own. */
function loneRecord(shp: Uint8Array, [at, length]: readonly [number, number]): DataView {
  const bytes = new Uint8Array(HEADER + length);
  bytes.set(shp.subarray(0, HEADER));
  bytes.set(shp.subarray(at, at + length), HEADER);
  const view = viewOf(bytes);
  const type = length >= 12 ? view.getInt32(HEADER + 8, true) : 0;
  if (type !== 0) view.setInt32(32, type, true);
  return view;
}

/** The library adds the box of the record, which nobody checks. */
function withoutBox(geometry: Geometry | null): Geometry | null {
  if (geometry === null) return null;
  const { bbox: _bbox, ...rest } = geometry;
  return rest as Geometry;
}

function tryParse(view: DataView): (Geometry | null)[] | null {
  try {
    return parseShp(view).map(withoutBox);
  } catch {
    return null;
  }
}

/** Shapes in file order; a damaged one is `broken`, the rest is kept. */
function readShapes(shp: Uint8Array): { shapes: (Geometry | null)[]; broken: number } {
  const view = viewOf(shp);
  const records = listRecords(view);
  const tame = records.every((record) => partCount(view, record) <= MAX_PARTS);
  const whole = tame && records.length < MAX_ROWS ? tryParse(view) : null;
  if (whole !== null && whole.length === records.length) return { shapes: whole, broken: 0 };
  let broken = 0;
  const shapes = records.map((record) => {
    const parsed = partCount(view, record) > MAX_PARTS ? null : tryParse(loneRecord(shp, record));
    if (parsed === null || parsed.length !== 1) broken += 1;
    return parsed?.[0] ?? null;
  });
  return { shapes, broken };
}

/** Language drivers (byte 29 of the table) that mean GBK. */
const GBK_DRIVERS: ReadonlySet<number> = new Set([0x4d, 0x7a]);

function encodingOf(parts: ShapefileParts, decode: DecodeBytes): { name: string; said: boolean } {
  const page = parts.cpg === null ? "" : decode(parts.cpg, "utf-8", false).trim().toUpperCase();
  if (/^(?:UTF-?8|65001)/.test(page)) return { name: "utf-8", said: true };
  if (/(?:GBK|GB2312|GB18030|936|CHINESE)/.test(page)) return { name: "gb18030", said: true };
  if (page !== "") return { name: page, said: true };
  const { dbf } = parts;
  if (dbf !== null && GBK_DRIVERS.has(dbf[29])) return { name: "gb18030", said: true };
  const guess: Encoding = dbf === null ? "utf-8" : guessTable(dbf, decode);
  return { name: guess, said: false };
}

/** Bytes of records looked at for their encoding. */
const SAMPLE = 400_000;

/** UTF-8 or GBK by the records, or by the column names when the records are plain ASCII. */
function guessTable(dbf: Uint8Array, decode: DecodeBytes): Encoding {
  const start = viewOf(dbf).getUint16(8, true);
  const records = dbf.subarray(start, start + SAMPLE);
  const telling = records.some((byte) => byte > 127) ? records : dbf.subarray(32, start);
  return looksUtf8(telling, decode) ? "utf-8" : "gb18030";
}

/** The table with a count that its bytes can hold, so that a lie costs no time. */
function boundTable(dbf: Uint8Array): DataView {
  const copy = dbf.slice();
  const view = viewOf(copy);
  const [headerLength, recordLength] = [view.getUint16(8, true), view.getUint16(10, true)];
  const held = Math.floor(Math.max(0, dbf.length - headerLength + 1) / Math.max(1, recordLength));
  const count = Math.min(view.getUint32(4, true), held, MAX_ROWS);
  view.setUint32(4, count, true);
  return view;
}

function writeDay(date: Date): string | null {
  const year = date.getFullYear();
  if (!Number.isFinite(year)) return null;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function plainValue(value: unknown): unknown {
  if (value instanceof Date) return writeDay(value);
  if (typeof value === "number" && !Number.isFinite(value)) return null;
  return typeof value === "string" ? value.replace(/\ufffd+$/, "") : value;
}

/** Names cut to 10 bytes may end in half a character. */
function plainRecord(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key.replace(/\ufffd+$/, "").trim(),
      plainValue(value),
    ]),
  );
}

/** Records of a dBASE table. @throws when it is none */
function readTable(dbf: Uint8Array, encoding: string): Record<string, unknown>[] {
  if (dbf.length < 33) return [];
  return parseDbf(boundTable(dbf), encoding).map(plainRecord);
}

function safeTable(dbf: Uint8Array, encoding: string): Record<string, unknown>[] | null {
  try {
    return readTable(dbf, encoding);
  } catch {
    return null;
  }
}

/**
 * A shapefile (ESRI white paper of July 1998) by shpjs. Damaged shapes are counted and left out, a
 * missing or damaged table leaves shapes without properties, a count that does not fit is said.
 */
function readShapefile(parts: ShapefileParts, decode: DecodeBytes): Extract {
  const notes: Note[] = [];
  const { shapes, broken } = readShapes(parts.shp);
  if (broken > 0) {
    notes.push({
      severity: "error",
      code: "shapes-broken",
      args: { n: broken, total: shapes.length },
    });
  }
  const { name: encoding, said } = encodingOf(parts, decode);
  const rows = parts.dbf === null ? null : safeTable(parts.dbf, encoding);
  if (rows === null) notes.push({ severity: "warning", code: "shapefile-no-table", args: {} });
  else if (!said) notes.push({ severity: "info", code: "encoding-guessed", args: { encoding } });
  if (rows !== null && rows.length !== shapes.length) {
    const args = { shapes: shapes.length, rows: rows.length };
    notes.push({ severity: "warning", code: "shapefile-counts-differ", args });
  }
  const crs = parts.prj === null ? null : systemOfWkt(decode(parts.prj, "utf-8", false));
  if (parts.prj === null) notes.push({ severity: "info", code: "shapefile-no-prj", args: {} });
  const features = shapes.map((geometry, i) => ({
    type: "Feature",
    properties: rows?.[i] ?? {},
    geometry,
  }));
  return { layers: [{ kind: "features", layer: null, features, crs }], notes };
}

function companionOf({ companions = [] }: RawFile, ending: string): Uint8Array | null {
  return companions.find(({ name }) => name.toLowerCase().endsWith(ending))?.bytes ?? null;
}

/** A table without shapes is a ledger. */
function readLoneTable({ name, bytes, companions = [] }: RawFile, decode: DecodeBytes): Extract {
  const cpg = companionOf({ name, bytes, companions }, ".cpg");
  const { name: encoding } = encodingOf({ shp: bytes, dbf: bytes, prj: null, cpg }, decode);
  const records = readTable(bytes, encoding);
  const headers = Object.keys(records[0] ?? {});
  const cell = (value: unknown): Cell =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : null;
  const rows = [headers, ...records.map((record) => headers.map((key) => cell(record[key])))];
  return {
    layers: [{ kind: "table", layer: null, sheets: [{ name: "", rows, merges: [] }] }],
    notes: [],
  };
}

/** A shapefile with its companions, or a lone dBASE table. @throws when it is neither */
export function openShapefile(file: RawFile, decode: DecodeBytes): Extract {
  if (/\.dbf$/i.test(file.name)) return readLoneTable(file, decode);
  const parts: ShapefileParts = {
    shp: file.bytes,
    dbf: companionOf(file, ".dbf"),
    prj: companionOf(file, ".prj"),
    cpg: companionOf(file, ".cpg"),
  };
  return readShapefile(parts, decode);
}
