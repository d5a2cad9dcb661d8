import type { Bilingual, Language } from "../base/language.ts";
import type { DistrictEstimate } from "../estimate/estimate.ts";
import { FIGURES } from "../estimate/figures.ts";
import { LEFT_OUT_REASONS } from "../zoning/zoning.ts";
import { columnValue, DISTRICT_COLUMNS, type DistrictColumn } from "./district-columns.ts";
import type { ExportedDistrict, ExportInput } from "./export-input.ts";
import { type ExportedFile, evaluateExport } from "./export-plan.ts";
import { writeCsv } from "./formats/csv.ts";
import { REASON_LABELS, RULE_LABELS } from "./labels.ts";
import { hasLedgerIds, LEDGER_ID } from "./ledger-words.ts";
import { communityNames } from "./plan-geojson.ts";

/** Cells of one line of a table. */
export type Row = readonly (string | number | null)[];

const HEADS = {
  id: { zh: "片区编号", en: "District id" },
  name: { zh: "片区", en: "District" },
  community: { zh: "社区", en: "Community" },
  compounds: { zh: "小区数", en: "Compounds" },
  broken: { zh: "违反约束", en: "Limits broken" },
  compoundId: { zh: "小区编号", en: "Compound id" },
  compound: { zh: "小区", en: "Compound" },
  builtYear: { zh: "建成年份", en: "Built" },
  households: { zh: "户数", en: "Households" },
  floorArea: { zh: "建筑面积 (㎡)", en: "Floor area (m²)" },
  reason: { zh: "未纳入原因", en: "Not included because" },
} as const satisfies Record<string, Bilingual>;

function columnHead(figure: keyof typeof FIGURES, language: Language): string {
  const { label, unit } = FIGURES[figure];
  return unit[language] === "" ? label[language] : `${label[language]} (${unit[language]})`;
}

/** Shares stand as percent, as their unit says. */
function shownValue(estimate: DistrictEstimate, column: DistrictColumn): number {
  const value = columnValue(estimate, column);
  return FIGURES[column.figure].unit.en === "%" ? Math.round(value * 1000) / 10 : value;
}

/** Districts as a table with a header row, words in the input's language, units in the header. */
export function districtTable(
  { language, prepared }: ExportInput,
  districts: readonly ExportedDistrict[],
): readonly Row[] {
  const { id, name, community, compounds, broken } = HEADS;
  const header = [
    ...[id, name, community, compounds].map((head) => head[language]),
    ...DISTRICT_COLUMNS.map(({ figure }) => columnHead(figure, language)),
    broken[language],
  ];
  const rows = districts.map((district) => [
    district.id,
    district.name,
    communityNames(district.members, prepared.world.compounds),
    district.members.length,
    ...DISTRICT_COLUMNS.map((column) => shownValue(district.estimate, column)),
    district.violations.map(({ rule }) => RULE_LABELS[rule][language]).join("; "),
  ]);
  return [header, ...rows];
}

/** Compounds as a table with a header row: where each one goes, or why it stays out. */
function compoundTable({ prepared, zoning, language }: ExportInput): readonly Row[] {
  const { compoundId, compound, community, builtYear, households, floorArea } = HEADS;
  const { compounds } = prepared.world;
  const hasNumbers = hasLedgerIds(compounds);
  const header = [
    ...[compoundId, compound, community, builtYear, households, floorArea],
    ...[HEADS.id, HEADS.name, HEADS.reason],
    ...(hasNumbers ? [LEDGER_ID] : []),
  ].map((head) => head[language]);
  const rows = compounds.map((c, i) => {
    const district = zoning.districts[zoning.assignment[i]] ?? null;
    const reason = LEFT_OUT_REASONS[zoning.reason[i]];
    return [
      ...[c.id, c.name, c.communityName, c.builtYear, c.households, c.floorAreaM2],
      district?.id ?? null,
      district?.name ?? null,
      district ? null : REASON_LABELS[reason][language],
      ...(hasNumbers ? [c.ledgerId ?? null] : []),
    ];
  });
  return [header, ...rows];
}

/** `districts.csv` and `compounds.csv`. */
export function exportTables(input: ExportInput): readonly ExportedFile[] {
  const { districts } = evaluateExport(input);
  return [
    { name: "districts.csv", text: writeCsv(districtTable(input, districts)) },
    { name: "compounds.csv", text: writeCsv(compoundTable(input)) },
  ];
}
