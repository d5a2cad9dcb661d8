/// <reference path="../core/ingest/containers/sql-js.d.ts" />
import type { ContainerHost } from "../core/index.ts";
import { decodeBytes } from "./files.ts";

/** What containers need of this machine. */
export const MACHINE: ContainerHost = {
  decode: decodeBytes,
  loadSql: async () => {
    const { default: initSqlJs } = await import("sql.js");
    return initSqlJs();
  },
};
