import type { Issue, IssueCode } from "../base/issue.ts";
import type { World } from "../ingest/world.ts";
import type { LinkPair, Recipe } from "./recipe.ts";

/** Links by hand by compound index. */
export interface ResolvedLinks {
  readonly added: readonly (readonly [number, number])[];
  readonly removed: readonly (readonly [number, number])[];
  readonly issues: readonly Issue[];
}

/** The links by hand on a world; unknown ids and loops become issues and are not used. */
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
