import type { Backstage } from "./backstage.ts";
import { debounce } from "./debounce.ts";
import type { StoreDeps } from "./deps.ts";
import { describeChange, takeSnapshot } from "./describe-changes.ts";
import type { SavingState } from "./edit-state.ts";
import type { Gate } from "./gate.ts";
import type { AppState, Notice, ScenarioState } from "./state.ts";
import {
  type LogEntry,
  PROJECT_VERSION,
  type ProjectHead,
  type ProjectStorage,
  type ProjectWrite,
  StorageFault,
  type StoredProject,
} from "./stored-project.ts";

/** Entries in a scenario's log from which it is put into a snapshot. */
const LONG_LOG = 200;
/** Quiet time before that, ms. */
const COMPACT_WAIT_MS = 4000;
/** Share of the granted room from which a warning is due. */
const LOW_ROOM_SHARE = 0.8;
/** Writes between two looks at the room. */
const ROOM_EVERY = 50;

/** What is kept, and by whom it is told. */
interface KeeperHost {
  readonly deps: StoreDeps;
  readonly state: AppState;
  readonly backstage: ReadonlyMap<string, Backstage>;
  readonly gate: Pick<Gate, "shut" | "open" | "clear">;
  set(change: Partial<AppState>): void;
  notify(kind: Notice["kind"], key: string, args?: Notice["args"]): void;
  scenario(id: string | null): ScenarioState | null;
}

/** The project that is open, as this page writes it. */
interface OpenProject {
  readonly id: string;
  readonly name: string;
  readonly token: string;
}

interface Log {
  /** number of the last change */
  seq: number;
  /** number of the last change in the snapshot */
  kept: number;
  /** steps in the snapshot's history */
  steps: number;
}

/**
 * Keeps every change before the next one is made: one entry of a log per step, snapshots of whole
 * scenarios now and then. What cannot be kept is said, and edits wait.
 */
export class Keeper {
  private readonly desk: KeeperHost;
  private readonly compact: () => void;
  private project: OpenProject | null = null;
  private readonly logs = new Map<string, Log>();
  /** the write that failed, or that is under way */
  private writing: Promise<void> = Promise.resolve();
  private hasSources = false;
  private isPaused = false;
  private writes = 0;
  private isWarned = false;

  constructor(desk: KeeperHost) {
    this.desk = desk;
    this.compact = debounce(() => this.compactLogs(), COMPACT_WAIT_MS);
  }

  get open(): OpenProject | null {
    return this.project;
  }

  get saving(): SavingState {
    return this.desk.state.saving;
  }

  private say(change: Partial<SavingState>): void {
    this.desk.set({ saving: { ...this.saving, ...change } });
  }

  /** Whether this page writes what is open. */
  get isKeeping(): boolean {
    const { status, access } = this.saving;
    return this.project !== null && !this.isPaused && access === "own" && status !== "unsaved";
  }

  /** Whether storage has all that is open; another page's changes may be there, too. */
  get isKept(): boolean {
    const { status } = this.saving;
    return status !== "failed" && status !== "unsaved";
  }

  /** Why nothing may be changed now is said; true: it may. */
  admit(): boolean {
    const { status, access } = this.saving;
    if (access === "elsewhere") this.desk.notify("error", "project-elsewhere");
    else if (status === "failed") this.desk.notify("error", "edits-wait");
    return access === "own" && status !== "failed";
  }

  /** The data are replaced: nothing is written until the project is whole again. */
  pause(): void {
    this.isPaused = true;
  }

  /** The open data become a project of this page. Nothing is written yet. */
  async adopt(
    project: Pick<OpenProject, "id" | "name">,
    { steal = false, isStored = false } = {},
  ): Promise<void> {
    this.project = { ...project, token: this.desk.deps.newId() };
    this.logs.clear();
    this.hasSources = isStored;
    this.desk.gate.clear();
    const { token, id } = this.project;
    const isOwn = await this.desk.deps.access.claim(id, {
      steal,
      onLost: () => this.lose(token),
    });
    this.desk.set({ projectId: id });
    this.say({ access: isOwn ? "own" : "elsewhere", status: "saved", reason: null });
    if (!isOwn) {
      this.desk.notify("info", "project-open-elsewhere", { name: project.name });
      return;
    }
    try {
      await this.desk.deps.storage.claim(id, token);
    } catch (error) {
      const reason = reasonOf(error);
      this.say({ status: "unsaved", reason: reason === "taken" ? "other" : reason });
      this.desk.notify("error", "storage-unusable", { detail: detailOf(error) });
    }
  }

  /** No project is open any more. */
  leave(): void {
    this.project = null;
    this.logs.clear();
    this.isPaused = false;
    this.desk.gate.clear();
    this.desk.deps.access.release();
    this.desk.set({ projectId: null });
    this.say({ access: "own", status: "saved", reason: null });
  }

  /** The scenario was read from storage up to its change `seq`. */
  resume(id: string, { seq, kept, steps }: Log): void {
    this.logs.set(id, { seq, kept, steps });
  }

  /** What is open is whole: changes are kept from here on. */
  unpause(): void {
    this.isPaused = false;
  }

  /** Writes everything: data where they are not kept yet, or `withSources`, and all scenarios. */
  keepAll({ withSources = false } = {}): void {
    this.isPaused = false;
    if (!this.isKeeping) return;
    const { sources, scenarios } = this.desk.state;
    const known = new Set(scenarios.map(({ id }) => id));
    const dropped = [...this.logs.keys()].filter((id) => !known.has(id));
    const isNew = withSources || !this.hasSources;
    this.hasSources = true;
    const snapshots = scenarios.flatMap((scenario) => this.snapshot(scenario) ?? []);
    this.write({ ...(isNew && { sources }), snapshots, dropped });
  }

  /** A scenario went from one backstage to another. */
  noteChange(id: string, before: Backstage | undefined, after: Backstage): void {
    const { world } = this.desk.state;
    const log = this.logs.get(id);
    const scenario = this.desk.scenario(id);
    if (!this.isKeeping || !world || !scenario) return;
    const change = before && log ? describeChange(before, after, world) : null;
    if (change === "nothing") return;
    if (change === null || !log) {
      const snapshot = this.snapshot(scenario);
      if (snapshot) this.write({ snapshots: [snapshot] });
      return;
    }
    log.seq++;
    const entry: LogEntry = { scenario: id, seq: log.seq, change };
    this.write({ log: [entry] });
    if (log.seq - log.kept > Math.max(LONG_LOG, log.steps / 2)) this.compact();
  }

  /** Names, order or number of scenarios changed. */
  keepHead(dropped: readonly string[] = []): void {
    for (const id of dropped) this.logs.delete(id);
    if (this.isKeeping) this.write({ dropped });
  }

  /** The record of a scenario changed, or it is new: it is kept whole. */
  keepWhole(ids: readonly string[]): void {
    if (!this.isKeeping) return;
    const snapshots = ids.flatMap((id) => {
      const scenario = this.desk.scenario(id);
      return (scenario && this.snapshot(scenario)) ?? [];
    });
    if (snapshots.length > 0) this.write({ snapshots });
  }

  rename(name: string): void {
    if (!this.project) return;
    this.project = { ...this.project, name };
    this.keepHead();
  }

  /** Resolves when what was changed last is kept, or keeping it has failed. */
  async settled(): Promise<void> {
    for (let seen: unknown; seen !== this.writing; ) {
      seen = this.writing;
      await this.writing;
    }
  }

  /** Writes all that is open anew, after a write that failed. */
  async retry(): Promise<void> {
    if (this.saving.access === "elsewhere" || !this.project) return;
    const { id, token } = this.project;
    const { storage } = this.desk.deps;
    try {
      if (this.saving.reason === "quota") await purgeDeleted(storage);
      await storage.claim(id, token);
    } catch (error) {
      this.fail(error);
      return;
    }
    this.say({ status: "saving", reason: null });
    this.hasSources = false;
    this.keepAll();
    await this.settled();
  }

  goOnUnsaved(): void {
    if (this.saving.status !== "failed") return;
    this.say({ status: "unsaved" });
    this.desk.gate.open();
  }

  private snapshot(scenario: ScenarioState) {
    const { world } = this.desk.state;
    const backstage = this.desk.backstage.get(scenario.id);
    if (!world || !backstage) return null;
    const seq = this.logs.get(scenario.id)?.seq ?? 0;
    const { done, undone } = backstage.history;
    const steps = (done?.length ?? 0) + (undone?.length ?? 0);
    this.logs.set(scenario.id, { seq, kept: seq, steps });
    return takeSnapshot(scenario, backstage, { world, seq });
  }

  /** The head as it is now; null when nothing is open. */
  head(): ProjectHead | null {
    const { world, scenarios, activeId } = this.desk.state;
    if (!this.project || !world) return null;
    const now = this.desk.deps.now();
    const { id, name } = this.project;
    return {
      version: PROJECT_VERSION,
      id,
      name,
      savedAt: now,
      usedAt: now,
      compounds: world.compounds.length,
      synthetic: world.synthetic,
      activeId,
      scenarios: scenarios.map((s) => ({ id: s.id, name: s.name, parentId: s.parentId })),
      deleted: false,
    };
  }

  /** All that is open as it is now, kept or not; null when nothing is open. */
  whole(): StoredProject | null {
    const { world, scenarios, sources } = this.desk.state;
    const head = this.head();
    if (!head || !world) return null;
    const snapshots = scenarios.flatMap((scenario) => {
      const backstage = this.desk.backstage.get(scenario.id);
      return backstage ? [takeSnapshot(scenario, backstage, { world, seq: 0 })] : [];
    });
    return { head, sources, snapshots, log: [] };
  }

  private write(parts: Omit<ProjectWrite, "head">): void {
    const head = this.head();
    const project = this.project;
    if (!head || !project) return;
    const { gate, deps } = this.desk;
    gate.shut();
    let result: Promise<void> | void;
    try {
      result = deps.storage.write({ head, ...parts }, project.token);
    } catch (error) {
      this.fail(error);
      return;
    }
    if (!result) {
      this.done();
      return;
    }
    if (this.saving.status !== "saving") this.say({ status: "saving" });
    const isCurrent = () => this.project?.token === project.token;
    this.writing = result.then(
      () => {
        if (isCurrent()) this.done();
      },
      (error: unknown) => {
        if (isCurrent()) this.fail(error);
      },
    );
  }

  private done(): void {
    const { status } = this.saving;
    if (status === "saving" || status === "failed") this.say({ status: "saved", reason: null });
    this.writes++;
    if (this.writes % ROOM_EVERY === 1) void this.lookAtRoom();
    this.desk.gate.open();
  }

  private fail(error: unknown): void {
    const reason = reasonOf(error);
    if (reason === "taken") {
      if (this.project) this.lose(this.project.token);
      return;
    }
    this.say({ status: "failed", reason });
    const key = reason === "quota" ? "storage-full" : "autosave-failed";
    this.desk.notify("error", key, { detail: detailOf(error) });
  }

  /** Another page has taken the project over: this one shows it as it stands here. */
  private lose(token: string): void {
    if (this.project?.token !== token || this.saving.access === "elsewhere") return;
    this.desk.gate.clear();
    this.say({ access: "elsewhere", status: "saved", reason: null });
    this.desk.notify("error", "project-taken", { name: this.project.name });
  }

  private async lookAtRoom(): Promise<void> {
    const room = await this.desk.deps.storage.room().catch(() => null);
    if (!room) return;
    this.say({ room });
    const share = room.quotaBytes > 0 ? room.usedBytes / room.quotaBytes : 1;
    if (share < LOW_ROOM_SHARE || this.isWarned) return;
    this.isWarned = true;
    this.desk.notify("error", "storage-low", { share: Math.round(share * 100) });
  }

  /** Long logs become snapshots; edits need not wait for it, and when it fails nothing is lost. */
  private compactLogs(): void {
    const head = this.head();
    const { project } = this;
    if (!this.isKeeping || !head || !project || this.saving.status !== "saved") return;
    const before = new Map([...this.logs].map(([id, log]) => [id, { ...log }]));
    const long = this.desk.state.scenarios.filter(({ id }) => {
      const log = this.logs.get(id);
      return log !== undefined && log.seq - log.kept > Math.max(LONG_LOG, log.steps / 2);
    });
    if (long.length === 0) return;
    const snapshots = long.flatMap((scenario) => this.snapshot(scenario) ?? []);
    const undo = () => {
      for (const { id } of long) {
        const [log, was] = [this.logs.get(id), before.get(id)];
        if (log && was) Object.assign(log, { kept: was.kept, steps: was.steps });
      }
    };
    const compacted = async () => this.desk.deps.storage.write({ head, snapshots }, project.token);
    void compacted().catch(undo);
  }
}

/** Removes for good what was deleted. */
export async function purgeDeleted(storage: ProjectStorage, before = Infinity): Promise<void> {
  for (const { id, deleted, usedAt } of await storage.list())
    if (deleted && usedAt < before) await storage.remove(id);
}

function reasonOf(error: unknown): SavingState["reason"] | "taken" {
  return error instanceof StorageFault ? error.reason : "other";
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
