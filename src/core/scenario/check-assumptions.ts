import type { Issue, IssueCode } from "../base/issue.ts";
import { ASSUMPTIONS, type AssumptionValues } from "../estimate/defaults.ts";

/** Overrides of assumptions as found in a file: the good ones, and what is wrong with the rest. */
export interface CheckedAssumptions {
  readonly values: Partial<AssumptionValues>;
  readonly issues: readonly Issue[];
}

/**
 * Takes known keys with finite numbers ≥ 0; anything else becomes an issue and is not used.
 * @param source file name for the issues
 */
export function checkAssumptions(content: unknown, source: string | null): CheckedAssumptions {
  const issue = (code: IssueCode, args: Issue["args"]): Issue => ({
    code,
    severity: "error",
    source,
    feature: null,
    at: null,
    args,
  });
  if (typeof content !== "object" || content === null || Array.isArray(content))
    return { values: {}, issues: [issue("assumptions-not-object", {})] };

  const known = new Set<string>(ASSUMPTIONS.map(({ key }) => key));
  const values: Record<string, number> = {};
  const issues: Issue[] = [];
  for (const [key, value] of Object.entries(content)) {
    if (!known.has(key)) issues.push(issue("assumption-unknown", { key }));
    else if (typeof value === "number" && Number.isFinite(value) && value >= 0) values[key] = value;
    else issues.push(issue("assumption-value", { key, value: JSON.stringify(value) ?? "" }));
  }
  return { values, issues };
}
