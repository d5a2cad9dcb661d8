import type { Bilingual } from "../../base/language.ts";
import type { BudgetYear } from "../../estimate/budget-path.ts";
import { FIGURES, type FigureKey, readFigure } from "../../estimate/figures.ts";
import type { MemberAccount } from "../../estimate/member-accounts.ts";
import { type Bands, estimateBands } from "../../estimate/uncertainty.ts";
import { uncertainPlanOf } from "../../scenario/uncertain-plan.ts";
import type { ExportedDistrict, ExportInput } from "../export-input.ts";
import { CANDIDATE, SHEET_HEADS } from "./sheet-heads.ts";
import {
  type Column,
  figureColumn,
  layTable,
  type SheetWords,
  type TableSheet,
  WHOLE,
  YEAR,
} from "./table-sheet.ts";

/** Figures whose range is shown. */
const BANDED: readonly FigureKey[] = [
  "incomeYuan",
  "costYuan",
  "netCostYuan",
  "netCostYuanPerM2Month",
  "breakEvenFeeYuanPerM2Month",
  "breakEvenCollectionShare",
  "staffTotal",
  "worksYuan",
  "uncoveredYuan",
];

function words(zh: string, en: string, note: Bilingual): SheetWords {
  return {
    name: { zh: `资金测算表（${zh}）`, en: `Money, ${en}` },
    title: { zh: `资金测算表（${zh}）`, en: `Money: ${en}` },
    note: { zh: `${CANDIDATE.zh}${note.zh}`, en: `${CANDIDATE.en} ${note.en}` },
  };
}

const LEDGERS = {
  owners: words("业主账", "owners", {
    zh: "业主账、维修资金账、财政账三本账分列，不得相加。正数净成本为待弥补缺口。",
    en: "The owners', fund and public ledgers stand apart and are never added. Net cost above 0 is a gap.",
  }),
  fund: words("维修资金账", "maintenance funds", {
    zh: "维修资金属各小区业主所有，按小区分账，不得跨小区使用；合计仅供参考。",
    en: "A fund belongs to its compound's owners and is never spent across compounds; sums are for information.",
  }),
  public: words("财政账", "public money", {
    zh: "财政资金单列科目，不计入业主收入，不得挪用。",
    en: "Public money keeps its own item and is no income of the owners.",
  }),
  resources: words("人员与资源", "resources", {
    zh: "人员、车位、出入口等配置。",
    en: "Posts, parking, gates.",
  }),
} as const;

const RANGES = words("区间", "ranges", {
  zh: "低、高为全部参数同取不利或有利一端时的外侧区间，不是概率区间。",
  en: "Low and high: all assumptions at their ends together, an outer range and no probability.",
});
const YEARS = words("分年", "years", {
  zh: "收缴率逐年升至规划值，补贴等额退坡。",
  en: "Collection rises to the planned rate; subsidy falls in equal steps.",
});
const MEMBERS = words("小区前后", "members", {
  zh: "各小区并入前后对照；结余为正即贴补他人，为负即受贴补。小区间收费可以不同。",
  en: "Each member before and after; a balance above 0 carries others. Fees may differ between members.",
});

const PLACE: readonly Column<{ readonly district: ExportedDistrict }>[] = [
  { head: SHEET_HEADS.districtId, format: null, cell: ({ district }) => district.id },
  { head: SHEET_HEADS.district, format: null, cell: ({ district }) => district.name },
];

interface Item {
  readonly district: ExportedDistrict;
}

function ledgerColumns(ledger: keyof typeof LEDGERS): Column<Item>[] {
  const keys = (Object.keys(FIGURES) as FigureKey[]).filter(
    (key) => FIGURES[key].ledger === ledger,
  );
  return keys.map((key) => ({
    ...figureColumn(key),
    cell: ({ district }) => readFigure(district.estimate, key),
  }));
}

const ENDS = {
  low: { zh: "低", en: "low" },
  default: { zh: "取值", en: "assumed" },
  high: { zh: "高", en: "high" },
} as const;

function rangeColumns(): Column<Item & { readonly bands: Bands | null }>[] {
  return BANDED.flatMap((key) =>
    (["low", "default", "high"] as const).map((end) => {
      const { head, ...rest } = figureColumn(key);
      const named = {
        zh: `${head.zh}·${ENDS[end].zh}`,
        en: `${head.en}, ${ENDS[end].en}`,
      };
      const cell = ({ bands }: { bands: Bands | null }) => bands?.[key][end] ?? null;
      return { ...rest, head: named, cell };
    }),
  );
}

function yuan<T>(zh: string, en: string, cell: (item: T) => number): Column<T> {
  return { head: { zh: `${zh} (元/年)`, en: `${en} (yuan/yr)` }, format: WHOLE, cell };
}

function yearColumns(): Column<Item & { readonly year: BudgetYear }>[] {
  return [
    { head: { zh: "年度", en: "Year" }, format: YEAR, cell: ({ year }) => year.year },
    yuan("收入", "Income", ({ year }) => year.incomeYuan),
    yuan("成本", "Cost", ({ year }) => year.costYuan),
    yuan("净成本", "Net cost", ({ year }) => year.netCostYuan),
    yuan("财政补贴", "Subsidy", ({ year }) => year.subsidyYuan),
    yuan("仍未落实", "Not covered", ({ year }) => year.uncoveredYuan),
  ];
}

interface MemberItem extends Item {
  readonly account: MemberAccount;
  readonly id: string;
  readonly name: string;
}

const FEE_FORMAT = "#,##0.00";

function memberColumns(): Column<MemberItem>[] {
  const fee = (zh: string, en: string, cell: (item: MemberItem) => number) => ({
    head: { zh: `${zh} (元/㎡·月)`, en: `${en} (yuan/m²·month)` },
    format: FEE_FORMAT,
    cell,
  });
  const adding = (column: Column<MemberItem>) => ({ ...column, adds: true });
  return [
    { head: { zh: "成员小区编号", en: "Member id" }, format: null, cell: ({ id }) => id },
    { head: { zh: "成员小区", en: "Member" }, format: null, cell: ({ name }) => name },
    fee("现行物业费", "Fee today", ({ account }) => account.feeNowYuanPerM2Month),
    fee("测算物业费", "Fee planned", ({ account }) => account.feeAfterYuanPerM2Month),
    adding(yuan("现状收费", "Collected today", ({ account }) => account.collectedNowYuan)),
    adding(yuan("并入后收入", "Income after", ({ account }) => account.incomeAfterYuan)),
    adding(yuan("成本分摊", "Share of cost", ({ account }) => account.costShareYuan)),
    adding(yuan("结余", "Balance", ({ account }) => account.balanceYuan)),
    adding(yuan("比单独购买节省", "Saving", ({ account }) => account.savingYuan)),
  ];
}

/** 资金测算表: three ledgers apart, resources, ranges, years ahead, members before and after. */
export function moneySheets(
  { prepared, language }: ExportInput,
  districts: readonly ExportedDistrict[],
): TableSheet[] {
  const { estimator, overrides, world } = prepared;
  const bands = estimateBands(uncertainPlanOf(prepared, districts));
  const items = districts.map((district, d) => {
    const own = overrides.byDistrict.get(district.id);
    const { members } = district;
    return {
      district,
      bands: bands[d],
      years: estimator.path(members, own),
      accounts: estimator.accounts(members, own),
    };
  });
  const years = items.flatMap(({ district, years: all }) =>
    all.map((year) => ({ district, year })),
  );
  const members = items.flatMap(({ district, accounts }) =>
    accounts.map((account) => {
      const { id, name } = world.compounds[account.compound];
      return { district, account, id, name };
    }),
  );
  const base = { language, frozenColumns: 2 };
  const ledgers = Object.keys(LEDGERS) as (keyof typeof LEDGERS)[];
  return [
    ...ledgers.map((ledger) =>
      layTable(LEDGERS[ledger], [...PLACE, ...ledgerColumns(ledger)], { ...base, items }),
    ),
    layTable(RANGES, [...PLACE, ...rangeColumns()], { ...base, items }),
    layTable(YEARS, [...PLACE, ...yearColumns()], { ...base, items: years }),
    layTable(MEMBERS, [...PLACE, ...memberColumns()], {
      ...base,
      items: members,
      frozenColumns: 4,
    }),
  ];
}
