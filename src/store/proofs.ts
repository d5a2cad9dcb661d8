import {
  EMPTY_HISTORY,
  type History,
  type HistoryStep,
  normaliseRecipe,
  type Plan,
  type Recipe,
  type StepChain,
  type Zoning,
} from "../core/index.ts";
import type { Backstage } from "./backstage.ts";
import type { ScenarioState } from "./state.ts";

type ProofState = Pick<ScenarioState, "plan" | "edited" | "stale" | "canUndo" | "canRedo">;

const plans = new WeakMap<Omit<Plan, "zoning">, Plan>();

/** The plan with the zoning it proves; the same object every time. */
function planOf(proof: Omit<Plan, "zoning">, zoning: Zoning): Plan {
  const known = plans.get(proof) ?? { ...proof, zoning };
  plans.set(proof, known);
  return known;
}

/** What is proven about a zoning, and whether it can go back and forth. */
export function describeProof(
  backstage: Backstage,
  { recipe, zoning }: Pick<ScenarioState, "recipe" | "zoning">,
): ProofState {
  const { history, proofs } = backstage;
  const proof = proofs.get(lastZoningStep(history));
  const solved = lastSolved(backstage);
  return {
    plan: proof?.plan ? planOf(proof.plan, zoning) : null,
    edited: proof === undefined,
    stale: solved === null || !isSameRecipe(solved, recipe),
    canUndo: history.done !== null,
    canRedo: history.undone !== null,
  };
}

const zoningSteps = new WeakMap<StepChain, { readonly step: HistoryStep | null }>();

/** The step that made the zoning as it is, steps that only touch the recipe apart; null: none did. */
export function lastZoningStep({ done }: History): HistoryStep | null {
  const passed: StepChain[] = [];
  let found: HistoryStep | null = null;
  for (let chain = done; chain !== null; chain = chain.rest) {
    const known = zoningSteps.get(chain);
    const { diff } = chain.step;
    if (known || diff.moves.length > 0 || diff.districts.length > 0) {
      found = known ? known.step : chain.step;
      break;
    }
    passed.push(chain);
  }
  for (const chain of passed) zoningSteps.set(chain, { step: found });
  return found;
}

type Proofs = Backstage["proofs"];

/** Found once per step and set of proofs, so that the answer costs the same however long the history. */
const solvedAt = new WeakMap<Proofs, WeakMap<StepChain, { readonly recipe: Recipe | null }>>();

/** The recipe of the latest solve that led to the zoning as it is. */
function lastSolved({ history, proofs, solved }: Backstage): Recipe | null {
  const known = solvedAt.get(proofs) ?? new WeakMap();
  solvedAt.set(proofs, known);
  const passed: StepChain[] = [];
  let chain = history.done;
  while (chain && !known.has(chain) && !proofs.has(chain.step)) {
    passed.push(chain);
    chain = chain.rest;
  }
  const found = chain && known.get(chain);
  const own = chain ? proofs.get(chain.step) : (proofs.get(null) ?? { recipe: solved });
  const answer = found ?? { recipe: own?.recipe ?? null };
  for (const one of passed) known.set(one, answer);
  return answer.recipe;
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

const recipeTexts = new WeakMap<Recipe, string>();

/** Values of single districts play no part in a solve. */
function textOf(recipe: Recipe): string {
  const known =
    recipeTexts.get(recipe) ??
    JSON.stringify(normaliseRecipe({ ...recipe, districtAssumptions: {} }));
  recipeTexts.set(recipe, known);
  return known;
}

/** Whether both would propose the same plan. */
function isSameRecipe(a: Recipe, b: Recipe): boolean {
  return a === b || textOf(a) === textOf(b);
}
