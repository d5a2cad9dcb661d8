import type { Compound, World } from "../ingest/world.ts";
import {
  noFigures,
  RUNNING_KEYS,
  type RunningCompound,
  type RunningValues,
  runningFigures,
} from "./compound-figures.ts";
import type { AssumptionValues } from "./defaults.ts";
import { addFigures, SUMS } from "./district-sums.ts";
import type { Overrides } from "./estimator.ts";

/** Running sums of every compound under one set of values after another, in the same arrays. */
export interface MemberSums {
  /** {@link SUMS} of each compound, `sums[i × SUMS …]` */
  readonly sums: Float64Array;
  /** whole yuan of each compound, first year */
  readonly subsidyYuan: Float64Array;
  /**
   * Brings all compounds to `values`. O(n) where one of {@link RUNNING_KEYS} differs, else nothing.
   * @returns a number that is another one whenever the sums may be others
   */
  fill(values: AssumptionValues): number;
  /** Adds compound `i` as it is under `values` to a district's sums; returns its subsidy, yuan. */
  addTo(total: Float64Array, at: number, of: { i: number; values: RunningValues }): number;
}

/** `values` with those of `own` in their place, one by one: whole sets are too many to be copied. */
export function runningValues(values: RunningValues, own: Overrides = {}): RunningValues {
  return {
    reference_year: own.reference_year ?? values.reference_year,
    age_load: own.age_load ?? values.age_load,
    lift_load: own.lift_load ?? values.lift_load,
    fee_plan: own.fee_plan ?? values.fee_plan,
    vacant_rate: own.vacant_rate ?? values.vacant_rate,
    vacant_fee: own.vacant_fee ?? values.vacant_fee,
    coll_plan: own.coll_plan ?? values.coll_plan,
    visitor_share: own.visitor_share ?? values.visitor_share,
    peak_resid_night: own.peak_resid_night ?? values.peak_resid_night,
    peak_resid_day: own.peak_resid_day ?? values.peak_resid_day,
    park_fee: own.park_fee ?? values.park_fee,
    park_collect: own.park_collect ?? values.park_collect,
    temp_rev: own.temp_rev ?? values.temp_rev,
    other_rev: own.other_rev ?? values.other_rev,
    pub_rev_share: own.pub_rev_share ?? values.pub_rev_share,
    vat: own.vat ?? values.vat,
    material: own.material ?? values.material,
    subsidy: own.subsidy ?? values.subsidy,
  };
}

function readCompound(compound: Compound): RunningCompound {
  const { households, floorAreaM2, gates, lifts, builtYear } = compound;
  const { parkingSpaces, cars, feeYuanPerM2Month } = compound;
  return {
    households,
    floorAreaM2,
    gates,
    lifts,
    builtYear,
    parkingSpaces,
    cars,
    feeYuanPerM2Month,
  };
}

/** @param byCompound values set for single compounds, by index */
export function createMemberSums(
  { compounds }: Pick<World, "compounds">,
  byCompound: ReadonlyMap<number, Overrides>,
): MemberSums {
  const sums = new Float64Array(compounds.length * SUMS);
  const subsidyYuan = new Float64Array(compounds.length);
  let current: RunningValues | null = null;
  let version = 0;
  // Close together in memory: compounds themselves lie far apart among their properties.
  const read = compounds.map(readCompound);
  const owns = compounds.map((_, i) => byCompound.get(i));
  const sheet = noFigures();
  const figuresOf = (i: number, values: RunningValues) => {
    const own = owns[i];
    const under = own ? runningValues(values, own) : values;
    return runningFigures(read[i], { values: under, ownFee: own?.fee_plan !== undefined }, sheet);
  };
  return {
    sums,
    subsidyYuan,
    fill(values) {
      const known = current;
      if (known && RUNNING_KEYS.every((key) => known[key] === values[key])) return version;
      const now = runningValues(values);
      current = now;
      sums.fill(0);
      for (let i = 0; i < compounds.length; i++) {
        const figures = figuresOf(i, now);
        addFigures(sums, i * SUMS, figures);
        subsidyYuan[i] = figures.subsidyYuan;
      }
      version += 1;
      return version;
    },
    addTo(total, at, { i, values }) {
      const figures = figuresOf(i, values);
      addFigures(total, at, figures);
      return figures.subsidyYuan;
    },
  };
}
