import type {
  Issue,
  Limits,
  PlanParameters,
  Recipe,
  RecipeDistrict,
  Threshold,
} from "../core/index.ts";
import { LIMIT_OPTIONS } from "./options.ts";
import type { Arguments } from "./parse-arguments.ts";
import { readMoney } from "./read-money.ts";
import { pairs, readGroups, readLocks } from "./read-rules.ts";
import { readOptionsFrom } from "./read-sources.ts";
import { UsageError } from "./usage-error.ts";

/** A recipe with what was wrong in the files it was read from. */
export interface ReadRecipe {
  readonly recipe: Recipe;
  readonly issues: readonly Issue[];
}

/** Zonings that options may refer to. */
export interface ReadRecipeOptions {
  /** the one to start from */
  readonly start?: readonly RecipeDistrict[] | null;
  /** the one of the scenario that is planned again */
  readonly zoning?: readonly RecipeDistrict[] | null;
}

/** The options on top of `base`. @throws UsageError */
export function readRecipe(
  args: Arguments,
  base: Recipe,
  { start, zoning }: ReadRecipeOptions = {},
): ReadRecipe {
  const money = readMoney(args, base);
  const locks = readLocks(args.all("lock"), start ?? zoning ?? null);
  return {
    recipe: {
      ...base,
      read: readOptionsFrom(args, base.read),
      parameters: readParameters(args, { ...base.parameters, limits: money.limits }),
      assumptionSet: money.assumptionSet,
      assumptions: money.assumptions,
      rulePack: money.rulePack,
      mustTogether: [...base.mustTogether, ...readGroups(args, "must-together")],
      neverTogether: [...base.neverTogether, ...readGroups(args, "never-together").flatMap(pairs)],
      locks: [...base.locks, ...locks.locks],
      start: start ?? base.start,
    },
    issues: [...money.issues, ...locks.issues],
  };
}

function readParameters(args: Arguments, base: PlanParameters): PlanParameters {
  if (args.has("all-ages") && args.has("aged-before"))
    throw new UsageError(
      "--all-ages 与 --aged-before 只能用一个",
      "use either --all-ages or --aged-before",
    );
  const agedBefore = args.number("aged-before", base.agedBefore, {
    min: 1,
    max: 9999,
    whole: true,
  });
  return {
    envelope: args.choice("envelope", ["community", "street", "terrain"], base.envelope),
    gapM: args.number("gap", base.gapM, { min: 0, max: 10_000 }),
    links: args.choice("links", ["gap", "queen", "rook"], base.links),
    agedBefore: args.has("all-ages") ? null : agedBefore,
    limits: readLimits(args, base.limits),
    objective: args.choice("objective", ["cost", "max-p", "compact"], base.objective),
    threshold: readThreshold(args.text("threshold")) ?? base.threshold,
    attributes: readList(args.text("attributes")) ?? base.attributes,
    dissimilarity: args.choice("dissimilarity", ["ssd", "pairwise"], base.dissimilarity),
    anchorsAsSeeds: args.has("anchors-as-seeds") || base.anchorsAsSeeds,
    districts: args.number("districts", base.districts, { min: 1, whole: true }),
    method: args.choice("method", ["auto", "exact", "search", "dbscan"], base.method),
    seed: args.number("seed", base.seed, { whole: true }),
    iterations: args.number("iterations", base.iterations, { min: 1, max: 100_000, whole: true }),
  };
}

const COUNT = { min: 1, whole: true };

function readLimits(args: Arguments, base: Limits): Limits {
  const given = LIMIT_OPTIONS.map(({ name, limit }) => [
    limit,
    args.numberOrNone(name, base[limit], limit === "maxCompounds" ? COUNT : { min: 0 }),
  ]);
  return { ...base, ...Object.fromEntries(given) };
}

function readThreshold(text: string | null): Threshold | null {
  if (text === null) return null;
  const [, field, min] = /^(.+?)>=(.+)$/.exec(text) ?? [];
  if (field && min && Number.isFinite(Number(min)))
    return { field: field.trim(), min: Number(min) };
  throw new UsageError(
    `--threshold 不能是“${text}”，请写成 "households>=500"（带引号）`,
    `--threshold cannot be "${text}"; write it as "households>=500", with the quotes`,
  );
}

function readList(text: string | null): readonly string[] | null {
  if (text === null) return null;
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
