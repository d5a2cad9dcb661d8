import {
  describeZoning,
  type HistoryStep,
  type Recipe,
  readHistory,
  type Scenario,
  stepsOf,
  type World,
  writeHistory,
  type Zoning,
} from "../core/index.ts";
import type { Backstage, Proof } from "./backstage.ts";
import { lastZoningStep } from "./proofs.ts";
import type { ScenarioState } from "./state.ts";
import { PLAN_MARK } from "./steps.ts";

/** What the store keeps beside a scenario whose data were read again. */
type Known = Omit<Backstage, "prepared">;

/** A scenario on its way from one reading of its data to the next. */
export interface Carried {
  readonly scenario: Scenario;
  /** what can be undone and redone, as text; "": nothing */
  readonly steps: string;
  /** the zoning before all steps came from a solve */
  readonly beganSolved: boolean;
}

/** A scenario of the world before as one of the new world; its proof does not hold there. */
export function carryOver(
  { id, name, parentId, recipe, zoning, edited, record }: ScenarioState,
  { history, proofs }: Backstage,
  worlds: { readonly before: World; readonly world: World; readonly read: Recipe["read"] },
): Carried {
  const { before, world, read } = worlds;
  const hasSteps = history.done !== null || history.undone !== null;
  return {
    scenario: {
      id,
      name,
      parent: parentId,
      dataHash: world.dataHash,
      recipe: { ...recipe, read },
      zoning: describeZoning(zoning, before),
      plan: null,
      edited,
      stale: true,
      record,
      sources: [],
    },
    steps: hasSteps ? writeHistory(history, before) : "",
    beganSolved: proofs.has(null),
  };
}

const UNPROVEN: Proof = { plan: null, recipe: null };

/** The steps carried along, set onto the new world; null: there were none, or they do not fit it. */
export function arrive(
  { scenario, steps, beganSolved }: Carried,
  world: World,
  zoning: Zoning,
): Known | null {
  if (steps === "") return null;
  const { history, issues } = readHistory(steps, world, zoning);
  if (issues.length > 0) return null;
  const all = [...stepsOf(history.done), ...stepsOf(history.undone)];
  const solved: (HistoryStep | null)[] = all.filter(({ mark }) => mark === PLAN_MARK);
  if (beganSolved) solved.push(null);
  if (!scenario.edited) solved.push(lastZoningStep(history));
  return { history, proofs: new Map(solved.map((step) => [step, UNPROVEN])), solved: null };
}
