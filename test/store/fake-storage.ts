import type { DecidedColumns, ReadingMemory } from "../../src/store/intake-state.ts";
import {
  type ProjectAccess,
  type ProjectStorage,
  type ProjectWrite,
  StorageFault,
  type StoredProject,
} from "../../src/store/stored-project.ts";

/** How a fake storage behaves; may be changed while it is used. */
export interface FakeConduct {
  /** writes are done at once, or resolve later by `settle` */
  isInstant: boolean;
  /** what the next writes reject with */
  fault: StorageFault | null;
  room: { usedBytes: number; quotaBytes: number } | null;
}

/** Projects in memory, every value a copy, writes whole or not at all. */
export function fakeStorage(projects = new Map<string, StoredProject>()) {
  const conduct: FakeConduct = { isInstant: true, fault: null, room: null };
  const tokens = new Map<string, string>();
  const written: ProjectWrite[] = [];
  let pending: (() => void)[] = [];

  const put = (write: ProjectWrite): void => {
    const { head, sources, snapshots = [], log = [], dropped = [] } = structuredClone(write);
    const before = projects.get(head.id) ?? { head, sources: [], snapshots: [], log: [] };
    const anew = new Set(snapshots.map(({ scenario }) => scenario));
    const isKept = (scenario: string) => !dropped.includes(scenario);
    projects.set(head.id, {
      head,
      sources: sources ?? before.sources,
      snapshots: [
        ...before.snapshots.filter(({ scenario }) => !anew.has(scenario) && isKept(scenario)),
        ...snapshots,
      ],
      log: [
        ...before.log.filter(({ scenario }) => !anew.has(scenario) && isKept(scenario)),
        ...log,
      ],
    });
  };

  const storage: ProjectStorage = {
    list: async () => [...projects.values()].map(({ head }) => structuredClone(head)),
    load: async (id) => structuredClone(projects.get(id) ?? null),
    claim: async (id, token) => {
      if (conduct.fault) throw conduct.fault;
      tokens.set(id, token);
    },
    write(write, token) {
      const make = () => {
        if (conduct.fault) throw conduct.fault;
        if (tokens.get(write.head.id) !== token) throw new StorageFault("taken", "taken");
        written.push(write);
        put(write);
      };
      if (conduct.isInstant) return make();
      const copy = structuredClone(write);
      return new Promise<void>((resolve, reject) => {
        pending.push(() => {
          try {
            write = copy;
            make();
            resolve();
          } catch (error) {
            reject(error);
          }
        });
      });
    },
    writeHead: async (head) => {
      const before = projects.get(head.id);
      if (before) projects.set(head.id, { ...before, head: structuredClone(head) });
    },
    remove: async (id) => {
      projects.delete(id);
    },
    room: async () => conduct.room,
  };
  return {
    storage,
    projects,
    conduct,
    written,
    /** Lets the writes that wait be done. */
    async settle(): Promise<void> {
      while (pending.length > 0) {
        const now = pending;
        pending = [];
        for (const one of now) one();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    /** The page is gone: writes that wait never happen. */
    kill(): void {
      pending = [];
    },
  };
}

/** Several pages of one browser. */
export function fakePages() {
  const holders = new Map<string, { onLost: () => void }>();
  const page = (): ProjectAccess => {
    let mine: { id: string; holder: { onLost: () => void } } | null = null;
    const release = () => {
      if (mine && holders.get(mine.id) === mine.holder) holders.delete(mine.id);
      mine = null;
    };
    return {
      async claim(id, { steal, onLost }) {
        release();
        const other = holders.get(id);
        if (other && !steal) return false;
        const holder = { onLost };
        holders.set(id, holder);
        mine = { id, holder };
        other?.onLost();
        return true;
      },
      release,
    };
  };
  return { page };
}

/** Corrections of columns that live as long as this object. */
export function fakeMemory(): ReadingMemory {
  const kept = new Map<string, DecidedColumns>();
  return {
    recall: async (headers) => kept.get(headers.join("|")) ?? null,
    keep: async (headers, decided) => void kept.set(headers.join("|"), decided),
  };
}
