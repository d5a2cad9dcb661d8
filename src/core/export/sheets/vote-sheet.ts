import type { Bilingual } from "../../base/language.ts";
import type { ConsentRules } from "../../scenario/rule-pack.ts";
import type { ExportedDistrict, ExportInput } from "../export-input.ts";
import { SHEET_HEADS } from "./sheet-heads.ts";
import { type Column, layTable, type SheetWords, type TableSheet, WHOLE } from "./table-sheet.ts";

/** Room for rounding: 2/3 of 300 is 200, not 201. */
const TINY = 1e-9;

/** The least that takes part, and the least that agrees of these, in whole households or m². */
export function consentNeeded(
  all: number,
  { quorum, ordinary, special }: ConsentRules,
): { readonly quorum: number; readonly ordinary: number; readonly special: number } {
  if (all <= 0) return { quorum: 0, ordinary: 0, special: 0 };
  const present = Math.ceil(all * quorum - TINY);
  return {
    quorum: present,
    // Ordinary items need more than their part, special ones at least theirs.
    ordinary: Math.floor(present * ordinary + TINY) + 1,
    special: Math.ceil(present * special - TINY),
  };
}

function wordsFor({
  consent,
  meetingNoticeDays,
  name,
}: ExportInput["prepared"]["recipe"]["rulePack"]): SheetWords {
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
  const [quorum, ordinary, special] = [consent.quorum, consent.ordinary, consent.special].map(
    percent,
  );
  return {
    name: { zh: "表决统计表", en: "Votes" },
    title: { zh: "表决统计表", en: "Votes" },
    note: {
      zh: `规则：${name.zh}。专有部分面积与人数均须达到 ${quorum} 参与；一般事项须超过参与者的 ${ordinary} 同意，特别事项（筹集维修资金、改变共有部分用途等）须达到参与者的 ${special}。会议提前 ${meetingNoticeDays} 日通知。以小区为单位计票，不得跨小区合并；人数暂以户数代。同意下限按最低参与计，空白栏由社区填写。`,
      en: `Rules: ${name.en}. ${quorum} of owners by area and by heads take part; ordinary items need more than ${ordinary} of these, special ones at least ${special}. Notice ${meetingNoticeDays} days ahead. Votes count per compound and are never pooled; households stand for heads. Least agreement is at least participation; blank columns are to be filled in.`,
    },
  };
}

interface Voter {
  readonly district: ExportedDistrict;
  readonly id: string;
  readonly name: string;
  readonly community: string | null;
  readonly households: number;
  readonly floorAreaM2: number;
}

const BLANKS: readonly Bilingual[] = [
  { zh: "参与户数 (填)", en: "Took part, households" },
  { zh: "参与面积 (填)", en: "Took part, m²" },
  { zh: "同意户数 (填)", en: "Agreed, households" },
  { zh: "同意面积 (填)", en: "Agreed, m²" },
  { zh: "反对户数 (填)", en: "Against, households" },
  { zh: "弃权户数 (填)", en: "Abstained, households" },
  { zh: "表决结果 (填)", en: "Outcome" },
  { zh: "表决日期 (填)", en: "Date" },
  { zh: "备注", en: "Remarks" },
];

function needed(consent: ConsentRules): Column<Voter>[] {
  const rows: readonly (readonly [keyof ConsentRules, string, string])[] = [
    ["quorum", "参与下限", "Least part"],
    ["ordinary", "一般事项同意下限", "Least for ordinary items"],
    ["special", "特别事项同意下限", "Least for special items"],
  ];
  return rows.flatMap(([rule, zh, en]) => [
    {
      head: { zh: `${zh} (户)`, en: `${en} (households)` },
      format: WHOLE,
      cell: ({ households }: Voter) => consentNeeded(households, consent)[rule],
    },
    {
      head: { zh: `${zh} (㎡)`, en: `${en} (m²)` },
      format: WHOLE,
      cell: ({ floorAreaM2 }: Voter) => consentNeeded(floorAreaM2, consent)[rule],
    },
  ]);
}

/** 表决统计表: what each compound's owners must reach, with blank columns for what they voted. */
export function voteSheet(
  { prepared, language }: ExportInput,
  districts: readonly ExportedDistrict[],
): TableSheet {
  const { rulePack } = prepared.recipe;
  const voters = districts.flatMap((district) =>
    district.members.map((i): Voter => {
      const {
        id,
        name,
        communityName: community,
        households,
        floorAreaM2,
      } = prepared.world.compounds[i];
      return { district, id, name, community, households, floorAreaM2 };
    }),
  );
  const columns: Column<Voter>[] = [
    { head: SHEET_HEADS.districtId, format: null, cell: ({ district }) => district.id },
    { head: SHEET_HEADS.district, format: null, cell: ({ district }) => district.name },
    { head: { zh: "表决小区编号", en: "Voting compound id" }, format: null, cell: ({ id }) => id },
    { head: { zh: "表决小区", en: "Voting compound" }, format: null, cell: ({ name }) => name },
    { head: SHEET_HEADS.community, format: null, cell: ({ community }) => community },
    { head: SHEET_HEADS.households, format: WHOLE, cell: ({ households }) => households },
    { head: SHEET_HEADS.floorArea, format: WHOLE, cell: ({ floorAreaM2 }) => floorAreaM2 },
    ...needed(rulePack.consent),
    ...BLANKS.map((head): Column<Voter> => ({ head, format: null, cell: () => null })),
  ];
  return layTable(wordsFor(rulePack), columns, { items: voters, language, frozenColumns: 4 });
}
