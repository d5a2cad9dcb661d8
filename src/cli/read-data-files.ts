import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import {
  type ExportedFile,
  holdsNotesOnly,
  isShapefilePart,
  nameWithoutEnding,
  type OpenContainer,
  type RawFile,
  unpackFiles,
} from "../core/index.ts";
import { decodeBytes, unreadable } from "./files.ts";
import { UsageError } from "./usage-error.ts";

/** What one word of the command line brings: a file's only text, or the layers of a container. */
export interface OpenedData {
  /** as it was given */
  readonly path: string;
  readonly files: readonly ExportedFile[];
}

/** A file on the disk, and what is meant inside it: `基础数据.gpkg/水系`. */
interface DataPath {
  readonly file: string;
  /** with `/`, as layers are named; null: everything */
  readonly inner: string | null;
}

/** Endings of the files that belong to a `.shp`. */
const COMPANIONS = /\.(?:dbf|prj|cpg)$/i;

function stemOf(name: string): string {
  return name.replace(/(?:\.shp\.xml|\.[^.]*)$/i, "").toLowerCase();
}

/** The path of a file, or of something inside one; a path that leads nowhere is taken for a file. */
function splitPath(path: string): DataPath {
  const whole = path.replace(/(?<=.)[\\/]+$/, "");
  let file = whole;
  while (!existsSync(file) && dirname(file) !== file) file = dirname(file);
  if (file === whole || !existsSync(file) || !statSync(file).isFile())
    return { file: whole, inner: null };
  return { file, inner: whole.slice(file.length + 1).replaceAll("\\", "/") };
}

/** True for what lies inside a container, which is no file of its own. */
export function isInsideContainer(path: string): boolean {
  return splitPath(path).inner !== null;
}

/** The file and, for a `.shp`, its companions in the same folder. @throws when it cannot be read */
function readRawFiles(path: string): RawFile[] {
  const name = basename(path);
  const file: RawFile = { name, bytes: readFileSync(path) };
  const folder = dirname(path);
  if (!/\.shp$/i.test(name) || !existsSync(folder)) return [file];
  const companions = readdirSync(folder)
    .filter((other) => COMPANIONS.test(other) && stemOf(other) === stemOf(name))
    .map((other): RawFile => ({ name: other, bytes: readFileSync(join(folder, other)) }));
  return [file, ...companions];
}

/** The layers meant, a folder or an inner archive being all that lies in it. @throws UsageError */
function pickLayers(files: readonly ExportedFile[], { file, inner }: DataPath) {
  const wanted = `${basename(file)}/${inner}`;
  const picked = files.filter(({ name }) => name === wanted || name.startsWith(`${wanted}/`));
  const layers = files.filter(({ text }) => !holdsNotesOnly(text));
  // Where nothing could be opened, the texts say why.
  if (picked.length > 0 || layers.length === 0) return picked.length > 0 ? picked : files;
  const list = layers.map(({ name }) => name).join(" | ");
  throw new UsageError(
    `${file} 中没有图层“${inner}”，请用 ${list}`,
    `${file} has no layer "${inner}"; use ${list}`,
  );
}

async function readOne(path: string, open: OpenContainer): Promise<ExportedFile[]> {
  const at = splitPath(path);
  let raw: RawFile[];
  try {
    raw = readRawFiles(at.file);
  } catch (error) {
    throw unreadable(path, error);
  }
  const files = await unpackFiles(raw, { open, decode: decodeBytes });
  if (files.length === 0) return [{ name: basename(at.file), text: "" }];
  return at.inner === null ? files : [...pickLayers(files, at)];
}

/** Paths without the parts of a `.shp` among them, which it brings itself. */
function withoutParts(paths: readonly string[]): string[] {
  const stemAt = (path: string) => stemOf(resolve(path));
  const shapes = new Set(paths.filter((path) => /\.shp$/i.test(path)).map(stemAt));
  return paths.filter((path) => !isShapefilePart(path) || !shapes.has(stemAt(path)));
}

/**
 * The layers of files of any format, as texts; `container/layer` brings that layer alone. A plain text
 * keeps its file's name.
 * @throws UsageError when one cannot be read, or has no such layer
 */
export async function readDataFiles(
  paths: readonly string[],
  open: OpenContainer,
): Promise<OpenedData[]> {
  const opened: OpenedData[] = [];
  for (const path of withoutParts(paths)) opened.push({ path, files: await readOne(path, open) });
  return opened;
}

/** Name of a scenario on the data of a file. */
export function nameOfData(path: string): string {
  return nameWithoutEnding(basename(path));
}
