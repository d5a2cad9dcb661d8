import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  type DecodeBytes,
  type ExportedFile,
  type OpenContainer,
  type OutputFile,
  type RawFile,
  unpackFiles,
} from "../core/index.ts";
import { UsageError } from "./usage-error.ts";

/** The file as text, named without its folder. @throws UsageError when it cannot be read */
export function readTextFile(path: string): ExportedFile {
  try {
    return { name: basename(path), text: decode(readFileSync(path)) };
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UsageError {
  const code = errorCode(error);
  const zh = REASONS[code]?.[0] ?? code;
  const en = REASONS[code]?.[1] ?? code;
  return new UsageError(
    `无法读取 ${path}（${zh}），请核对路径`,
    `cannot read ${path} (${en}); check the path`,
  );
}

/** Text of bytes as every JavaScript machine reads it. */
export const decodeBytes: DecodeBytes = (bytes, encoding, strict) =>
  new TextDecoder(encoding, { fatal: strict }).decode(bytes);

/** Endings of the files that belong to a `.shp`. */
const COMPANIONS = /\.(?:dbf|prj|cpg)$/i;

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, "").toLowerCase();
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

/**
 * The layers of files of any format, as texts. A plain text keeps its file's name.
 * @throws UsageError when one cannot be read
 */
export async function readDataFiles(
  paths: readonly string[],
  open: OpenContainer,
): Promise<ExportedFile[]> {
  const texts: ExportedFile[] = [];
  for (const path of paths) texts.push(...(await readDataFile(path, open)));
  return texts;
}

async function readDataFile(path: string, open: OpenContainer): Promise<ExportedFile[]> {
  let raw: RawFile[];
  try {
    raw = readRawFiles(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  const files = await unpackFiles(raw, { open, decode: decodeBytes });
  return files.length > 0 ? files : [{ name: basename(path), text: "" }];
}

/** As a browser reads a file: a byte-order mark is no part of the text. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Writes the files into `folder`, which is made when missing. @throws UsageError when it cannot */
export function writeFiles(folder: string, files: readonly OutputFile[]): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const file of files)
      writeFileSync(join(folder, file.name), "bytes" in file ? file.bytes : file.text);
  } catch (error) {
    const code = errorCode(error);
    throw new UsageError(
      `无法写入 ${folder}（${code}），请换一个 --out`,
      `cannot write to ${folder} (${code}); choose another --out`,
    );
  }
}

const REASONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ["不存在", "no such file"],
  EISDIR: ["是文件夹", "it is a folder"],
  EACCES: ["无权限", "permission denied"],
  ERR_STRING_TOO_LONG: ["文件过大，上限 512 MB", "too large, the limit is 512 MB"],
  ERR_FS_FILE_TOO_LARGE: ["文件过大，上限 2 GB", "too large, the limit is 2 GB"],
};

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
