import {
  type Issue,
  type Plan,
  type Prepared,
  prepare,
  readOptionsOf,
  readWorld,
  restoreScenario,
  type Scenario,
  type Zoning,
} from "../core/index.ts";
import type { Terminal } from "./command.ts";
import { loadScenario } from "./load-scenario.ts";
import { printIssues } from "./print-issues.ts";

/** A scenario set up on its own data. */
export interface OpenScenario {
  readonly scenario: Omit<Scenario, "dataHash" | "zoning" | "plan">;
  readonly prepared: Prepared;
  readonly zoning: Zoning;
  readonly plan: Plan | null;
  /** what of it does not fit its data any more */
  readonly issues: readonly Issue[];
}

/** A scenario file set up; null when it cannot be read, after saying so. @throws UsageError */
export function openKept(path: string, terminal: Terminal): OpenScenario | null {
  const scenario = loadScenario(path, terminal);
  if (!scenario) return null;
  const world = readWorld(scenario.sources, readOptionsOf(scenario.recipe));
  const prepared = prepare(world, scenario.recipe);
  const { zoning, plan, issues } = restoreScenario(scenario, world);
  const named = issues.map(({ code, severity, feature, at, args }): Issue => {
    return { code, severity, source: scenario.name, feature, at, args };
  });
  printIssues(named, terminal);
  return { scenario, prepared, zoning, plan, issues: named };
}
