import { finish, type Steps } from "../base/steps.ts";
import { assignSparse } from "./assign-sparse.ts";
import { findFlows, type Zoned } from "./overlap.ts";

/** Which district of one zoning is which of another. */
export interface DistrictMatch {
  /** per district of the first, its position in the second; −1: none */
  readonly toSecond: Int32Array;
  /** per district of the second, its position in the first; −1: none */
  readonly toFirst: Int32Array;
}

/** Households come first; compounds without any still count for a little. */
const PER_HOUSEHOLD = 1_000_000;

/** One piece of what two districts share. */
interface Shared {
  readonly from: number;
  readonly to: number;
  readonly worth: number;
}

/** Positions of districts in an order that depends on their members alone. */
function canonicalOrder(of: Zoned): number[] {
  const first = new Map<number, string>();
  of.world.compounds.forEach(({ id }, i) => {
    const d = of.zoning.assignment[i];
    const known = first.get(d);
    if (d >= 0 && (known === undefined || id < known)) first.set(d, id);
  });
  return [...first]
    .sort(([, a], [, b]) => (a < b ? -1 : Number(a > b)))
    .map(([position]) => position);
}

/** A text of the partition that depends on the members alone, for an order between two. */
function partitionText(of: Zoned, order: readonly number[]): string {
  const rank = new Map(order.map((position, k) => [position, k]));
  return of.world.compounds
    .map(({ id }, i) => `${id}:${rank.get(of.zoning.assignment[i]) ?? -1}`)
    .sort()
    .join(" ");
}

function assignShared(
  shared: readonly Shared[],
  order: { readonly rows: readonly number[]; readonly columns: readonly number[] },
): [row: number, column: number][] {
  const rowAt = new Map(order.rows.map((d, k) => [d, k]));
  const columnAt = new Map(order.columns.map((d, k) => [d, k]));
  const pairs = shared
    .map(({ from, to, worth }) => ({
      row: rowAt.get(from) ?? 0,
      column: columnAt.get(to) ?? 0,
      worth,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const start = new Int32Array(order.rows.length + 1);
  for (const { row } of pairs) start[row + 1]++;
  for (let r = 0; r < order.rows.length; r++) start[r + 1] += start[r];
  const columnOf = assignSparse({
    rows: order.rows.length,
    columns: order.columns.length,
    start,
    column: Int32Array.from(pairs, (pair) => pair.column),
    worth: Float64Array.from(pairs, (pair) => pair.worth),
  });
  return [...columnOf].flatMap((column, row): [number, number][] =>
    column < 0 ? [] : [[order.rows[row], order.columns[column]]],
  );
}

/**
 * Matches districts so that the households which keep their district are most, one to one; districts
 * that share nobody are never matched. Hungarian method, see {@link assignSparse}. The pair is
 * matched in an order that depends on the partitions alone, so `match(b, a)` is the inverse of
 * `match(a, b)` and names, ids and positions of districts play no part (S41).
 */
export function matchDistricts(first: Zoned, second: Zoned): DistrictMatch {
  return finish(matchInSteps(first, second));
}

/** {@link matchDistricts} in steps; they tell no progress. */
export function* matchInSteps(first: Zoned, second: Zoned): Steps<DistrictMatch> {
  const shared = findFlows(first, second).flatMap(
    ({ from, to, households, compounds }): Shared[] =>
      from < 0 || to < 0
        ? []
        : [{ from, to, worth: households * PER_HOUSEHOLD + compounds.length }],
  );
  yield 0;
  const [a, b] = [canonicalOrder(first), canonicalOrder(second)];
  yield 0;
  const text = partitionText(first, a);
  yield 0;
  const isTurned = partitionText(second, b) < text;
  yield 0;
  const turned = shared.map(({ from, to, worth }) => ({ from: to, to: from, worth }));
  const pairs = isTurned
    ? assignShared(turned, { rows: b, columns: a }).map(([row, column]) => [column, row])
    : assignShared(shared, { rows: a, columns: b });
  const toSecond = new Int32Array(first.zoning.districts.length).fill(-1);
  const toFirst = new Int32Array(second.zoning.districts.length).fill(-1);
  for (const [from, to] of pairs) {
    toSecond[from] = to;
    toFirst[to] = from;
  }
  return { toSecond, toFirst };
}
