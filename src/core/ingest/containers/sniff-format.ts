import type { HeavyFormat, RawFile } from "./container.ts";

/** What a file is, by its first bytes, then by its name. */
export type FileFormat =
  | HeavyFormat
  | "archive"
  | "gzip"
  | "text"
  | "table-text"
  | "part"
  /** known, but not read here; the name is shown */
  | { readonly unsupported: string };

const SIGNATURES: readonly (readonly [readonly number[], FileFormat])[] = [
  [[0x50, 0x4b, 3, 4], "archive"],
  [[0x50, 0x4b, 5, 6], "archive"],
  [[0x1f, 0x8b], "gzip"],
  [[0xd0, 0xcf, 0x11, 0xe0], "workbook"],
  [[0x09, 0x08, 0x10, 0x00], "workbook"],
  [[0x66, 0x67, 0x62, 0x03], "flatgeobuf"],
  [[0x00, 0x00, 0x27, 0x0a], "shapefile"],
  [[0x25, 0x50, 0x44, 0x46], { unsupported: "PDF" }],
  [[0x41, 0x43, 0x31, 0x30], { unsupported: "DWG" }],
  [[0x52, 0x61, 0x72, 0x21], { unsupported: "RAR" }],
  [[0x37, 0x7a, 0xbc, 0xaf], { unsupported: "7z" }],
  [[0x89, 0x50, 0x4e, 0x47], { unsupported: "PNG" }],
  [[0xff, 0xd8, 0xff], { unsupported: "JPEG" }],
  [[0x49, 0x49, 0x2a, 0x00], { unsupported: "TIFF" }],
  [[0x47, 0x49, 0x46, 0x38], { unsupported: "GIF" }],
  [[0x00, 0x01, 0x00, 0x00, 0x53, 0x74, 0x61, 0x6e], { unsupported: "Access (MDB)" }],
];

const SQLITE = "SQLite format 3\0";

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function ascii(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}

/** XML by what its first elements say. */
const DIALECTS: readonly (readonly [RegExp, FileFormat])[] = [
  [/Excel\.Sheet|urn:schemas-microsoft-com:office:spreadsheet/, "workbook"],
  [/opengis\.net\/(?:gml|wfs)/, { unsupported: "GML" }],
  [/<gpx\b/i, { unsupported: "GPX" }],
  [/<osm\b/i, { unsupported: "OpenStreetMap XML" }],
];

function sniffText(head: string, name: string): FileFormat {
  const start = head.replace(/^[\u00ef\u00bb\u00bf\s\0]+/, "");
  const dialect = start.startsWith("<") ? DIALECTS.find(([mark]) => mark.test(start)) : undefined;
  if (dialect) return dialect[1];
  if (/^(?:<\?xml|<kml|<ov|<folder|<placemark)/i.test(start)) return "kml";
  if (/^(?:<html|<!doctype html|<table)/i.test(start)) return "workbook";
  if (/\.mi[fd]$/i.test(name) || /^!table\b/i.test(start)) return { unsupported: "MapInfo" };
  if (/^0?\s*SECTION/i.test(start) && /\.dxf$/i.test(name)) return { unsupported: "DXF" };
  if (/\.(?:csv|tsv|tab|txt)$/i.test(name)) return "table-text";
  return "text";
}

/** Parts of a shapefile that mean nothing without their `.shp`. */
const PARTS = /\.(?:dbf|prj|cpg|shx|sbn|sbx|qpj|qix|fix|atx|shp\.xml)$/i;

/** Whether a file, by its name, is a part of a shapefile other than its shapes. */
export function isShapefilePart(name: string): boolean {
  return PARTS.test(name);
}

/** The format of a file. Content goes before the name; only text is told apart by its name. */
export function sniffFormat({ name, bytes }: RawFile): FileFormat {
  if (isShapefilePart(name)) return "part";
  const found = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (found) return found[1];
  if (ascii(bytes, SQLITE.length) === SQLITE) return "geopackage";
  const head = ascii(bytes, 800);
  // The head of a shapefile may be damaged; a text under its name is another file renamed.
  if (/\.shp$/i.test(name) && !/^[\u00ef\u00bb\u00bf\s]*[{[<]/.test(head)) return "shapefile";
  return sniffText(head, name);
}
