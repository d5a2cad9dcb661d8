import type { Issue, IssueCode } from "../base/issue.ts";
import type { World } from "../ingest/world.ts";

/** A warning about a rule, with the ids of the compounds it is about as `a` and `b`. */
export function ruleIssue(
  world: World,
  code: IssueCode,
  about: {
    readonly a: number;
    readonly b?: number;
    readonly args?: Readonly<Record<string, string | number>>;
  },
): Issue {
  const { a, b, args = {} } = about;
  const ids = {
    a: world.compounds[a].id,
    ...(b === undefined ? {} : { b: world.compounds[b].id }),
  };
  return {
    code,
    severity: "warning",
    source: null,
    feature: ids.a,
    at: null,
    args: { ...ids, ...args },
  };
}
