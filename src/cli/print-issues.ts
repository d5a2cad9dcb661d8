import { describeIssue, type Issue, type Language } from "../core/index.ts";
import type { Terminal } from "./command.ts";

const SEVERITY = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "提示", en: "info" },
} as const;

/** An issue as it stands in JSON answers. */
export function issueRecord(issue: Issue, language: Language) {
  const { code, severity, source, feature } = issue;
  return { code, severity, source, feature, ...describeIssue(issue, language) };
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}

/** How many issues there are of each severity. */
export function countIssues(issues: readonly Issue[]) {
  const count = (severity: Issue["severity"]) =>
    issues.filter((issue) => issue.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}

/** One line on stderr for each kind of issue, the gravest first: an example and how many more. */
export function printIssues(issues: readonly Issue[], { language, stderr }: Terminal): void {
  const kinds = new Map<string, Issue[]>();
  for (const issue of issues) {
    const kind = `${issue.severity} ${issue.code}`;
    const known = kinds.get(kind);
    if (known) known.push(issue);
    else kinds.set(kind, [issue]);
  }
  const order = ["error", "warning", "info"];
  const sorted = [...kinds.values()].sort(
    ([a], [b]) => order.indexOf(a.severity) - order.indexOf(b.severity),
  );
  for (const [first, ...more] of sorted) {
    const { message, fix } = describeIssue(first, language);
    const count = language === "zh" ? `（另有 ${more.length} 条）` : ` (and ${more.length} more)`;
    const rest = more.length > 0 ? count : "";
    stderr(`${SEVERITY[first.severity][language]} [${first.code}] ${message} → ${fix}${rest}`);
  }
}
