import type { ContiguityGraph } from "../contiguity/graph.ts";
import type { World } from "../ingest/world.ts";
import { breaksUpper } from "./breaks-upper.ts";
import type { PlanParameters } from "./parameters.ts";
import { cellOf, takesPart } from "./problem.ts";

type Scope = Pick<PlanParameters, "agedBefore" | "envelope" | "limits">;

/** What a plan makes of two compounds, linked or not. */
export interface PairScope {
  /** those of the two that take no part */
  readonly outOfScope: readonly number[];
  /** those of the two that take part and break an upper limit alone */
  readonly oversized: readonly number[];
  /** both lie in one envelope cell */
  readonly inOneCell: boolean;
  /** nothing but their link decides whether they may share a district */
  readonly mayShare: boolean;
}

/** What the parameters of a plan make of a pair of compounds. */
export function readPairScope(
  world: World,
  { agedBefore, envelope, limits }: Scope,
  pair: readonly [number, number],
): PairScope {
  const [a, b] = pair.map((i) => world.compounds[i]);
  const outOfScope = pair.filter((i) => !takesPart(world.compounds[i], agedBefore));
  const oversized = pair.filter(
    (i) => !outOfScope.includes(i) && breaksUpper(world, limits, [i]) !== null,
  );
  const inOneCell = cellOf(a, envelope).key === cellOf(b, envelope).key;
  const mayShare = inOneCell && outOfScope.length + oversized.length === 0;
  return { outOfScope, oversized, inOneCell, mayShare };
}

/** Pairs of compounds that both take part. */
export interface PairCounts {
  /** links between participants, whatever cell they lie in */
  readonly links: number;
  /** those of them inside one envelope cell: the ones that districts can use */
  readonly linksInCell: number;
  /** links that need a crossing */
  readonly needCrossing: number;
  /** pairs within the gap that a barrier severs; cuts by hand are not among them */
  readonly cuts: number;
}

/** Counts links and cuts between participants. O(n + links + cuts). */
export function countPairs(
  world: World,
  { links, cuts }: ContiguityGraph,
  { agedBefore, envelope }: Pick<PlanParameters, "agedBefore" | "envelope">,
): PairCounts {
  const isIn = world.compounds.map((compound) => takesPart(compound, agedBefore));
  const key = world.compounds.map((compound) => cellOf(compound, envelope).key);
  const counts = { links: 0, linksInCell: 0, needCrossing: 0, cuts: 0 };
  for (let l = 0; l < links.count; l++) {
    const [a, b] = [links.a[l], links.b[l]];
    if (!isIn[a] || !isIn[b]) continue;
    counts.links++;
    if (key[a] === key[b]) counts.linksInCell++;
    counts.needCrossing += links.needsCrossing[l];
  }
  for (let c = 0; c < cuts.count; c++) {
    if (isIn[cuts.a[c]] && isIn[cuts.b[c]] && cuts.barrier[c] >= 0) counts.cuts++;
  }
  return counts;
}
