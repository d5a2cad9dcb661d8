import { TOUCH_M } from "../geometry/segment-distance.ts";
import type { World } from "../ingest/world.ts";
import { indexBarriers, type Passage } from "./barrier-index.ts";
import type { ContiguityGraph, ContiguityOptions, LinkTable } from "./graph.ts";
import { createPairGauge } from "./pair-gauge.ts";
import { findNearbyPairs, type HandPairs, type Partners, readHandPairs } from "./pairs.ts";
import { findSharedVertices } from "./shared-vertices.ts";
import { createCutTable, createLinkTable } from "./tables.ts";

/** Boundaries this close share a wall, m (DESIGN §4). */
const WALL_M = 3;

/** Partners to look at: by rule or by hand, ascending and each once. */
function withHandPairs(partners: Partners, hand: readonly HandPairs[]): Partners {
  return (unit) => {
    const extra = hand.flatMap((pairs) => pairs.of(unit));
    if (extra.length === 0) return partners(unit);
    return [...new Set([...partners(unit), ...extra])].sort((p, q) => p - q);
  };
}

/** Neighbour lists of both ends; ascending because links are sorted by (a, b). */
function toRows(
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
  const added = readHandPairs(options.added, count);
  const removed = readHandPairs(options.removed, count);
  const queen = options.links === "queen" ? findSharedVertices(world.compounds) : null;
  const byRule: Partners = queen ? (unit) => queen[unit] : findNearbyPairs(world.shapes, gapM);
  const partners = withHandPairs(byRule, [added, removed]);
  const gauge = createPairGauge(world.shapes);
  const index = indexBarriers(world.barriers, world.crossings);
  const links = createLinkTable();
  const cuts = createCutTable();
  const connection = new Float64Array(4);
  const isHard = (p: Passage) => world.barriers[p.barrier].barrierClass === "hard";

  const judge = (a: number, b: number) => {
    const isAdded = added.has(a, b);
    const isRemoved = removed.has(a, b);
    const anyDistance = isAdded || isRemoved || queen !== null;
    const distanceM = gauge.measure(a, b, anyDistance ? Infinity : gapM + TOUCH_M);
    if (distanceM === Infinity) return;
    gauge.connect(connection, 0);
    const met = queen && !isAdded ? [] : index.met(connection);
    const hard = met.filter(isHard);
    const severing = hard.find((passage) => !passage.passable);
    if (isRemoved || (severing && !isAdded)) {
      const barrier = isRemoved || !severing ? -1 : severing.barrier;
      cuts.add({ a, b, gapM: distanceM, barrier, connection });
      return;
    }
    const byRuleToo = queen ? queen[a].includes(b) : distanceM <= gapM + TOUCH_M;
    const byHand = isAdded && (!byRuleToo || severing !== undefined);
    links.add({
      a,
      b,
      gapM: distanceM,
      connection,
      facingM: gauge.facingM(gapM),
      wallM: gauge.facingM(Math.min(WALL_M, gapM)),
      needsCrossing: hard.length > 0 && !byHand,
      penalised: met.filter((p) => world.barriers[p.barrier].barrierClass === "penalised").length,
      byHand,
      barriers: met.map((p) => p.barrier),
    });
  };
  for (let a = 0; a < count; a++) for (const b of partners(a)) judge(a, b);
  const table = links.finish();
  return { count, ...toRows(count, table), links: table, cuts: cuts.finish() };
}
