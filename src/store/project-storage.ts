import { type DBSchema, openDB } from "idb";
import type { ProjectStorage, SavedProject } from "./deps.ts";

interface Schema extends DBSchema {
  projects: { key: "last"; value: SavedProject };
}

/** Keeps the last project in IndexedDB of this browser. Calls reject where storage is forbidden. */
export function createProjectStorage(): ProjectStorage {
  const open = () =>
    openDB<Schema>("pianqu", 1, {
      upgrade: (database) => {
        database.createObjectStore("projects");
      },
    });
  let opened: ReturnType<typeof open> | null = null;
  const database = () => {
    opened ??= open();
    return opened;
  };
  return {
    async load() {
      const project = await (await database()).get("projects", "last");
      return project?.version === 1 ? project : null;
    },
    async save(project) {
      await (await database()).put("projects", project, "last");
    },
  };
}
