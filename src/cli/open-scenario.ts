import {
  type Issue,
  type Plan,
  type Prepared,
  prepare,
  readOptionsOf,
  readScenario,
  readWorld,
  restoreScenario,
  type Scenario,
  type Zoning,
} from "../core/index.ts";
import type { Terminal } from "./command.ts";
import { readTextFile } from "./files.ts";
import { printIssues } from "./print-issues.ts";

/** A scenario file set up on its own data. */
export interface OpenScenario {
  readonly scenario: Scenario;
  readonly prepared: Prepared;
  readonly zoning: Zoning;
  readonly plan: Plan | null;
  /** what of it does not fit its data any more */
  readonly issues: readonly Issue[];
}

/** The scenario in a file; null when it is none, after saying so. @throws UsageError */
export function loadScenario(path: string, terminal: Terminal): Scenario | null {
  const { name, text } = readTextFile(path);
  const { scenario, issues } = readScenario(text, name);
  printIssues(issues, terminal);
  return scenario;
}

/** The scenario with its world, links and estimates; null when it cannot be read, after saying so. */
export function openScenario(path: string, terminal: Terminal): OpenScenario | null {
  const scenario = loadScenario(path, terminal);
  if (!scenario) return null;
  const world = readWorld(scenario.sources, readOptionsOf(scenario.recipe));
  const prepared = prepare(world, scenario.recipe);
  const { zoning, plan, issues } = restoreScenario(scenario, world);
  const named = issues.map((issue): Issue => ({ ...issue, source: scenario.name }));
  printIssues(named, terminal);
  return { scenario, prepared, zoning, plan, issues: named };
}
