import type { Issue, IssueCode, Severity } from "../base/issue.ts";

/** How a feature is told from others (`id`: an id, else its name, else `#n`) and called in words. */
export interface FeatureLabel {
  readonly id: string;
  readonly name: string | null;
}

/** What an issue is about, beside its code and severity. */
export interface IssueDetail {
  readonly source?: string | null;
  readonly feature?: FeatureLabel;
  readonly at?: readonly [number, number] | null;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** Collects the issues of one read. */
export interface IssueLog {
  add(severity: Severity, code: IssueCode, detail: IssueDetail): void;
  /** All issues, errors first, in an order that does not depend on the order of features. */
  list(): Issue[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An empty log. */
export function createIssueLog(): IssueLog {
  const issues: Issue[] = [];
  return {
    add(severity, code, { source = null, feature, at = null, args = {} }) {
      const named = feature?.name ? { feature: feature.name, ...args } : args;
      issues.push({ code, severity, source, feature: feature?.id ?? null, at, args: named });
    },
    list() {
      const keyed = issues.map((issue) => {
        const { code, source, feature, at, args } = issue;
        return { issue, key: JSON.stringify([source ?? "", code, feature ?? "", args, at]) };
      });
      keyed.sort(
        (a, b) => RANK[a.issue.severity] - RANK[b.issue.severity] || compareText(a.key, b.key),
      );
      return keyed.map(({ issue }) => issue);
    },
  };
}

/** Text of the input as it may stand in a message: one line, at most 60 characters. */
export function quoteInput(value: unknown): string {
  const text =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : value === null
        ? "null"
        : typeof value;
  const line = text.slice(0, 80).replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
