import { describePlan, describeZoning, writeScenario } from "../core/index.ts";
import type { SavedProject } from "./deps.ts";
import type { AppState } from "./state.ts";

/** The open project as it is saved; null when nothing is open. */
export function serialiseProject(state: AppState): SavedProject | null {
  const { world, scenarios, sources, activeId } = state;
  if (!world || scenarios.length === 0) return null;
  const texts = scenarios.map((scenario) =>
    writeScenario({
      id: scenario.id,
      name: scenario.name,
      parent: scenario.parentId,
      dataHash: world.dataHash,
      recipe: scenario.recipe,
      zoning: describeZoning(scenario.zoning, world),
      plan: scenario.plan && describePlan(scenario.plan, world),
      edited: scenario.edited,
      stale: scenario.stale,
      record: scenario.record,
      sources: [],
    }),
  );
  return { version: 1, sources, scenarios: texts, activeId };
}
