import type { Bilingual } from "../base/language.ts";
import type { PlanParameters } from "../regionalization/parameters.ts";
import type { Problem } from "../regionalization/problem.ts";
import type { Recipe } from "./recipe.ts";

export type CandidateKey =
  | "cheapest-community"
  | "cheapest-terrain"
  | "fewest"
  | "ideal"
  | "closest"
  | "smallest";

/** A plan to be proposed along the trade-off between cost and closeness. */
export interface Candidate {
  readonly key: CandidateKey;
  readonly name: Bilingual;
  readonly recipe: Recipe;
}

const NAMES: Readonly<Record<CandidateKey, Bilingual>> = {
  "cheapest-community": { zh: "成本优先·社区内", en: "Lowest cost within communities" },
  "cheapest-terrain": { zh: "成本优先·自然边界", en: "Lowest cost within terrain" },
  fewest: { zh: "片区最少", en: "Fewest districts" },
  ideal: { zh: "理想规模", en: "Ideal size" },
  closest: { zh: "就近服务", en: "Closest service" },
  smallest: { zh: "最小可行片区", en: "Smallest workable districts" },
};

/** Households of the compounds that can be placed. */
function householdsOf({ world, placeable }: Problem): number {
  return world.compounds.reduce((sum, { households }, i) => sum + placeable[i] * households, 0);
}

/** As many districts as there are households for, `share` of the way from largest to smallest. */
function countAt(problem: Problem, share: number): number {
  const { limits } = problem.parameters;
  const least = limits.minHouseholds ?? 300;
  const most = Math.max(least, limits.maxHouseholds ?? 1500);
  const size = most ** (1 - share) * least ** share;
  return Math.max(1, Math.round(householdsOf(problem) / size));
}

/** Plots of the size classes: none is full or bare in practice, so the ends lie inside the limits. */
const FEW = 0.15;
const MANY = 0.75;

/**
 * Recipes of honest candidates: from fewest districts to the smallest workable ones, inside 社区 and
 * inside terrain. Data, assumptions, limits, rules and decisions are those of `base`, so that the
 * plans differ in nothing but what they aim at; without known 社区 one envelope is enough.
 * @param problem of `base`, for the number of households there is
 */
export function candidateRecipes(base: Recipe, problem: Problem): Candidate[] {
  const candidate = (key: CandidateKey, change: Partial<PlanParameters>): Candidate => ({
    key,
    name: NAMES[key],
    recipe: {
      ...base,
      parameters: { ...base.parameters, threshold: null, districts: null, ...change },
    },
  });
  const compact = (share: number): Partial<PlanParameters> => ({
    objective: "compact",
    envelope: "terrain",
    districts: countAt(problem, share),
  });
  const all = [
    candidate("cheapest-community", { objective: "cost", envelope: "community" }),
    candidate("cheapest-terrain", { objective: "cost", envelope: "terrain" }),
    candidate("fewest", compact(FEW)),
    candidate("ideal", { objective: "compact", envelope: "terrain" }),
    candidate("closest", compact(MANY)),
    candidate("smallest", { objective: "max-p", envelope: "community", attributes: [] }),
  ];
  const hasCommunities = problem.world.compounds.some(({ community }) => community !== null);
  return hasCommunities ? all : all.filter(({ key }) => key !== "cheapest-community");
}
