import type { Issue, RecipeDistrict, RecipeLock } from "../core/index.ts";
import type { Arguments } from "./parse-arguments.ts";
import { UsageError } from "./usage-error.ts";

/** Comma-separated ids of every mention of an option. @throws UsageError below two ids */
export function readGroups(args: Arguments, name: string): string[][] {
  return args.all(name).map((text) => {
    const ids = [...new Set(text.split(",").map((id) => id.trim()))].filter((id) => id !== "");
    if (ids.length > 1) return ids;
    throw new UsageError(
      `--${name} 需要至少两个编号，如 --${name} a,b`,
      `--${name} needs at least two ids, as in --${name} a,b`,
    );
  });
}

/** Every pair of a group. */
export function pairs(ids: readonly string[]): [string, string][] {
  return ids.flatMap((a, k) => ids.slice(k + 1).map((b): [string, string] => [a, b]));
}

/**
 * A lock for each id: the whole district of that id, else the compound of that id to its district.
 * An id that is neither becomes an issue. @throws UsageError when there is no zoning to lock
 */
export function readLocks(
  ids: readonly string[],
  zoning: readonly RecipeDistrict[] | null,
): { readonly locks: readonly RecipeLock[]; readonly issues: readonly Issue[] } {
  if (ids.length > 0 && zoning === null)
    throw new UsageError(
      "--lock 需要起始方案，请加 --start",
      "--lock needs a zoning; name one with --start",
    );
  const locks: RecipeLock[] = [];
  const issues: Issue[] = [];
  for (const id of ids) {
    const district = zoning?.find((d) => d.id === id && d.compounds.length > 0);
    const home = zoning?.find((d) => d.compounds.includes(id));
    if (district) locks.push({ ...district, whole: true });
    else if (home) locks.push({ ...home, compounds: [id], whole: false });
    else issues.push(unknownLock(id));
  }
  return { locks, issues };
}

function unknownLock(id: string): Issue {
  return {
    code: "lock-unknown",
    severity: "warning",
    source: null,
    feature: id,
    at: null,
    args: { a: id },
  };
}
