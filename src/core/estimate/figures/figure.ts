import type { Bilingual } from "../../base/language.ts";
import type { LedgerField } from "../../ingest/world.ts";
import type { AssumptionKey } from "../defaults.ts";
import type { DistrictEstimate } from "../estimate.ts";
import type { Staff } from "../staffing.ts";

/** Which purse a figure belongs to; the three are never mixed. */
export type Ledger = "owners" | "fund" | "public" | "resources";

/** How a figure of the district estimate is made, so that it can be traced. */
export interface Figure {
  readonly label: Bilingual;
  readonly unit: Bilingual;
  readonly ledger: Ledger;
  readonly formula: Bilingual;
  /** figures the formula uses */
  readonly inputs: readonly FigureKey[];
  /** assumptions the formula uses directly */
  readonly assumptions: readonly AssumptionKey[];
  /** ledger columns of the members the formula uses directly */
  readonly fields: readonly LedgerField[];
}

/** Posts of a district as figures of their own. */
export type PostKey = `post${Capitalize<Exclude<keyof Staff, "total">>}`;

export type FigureKey =
  | Exclude<keyof DistrictEstimate, "staff" | "serviceLevel">
  | PostKey
  | "staffTotal";

/** A figure as written down in the tables of this folder. */
export interface FigureRow {
  readonly name: readonly [zh: string, en: string];
  readonly unit: Bilingual;
  readonly how: readonly [zh: string, en: string];
  readonly from?: readonly FigureKey[];
  readonly by?: readonly AssumptionKey[];
  readonly of?: readonly LedgerField[];
}

export const YUAN: Bilingual = { zh: "元/年", en: "yuan/yr" };
export const YUAN_ONCE: Bilingual = { zh: "元", en: "yuan" };
export const FEE: Bilingual = { zh: "元/㎡·月", en: "yuan/m²·month" };
export const HOUSEHOLDS: Bilingual = { zh: "户", en: "households" };
export const M2: Bilingual = { zh: "㎡", en: "m²" };
export const M: Bilingual = { zh: "m", en: "m" };
export const SPACES: Bilingual = { zh: "个", en: "spaces" };
export const COUNT: Bilingual = { zh: "个", en: "" };
export const PERSONS: Bilingual = { zh: "人", en: "persons" };
export const SHARE: Bilingual = { zh: "%", en: "%" };
export const YEARS: Bilingual = { zh: "年", en: "years" };
