import { createMoveExplainer, type MoveStory } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { Actions } from "./state.ts";

/** Moves of the active zoning, told on request; nothing here changes it. */
export function createExplainActions(desk: Desk): Pick<Actions, "explainMoves" | "explainBorder"> {
  let known: {
    zoning: unknown;
    problem: unknown;
    explainer: ReturnType<typeof createMoveExplainer>;
  } | null = null;

  const explainer = () => {
    const scenario = desk.active;
    if (!scenario) return null;
    const { zoning } = scenario;
    const { problem } = desk.backstageOf(scenario.id).prepared;
    if (known?.zoning !== zoning || known.problem !== problem)
      known = { zoning, problem, explainer: createMoveExplainer(problem, zoning) };
    return known.explainer;
  };

  return {
    explainMoves: (compound): readonly MoveStory[] => explainer()?.compound(compound).moves ?? [],
    explainBorder: (first, second) =>
      explainer()
        ?.border(first, second)
        .cheapest.flatMap((move) => move ?? []) ?? [],
  };
}
