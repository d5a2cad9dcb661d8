/// <reference path="../core/ingest/containers/sql-js.d.ts" />
import { type ContainerHost, type HeavyReaders, loadReaders, type RawFile } from "../core/index.ts";
import { decodeBytes, readRawFiles } from "./files.ts";

/** What containers need of this machine. */
export const MACHINE: ContainerHost = {
  decode: decodeBytes,
  loadSql: async () => {
    const { default: initSqlJs } = await import("sql.js");
    return initSqlJs();
  },
};

/** Words of a command line that may be files in a container. */
const CONTAINER = /\.(?!geojson$|json$|csv$|html$)[a-z0-9]{2,8}$/i;

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
    .filter((word) => CONTAINER.test(word));
  return loadReaders(paths.flatMap(openQuietly), MACHINE);
}
