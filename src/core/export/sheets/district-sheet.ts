import { readFigure } from "../../estimate/figures.ts";
import { describeBounds, findBounds } from "../district-bounds.ts";
import type { ExportedDistrict, ExportInput } from "../export-input.ts";
import { RULE_LABELS } from "../labels.ts";
import { communityNames } from "../plan-geojson.ts";
import { CANDIDATE, SHEET_HEADS } from "./sheet-heads.ts";
import {
  type Column,
  figureColumn,
  layTable,
  type SheetWords,
  type TableSheet,
  WHOLE,
} from "./table-sheet.ts";

const WORDS: SheetWords = {
  name: { zh: "片区划分一览表", en: "Districts" },
  title: { zh: "片区划分一览表", en: "Districts of the plan" },
  note: {
    zh: `${CANDIDATE.zh}四至为草拟，以现场核定为准；管理模式由街道会同社区填写。`,
    en: `${CANDIDATE.en} Bounds are drafted and to be settled on the spot; the mode of management is for the street office to fill in.`,
  },
};

const FIGURES_SHOWN = [
  "households",
  "floorAreaM2",
  "spanM",
  "staffTotal",
  "netCostYuan",
  "breakEvenFeeYuanPerM2Month",
] as const;

/** 片区划分一览表: one row per district. */
export function districtSheet(
  { prepared, language }: ExportInput,
  districts: readonly ExportedDistrict[],
): TableSheet {
  const { compounds } = prepared.world;
  const { districtId, district, community } = SHEET_HEADS;
  const joined = (words: readonly (string | null)[]) =>
    [...new Set(words.filter((word) => word !== null))].join(language === "zh" ? "、" : ", ");
  const columns: Column<ExportedDistrict>[] = [
    { head: districtId, format: null, cell: ({ id }) => id },
    { head: district, format: null, cell: ({ name }) => name },
    { head: community, format: null, cell: ({ members }) => communityNames(members, compounds) },
    {
      head: { zh: "成员小区", en: "Members" },
      format: null,
      cell: ({ members }) => joined(members.map((i) => compounds[i].name)),
    },
    {
      head: { zh: "小区数 (个)", en: "Compounds" },
      format: WHOLE,
      adds: true,
      cell: ({ members }) => members.length,
    },
    {
      head: { zh: "楼栋数 (栋)", en: "Buildings" },
      format: WHOLE,
      adds: true,
      cell: ({ members }) => members.reduce((sum, i) => sum + compounds[i].buildings, 0),
    },
    ...FIGURES_SHOWN.map((key) => ({
      ...figureColumn(key),
      cell: ({ estimate }: ExportedDistrict) => readFigure(estimate, key),
    })),
    {
      head: { zh: "现有物业企业", en: "Companies today" },
      format: null,
      cell: ({ members }) => joined(members.map((i) => compounds[i].company)),
    },
    {
      head: { zh: "未满足的约束", en: "Limits broken" },
      format: null,
      cell: ({ violations }) => joined(violations.map(({ rule }) => RULE_LABELS[rule][language])),
    },
    {
      head: { zh: "四至（草拟）", en: "Bounds (drafted)" },
      format: null,
      cell: ({ members }) => describeBounds(findBounds(prepared.world, members))[language],
    },
    { head: { zh: "管理模式", en: "Mode of management" }, format: null, cell: () => null },
  ];
  return layTable(WORDS, columns, { items: districts, language, frozenColumns: 2 });
}
