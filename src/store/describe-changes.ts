import {
  describePlan,
  describeStep,
  describeZoning,
  type HistoryStep,
  type KeptProof,
  stepsOf,
  type World,
  writeHistory,
  writeScenario,
} from "../core/index.ts";
import type { Backstage, Proof } from "./backstage.ts";
import type { ScenarioState } from "./state.ts";
import type { LogEntry, ScenarioSnapshot } from "./stored-project.ts";

function describeProof({ plan, recipe }: Proof, world: World): KeptProof {
  return { plan: plan && describePlan(plan, world), recipe };
}

/** Everything of a scenario, to be kept. O(n + steps). */
export function takeSnapshot(
  scenario: ScenarioState,
  { history, proofs, solved }: Backstage,
  { world, seq }: { readonly world: World; readonly seq: number },
): ScenarioSnapshot {
  const steps: (HistoryStep | null)[] = [
    null,
    ...[...stepsOf(history.done)].reverse(),
    ...stepsOf(history.undone),
  ];
  const text = writeScenario({
    id: scenario.id,
    name: scenario.name,
    parent: scenario.parentId,
    dataHash: world.dataHash,
    recipe: scenario.recipe,
    zoning: describeZoning(scenario.zoning, world),
    plan: null,
    edited: scenario.edited,
    stale: scenario.stale,
    record: scenario.record,
    sources: [],
  });
  return {
    scenario: scenario.id,
    seq,
    text,
    history: writeHistory(history, world),
    proofs: steps.flatMap((step, k) => {
      const proof = proofs.get(step);
      return proof ? [{ at: k - 1, ...describeProof(proof, world) }] : [];
    }),
    solved,
  };
}

/**
 * What happened to a scenario between two backstages as an entry of its log; "nothing" when nothing
 * did that is kept, null when it is not one step forth or back. O(step).
 */
export function describeChange(
  before: Backstage,
  after: Backstage,
  world: World,
): LogEntry["change"] | "nothing" | null {
  const [was, is] = [before.history, after.history];
  const isProven = before.proofs !== after.proofs;
  if (was === is) return isProven ? null : "nothing";
  if (is.done && is.done.rest === was.done && is.undone === null && !isRedo(was, is)) {
    const { step } = is.done;
    const proof = after.proofs.get(step);
    return {
      kind: "step",
      step: describeStep(step, world),
      proof: proof ? describeProof(proof, world) : null,
    };
  }
  if (isProven) return null;
  if (was.done && was.done.rest === is.done && is.undone?.rest === was.undone)
    return { kind: "undo" };
  return isRedo(was, is) ? { kind: "redo" } : null;
}

function isRedo(was: Backstage["history"], is: Backstage["history"]): boolean {
  const { undone } = was;
  return undone !== null && is.undone === undone.rest && is.done?.step === undone.step;
}
