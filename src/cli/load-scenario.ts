import { readScenario, type Scenario } from "../core/index.ts";
import type { Terminal } from "./command.ts";
import { readTextFile } from "./files.ts";
import { printIssues } from "./print-issues.ts";

/** The scenario in a file; null when it is none, after saying so. @throws UsageError */
export function loadScenario(path: string, terminal: Terminal): Scenario | null {
  const { name, text } = readTextFile(path);
  const { scenario, issues } = readScenario(text, name);
  printIssues(issues, terminal);
  return scenario;
}
