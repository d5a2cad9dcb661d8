/** Ledger quantities every module may rely on; a blank was filled and its provenance says so. */
export interface LedgerValues {
  /** whole households ≥ 0 */
  readonly households: number;
  /** whole m² ≥ 0 */
  readonly floorAreaM2: number;
  /** calendar year, or null when unknown (then treated as aged, and said) */
  readonly builtYear: number | null;
  readonly buildings: number;
  readonly parkingSpaces: number;
  readonly cars: number;
  readonly gates: number;
  readonly lifts: number;
  /** current fee, 元/㎡·月; 0 = none charged */
  readonly feeYuanPerM2Month: number;
  /** current collection rate 0…1 */
  readonly collectionRate: number;
  /** maintenance fund balance, whole yuan */
  readonly fundBalanceYuan: number;
}

export type LedgerField = keyof LedgerValues;
