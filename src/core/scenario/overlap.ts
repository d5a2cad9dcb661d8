import type { World } from "../ingest/world.ts";
import type { Zoning } from "../zoning/zoning.ts";

/** A zoning with the compounds it is about. */
export interface Zoned {
  readonly world: Pick<World, "compounds">;
  readonly zoning: Zoning;
}

/** A compound that both sides know, by its index on either side. */
export interface SharedCompound {
  readonly first: number;
  readonly second: number;
}

/** Compounds that two sides have in common, by id, in the first side's order. */
export function sharedCompounds(first: Zoned, second: Zoned): SharedCompound[] {
  const { compounds } = first.world;
  if (compounds === second.world.compounds)
    return compounds.map((_, i) => ({ first: i, second: i }));
  const indexOf = new Map(second.world.compounds.map(({ id }, i) => [id, i]));
  return compounds.flatMap(({ id }, i): SharedCompound[] => {
    const j = indexOf.get(id);
    return j === undefined ? [] : [{ first: i, second: j }];
  });
}

/** Compounds that go from one place to another; −1 is no district. */
export interface Flow {
  /** district positions on either side */
  readonly from: number;
  readonly to: number;
  /** by the first side's ledger */
  readonly households: number;
  /** indices on the first side, ascending */
  readonly compounds: readonly number[];
}

/** Who goes from where to where, by from, then to; −1 comes last. */
export function findFlows(first: Zoned, second: Zoned): Flow[] {
  const flows = new Map<number, { from: number; to: number; compounds: number[] }>();
  const columns = second.zoning.districts.length + 1;
  for (const shared of sharedCompounds(first, second)) {
    const from = first.zoning.assignment[shared.first];
    const to = second.zoning.assignment[shared.second];
    const key = (from + 1) * columns + to + 1;
    const flow = flows.get(key);
    if (flow) flow.compounds.push(shared.first);
    else flows.set(key, { from, to, compounds: [shared.first] });
  }
  const rank = (d: number) => (d < 0 ? Infinity : d);
  const order = (a: number, b: number) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b));
  return [...flows.values()]
    .sort((a, b) => order(a.from, b.from) || order(a.to, b.to))
    .map((flow) => ({
      ...flow,
      households: flow.compounds.reduce((s, i) => s + first.world.compounds[i].households, 0),
    }));
}
