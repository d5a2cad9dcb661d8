/// <reference path="../core/ingest/containers/sql-js.d.ts" />
import { type ContainerHost, type HeavyReaders, loadReaders, type RawFile } from "../core/index.ts";
import { decodeBytes, readRawFiles, readStart } from "./files.ts";

/** What containers need of this machine. */
export const MACHINE: ContainerHost = {
  decode: decodeBytes,
  loadSql: async () => {
    const { default: initSqlJs } = await import("sql.js");
    return initSqlJs();
  },
};

/** Words of a command line that may be files. */
const FILE = /\.[a-z0-9]{2,8}$/i;
/** Endings of plain text, unless something else goes by that name. */
const PLAIN = /\.(?:geojson|json|csv|html)$/i;

/** How archives, gzip, XML and old workbooks begin. */
const PACKED = ["PK", "\u001f\u008b", "<", "\u00d0\u00cf"];

function isPlain(path: string): boolean {
  const start = readStart(path, 64).replace(/^[\u00ef\u00bb\u00bf\s]+/, "");
  return PLAIN.test(path) && !PACKED.some((mark) => start.startsWith(mark));
}

function openQuietly(path: string): RawFile[] {
  try {
    return readRawFiles(path);
  } catch {
    // A path that cannot be read is reported by the command that wants it.
    return [];
  }
}

/** Loads the libraries that the files named on the command line need; mostly none. */
export function loadReadersFor(words: readonly string[]): Promise<HeavyReaders> {
  const paths = words
    .map((word) => word.replace(/^--[\w-]+=/, ""))
    .filter((word) => FILE.test(word) && !isPlain(word));
  return loadReaders(paths.flatMap(openQuietly), MACHINE);
}
