import type { Issue } from "../base/issue.ts";
import type { World } from "../ingest/world.ts";
import type { PlanRules } from "../regionalization/plan-rules.ts";
import { LEFT_OUT_REASONS, type Zoning } from "../zoning/zoning.ts";
import type { Recipe, RecipeDistrict } from "./recipe.ts";

/** Rules and start of a recipe by compound index. */
export interface ResolvedRules {
  readonly rules: PlanRules;
  readonly start: Zoning | null;
  readonly issues: readonly Issue[];
}

const NOT_PLACED = LEFT_OUT_REASONS.indexOf("not-placed");

function warn(code: Issue["code"], args: Issue["args"]): Issue {
  const feature = typeof args.a === "string" ? args.a : null;
  return { code, severity: "warning", source: null, feature, at: null, args };
}

/** The rules on a world; ids that it lacks become issues and are dropped (R36). */
export function resolveRules(world: World, recipe: Recipe): ResolvedRules {
  const indexOf = new Map(world.compounds.map(({ id }, i) => [id, i]));
  const unknown = new Set<string>();
  const resolve = (ids: readonly string[]): number[] =>
    ids.flatMap((id) => {
      const i = indexOf.get(id);
      if (i === undefined) unknown.add(id);
      return i === undefined ? [] : [i];
    });
  const rules: PlanRules = {
    mustTogether: recipe.mustTogether.map(resolve),
    neverTogether: recipe.neverTogether.flatMap((pair): [number, number][] => {
      const [a, b] = resolve(pair);
      return b === undefined || a === b ? [] : [[a, b]];
    }),
    locks: recipe.locks.map((lock) => ({ ...lock, compounds: resolve(lock.compounds) })),
  };
  const issues = [...unknown].map((a) => warn("rule-unknown-compound", { a }));
  if (recipe.start === null) return { rules, start: null, issues };
  const { start, missing } = resolveStart(recipe.start, indexOf);
  if (missing.length > 0) {
    issues.push(warn("start-unknown-compound", { a: missing[0], count: missing.length }));
  }
  return { rules, start, issues };
}

function resolveStart(
  districts: readonly RecipeDistrict[],
  indexOf: ReadonlyMap<string, number>,
): { readonly start: Zoning; readonly missing: readonly string[] } {
  const assignment = new Int32Array(indexOf.size).fill(-1);
  const missing: string[] = [];
  districts.forEach(({ compounds }, d) => {
    for (const id of compounds) {
      const i = indexOf.get(id);
      if (i === undefined) missing.push(id);
      else assignment[i] = d;
    }
  });
  const reason = Uint8Array.from(assignment, (d) => (d < 0 ? NOT_PLACED : 0));
  const identities = districts.map(({ id, name }) => ({ id, name }));
  return { start: { districts: identities, assignment, reason }, missing };
}
