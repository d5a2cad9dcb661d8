import { enumerateSets } from "../exact/enumerate-sets.ts";
import { compoundsOf } from "../exact/piece-sets.ts";
import { createPieces } from "../piece.ts";
import type { LeftOut, Relaxation, Solving } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { wideRegion } from "./relax-limits.ts";
import { MOST_TRIES, type Relaxing } from "./relaxing.ts";
import { restrictProblem } from "./restrict-problem.ts";
import { pause, takesIn } from "./verify.ts";

/** Sets of a region of at most 16 nodes that are looked at for their fee. */
const MOST_SETS = 20_000;
/** Sets whose fee is worked out between two chances to stop. */
const SETS_PER_STEP = 100;

/** Fees are given to a fen, upwards, so that they can be typed. */
function roundUp(fee: number): number {
  return Math.ceil(fee * 100 - 1e-9) / 100;
}

function limitsAt({ parameters }: Problem, fee: number | null) {
  return { limits: { ...parameters.limits, maxBreakEvenFeeYuanPerM2Month: fee } };
}

/** Fees above the present limit at which some district with the compound would pay its way, rising. */
function* payingFees(
  { problem, checking }: Relaxing,
  members: readonly number[],
  compound: number,
): Solving<number[]> {
  const change = { parameters: limitsAt(problem, null) };
  const free = restrictProblem(problem, members, { change, wants: "households" });
  const fees = new Set<number>();
  for (const piece of createPieces(free)) {
    const limits = { maxVisited: 10 * MOST_SETS, maxSets: MOST_SETS };
    const steps = enumerateSets(piece, { minimal: false, ...limits });
    let step = steps.next();
    while (!step.done) {
      yield* pause(checking);
      step = steps.next();
    }
    const pool = step.value;
    for (let k = 0; pool && k < pool.count; k++) {
      if (k % SETS_PER_STEP === SETS_PER_STEP - 1) yield* pause(checking);
      const own = compoundsOf(piece, pool.node.subarray(pool.start[k], pool.start[k + 1]));
      if (!own.some((i) => members[i] === compound)) continue;
      fees.add(roundUp(free.estimator.breakEvenFee(own, own.length)));
    }
  }
  return [...fees].sort((a, b) => a - b);
}

/** The lowest fee limit that takes the compound in, verified; nothing where no fee would. */
export function* relaxFee(relaxing: Relaxing, { compound }: LeftOut): Solving<Relaxation[]> {
  const { problem, checking } = relaxing;
  const from = problem.parameters.limits.maxBreakEvenFeeYuanPerM2Month;
  if (from === null) return [];
  const { members } = wideRegion(relaxing, compound);
  const fees = yield* payingFees(relaxing, members, compound);
  for (const to of fees.filter((fee) => fee > from).slice(0, MOST_TRIES)) {
    const change = { parameters: limitsAt(problem, to) };
    const trial = { members, change, key: `max-break-even-fee=${to}` };
    const answer = yield* takesIn(checking, trial, compound);
    if (answer === false) continue;
    return [{ what: "max-break-even-fee", from, to, verified: answer === true }];
  }
  return [];
}
