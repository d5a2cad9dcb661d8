import type { Issue, IssueCode } from "../base/issue.ts";
import { buildGraph } from "../contiguity/build-graph.ts";
import type { ContiguityGraph } from "../contiguity/graph.ts";
import { type AssumptionValues, resolveAssumptions } from "../estimate/defaults.ts";
import { createEstimator, type Estimator } from "../estimate/estimator.ts";
import type { World } from "../ingest/world.ts";
import { createProblem, type Problem } from "../regionalization/problem.ts";
import type { LinkPair, Recipe } from "./recipe.ts";

/** A world under a recipe, ready to be planned, evaluated and exported. */
export interface Prepared {
  readonly world: World;
  readonly recipe: Recipe;
  readonly graph: ContiguityGraph;
  readonly values: AssumptionValues;
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
  /** called at the end of each stage, so that a caller with a clock can time it */
  readonly onStage?: (stage: PrepareStage) => void;
}

/**
 * The one way from data and recipe to a problem, shared by command line, worker and page.
 * Links by hand that name an unknown compound, or one compound twice, become issues.
 */
export function prepare(
  world: World,
  recipe: Recipe,
  { graph: known, onStage = () => {} }: PrepareOptions = {},
): Prepared {
  const { parameters } = recipe;
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
  const values = resolveAssumptions(recipe.assumptions);
  const estimator = createEstimator(world, graph, values);
  onStage("estimate");
  const problem = createProblem({ world, graph, parameters, estimator });
  onStage("problem");
  const issues = [...hand.issues, ...problem.issues];
  return { world, recipe, graph, values, estimator, problem, issues };
}

interface ResolvedLinks {
  readonly added: readonly (readonly [number, number])[];
  readonly removed: readonly (readonly [number, number])[];
  readonly issues: readonly Issue[];
}

/** Hand-made links and cuts by compound index; those that name nobody become issues. */
export function resolveLinks(
  world: World,
  { linksAdded, linksRemoved }: Pick<Recipe, "linksAdded" | "linksRemoved">,
): ResolvedLinks {
  if (linksAdded.length + linksRemoved.length === 0) return { added: [], removed: [], issues: [] };
  const indexOf = new Map(world.compounds.map(({ id }, i) => [id, i]));
  const issues: Issue[] = [];
  const resolve = (pairs: readonly LinkPair[]): [number, number][] =>
    pairs.flatMap(([a, b]): [number, number][] => {
      const i = indexOf.get(a);
      const j = indexOf.get(b);
      const isKnown = i !== undefined && j !== undefined;
      if (isKnown && i !== j) return [[i, j]];
      issues.push(warnOfLink(isKnown ? "link-to-itself" : "link-unknown-compound", { a, b }));
      return [];
    });
  return { added: resolve(linksAdded), removed: resolve(linksRemoved), issues };
}

function warnOfLink(code: IssueCode, args: Issue["args"]): Issue {
  return { code, severity: "warning", source: null, feature: null, at: null, args };
}
