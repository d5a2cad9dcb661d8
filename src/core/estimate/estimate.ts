/** Yearly money and resources of a compound standing on its own figures. Whole yuan, whole units. */
export interface CompoundEstimate {
  readonly feeIncomeYuan: number;
  readonly parkingIncomeYuan: number;
  readonly otherIncomeYuan: number;
  /** public ledger, never part of income */
  readonly subsidyYuan: number;
  readonly materialYuan: number;
  readonly parkingDemand: number;
  readonly parkingSupply: number;
  /** what is charged and collected today (baseline a, DOMAIN §3) */
  readonly statusQuoIncomeYuan: number;
  /** the same service level bought alone (baseline b) */
  readonly aloneCostYuan: number;
  /** how many of the figures the estimate uses were filled by defaults, 0…1 */
  readonly defaultedShare: number;
}

/** Whole posts of a district. */
export interface Staff {
  readonly controlRoom: number;
  readonly patrol: number;
  readonly cleaners: number;
  readonly fixers: number;
  readonly service: number;
  readonly managers: number;
  readonly total: number;
}

/** Yearly money and resources of a district run as one. Whole yuan, whole units. */
export interface DistrictEstimate {
  readonly compounds: number;
  readonly households: number;
  readonly floorAreaM2: number;
  readonly staff: Staff;
  /** owners' ledger, income */
  readonly feeIncomeYuan: number;
  readonly parkingIncomeYuan: number;
  readonly otherIncomeYuan: number;
  readonly incomeYuan: number;
  /** owners' ledger, cost */
  readonly wagesYuan: number;
  readonly materialYuan: number;
  readonly officeYuan: number;
  readonly overheadYuan: number;
  readonly marginYuan: number;
  readonly taxYuan: number;
  /** yearly share of opening walls */
  readonly wallsYuan: number;
  /** yearly share and running cost of gates */
  readonly gatesYuan: number;
  readonly spanPenaltyYuan: number;
  readonly sizePenaltyYuan: number;
  readonly costYuan: number;
  /** costYuan − incomeYuan; above 0 = a gap to be closed */
  readonly netCostYuan: number;
  /** netCostYuan per m² and month, 元/㎡·月 (0 when no floor area) */
  readonly netCostYuanPerM2Month: number;
  /** fee at which income meets cost, all else equal, 元/㎡·月 (0 when no floor area) */
  readonly breakEvenFeeYuanPerM2Month: number;
  /** public ledger */
  readonly subsidyYuan: number;
  /** fund ledger: sum of separate balances, never spendable across compounds */
  readonly fundBalanceYuan: number;
  readonly parkingDemand: number;
  readonly parkingSupply: number;
  readonly parkingShortage: number;
  readonly gatesBefore: number;
  readonly gatesAfter: number;
  readonly wallOpenedM: number;
  readonly spanM: number;
  readonly statusQuoIncomeYuan: number;
  readonly aloneCostYuan: number;
  /** households-weighted share of defaulted figures, 0…1 */
  readonly defaultedShare: number;
}
