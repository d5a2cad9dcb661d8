import type { Bilingual } from "../base/language.ts";
import type { Compound, LedgerField } from "../ingest/world.ts";

/** Figures of the ledger in words, with their units. */
export const LEDGER_WORDS: Readonly<Record<LedgerField, Bilingual>> = {
  builtYear: { zh: "建成年份", en: "built" },
  households: { zh: "户数（户）", en: "households" },
  floorAreaM2: { zh: "建筑面积（㎡）", en: "floor area, m²" },
  buildings: { zh: "楼栋数（栋）", en: "buildings" },
  parkingSpaces: { zh: "车位数（个）", en: "parking spaces" },
  cars: { zh: "机动车数（辆）", en: "cars" },
  gates: { zh: "出入口（处）", en: "gates" },
  lifts: { zh: "电梯（部）", en: "lifts" },
  feeYuanPerM2Month: { zh: "物业费（元/㎡·月）", en: "fee, yuan/m² a month" },
  collectionRate: { zh: "收缴率（0–1）", en: "collection rate, 0–1" },
  fundBalanceYuan: { zh: "维修资金余额（元）", en: "fund balance, yuan" },
};

/** Head of the column that holds {@link Compound.ledgerId}. */
export const LEDGER_ID: Bilingual = { zh: "台账编号", en: "Ledger id" };

/** Whether a ledger has numbers of its own for compounds: only then papers have a column of them. */
export function hasLedgerIds(compounds: readonly Compound[]): boolean {
  return compounds.some(({ ledgerId }) => ledgerId !== undefined);
}

const FIELDS = Object.keys(LEDGER_WORDS) as LedgerField[];

/** Figures that the ledger leaves blank and a default stands in for. */
export function filledFigures({ provenance }: Pick<Compound, "provenance">): LedgerField[] {
  return FIELDS.filter((field) => provenance[field] === "default");
}
