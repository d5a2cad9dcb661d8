import type { Issue } from "../base/issue.ts";
import { buildGraph } from "../contiguity/build-graph.ts";
import type { ContiguityGraph } from "../contiguity/graph.ts";
import { valuesOfSet } from "../estimate/assumption-set.ts";
import { type AssumptionValues, resolveAssumptions } from "../estimate/defaults.ts";
import { createEstimator, type Estimator } from "../estimate/estimator.ts";
import type { World } from "../ingest/world.ts";
import { createProblem, type Problem } from "../regionalization/problem.ts";
import { drawOnWorld } from "./drawings.ts";
import type { Recipe } from "./recipe.ts";
import { resolveLinks } from "./resolve-links.ts";
import { type ResolvedOverrides, resolveOverrides } from "./resolve-overrides.ts";
import { resolveRules } from "./resolve-rules.ts";

/** A world under a recipe, its drawings on it, ready to be planned, evaluated and exported. */
export interface Prepared {
  /** as it was read, without drawings */
  readonly read: World;
  readonly world: World;
  readonly recipe: Recipe;
  readonly graph: ContiguityGraph;
  readonly values: AssumptionValues;
  /** values set for single compounds and districts */
  readonly overrides: ResolvedOverrides;
  readonly estimator: Estimator;
  readonly problem: Problem;
  /** faults of the recipe on this world, the problem's own included */
  readonly issues: readonly Issue[];
}

/** Parts of {@link prepare} that take time, in their order. */
type PrepareStage = "link" | "estimate" | "problem";

export interface PrepareOptions {
  /** the graph of this world and recipe, if the caller has it already */
  readonly graph?: ContiguityGraph;
  /** the estimator of this world, graph and assumptions, if the caller has it already */
  readonly estimator?: Estimator;
  /** called at the end of each stage, so that a caller with a clock can time it */
  readonly onStage?: (stage: PrepareStage) => void;
}

/**
 * The one way from data and recipe to a problem, shared by command line, worker and page.
 * Barriers and crossings drawn by hand are on its world; whoever reads the graph reads them there.
 * Links by hand and rules that name an unknown compound, and links to itself, become issues.
 */
export function prepare(
  read: World,
  recipe: Recipe,
  { graph: known, estimator: given, onStage = () => {} }: PrepareOptions = {},
): Prepared {
  const { parameters } = recipe;
  const { world, issues: drawn } = drawOnWorld(read, recipe);
  const hand = resolveLinks(world, recipe);
  const graph =
    known ??
    buildGraph(world, {
      gapM: parameters.gapM,
      links: parameters.links,
      added: hand.added,
      removed: hand.removed,
    });
  onStage("link");
  const values = valuesOf(recipe);
  const overrides = resolveOverrides(world, recipe);
  const estimator = given ?? createEstimator(world, graph, values, overrides.byCompound);
  onStage("estimate");
  const { rules, start, issues: unknown } = resolveRules(world, recipe);
  const problem = createProblem({ world, graph, parameters, estimator, rules, start });
  onStage("problem");
  const issues = [
    ...drawn,
    ...hand.issues,
    ...unknown,
    ...overrides.issues,
    ...checkGuidedFee(recipe, values),
    ...problem.issues,
  ];
  return { read, world, recipe, graph, values, overrides, estimator, problem, issues };
}

/** City-wide values of a recipe: the set's, and what was set on top of them. */
export function valuesOf({ assumptionSet, assumptions }: Recipe): AssumptionValues {
  return resolveAssumptions(valuesOfSet(assumptionSet), assumptions);
}

/** A planned fee above the guidance price is said, not changed. */
function checkGuidedFee({ rulePack }: Recipe, values: AssumptionValues): Issue[] {
  const guided = rulePack.guidedFeeYuanPerM2Month;
  if (guided === null || values.fee_plan <= guided) return [];
  const args = { fee: values.fee_plan, guided };
  return [
    { code: "fee-above-guided", severity: "warning", source: null, feature: null, at: null, args },
  ];
}
