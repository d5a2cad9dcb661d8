import {
  checkProof,
  EMPTY_HISTORY,
  type History,
  type HistoryStep,
  type Plan,
  type Recipe,
  readHistory,
  readScenario,
  recordStep,
  redoStep,
  restoreProof,
  restoreScenario,
  restoreStep,
  type Scenario,
  stepsOf,
  undoStep,
  type World,
  type Zoning,
  type ZoningDiff,
} from "../core/index.ts";
import type { Backstage, Proof } from "./backstage.ts";
import { lastZoningStep } from "./proofs.ts";
import type { LogEntry, ScenarioSnapshot } from "./stored-project.ts";

/** A scenario as it was kept, set back onto its data. */
export interface ReadScenarioState {
  readonly scenario: Scenario;
  readonly recipe: Recipe;
  readonly zoning: Zoning;
  readonly known: Omit<Backstage, "prepared">;
  /** number of the last change that was read */
  readonly seq: number;
  /** what was kept is not all there: the history, or the changes after number `seq` */
  readonly lost: "nothing" | "history" | "changes";
  /** the data do not fit the scenario */
  readonly isOtherData: boolean;
}

/** What a log leads to. */
interface Replayed {
  history: History;
  recipe: Recipe;
  assignment: Int32Array;
  reason: Uint8Array;
  districts: (Zoning["districts"][number] | null)[];
}

/** Whether a diff begins where the zoning is. */
function fits(state: Replayed, { moves, districts }: ZoningDiff): boolean {
  return (
    moves.every(({ compound, from }) => state.assignment[compound] === from) &&
    districts.every(({ at, before }) => state.districts[at]?.id === before?.id)
  );
}

/** Makes a diff; false where it does not fit, and nothing changes. O(moved). */
function apply(state: Replayed, diff: ZoningDiff): boolean {
  if (!fits(state, diff)) return false;
  for (const { compound, to, reasonTo } of diff.moves) {
    state.assignment[compound] = to;
    state.reason[compound] = reasonTo;
  }
  for (const { at, after } of diff.districts) state.districts[at] = after;
  while (state.districts.length > 0 && state.districts[state.districts.length - 1] === null)
    state.districts.pop();
  return true;
}

/** One entry; null when it cannot be followed. */
function replay(
  state: Replayed,
  { change }: LogEntry,
  indexOf: ReadonlyMap<string, number>,
): HistoryStep | "followed" | null {
  if (change.kind === "step") {
    const step = restoreStep(change.step, indexOf);
    if (!step || !apply(state, step.diff)) return null;
    state.history = recordStep(state.history, step.diff, step);
    if (step.recipe) state.recipe = { ...state.recipe, ...step.recipe.after };
    return state.history.done?.step ?? null;
  }
  const next = change.kind === "undo" ? undoStep(state.history) : redoStep(state.history);
  if (!next || !apply(state, next.diff)) return null;
  state.history = next.history;
  if (next.recipe) state.recipe = { ...state.recipe, ...next.recipe };
  return "followed";
}

/** A proof that was kept; null when it is damaged. */
function readProof(stored: unknown, indexOf: ReadonlyMap<string, number>): Proof | null {
  const proof = checkProof(stored);
  return proof && { plan: proof.plan && restoreProof(proof.plan, indexOf), recipe: proof.recipe };
}

/** Proofs by the steps of the history. */
function readProofs(
  { proofs }: ScenarioSnapshot,
  { done, undone }: History,
  indexOf: ReadonlyMap<string, number>,
): Map<HistoryStep | null, Proof> {
  const steps: (HistoryStep | null)[] = [null, ...[...stepsOf(done)].reverse(), ...stepsOf(undone)];
  const found = new Map<HistoryStep | null, Proof>();
  for (const { at, ...stored } of proofs) {
    const step = steps[at + 1];
    const proof = step === undefined ? null : readProof(stored, indexOf);
    if (step !== undefined && proof) found.set(step, proof);
  }
  return found;
}

/** The proof that the scenario itself tells of, where no others were kept. */
function ownProof(
  { edited, stale, recipe }: Scenario,
  plan: Plan | null,
  history: History,
): Map<HistoryStep | null, Proof> {
  if (edited) return new Map();
  return new Map([[lastZoningStep(history), { plan, recipe: stale ? null : recipe }]]);
}

/** A snapshot set back onto its data; null when it is none. */
function readSnapshot(
  snapshot: ScenarioSnapshot,
  world: World,
  indexOf: ReadonlyMap<string, number>,
): (ReadScenarioState & { readonly state: Replayed }) | null {
  const { scenario } = readScenario(snapshot.text);
  if (!scenario) return null;
  const { zoning, plan, issues } = restoreScenario(scenario, world);
  const isOtherData = issues.length > 0;
  const read =
    snapshot.history === "" || isOtherData
      ? { history: EMPTY_HISTORY, issues: [] }
      : readHistory(snapshot.history, world, zoning);
  const isLost = read.issues.length > 0 || isOtherData;
  const { history } = read;
  const proofs =
    snapshot.proofs.length > 0 && !isLost
      ? readProofs(snapshot, history, indexOf)
      : ownProof(scenario, plan, history);
  const { recipe } = scenario;
  const solved = snapshot.solved ?? (scenario.stale ? null : recipe);
  const state: Replayed = {
    history,
    recipe,
    assignment: zoning.assignment.slice(),
    reason: zoning.reason.slice(),
    districts: [...zoning.districts],
  };
  return {
    scenario,
    recipe,
    zoning,
    known: { history, proofs, solved },
    seq: snapshot.seq,
    lost: isLost ? "history" : "nothing",
    isOtherData,
    state,
  };
}

/**
 * A scenario from its snapshot and the log of what was done since. Never throws: a log that is damaged
 * or does not go on from the snapshot is followed as far as it does, and that is told.
 * @param log of this scenario, ascending
 * @returns null when the snapshot is none
 */
export function readKept(
  snapshot: ScenarioSnapshot,
  log: readonly LogEntry[],
  world: World,
): ReadScenarioState | null {
  const indexOf = new Map(world.compounds.map(({ id }, i) => [id, i]));
  const read = readSnapshot(snapshot, world, indexOf);
  if (!read) return null;
  const { state, ...base } = read;
  const proofs = new Map(base.known.proofs);
  let { seq, lost } = base;
  for (const entry of log) {
    if (entry.seq <= snapshot.seq) continue;
    const step = entry.seq === seq + 1 ? replay(state, entry, indexOf) : null;
    if (step === null) {
      lost = "changes";
      break;
    }
    seq = entry.seq;
    const { change } = entry;
    const proof = change.kind === "step" && change.proof && readProof(change.proof, indexOf);
    if (step !== "followed" && proof) proofs.set(step, proof);
  }
  const { history, recipe, assignment, reason } = state;
  const districts = state.districts.filter((district) => district !== null);
  return {
    ...base,
    recipe,
    zoning: { districts, assignment, reason },
    known: { ...base.known, history, proofs },
    seq,
    lost,
  };
}
