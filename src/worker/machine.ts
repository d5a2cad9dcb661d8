/// <reference path="../core/ingest/containers/sql-js.d.ts" />
import type { ContainerHost, DecodeBytes } from "../core/index.ts";

/** Text of bytes as every JavaScript machine reads it. */
const decodeBytes: DecodeBytes = (bytes, encoding, strict) =>
  new TextDecoder(encoding, { fatal: strict }).decode(bytes);

/** What containers need of this machine; libraries are served with the page. */
export const MACHINE: ContainerHost = {
  decode: decodeBytes,
  async loadSql() {
    const [{ default: initSqlJs }, { default: url }] = await Promise.all([
      import("sql.js"),
      import("sql.js/dist/sql-wasm-browser.wasm?url"),
    ]);
    return initSqlJs({ locateFile: () => url });
  },
};
