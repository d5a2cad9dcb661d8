/** One row of the ledger under its canonical field names; null is a blank. */
export interface LedgerRow {
  readonly compound_id: string;
  readonly name: string;
  readonly community_code: string;
  readonly community: string;
  readonly street: string;
  readonly address: string;
  /** a year, or words such as 80年代 */
  readonly built_year: number | string | null;
  readonly buildings: number | null;
  readonly households: number | null;
  /** m² */
  readonly floor_area: number | null;
  /** m² */
  readonly land_area: number | null;
  readonly floors_max: number | null;
  readonly structure: string | null;
  readonly tenure: string | null;
  readonly lifts: number | null;
  readonly mgmt_mode: string;
  readonly company: string | null;
  readonly committee: "业委会" | "物管会";
  /** 元/㎡·月 */
  readonly fee: number | null;
  readonly fee_basis: "per_m2" | "none" | null;
  /** 0…1 */
  readonly collection: number | null;
  /** 元 */
  readonly fund_balance: number | null;
  readonly parking: number | null;
  readonly cars: number | null;
  /** 元/月 */
  readonly park_fee: number | null;
  readonly gates: number | null;
  readonly guards: number | null;
  /** m */
  readonly wall_len: number | null;
  readonly reno_status: string | null;
  readonly anchor: boolean;
  readonly notes: string | null;
}

/** Where a compound is and what it is called. */
export type Identity = Pick<
  LedgerRow,
  "compound_id" | "name" | "community_code" | "community" | "street" | "address"
>;

/** What is known of a compound before its row is written. */
export interface LedgerSubject {
  readonly identity: Identity;
  readonly floorAreaM2: number;
  readonly landM2: number;
  readonly perimeterM: number;
  readonly gates: number;
  readonly remoteness: number;
  readonly committee: "业委会" | "物管会";
  readonly anchor: boolean;
}
