import type { Compound } from "../ingest/world.ts";
import type { CompoundFigures } from "./compound-figures.ts";
import type { DistrictEstimate } from "./estimate.ts";
import { shareOut } from "./share-out.ts";

/**
 * A member before and after: what it pays, what its service costs, who carries whom. Money
 * in whole yuan a year. Balances of all members add up to the district's income − cost.
 */
export interface MemberAccount {
  /** compound index */
  readonly compound: number;
  readonly feeNowYuanPerM2Month: number;
  readonly feeAfterYuanPerM2Month: number;
  readonly collectedNowYuan: number;
  /** own fees, parking and other revenue, and its part of shared parking */
  readonly incomeAfterYuan: number;
  /** part of the district's cost by floor area */
  readonly costShareYuan: number;
  /** income − cost share: above 0 it carries others, below 0 others or a purse carry it */
  readonly balanceYuan: number;
  /** cost of the same service bought alone − cost share */
  readonly savingYuan: number;
  /** spaces short at night while it parks alone */
  readonly parkingShortageAlone: number;
}

/** One compound of a district with its figures. */
export interface MemberFigures {
  readonly index: number;
  readonly compound: Compound;
  readonly figures: CompoundFigures;
  readonly aloneCostYuan: number;
  readonly aloneNetCostYuan: number;
  readonly aloneStaff: number;
}

/** The accounts of all members, same order. */
export function memberAccounts(
  members: readonly MemberFigures[],
  district: DistrictEstimate,
): MemberAccount[] {
  const areas = members.map(({ figures }) => figures.floorAreaM2);
  const costs = shareOut(district.costYuan, areas);
  const shared = shareOut(district.sharedParkingYuan, areas);
  return members.map(({ index, compound, figures: f, aloneCostYuan }, k) => {
    const incomeAfterYuan = f.feeIncomeYuan + f.parkingIncomeYuan + f.otherIncomeYuan + shared[k];
    return {
      compound: index,
      feeNowYuanPerM2Month: compound.feeYuanPerM2Month,
      feeAfterYuanPerM2Month: f.feeYuanPerM2Month,
      collectedNowYuan: f.statusQuoIncomeYuan,
      incomeAfterYuan,
      costShareYuan: costs[k],
      balanceYuan: incomeAfterYuan - costs[k],
      savingYuan: aloneCostYuan - costs[k],
      parkingShortageAlone: Math.max(0, f.parkingDemand - f.parkingSupply),
    };
  });
}
