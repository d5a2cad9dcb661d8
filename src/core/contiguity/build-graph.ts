import { TOUCH_M } from "../geometry/segment-distance.ts";
import type { World } from "../ingest/world.ts";
import type { ContiguityGraph, ContiguityOptions, LinkTable } from "./graph.ts";
import { readHandPairs } from "./hand-pairs.ts";
import { visitNearbyPairs } from "./nearby-pairs.ts";
import { createPairJudge } from "./pair-judge.ts";
import { findSharedBoundaries } from "./shared-boundaries.ts";
import { createCutCollector, createLinkCollector } from "./tables.ts";

/** Neighbour lists of both ends; ascending because links are sorted by (a, b). */
export function toRows(
  count: number,
  links: LinkTable,
): Pick<ContiguityGraph, "offset" | "neighbor" | "linkOf"> {
  const offset = new Uint32Array(count + 1);
  for (let l = 0; l < links.count; l++) {
    offset[links.a[l] + 1]++;
    offset[links.b[l] + 1]++;
  }
  for (let i = 0; i < count; i++) offset[i + 1] += offset[i];
  const fill = offset.slice(0, count);
  const neighbor = new Uint32Array(2 * links.count);
  const linkOf = new Uint32Array(2 * links.count);
  for (let l = 0; l < links.count; l++) {
    const atA = fill[links.a[l]]++;
    const atB = fill[links.b[l]]++;
    neighbor[atA] = links.b[l];
    neighbor[atB] = links.a[l];
    linkOf[atA] = linkOf[atB] = l;
  }
  return { offset, neighbor, linkOf };
}

/**
 * The contiguity graph: which compounds can be run as one (DESIGN §4 "Links", SPEC C1–C15).
 * O(n log n) for compounds of bounded size and density. Pairs in `removed` are cut even when they
 * are also in `added`; a cut by hand is recorded whatever else would have severed the pair.
 * @throws if `gapM` is not a finite number ≥ 0, or a pair by hand names no two compounds
 */
export function buildGraph(world: World, options: ContiguityOptions): ContiguityGraph {
  const { gapM } = options;
  if (!(gapM >= 0 && gapM < Infinity)) throw new Error(`gapM must be finite and ≥ 0, got ${gapM}`);
  const count = world.compounds.length;
  const links = createLinkCollector();
  const cuts = createCutCollector();
  const shared =
    options.links === "gap" ? null : findSharedBoundaries(world.compounds, options.links);
  const judge = createPairJudge(world, options, { links, cuts, shared });
  const visit = (a: number, b: number) => {
    if (!judge.isByHand(a, b)) judge.judge(a, b);
  };
  if (shared) shared.forEach(visit);
  else visitNearbyPairs(world.shapes, gapM + TOUCH_M, { enter: judge.focus, visit });
  const hand = readHandPairs([...options.added, ...options.removed], count);
  for (const [a, b] of hand.all()) judge.judgeAlone(a, b);
  const table = links.finish(count);
  return { count, ...toRows(count, table), links: table, cuts: cuts.finish(count) };
}
