import type { World } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";

/** What every detail view is given. */
export interface DetailParts {
  readonly world: World;
  readonly scenario: ScenarioState;
}

/** What every view of two compounds is given. */
export interface PairParts extends DetailParts {
  readonly pair: readonly [number, number];
}

/** Compound indices of one district, ascending. */
export function membersOf({ zoning }: ScenarioState, district: number): number[] {
  const members: number[] = [];
  zoning.assignment.forEach((d, i) => {
    if (d === district) members.push(i);
  });
  return members;
}
