import { LEFT_OUT_REASONS } from "../../zoning/zoning.ts";
import type { ExportInput } from "../export-input.ts";
import { REASON_LABELS } from "../labels.ts";
import { hasLedgerIds, LEDGER_ID } from "../ledger-words.ts";
import { CANDIDATE, SHEET_HEADS } from "./sheet-heads.ts";
import {
  type Column,
  layTable,
  type SheetWords,
  type TableSheet,
  WHOLE,
  YEAR,
} from "./table-sheet.ts";

const WORDS: SheetWords = {
  name: { zh: "小区归属表", en: "Compounds" },
  title: { zh: "小区归属表", en: "Which district each compound belongs to" },
  note: CANDIDATE,
};

/** 小区归属表: one row per compound: where it goes, or why it stays out. */
export function compoundSheet({ prepared, zoning, language }: ExportInput): TableSheet {
  const { compounds } = prepared.world;
  const districtOf = (i: number) => zoning.districts[zoning.assignment[i]] ?? null;
  const { compoundId, compound, street, community } = SHEET_HEADS;
  const ledgerId: Column<number> = {
    head: LEDGER_ID,
    format: null,
    cell: (i) => compounds[i].ledgerId ?? null,
  };
  const columns: Column<number>[] = [
    { head: compoundId, format: null, cell: (i) => compounds[i].id },
    ...(hasLedgerIds(compounds) ? [ledgerId] : []),
    { head: compound, format: null, cell: (i) => compounds[i].name },
    { head: street, format: null, cell: (i) => compounds[i].street },
    { head: community, format: null, cell: (i) => compounds[i].communityName },
    {
      head: { zh: "建成年份", en: "Built" },
      format: YEAR,
      cell: (i) => compounds[i].builtYear,
    },
    {
      head: SHEET_HEADS.households,
      format: WHOLE,
      adds: true,
      cell: (i) => compounds[i].households,
    },
    {
      head: SHEET_HEADS.floorArea,
      format: WHOLE,
      adds: true,
      cell: (i) => compounds[i].floorAreaM2,
    },
    {
      head: { zh: "楼栋数 (栋)", en: "Buildings" },
      format: WHOLE,
      adds: true,
      cell: (i) => compounds[i].buildings,
    },
    { head: SHEET_HEADS.districtId, format: null, cell: (i) => districtOf(i)?.id ?? null },
    { head: SHEET_HEADS.district, format: null, cell: (i) => districtOf(i)?.name ?? null },
    {
      head: SHEET_HEADS.reason,
      format: null,
      cell: (i) =>
        districtOf(i) ? null : REASON_LABELS[LEFT_OUT_REASONS[zoning.reason[i]]][language],
    },
  ];
  const items = compounds.map((_, i) => i);
  return layTable(WORDS, columns, { items, language, frozenColumns: 2 });
}
