import type { StoreApi } from "zustand/vanilla";
import {
  type ContiguityGraph,
  EMPTY_HISTORY,
  type Plan,
  type Prepared,
  prepare,
  type Recipe,
  type ScenarioRecord,
  type Zoning,
} from "../core/index.ts";
import type { Backstage } from "./backstage.ts";
import { debounce } from "./debounce.ts";
import type { StoreDeps } from "./deps.ts";
import type { ShiftedCompound } from "./edit-state.ts";
import { describeLocks, type Evaluated, evaluateAll } from "./evaluate-scenario.ts";
import { Gate } from "./gate.ts";
import { Keeper } from "./keeper.ts";
import { LiveTable } from "./live-table.ts";
import { describeProof } from "./proofs.ts";
import type { AppState, AppStoreState, Notice, ScenarioState } from "./state.ts";

/** Quiet time before an edited scenario's outlines are drawn anew, ms. */
const OUTLINE_WAIT_MS = 20;

/** A scenario about to be shown. */
export interface NewScenario {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly zoning: Zoning;
  readonly prepared: Prepared;
  readonly plan: Plan | null;
  readonly edited: boolean;
  readonly stale: boolean;
  readonly record: ScenarioRecord;
}

/** How a change of the zoning is told to who follows it. */
interface Telling {
  /** who changed place; undefined: it was told already; null: everything is read anew */
  readonly shifted?: readonly ShiftedCompound[] | null | undefined;
}

/** What a scenario makes of the data: its drawings on them, and who is linked. */
function sceneOf({ prepared: { world, graph } }: Backstage): Pick<AppState, "scene" | "graph"> {
  return { scene: world, graph };
}

/** Shared ground of the slices: the state, the backstage of each scenario, and follow-up work. */
export class Desk {
  readonly deps: StoreDeps;
  readonly backstage = new Map<string, Backstage>();
  readonly table: LiveTable;
  readonly gate: Gate;
  readonly keeper: Keeper;
  readonly refreshOutlines: () => void;
  /** ends a stroke that is open; the slice of strokes sets it */
  closeStroke: () => void = () => {};
  /** plans data for which no plan was begun yet; the slice of data sets it */
  planFirst: () => Promise<void> = async () => {};
  /** forgets it: the zoning it is of is not shown any more */
  dropStroke: () => void = () => {};
  /** counts worlds and solves, so that late answers of earlier ones are told apart */
  private serial = 0;
  private readonly api: StoreApi<AppStoreState>;

  constructor(api: StoreApi<AppStoreState>, deps: StoreDeps) {
    this.api = api;
    this.deps = deps;
    this.table = new LiveTable(this);
    this.keeper = new Keeper(this);
    this.gate = new Gate({
      closeStroke: () => this.closeStroke(),
      admit: () => this.keeper.admit(),
      admitEdit: () => this.admitEdit(),
    });
    this.refreshOutlines = debounce(() => this.drawOutlinesBetweenStrokes(), OUTLINE_WAIT_MS);
  }

  get state(): AppState {
    return this.api.getState();
  }

  set(change: Partial<AppState>): void {
    this.api.setState(change);
  }

  /** A number that no earlier call returned. */
  next(): number {
    this.serial += 1;
    return this.serial;
  }

  /** Tells whether `serial` is the last one handed out: nothing newer has begun. */
  isLatest(serial: number): boolean {
    return this.serial === serial;
  }

  notify(kind: Notice["kind"], key: string, args: Notice["args"] = {}): void {
    const serial = (this.state.notice?.serial ?? 0) + 1;
    this.set({ notice: { serial, kind, key, args } });
  }

  /** Says why the scenario shown may not be changed now; true: it may. */
  admitEdit(): boolean {
    return this.keeper.admit() && this.admitChange(this.state.activeId);
  }

  /** Says that a scenario is locked; true: it is not. */
  admitChange(id: string | null): boolean {
    const scenario = this.scenario(id);
    if (!scenario?.record.locked) return true;
    this.notify("error", "scenario-locked", { name: scenario.name });
    return false;
  }

  /** Runs `work`; what it throws becomes an error notice `key` with the `detail`. */
  async attempt<T>(key: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.notify("error", key, { detail: error instanceof Error ? error.message : String(error) });
      return null;
    }
  }

  get active(): ScenarioState | null {
    return this.scenario(this.state.activeId);
  }

  scenario(id: string | null): ScenarioState | null {
    return this.state.scenarios.find((scenario) => scenario.id === id) ?? null;
  }

  /** @throws when there is no such scenario */
  backstageOf(id: string): Backstage {
    const found = this.backstage.get(id);
    if (!found) throw new Error(`no scenario ${id}`);
    return found;
  }

  change(id: string, change: Partial<ScenarioState>): void {
    this.set({ scenarios: this.withChange(id, change) });
  }

  private withChange(id: string, change: Partial<ScenarioState>): readonly ScenarioState[] {
    return this.state.scenarios.map((scenario) =>
      scenario.id === id ? { ...scenario, ...change } : scenario,
    );
  }

  /** The next shift, to be set with what it tells of. */
  shift(shifted: readonly ShiftedCompound[] | null): Pick<AppState, "shift"> {
    return { shift: { serial: this.state.shift.serial + 1, shifted } };
  }

  /** Puts a scenario's backstage in place, brings what depends on it into its state, and keeps it. */
  settle(
    id: string,
    backstage: Backstage,
    change: Partial<ScenarioState> = {},
    { shifted = null }: Telling = {},
  ): void {
    const before = this.backstage.get(id);
    this.backstage.set(id, backstage);
    const scenario = this.scenario(id);
    if (!scenario) return;
    const after = { ...scenario, ...change };
    const isRelocked =
      before?.prepared !== backstage.prepared || (change.zoning !== undefined && shifted === null);
    const scenarios = this.withChange(id, {
      ...change,
      ...describeProof(backstage, after),
      ...(isRelocked && { locks: describeLocks(backstage.prepared, after.zoning) }),
    });
    const isActive = id === this.state.activeId;
    this.set({
      scenarios,
      ...(isActive && { ...sceneOf(backstage), preview: null }),
      ...(isActive && change.zoning && this.shift(shifted)),
    });
    this.keeper.noteChange(id, before, backstage);
  }

  /** Adds a scenario; it is not made the active one, and not kept yet. */
  add(
    { prepared, plan, edited, stale, ...scenario }: NewScenario,
    known: Omit<Backstage, "prepared"> | null = null,
  ): void {
    const { recipe } = prepared;
    const solved = stale ? null : recipe;
    const proofs = new Map(edited ? [] : [[null, { plan, recipe: solved }]]);
    const backstage: Backstage = {
      ...(known ?? { history: EMPTY_HISTORY, proofs, solved }),
      prepared,
    };
    this.backstage.set(scenario.id, backstage);
    const evaluated: Evaluated = evaluateAll(prepared, scenario.zoning);
    const proven = describeProof(backstage, { recipe, zoning: scenario.zoning });
    const locks = describeLocks(prepared, scenario.zoning);
    const added: ScenarioState = {
      ...scenario,
      recipe,
      ...evaluated,
      ...proven,
      outlines: null,
      locks,
    };
    this.set({ scenarios: [...this.state.scenarios, added] });
  }

  /** Makes a scenario the one that is shown. */
  show(id: string): void {
    this.set({
      activeId: id,
      ...sceneOf(this.backstageOf(id)),
      preview: null,
      stroke: null,
      ...this.shift(null),
    });
    this.table.warmUp();
  }

  /**
   * @param before a preparation whose estimator still holds: same links and assumptions
   * @throws when no world is open
   */
  prepare(recipe: Recipe, graph: ContiguityGraph, before?: Prepared): Prepared {
    const { world } = this.state;
    if (!world) throw new Error("no data are open");
    return prepare(world, recipe, { graph, ...(before && { estimator: before.estimator }) });
  }

  /** Outlines of a scenario from the worker; dropped when the zoning changed meanwhile. */
  async drawOutlines(of: string | null = this.state.activeId): Promise<void> {
    const scenario = this.scenario(of);
    if (!scenario) return;
    const { id, zoning, recipe } = scenario;
    await this.attempt("outline-failed", async () => {
      const outlines = await this.deps.core.outline(zoning, recipe);
      if (this.scenario(id)?.zoning === zoning) this.change(id, { outlines });
    });
  }

  /** Outlines change at a stroke's end, so nothing is drawn in its way. */
  private drawOutlinesBetweenStrokes(): void {
    if (this.state.stroke) this.refreshOutlines();
    else void this.drawOutlines();
  }
}
