import { matchDistricts } from "./match-districts.ts";
import { type Flow, findFlows, sharedCompounds, type Zoned } from "./overlap.ts";

/** One line of the realignment table. */
export interface Realigned extends Flow {
  /** district ids; null: left out, or not taking part */
  readonly fromId: string | null;
  readonly toId: string | null;
  /** the two are the same district by {@link matchDistricts}, or both none */
  readonly stays: boolean;
}

/** What changes from one scenario to another, compound by compound. */
export interface Realignment {
  readonly rows: readonly Realigned[];
  /** indices on the first side of the compounds that change district, ascending */
  readonly changed: readonly number[];
  readonly changedHouseholds: number;
  /** ids of compounds that only one side knows */
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

function missing(from: Zoned, known: ReadonlySet<number>): string[] {
  return from.world.compounds.flatMap(({ id }, i) => (known.has(i) ? [] : [id]));
}

/** From which district to which, with households; districts are matched, ids do not matter. */
export function findRealignment(
  first: Zoned,
  second: Zoned,
  { toSecond } = matchDistricts(first, second),
): Realignment {
  const idOf = (of: Zoned, d: number) => (d < 0 ? null : of.zoning.districts[d].id);
  const rows = findFlows(first, second).map(
    (flow): Realigned => ({
      ...flow,
      fromId: idOf(first, flow.from),
      toId: idOf(second, flow.to),
      stays: flow.from < 0 || flow.to < 0 ? flow.from === flow.to : toSecond[flow.from] === flow.to,
    }),
  );
  const moved = rows.filter(({ stays }) => !stays);
  const shared = sharedCompounds(first, second);
  return {
    rows,
    changed: moved.flatMap(({ compounds }) => compounds).sort((a, b) => a - b),
    changedHouseholds: moved.reduce((sum, { households }) => sum + households, 0),
    onlyFirst: missing(first, new Set(shared.map((one) => one.first))),
    onlySecond: missing(second, new Set(shared.map((one) => one.second))),
  };
}
