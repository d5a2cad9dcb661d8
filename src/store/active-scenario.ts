import type { AppState, ScenarioState } from "./state.ts";

/** The scenario shown in a state; null while there is none. */
export function activeScenario({
  scenarios,
  activeId,
}: Pick<AppState, "scenarios" | "activeId">): ScenarioState | null {
  return scenarios.find(({ id }) => id === activeId) ?? null;
}
