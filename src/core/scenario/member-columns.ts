import { SERVICE_LEVELS } from "../estimate/service-level.ts";
import type { MemberView } from "./view.ts";
import type { WinnersAndLosers } from "./winners.ts";

/** Before, after, and what changes; NaN where there is none. */
interface Columns {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly change: Float64Array;
}

/**
 * Winners and losers by columns, row by row as `members`: numbers alone, so that tens of thousands of
 * rows pass between threads without being copied.
 */
export interface MemberColumns {
  /** index on the first side */
  readonly compound: Int32Array;
  /** positions of the districts, −1: none */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 元/㎡·月 */
  readonly fee: Columns;
  /** level 0…2 */
  readonly service: Columns;
  /** to the service point, m */
  readonly distance: Columns;
  /** income − cost, yuan a year */
  readonly balance: Columns;
  /** carried for the other members, yuan a year */
  readonly carries: Columns;
}

const levelOf = ({ serviceLevel }: MemberView) => SERVICE_LEVELS.indexOf(serviceLevel);

/** The rows of {@link WinnersAndLosers} by columns. O(n). */
export function memberColumns({ members }: Pick<WinnersAndLosers, "members">): MemberColumns {
  const fill = (of: (member: (typeof members)[number]) => number | null) =>
    Float64Array.from(members, (member) => of(member) ?? Number.NaN);
  const viewed = (
    of: (view: MemberView) => number,
    change: (member: (typeof members)[number]) => number | null,
  ): Columns => ({
    before: fill(({ before }) => before && of(before)),
    after: fill(({ after }) => after && of(after)),
    change: fill(change),
  });
  return {
    compound: Int32Array.from(members, ({ compound }) => compound),
    from: Int32Array.from(members, ({ before }) => before?.district ?? -1),
    to: Int32Array.from(members, ({ after }) => after?.district ?? -1),
    fee: viewed(
      (view) => view.feeAfterYuanPerM2Month,
      ({ feeChange }) => feeChange,
    ),
    service: viewed(levelOf, ({ serviceChange }) => serviceChange),
    distance: viewed(
      (view) => view.serviceM,
      ({ distanceChangeM }) => distanceChangeM,
    ),
    balance: viewed(
      (view) => view.balanceYuan,
      ({ balanceChangeYuan }) => balanceChangeYuan,
    ),
    carries: {
      before: fill(({ before, carriesBeforeYuan }) => before && carriesBeforeYuan),
      after: fill(({ after, carriesAfterYuan }) => after && carriesAfterYuan),
      change: fill(
        ({ carriesBeforeYuan, carriesAfterYuan }) => carriesAfterYuan - carriesBeforeYuan,
      ),
    },
  };
}

/** The memory of columns, to be handed over. */
export function buffersOf(columns: MemberColumns): ArrayBuffer[] {
  const { compound, from, to, ...rest } = columns;
  const arrays = [compound, from, to, ...Object.values(rest).flatMap((one) => Object.values(one))];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
