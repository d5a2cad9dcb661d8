import type { Drawings, DrawnBarrier, LonLat, World } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { EditActions, ObstacleKind } from "./edit-state.ts";
import type { ScenarioState } from "./state.ts";
import { changeParts } from "./steps.ts";

type DrawingActions = Pick<
  EditActions,
  "drawBarrier" | "drawCrossing" | "takeOutObstacle" | "putBackObstacle"
>;

interface Named {
  readonly id: string;
}

/** `drawn-n`, n one above the highest in use. */
function nextId(drawn: readonly Named[]): string {
  const highest = drawn.reduce((max, { id }) => Math.max(max, Number(/\d+/.exec(id)?.[0] ?? 0)), 0);
  return `drawn-${highest + 1}`;
}

/** What was drawn without one of it; the world marks ids that the data have, too, with a tilde. */
const without = <T extends Named>(drawn: readonly T[], id: string): readonly T[] =>
  drawn.filter((one) => one.id !== id && one.id !== id.replace(/~+$/, ""));

const withId = (ids: readonly string[], id: string) => (ids.includes(id) ? ids : [...ids, id]);

/** The drawings without one barrier or crossing: of the data it is noted, a drawn one goes. */
function takeOut(recipe: Drawings, world: World, { kind, id }: Obstacle): Partial<Drawings> {
  const isOfData = world[kind === "barrier" ? "barriers" : "crossings"].some(
    (one) => one.id === id,
  );
  if (kind === "barrier")
    return isOfData
      ? { barriersRemoved: withId(recipe.barriersRemoved, id) }
      : { barriersDrawn: without(recipe.barriersDrawn, id) };
  return isOfData
    ? { crossingsRemoved: withId(recipe.crossingsRemoved, id) }
    : { crossingsDrawn: without(recipe.crossingsDrawn, id) };
}

interface Obstacle extends Named {
  readonly kind: ObstacleKind;
}

/** Barriers and crossings drawn and taken out by hand: parts of the recipe, each a step. */
export function createDrawingActions(desk: Desk): DrawingActions {
  const draw = (make: (recipe: Drawings, world: World) => Partial<Drawings>): void =>
    desk.gate.change(() => {
      const scenario: ScenarioState | null = desk.active;
      const { world } = desk.state;
      if (!scenario || !world) return;
      const after = make(scenario.recipe, world);
      const keys = Object.keys(after) as (keyof Drawings)[];
      const isSame = keys.every((key) => after[key]?.length === scenario.recipe[key].length);
      if (!isSame) changeParts(desk, scenario, after);
    });

  return {
    drawBarrier: (barrier: Omit<DrawnBarrier, "id">) =>
      draw(({ barriersDrawn }) => ({
        barriersDrawn:
          barrier.line.length < 2
            ? barriersDrawn
            : [...barriersDrawn, { id: nextId(barriersDrawn), ...barrier }],
      })),

    drawCrossing: (at: LonLat) =>
      draw(({ crossingsDrawn }) => ({
        crossingsDrawn: [...crossingsDrawn, { id: nextId(crossingsDrawn), at }],
      })),

    takeOutObstacle: (kind, id) => draw((recipe, world) => takeOut(recipe, world, { kind, id })),

    putBackObstacle: (kind, id) =>
      draw(({ barriersRemoved, crossingsRemoved }) =>
        kind === "barrier"
          ? { barriersRemoved: barriersRemoved.filter((one) => one !== id) }
          : { crossingsRemoved: crossingsRemoved.filter((one) => one !== id) },
      ),
  };
}
