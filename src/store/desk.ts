import type { StoreApi } from "zustand/vanilla";
import {
  type ContiguityGraph,
  EMPTY_HISTORY,
  type History,
  type HistoryStep,
  normaliseRecipe,
  type Plan,
  type Prepared,
  prepare,
  type Recipe,
  type ScenarioRecord,
  type Zoning,
} from "../core/index.ts";
import { debounce } from "./debounce.ts";
import type { StoreDeps } from "./deps.ts";
import { type Evaluated, evaluateAll } from "./evaluate-scenario.ts";
import { serialiseProject } from "./saved-project.ts";
import type { AppState, AppStoreState, Notice, ScenarioState } from "./state.ts";

/** Quiet time before an edited scenario's outlines are drawn anew, ms. */
const OUTLINE_WAIT_MS = 200;
/** Quiet time before the project is saved, ms. */
const SAVE_WAIT_MS = 500;

/** A solve; recipe null: one that is not this scenario's any more. */
interface Proof {
  /** null when the solve is known but its proof was not kept */
  readonly plan: Plan | null;
  readonly recipe: Recipe | null;
}

/** What the store keeps of a scenario beside its state. */
export interface Backstage {
  readonly history: History;
  readonly prepared: Prepared;
  /** by the history step that made the proven zoning; null: the zoning before all steps */
  readonly proofs: ReadonlyMap<HistoryStep | null, Proof>;
  /** what was solved before all steps; null: not known */
  readonly solved: Recipe | null;
}

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

/** Shared ground of the slices: the state, the backstage of each scenario, and follow-up work. */
export class Desk {
  readonly deps: StoreDeps;
  readonly backstage = new Map<string, Backstage>();
  readonly refreshOutlines: () => void;
  readonly save: () => void;
  /** counts worlds and solves, so that late answers of earlier ones are told apart */
  private serial = 0;
  private readonly api: StoreApi<AppStoreState>;

  constructor(api: StoreApi<AppStoreState>, deps: StoreDeps) {
    this.api = api;
    this.deps = deps;
    this.refreshOutlines = debounce(() => void this.drawOutlines(), OUTLINE_WAIT_MS);
    this.save = debounce(() => void this.saveProject(), SAVE_WAIT_MS);
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
    this.set({
      scenarios: this.state.scenarios.map((scenario) =>
        scenario.id === id ? { ...scenario, ...change } : scenario,
      ),
    });
  }

  /** Puts a scenario's backstage in place and brings what depends on it into its state. */
  settle(id: string, backstage: Backstage, change: Partial<ScenarioState> = {}): void {
    this.backstage.set(id, backstage);
    const scenario = this.scenario(id);
    if (!scenario) return;
    this.change(id, { ...change, ...describeProof(backstage, change.recipe ?? scenario.recipe) });
    if (id === this.state.activeId) this.set({ graph: backstage.prepared.graph });
    this.save();
  }

  /** Adds a scenario without history; it is not made the active one. */
  add({ prepared, plan, edited, stale, ...scenario }: NewScenario): void {
    const { recipe } = prepared;
    const solved = stale ? null : recipe;
    const proofs = new Map(edited ? [] : [[null, { plan, recipe: solved }]]);
    const backstage: Backstage = { history: EMPTY_HISTORY, prepared, proofs, solved };
    this.backstage.set(scenario.id, backstage);
    const evaluated: Evaluated = evaluateAll(prepared, scenario.zoning);
    const proven = describeProof(backstage, recipe);
    const added: ScenarioState = { ...scenario, recipe, ...evaluated, ...proven, outlines: null };
    this.set({ scenarios: [...this.state.scenarios, added] });
    this.save();
  }

  /** @throws when no world is open */
  prepare(recipe: Recipe, graph: ContiguityGraph): Prepared {
    const { world } = this.state;
    if (!world) throw new Error("no data are open");
    return prepare(world, recipe, { graph });
  }

  /** Outlines of the active scenario from the worker; dropped when the zoning changed meanwhile. */
  async drawOutlines(): Promise<void> {
    const scenario = this.active;
    if (!scenario) return;
    const { id, zoning, recipe } = scenario;
    await this.attempt("outline-failed", async () => {
      const outlines = await this.deps.core.outline(zoning, recipe.parameters.gapM);
      if (this.scenario(id)?.zoning === zoning) this.change(id, { outlines });
    });
  }

  private async saveProject(): Promise<void> {
    const project = serialiseProject(this.state);
    if (project) await this.attempt("autosave-failed", () => this.deps.storage.save(project));
  }
}

type ProofState = Pick<ScenarioState, "plan" | "edited" | "stale" | "canUndo" | "canRedo">;

function describeProof(backstage: Backstage, recipe: Recipe): ProofState {
  const { history, proofs } = backstage;
  const proof = proofs.get(lastZoningStep(history));
  const solved = lastSolved(backstage);
  return {
    plan: proof?.plan ?? null,
    edited: proof === undefined,
    stale: solved === null || !isSameRecipe(solved, recipe),
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
  };
}

/** The step that made the zoning as it is, steps that only touch links apart; null: none did. */
export function lastZoningStep({ done }: History): HistoryStep | null {
  return (
    done.findLast(
      ({ diff }) => diff.moves.length > 0 || diff.districtsBefore !== diff.districtsAfter,
    ) ?? null
  );
}

/** The recipe of the latest solve that led to the zoning as it is. */
function lastSolved({ history, proofs, solved }: Backstage): Recipe | null {
  const step = [null, ...history.done].findLast((done) => proofs.has(done));
  return step === undefined ? solved : (proofs.get(step)?.recipe ?? null);
}

/** The backstage of a copy: the same zoning and proof, nothing to undo. */
export function detach(backstage: Backstage): Backstage {
  const proof = backstage.proofs.get(lastZoningStep(backstage.history));
  return {
    prepared: backstage.prepared,
    history: EMPTY_HISTORY,
    proofs: new Map(proof ? [[null, proof]] : []),
    solved: lastSolved(backstage),
  };
}

function isSameRecipe(a: Recipe, b: Recipe): boolean {
  return a === b || JSON.stringify(normaliseRecipe(a)) === JSON.stringify(normaliseRecipe(b));
}
