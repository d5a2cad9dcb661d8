/// <reference path="../core/ingest/containers/sql-js.d.ts" />
import {
  type ContainerHost,
  type DecodeBytes,
  type HeavyReaders,
  loadReaders,
  type RawFile,
} from "../core/index.ts";

/** Text of bytes as every JavaScript machine reads it. */
export const decodeBytes: DecodeBytes = (bytes, encoding, strict) =>
  new TextDecoder(encoding, { fatal: strict }).decode(bytes);

const HOST: ContainerHost = {
  decode: decodeBytes,
  async loadSql() {
    const [{ default: initSqlJs }, { default: url }] = await Promise.all([
      import("sql.js"),
      import("sql.js/dist/sql-wasm-browser.wasm?url"),
    ]);
    return initSqlJs({ locateFile: () => url });
  },
};

/** Loads the libraries that the files need, each served with the page. */
export function loadReadersFor(files: readonly RawFile[]): Promise<HeavyReaders> {
  return loadReaders(files, HOST);
}
