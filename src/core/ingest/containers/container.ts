import type { Note } from "../note.ts";
import type { Sheet } from "../table/table.ts";

/** A file as it lies on a disk; nothing in it is trusted. */
export interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** files of the same shapefile: `.dbf`, `.prj`, `.cpg` */
  readonly companions?: readonly RawFile[];
}

/** Features of one layer of a container. */
export interface FeatureExtract {
  readonly kind: "features";
  /** name of the layer, or null when the container holds one only */
  readonly layer: string | null;
  readonly features: readonly unknown[];
  /** coordinate system as the container declares it, or null */
  readonly crs: string | null;
}

/** Sheets of one workbook or text table. */
export interface TableExtract {
  readonly kind: "table";
  readonly layer: string | null;
  readonly sheets: readonly Sheet[];
}

/** What came out of one container. */
export interface Extract {
  readonly layers: readonly (FeatureExtract | TableExtract)[];
  readonly notes: readonly Note[];
}

/** Encodings that bureaus' files come in. */
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** Text of bytes; `strict` throws where the bytes are not in that encoding. */
export type DecodeBytes = (bytes: Uint8Array, encoding: Encoding, strict: boolean) => string;

/** The part of SQLite (sql.js) that is used. */
export interface SqlEngine {
  /** an empty database without bytes */
  readonly Database: new (
    bytes?: Uint8Array,
  ) => SqlDatabase;
}

export interface SqlDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): SqlStatement;
  /** bytes of the database file */
  export(): Uint8Array;
  close(): void;
}

export interface SqlStatement {
  bind(values: readonly (string | number | Uint8Array | null)[]): boolean;
  step(): boolean;
  reset(): void;
  get(): unknown[];
  getColumnNames(): string[];
  free(): boolean;
}

/** What opening containers needs from the machine it runs on. */
export interface ContainerHost {
  readonly decode: DecodeBytes;
  /** SQLite as WebAssembly; asked for when a GeoPackage is opened */
  loadSql(): Promise<SqlEngine>;
}

/** Opens one kind of container. Throws on what it cannot read; the caller says so. */
export type ReadContainer = (file: RawFile, decode: DecodeBytes) => Extract;

/** Kinds of container that need a library of their own. */
export type HeavyFormat = "shapefile" | "kml" | "geopackage" | "flatgeobuf" | "workbook";

/** What people call these formats, in either language. */
export const FORMAT_NAMES: Readonly<Record<HeavyFormat, string>> = {
  shapefile: "Shapefile",
  kml: "KML",
  geopackage: "GeoPackage",
  flatgeobuf: "FlatGeobuf",
  workbook: "XLSX/XLS/ODS",
};

/** A file as text, the form in which the core reads and keeps it. */
export interface UnpackedFile {
  readonly name: string;
  readonly text: string;
}

/** Opens a container of a format that needs a library; what cannot be opened is a text that says why. */
export type OpenContainer = (format: HeavyFormat, file: RawFile) => Promise<UnpackedFile[]>;

/** Longest text of a container, bytes, and most of all that one drop may hold once inflated. */
export const MAX_INFLATED_BYTES = 600_000_000;
/** Most features or rows of one layer. */
export const MAX_ROWS = 1_000_000;
