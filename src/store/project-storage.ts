import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { HeldSource } from "../worker/held-text.ts";
import { readFirstProject } from "./first-project.ts";
import {
  type FaultReason,
  type LogEntry,
  type ProjectHead,
  type ProjectStorage,
  type ProjectWrite,
  type ScenarioSnapshot,
  StorageFault,
} from "./stored-project.ts";

interface Schema extends DBSchema {
  heads: { key: string; value: ProjectHead };
  /** who may write a project: the token of the last claim */
  writers: { key: string; value: string };
  sources: { key: string; value: readonly HeldSource[] };
  snapshots: { key: [string, string]; value: ScenarioSnapshot };
  /** by project, scenario and number of the change */
  log: { key: [string, string, number]; value: LogEntry };
}

type Database = IDBPDatabase<Schema>;
const STORES = ["heads", "writers", "sources", "snapshots", "log"] as const;
type Transaction = IDBPTransaction<Schema, typeof STORES, "readwrite">;

const VERSION = 2;

function reasonOf(error: unknown): FaultReason {
  if (error instanceof StorageFault) return error.reason;
  const name = error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError") return "quota";
  return name === "VersionError" ? "newer" : "other";
}

function faultOf(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new StorageFault(reasonOf(error), message);
}

/** Everything of a project, or of one of its scenarios. */
const ofProject = (id: string) => IDBKeyRange.bound([id], [id, []]);
const ofScenario = (id: string, scenario: string) =>
  IDBKeyRange.bound([id, scenario, -Infinity], [id, scenario, Infinity]);

async function checkWriter(change: Transaction, id: string, token: string): Promise<void> {
  const writer = await change.objectStore("writers").get(id);
  if (writer !== token) throw new StorageFault("taken", "another page writes this project");
}

function putAll(change: Transaction, { head, sources, ...parts }: ProjectWrite): Promise<unknown> {
  const { id } = head;
  const work: Promise<unknown>[] = [change.objectStore("heads").put(head, id)];
  const snapshots = change.objectStore("snapshots");
  const log = change.objectStore("log");
  if (sources) work.push(change.objectStore("sources").put(sources, id));
  for (const snapshot of parts.snapshots ?? []) {
    work.push(snapshots.put(snapshot, [id, snapshot.scenario]));
    work.push(log.delete(ofScenario(id, snapshot.scenario)));
  }
  for (const entry of parts.log ?? []) work.push(log.put(entry, [id, entry.scenario, entry.seq]));
  for (const scenario of parts.dropped ?? []) {
    work.push(snapshots.delete([id, scenario]), log.delete(ofScenario(id, scenario)));
  }
  return Promise.all(work);
}

/**
 * Projects in IndexedDB of this browser, every write one transaction. Calls reject where storage is
 * forbidden or was written by a newer version.
 */
export function createProjectStorage(): ProjectStorage {
  let opened: Promise<Database> | null = null;

  const open = (): Promise<Database> => {
    opened ??= openDB<Schema>("pianqu", VERSION, {
      async upgrade(database, oldVersion, _newVersion, transaction) {
        for (const name of STORES) database.createObjectStore(name);
        if (oldVersion !== 1) return;
        const last: unknown = await transaction.objectStore("projects" as "heads").get("last");
        const write = readFirstProject(last);
        if (write) await putAll(transaction as unknown as Transaction, write);
        database.deleteObjectStore("projects" as "heads");
      },
      // A newer page must not wait for this one to be closed.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => {
        opened = null;
      },
    }).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };

  const attempt = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await work(await open());
    } catch (error) {
      throw faultOf(error);
    }
  };

  /** One transaction; what fails inside takes all of it back. */
  const change = (work: (transaction: Transaction) => Promise<unknown>): Promise<void> =>
    attempt(async (database) => {
      const transaction = database.transaction(STORES, "readwrite");
      const done = transaction.done;
      try {
        await work(transaction);
      } catch (error) {
        // A failed request has ended the transaction already.
        done.catch(() => {});
        try {
          transaction.abort();
        } catch {}
        throw error;
      }
      await done;
    });

  return {
    list: () => attempt((database) => database.getAll("heads")),

    load: (id) =>
      attempt(async (database) => {
        const transaction = database.transaction(STORES);
        const head = await transaction.objectStore("heads").get(id);
        if (!head) return null;
        const sources = (await transaction.objectStore("sources").get(id)) ?? [];
        const snapshots = await transaction.objectStore("snapshots").getAll(ofProject(id));
        const log = await transaction.objectStore("log").getAll(ofProject(id));
        return { head, sources, snapshots, log };
      }),

    claim: (id, token) =>
      change((transaction) => transaction.objectStore("writers").put(token, id)),

    write: (write, token) =>
      change(async (transaction) => {
        await checkWriter(transaction, write.head.id, token);
        await putAll(transaction, write);
      }),

    writeHead: (head) =>
      change((transaction) => transaction.objectStore("heads").put(head, head.id)),

    remove: (id) =>
      change((transaction) =>
        Promise.all([
          transaction.objectStore("heads").delete(id),
          transaction.objectStore("writers").delete(id),
          transaction.objectStore("sources").delete(id),
          transaction.objectStore("snapshots").delete(ofProject(id)),
          transaction.objectStore("log").delete(ofProject(id)),
        ]),
      ),

    async room() {
      const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
      const { usage, quota } = estimate ?? {};
      return usage === undefined || quota === undefined
        ? null
        : { usedBytes: usage, quotaBytes: quota };
    },
  };
}
