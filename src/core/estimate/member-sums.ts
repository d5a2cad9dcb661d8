import type { World } from "../ingest/world.ts";
import { runningFigures } from "./compound-figures.ts";
import type { AssumptionValues } from "./defaults.ts";
import { addFigures, SUMS } from "./district-sums.ts";
import type { Overrides } from "./estimator.ts";

/** Running sums of every compound under one set of values after another, in the same arrays. */
export interface MemberSums {
  /** {@link SUMS} of each compound, `sums[i × SUMS …]` */
  readonly sums: Float64Array;
  /** whole yuan of each compound, first year */
  readonly subsidyYuan: Float64Array;
  /** Brings all compounds to `values`; nothing is done when they are there already. O(n). */
  fill(values: AssumptionValues): void;
  /** Adds compound `i` as it is under `values` to a district's sums; returns its subsidy, yuan. */
  addTo(total: Float64Array, i: number, values: AssumptionValues): number;
}

/** @param byCompound values set for single compounds, by index */
export function createMemberSums(
  { compounds }: Pick<World, "compounds">,
  byCompound: ReadonlyMap<number, Overrides>,
): MemberSums {
  const sums = new Float64Array(compounds.length * SUMS);
  const subsidyYuan = new Float64Array(compounds.length);
  let current: AssumptionValues | null = null;
  const figuresOf = (i: number, values: AssumptionValues) => {
    const own = byCompound.get(i);
    const under = own ? { ...values, ...own } : values;
    return runningFigures(compounds[i], { values: under, ownFee: own?.fee_plan !== undefined });
  };
  return {
    sums,
    subsidyYuan,
    fill(values) {
      if (current === values) return;
      current = values;
      sums.fill(0);
      for (let i = 0; i < compounds.length; i++) {
        const figures = figuresOf(i, values);
        addFigures(sums, i * SUMS, figures);
        subsidyYuan[i] = figures.subsidyYuan;
      }
    },
    addTo(total, i, values) {
      const figures = figuresOf(i, values);
      addFigures(total, 0, figures);
      return figures.subsidyYuan;
    },
  };
}
