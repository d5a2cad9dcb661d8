import Papa from "papaparse";
import type { Note } from "../note.ts";
import type { Sheet } from "../table/table.ts";
import type { DecodeBytes, Extract, OpenContainer, RawFile, UnpackedFile } from "./container.ts";
import { decodeText } from "./decode-text.ts";
import { keepJson } from "./drop-personal.ts";
import { createBudget, gunzip, type InflateBudget, openArchive } from "./open-archive.ts";
import { packWorkbook } from "./pack-workbook.ts";
import { type FileFormat, sniffFormat } from "./sniff-format.ts";
import { geodatabaseOf, holdsData } from "./tell-data.ts";
import { noteText, refuse, writeExtract } from "./write-extract.ts";

/** Archives inside archives are opened this deep. */
const MAX_DEPTH = 2;

interface Context {
  readonly open: OpenContainer;
  readonly decode: DecodeBytes;
  readonly budget: InflateBudget;
}

/** Rows of comma, tab or semicolon separated text, every cell as text. */
function readSeparated(text: string): Sheet {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: "greedy" });
  return { name: "", rows: data, merges: [] };
}

function readText(file: RawFile, format: "text" | "table-text", context: Context): UnpackedFile[] {
  const { name } = file;
  const { text, encoding, lossy } = decodeText(file.bytes, context.decode);
  const start = text.slice(0, 1000).trimStart()[0] ?? "";
  if (start === "" && text.trim() === "") return refuse(name, "file-empty", {});
  if (format === "text" && (start === "{" || start === "[" || start === "\u001e")) {
    return [{ name, text: keepJson(text) }];
  }
  const looksTabled = format === "table-text" || /[,;\t].*\n/.test(text.slice(0, 20_000));
  if (start === "{" || start === "[") return [{ name, text: keepJson(text) }];
  if (!looksTabled) return [{ name, text }];
  const notes: Note[] = [];
  if (lossy) notes.push({ severity: "warning", code: "text-encoding", args: {} });
  else if (encoding !== "utf-8") {
    notes.push({ severity: "info", code: "encoding-guessed", args: { encoding } });
  }
  const extract = {
    layers: [{ kind: "table", layer: null, sheets: [readSeparated(text)] }],
    notes,
  };
  return writeExtract(name, "csv", extract as Extract);
}

/** What the inside of an archive says it is: a workbook, a document that is no table, or just files. */
function archiveKind(names: readonly string[]): "workbook" | "document" | "files" {
  if (names.some((name) => /^xl\//i.test(name))) return "workbook";
  if (names.some((name) => /^(?:word|ppt)\//i.test(name))) return "document";
  const isOpenDocument = names.includes("mimetype") && names.includes("content.xml");
  return isOpenDocument ? "workbook" : "files";
}

/** The entries of an archive that hold data, and what is said of the others. */
function sortEntries(
  files: readonly RawFile[],
  decode: DecodeBytes,
): { readonly data: readonly RawFile[]; readonly left: readonly Note[] } {
  const left: Note[] = [];
  const bases = new Set(files.flatMap(({ name }) => geodatabaseOf(name) ?? []));
  for (const entry of bases) {
    const args = { entry: entry.slice(0, 80), format: "File Geodatabase" };
    left.push({ severity: "error", code: "entry-unsupported", args });
  }
  const loose = files.filter(({ name }) => geodatabaseOf(name) === null);
  const data = loose.filter((one) => holdsData(one, decode));
  const other = loose.filter((one) => !data.includes(one));
  if (other.length > 0) {
    const args = { n: other.length, entry: other[0].name.slice(0, 80) };
    left.push({ severity: "info", code: "entries-left-out", args });
  }
  return { data, left };
}

/** Parts of a workbook that are written as XML everywhere but in XLSB. */
const BINARY_PART = /^xl\/(?:worksheets\/|workbook|sharedStrings|styles|metadata)[^/]*\.bin$/i;

async function readArchive(
  file: RawFile,
  depth: number,
  context: Context,
): Promise<UnpackedFile[]> {
  let opened: ReturnType<typeof openArchive>;
  try {
    opened = openArchive(file, context);
  } catch {
    return refuse(file.name, "archive-broken", {});
  }
  const { files, notes } = opened;
  const kind = archiveKind(files.map(({ name }) => name));
  if (kind === "document") return refuse(file.name, "format-unsupported", { format: "DOCX" });
  // SheetJS believes lengths and counts in a binary workbook: a damaged one fills the memory.
  if (files.some(({ name }) => BINARY_PART.test(name)))
    return refuse(file.name, "format-unsupported", { format: "XLSB" });
  if (kind === "workbook" && notes.length === 0) {
    return context.open("workbook", { name: file.name, bytes: packWorkbook(files) });
  }
  if (depth >= MAX_DEPTH) return refuse(file.name, "archive-nested", { limit: MAX_DEPTH });
  const { data, left } = sortEntries(files, context.decode);
  const inside = data.map(({ name, bytes }) => ({ name: `${file.name}/${name}`, bytes }));
  const read = kind === "workbook" ? [] : await unpackAll(inside, depth + 1, context);
  const all = kind === "workbook" ? notes : [...notes, ...left];
  const said = all.length > 0 ? [{ name: file.name, text: noteText(all, "archive") }] : [];
  if (read.length + said.length > 0) return [...said, ...read];
  return refuse(file.name, "archive-empty", {});
}

async function readGzip(file: RawFile, depth: number, context: Context): Promise<UnpackedFile[]> {
  const { bytes, end } = gunzip(file.bytes, context.budget);
  const size = `${Math.round(file.bytes.length / 1e6)} MB`;
  if (end === "bomb") return refuse(file.name, "archive-bomb", { entry: file.name, size });
  const said = { name: file.name, text: "" };
  if (end === "broken") {
    const note: Note = {
      severity: "error",
      code: "archive-entry-broken",
      args: { entry: file.name },
    };
    said.text = noteText([note], "gzip");
  }
  const inner = { name: file.name.replace(/\.(?:gz|gzip)$/i, ""), bytes };
  const read = bytes.length === 0 ? [] : await unpackAll([inner], depth + 1, context);
  return said.text === "" ? read : [said, ...read];
}

async function unpackOne(file: RawFile, depth: number, context: Context): Promise<UnpackedFile[]> {
  if (file.bytes.length === 0) return refuse(file.name, "file-empty", {});
  const format: FileFormat = sniffFormat(file);
  if (typeof format === "object") {
    return refuse(file.name, "format-unsupported", { format: format.unsupported });
  }
  if (!holdsData(file, context.decode)) return refuse(file.name, "format-unknown", {});
  if (format === "archive") return readArchive(file, depth, context);
  if (format === "gzip") {
    return depth > MAX_DEPTH
      ? refuse(file.name, "archive-nested", { limit: MAX_DEPTH })
      : readGzip(file, depth, context);
  }
  if (format === "text" || format === "table-text") return readText(file, format, context);
  return format === "part" ? [] : context.open(format, file);
}

/** Endings of the files that go with a `.shp`, the shapes first. */
const PART = /\.(shp|dbf|prj|cpg)$/i;

/**
 * The shapes of a shapefile carry their companions along: files of one folder and name are joined into
 * one, as a bundle that only the shapefile reader opens. A table without shapes is a table.
 */
function bundleShapefiles(files: readonly RawFile[]): RawFile[] {
  const parts = files.filter(({ name }) => PART.test(name));
  const stems = new Set(
    parts.filter(({ name }) => /\.shp$/i.test(name)).map(({ name }) => stemOf(name)),
  );
  return files.filter(
    ({ name }) => !PART.test(name) || /\.shp$/i.test(name) || !stems.has(stemOf(name)),
  );
}

function stemOf(name: string): string {
  return name.replace(/\.[^./]*$/, "").toLowerCase();
}

function companionsOf(file: RawFile, files: readonly RawFile[]): RawFile[] {
  return files.filter(
    (other) => other !== file && PART.test(other.name) && stemOf(other.name) === stemOf(file.name),
  );
}

async function unpackAll(
  files: readonly RawFile[],
  depth: number,
  context: Context,
): Promise<UnpackedFile[]> {
  const texts: UnpackedFile[] = [];
  for (const file of bundleShapefiles(files)) {
    const isShapes = /\.shp$/i.test(file.name) && sniffFormat(file) === "shapefile";
    const isBundle = isShapes || /\.dbf$/i.test(file.name);
    const opened = isBundle
      ? context.open("shapefile", { ...file, companions: companionsOf(file, files) })
      : unpackOne(file, depth, context);
    texts.push(...(await opened));
  }
  return texts;
}

/**
 * Opens files of any kind into texts that the core reads: archives (nested, with a budget), shapefiles,
 * KML and KMZ, GeoPackages, FlatGeobuf, workbooks and separated text become GeoJSON or table text,
 * GeoJSON stays as it is but for its encoding. Total: what cannot be read becomes a text whose notes say
 * why. Personal data are not carried over.
 * @param open opens what needs a library: `ContainerDesk.open`, or `openContainer` without a budget
 */
export function unpackFiles(
  files: readonly RawFile[],
  { open, decode }: { readonly open: OpenContainer; readonly decode: DecodeBytes },
): Promise<UnpackedFile[]> {
  return unpackAll(files, 0, { open, decode, budget: createBudget() });
}
