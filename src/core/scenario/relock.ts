import type { World } from "../ingest/world.ts";
import { changeRules } from "../regionalization/change-rules.ts";
import type { Lock } from "../regionalization/plan-rules.ts";
import { type Prepared, prepare } from "./prepare.ts";
import type { Recipe, RecipeLock } from "./recipe.ts";

/** Locks by compound index; null when the data lack one of their compounds. O(n + locked). */
function resolveLocks(world: World, locks: readonly RecipeLock[]): Lock[] | null {
  const wanted = new Set(locks.flatMap(({ compounds }) => compounds));
  const indexOf = new Map<string, number>();
  if (wanted.size > 0)
    world.compounds.forEach(({ id }, i) => {
      if (wanted.has(id)) indexOf.set(id, i);
    });
  if (indexOf.size < wanted.size) return null;
  return locks.map((lock) => ({
    ...lock,
    compounds: lock.compounds.flatMap((id) => indexOf.get(id) ?? []),
  }));
}

/**
 * What was prepared, under a recipe that differs in its locks alone: equal to `prepare` with it, at
 * the cost of the locks (SPEC R52). Names of nobody are left to `prepare`, which says so.
 */
export function relock(before: Prepared, recipe: Recipe): Prepared {
  const { read, world, graph, estimator, problem } = before;
  const locks = resolveLocks(world, recipe.locks);
  const isClean = before.issues.every(({ code }) => code !== "rule-unknown-compound");
  if (locks === null || !isClean) return prepare(read, recipe, { graph, estimator });
  const next = changeRules(problem, { ...problem.rules, locks });
  const others = before.issues.slice(0, before.issues.length - problem.issues.length);
  return { ...before, recipe, problem: next, issues: [...others, ...next.issues] };
}
