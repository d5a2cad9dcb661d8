import { type DBSchema, openDB } from "idb";
import type { DecidedColumns, ReadingMemory } from "./intake-state.ts";

interface Schema extends DBSchema {
  /** by the headers of the file, sorted */
  columns: { key: string[]; value: DecidedColumns };
}

/** Corrections of columns in IndexedDB of this browser; headers only, never a value. */
export function createReadingMemory(): ReadingMemory {
  const open = () =>
    openDB<Schema>("pianqu-readings", 1, {
      upgrade: (database) => void database.createObjectStore("columns"),
    });
  const attempt = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch {
      return otherwise;
    }
  };
  return {
    recall: (headers) =>
      attempt(async () => {
        const database = await open();
        const known = await database.get("columns", [...headers]);
        database.close();
        return known ?? null;
      }, null),
    keep: (headers, { columns, units }) =>
      attempt(async () => {
        const database = await open();
        const isEmpty = Object.keys(columns).length + Object.keys(units).length === 0;
        if (isEmpty) await database.delete("columns", [...headers]);
        else await database.put("columns", { columns, units }, [...headers]);
        database.close();
      }, undefined),
  };
}
