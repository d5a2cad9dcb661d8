import type { CompoundFigures } from "./compound-figures.ts";
import type { ServiceLevel } from "./service-level.ts";
import type { Staff } from "./staffing.ts";

/** Yearly money and resources of a compound standing on its own figures. Whole yuan, whole units. */
export interface CompoundEstimate extends CompoundFigures {
  /** the same service level bought alone (baseline b, DOMAIN §3) */
  readonly aloneCostYuan: number;
  readonly aloneNetCostYuan: number;
}

/** Yearly money and resources of a district run as one. Whole yuan, whole units. */
export interface DistrictEstimate {
  readonly serviceLevel: ServiceLevel;
  readonly compounds: number;
  readonly households: number;
  readonly floorAreaM2: number;
  /** floor area weighted by age and lifts, m² */
  readonly workloadM2: number;
  readonly staff: Staff;
  /** owners' ledger, income */
  readonly feeReceivableYuan: number;
  readonly feeIncomeYuan: number;
  readonly parkingIncomeYuan: number;
  /** more spaces let because members park together, and on ground that walls release */
  readonly sharedParkingYuan: number;
  readonly otherIncomeYuan: number;
  readonly incomeYuan: number;
  /** owners' ledger, cost */
  readonly wagesYuan: number;
  /** repair called in, minimum service level only */
  readonly onCallYuan: number;
  readonly materialYuan: number;
  readonly officeYuan: number;
  /** running cost of the gates kept, depreciation included */
  readonly gatesYuan: number;
  readonly overheadYuan: number;
  readonly marginYuan: number;
  readonly taxYuan: number;
  /** yearly shares of one-off works */
  readonly wallsYuan: number;
  readonly roomYuan: number;
  readonly camerasYuan: number;
  readonly spacesYuan: number;
  readonly spanPenaltyYuan: number;
  readonly sizePenaltyYuan: number;
  readonly costYuan: number;
  /** costYuan − incomeYuan; above 0 = a gap to be closed */
  readonly netCostYuan: number;
  /** netCostYuan per m² and month, 元/㎡·月 (0 when no floor area) */
  readonly netCostYuanPerM2Month: number;
  /** fee at which income meets cost, paid by everybody, all else equal, 元/㎡·月 (0 when nobody pays) */
  readonly breakEvenFeeYuanPerM2Month: number;
  /** collection rate at which income meets cost; above 1 = cannot be reached (0 when no fee is due) */
  readonly breakEvenCollectionShare: number;
  /** public money per m² and month that would close the gap, 元/㎡·月 */
  readonly breakEvenSubsidyYuanPerM2Month: number;
  /** one-off works */
  readonly wallWorksYuan: number;
  readonly gateWorksYuan: number;
  readonly roomWorksYuan: number;
  readonly cameraWorksYuan: number;
  readonly spaceWorksYuan: number;
  readonly worksYuan: number;
  /** one-off works ÷ yearly saving against each member buying the same service alone; 99 = never */
  readonly paybackYears: number;
  /** public ledger, first year */
  readonly subsidyYuan: number;
  readonly publicRealmYuan: number;
  /** netCostYuan − subsidyYuan, at least 0: what no purse covers yet */
  readonly uncoveredYuan: number;
  /** fund ledger: sums of separate balances, never spendable across compounds */
  readonly fundBalanceYuan: number;
  readonly fundNeedYuan: number;
  /** years of the member whose fund runs out first, at most 99 */
  readonly fundYears: number;
  /** members whose fund is below the renewal mark */
  readonly fundRenewals: number;
  readonly parkingDemand: number;
  readonly parkingDemandDay: number;
  readonly parkingSupply: number;
  readonly spacesGained: number;
  readonly spacesBorrowed: number;
  /** what remains short when members park together */
  readonly parkingShortage: number;
  /** what is short while every member parks alone */
  readonly parkingShortageAlone: number;
  /** spaces free by day */
  readonly parkingFreeByDay: number;
  readonly gatesBefore: number;
  readonly gatesAfter: number;
  readonly cameras: number;
  readonly staffAlone: number;
  readonly wallOpenedM: number;
  readonly perimeterBeforeM: number;
  readonly perimeterAfterM: number;
  readonly spanM: number;
  /** greatest distance from the service point to a member's centre, m */
  readonly responseM: number;
  /** what is charged and collected today (baseline a) */
  readonly statusQuoIncomeYuan: number;
  /** the same service level bought by each member alone (baseline b) */
  readonly aloneCostYuan: number;
  readonly aloneNetCostYuan: number;
  /** aloneCostYuan − costYuan */
  readonly savingYuan: number;
  /** saving against buying alone as economies of scale would have it, 0…1; a check, DOMAIN §3 */
  readonly scaleSavingShare: number;
  /** households-weighted share of defaulted figures, 0…1 */
  readonly defaultedShare: number;
}
