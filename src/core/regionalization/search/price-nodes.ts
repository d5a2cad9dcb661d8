import { ascendPrices } from "../exact/dual-ascent.ts";
import { enumerateSets } from "../exact/enumerate-sets.ts";
import type { Piece } from "../piece.ts";

/** Work between two yields, in nodes looked at: some 10 ms. */
const STEP = 100_000;
/** Sets looked at and kept before prices are given up: some 20 000 nodes of an open city. */
const LIMITS = { maxVisited: 3_000_000, maxSets: 600_000 } as const;
/** Steps of ascent: prices within 0.3 % of the best guide as well as the best. */
const ITERATIONS = 150;
/** What a step of a search pays for, whatever pace proofs go at: prices come when they always came. */
const SETS_PER_STEP = 10_000;
const WORK_PER_STEP = 3e6;

function* inSteps<T>(work: Generator<void, T, void>): Generator<number, T, void> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield STEP;
  }
}

/**
 * What each node is worth towards one more district: prices of the packing of minimal sets
 * (dual of Balas & Padberg's set packing, 1976), at least 1 over every set that can be a district,
 * their sum close to the least possible. Yields the effort spent.
 * @returns null where there are no sets or too many
 */
export function* priceNodes(piece: Piece): Generator<number, Float64Array | null, void> {
  const pool = yield* inSteps(
    enumerateSets(piece, { minimal: true, ...LIMITS, setsPerStep: SETS_PER_STEP }),
  );
  if (pool === null || pool.count === 0) return null;
  const program = {
    rows: piece.count,
    pool,
    cost: new Float64Array(pool.count).fill(-1),
    exact: new Uint8Array(piece.count),
    integral: true,
    sides: [],
  };
  const share = piece.rules.minThreshold > -Infinity ? piece.threshold : piece.households;
  const pace = { iterations: ITERATIONS, workPerStep: WORK_PER_STEP };
  const { price } = yield* inSteps(ascendPrices(program, { share, ...pace }));
  return price.map((value) => -value);
}
