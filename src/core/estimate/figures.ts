import type { Bilingual } from "../base/language.ts";
import type { AssumptionKey } from "./defaults.ts";
import type { DistrictEstimate } from "./estimate.ts";

/** Which purse a figure belongs to; the three are never mixed. */
export type Ledger = "owners" | "fund" | "public" | "resources";

/** How a figure of the district estimate is made, so that it can be traced. */
export interface Figure {
  readonly label: Bilingual;
  readonly unit: Bilingual;
  readonly ledger: Ledger;
  readonly formula: Bilingual;
  /** assumptions the formula uses directly */
  readonly assumptions: readonly AssumptionKey[];
}

export type FigureKey = Exclude<keyof DistrictEstimate, "staff"> | "staffTotal";

const YUAN: Bilingual = { zh: "元/年", en: "yuan/yr" };
const FEE: Bilingual = { zh: "元/㎡·月", en: "yuan/m²·month" };
const HOUSEHOLDS: Bilingual = { zh: "户", en: "households" };
const M2: Bilingual = { zh: "㎡", en: "m²" };
const M: Bilingual = { zh: "m", en: "m" };
const SPACES: Bilingual = { zh: "个", en: "spaces" };
const COUNT: Bilingual = { zh: "个", en: "" };
const SHARE: Bilingual = { zh: "%", en: "%" };

const WAGES: readonly AssumptionKey[] = [
  "control_room",
  "patrol_pair_area",
  "clean_area",
  "fix_area",
  "cs_hh",
  "mgr_area",
  "w_guard",
  "w_clean",
  "w_fix",
  "w_cs",
  "w_mgr",
  "wage_region",
];

type Row = readonly [
  zh: string,
  en: string,
  unit: Bilingual,
  ledger: Ledger,
  formulaZh: string,
  formulaEn: string,
  assumptions?: readonly AssumptionKey[],
];

const ROWS: Record<FigureKey, Row> = {
  compounds: ["小区数", "Compounds", COUNT, "resources", "成员小区计数", "count of members"],
  households: ["户数", "Households", HOUSEHOLDS, "resources", "Σ 户数", "Σ households"],
  floorAreaM2: ["建筑面积", "Floor area", M2, "resources", "Σ 建筑面积", "Σ floor area"],
  staffTotal: [
    "岗位人数",
    "Staff",
    { zh: "人", en: "persons" },
    "resources",
    "监控 + 巡逻 + 保洁 + 维修 + 客服 + 经理，各按定额取整",
    "control room + patrol + cleaning + repair + service + manager, each rounded by its norm",
    ["control_room", "patrol_pair_area", "clean_area", "fix_area", "cs_hh", "mgr_area"],
  ],
  feeIncomeYuan: [
    "物业费收入",
    "Fee income",
    YUAN,
    "owners",
    "Σ 建筑面积 × max(划片后物业费, 现行物业费) × 12 × 收缴率",
    "Σ floor area × max(planned fee, present fee) × 12 × collection rate",
    ["fee_plan", "coll_plan"],
  ],
  parkingIncomeYuan: [
    "停车收入",
    "Parking income",
    YUAN,
    "owners",
    "Σ 车位 ×（月费 × 收缴率 + 临停）× 12",
    "Σ spaces × (monthly fee × collected share + visitors) × 12",
    ["park_fee", "park_collect", "temp_rev"],
  ],
  otherIncomeYuan: [
    "其他公共收益",
    "Other public revenue",
    YUAN,
    "owners",
    "Σ 户数 × 每户收益 × 归业主比例",
    "Σ households × revenue per household × owners' part",
    ["other_rev", "pub_rev_share"],
  ],
  incomeYuan: [
    "收入合计",
    "Income",
    YUAN,
    "owners",
    "物业费 + 停车 + 其他公共收益",
    "fees + parking + other public revenue",
  ],
  wagesYuan: [
    "人工成本",
    "Wages",
    YUAN,
    "owners",
    "Σ 岗位 × 年人工成本 × 地区系数",
    "Σ posts × yearly cost × regional factor",
    WAGES,
  ],
  materialYuan: [
    "物料与公共水电",
    "Materials and power",
    YUAN,
    "owners",
    "Σ 建筑面积 × 单价",
    "Σ floor area × rate",
    ["material"],
  ],
  officeYuan: [
    "办公固定费用",
    "Office",
    YUAN,
    "owners",
    "每片区一份",
    "once per district",
    ["office_fixed"],
  ],
  overheadYuan: [
    "企业管理费",
    "Overhead",
    YUAN,
    "owners",
    "直接成本 × 比例",
    "direct cost × share",
    ["overhead"],
  ],
  marginYuan: [
    "企业利润",
    "Margin",
    YUAN,
    "owners",
    "直接成本 × 比例",
    "direct cost × share",
    ["firm_margin"],
  ],
  taxYuan: ["税费", "Tax", YUAN, "owners", "物业费收入 × 税率", "fee income × rate", ["vat"]],
  wallsYuan: [
    "拆墙年分摊",
    "Walls, yearly share",
    YUAN,
    "owners",
    "拆墙长度 × 单价 ÷ 分摊年限",
    "metres opened × cost ÷ years",
    ["wall_remove", "works_life"],
  ],
  gatesYuan: [
    "出入口年费",
    "Gates",
    YUAN,
    "owners",
    "保留出入口 × 年费",
    "gates kept × yearly cost",
    ["smart_opex"],
  ],
  spanPenaltyYuan: [
    "分散与跨度损失",
    "Spread penalty",
    YUAN,
    "owners",
    "人工 ×（每多一处院落 + 超距每 100 m）",
    "wages × (per extra site + per 100 m beyond the free span)",
    ["travel", "span_free", "span_loss"],
  ],
  sizePenaltyYuan: [
    "规模过大损失",
    "Size penalty",
    YUAN,
    "owners",
    "人工 × 超出门槛每 100 户",
    "wages × per 100 households beyond the threshold",
    ["diseconomy", "size_loss"],
  ],
  costYuan: ["成本合计", "Cost", YUAN, "owners", "以上成本之和", "sum of the cost lines"],
  netCostYuan: ["年净成本", "Net cost", YUAN, "owners", "成本 − 收入", "cost − income"],
  netCostYuanPerM2Month: [
    "单位净成本",
    "Net cost per m²",
    FEE,
    "owners",
    "年净成本 ÷ 建筑面积 ÷ 12",
    "net cost ÷ floor area ÷ 12",
  ],
  breakEvenFeeYuanPerM2Month: [
    "保本物业费",
    "Break-even fee",
    FEE,
    "owners",
    "使收入等于成本的统一物业费（含税）",
    "one fee at which income meets cost, tax on it included",
    ["coll_plan", "vat"],
  ],
  subsidyYuan: [
    "运营补贴",
    "Operating subsidy",
    YUAN,
    "public",
    "Σ 建筑面积 × 补贴 × 12（不计入收入）",
    "Σ floor area × subsidy × 12 (not part of income)",
    ["subsidy"],
  ],
  fundBalanceYuan: [
    "维修资金余额",
    "Maintenance fund",
    { zh: "元", en: "yuan" },
    "fund",
    "Σ 各小区余额（分账，不得串用）",
    "Σ separate balances (never spent across compounds)",
  ],
  parkingDemand: ["停车需求", "Parking demand", SPACES, "resources", "Σ 机动车", "Σ cars"],
  parkingSupply: [
    "可用车位",
    "Parking supply",
    SPACES,
    "resources",
    "Σ 车位 − 访客预留",
    "Σ spaces − visitors' reserve",
    ["visitor_share"],
  ],
  parkingShortage: [
    "停车缺口",
    "Parking shortage",
    SPACES,
    "resources",
    "max(0, 需求 − 供给)",
    "max(0, demand − supply)",
  ],
  gatesBefore: ["现有出入口", "Gates today", COUNT, "resources", "Σ 出入口", "Σ gates"],
  gatesAfter: [
    "保留出入口",
    "Gates kept",
    COUNT,
    "resources",
    "现有 − 拆墙处数，至少 2 处",
    "today − walls opened, at least 2",
  ],
  wallOpenedM: [
    "拆除围墙",
    "Walls opened",
    M,
    "resources",
    "共墙邻接的最小生成森林",
    "minimum spanning forest of shared walls",
  ],
  spanM: [
    "跨度",
    "Span",
    M,
    "resources",
    "成员中心最远距离",
    "greatest distance between members' centroids",
  ],
  statusQuoIncomeYuan: [
    "现状收费",
    "Collected today",
    YUAN,
    "owners",
    "Σ 建筑面积 × 现行物业费 × 12 × 现行收缴率",
    "Σ floor area × present fee × 12 × present collection rate",
  ],
  aloneCostYuan: [
    "各自单独购买同等服务的成本",
    "Same service bought alone",
    YUAN,
    "owners",
    "Σ 各小区单独成片的成本",
    "Σ cost of each compound as its own district",
  ],
  defaultedShare: [
    "默认值占比",
    "Share of defaults",
    SHARE,
    "resources",
    "按户数加权的默认填充比例",
    "households-weighted share of defaulted figures",
  ],
};

/** Label, unit, ledger and formula of each figure of a district estimate. */
export const FIGURES: Readonly<Record<FigureKey, Figure>> = Object.fromEntries(
  Object.entries(ROWS).map(([key, [zh, en, unit, ledger, formulaZh, formulaEn, assumptions]]) => [
    key,
    {
      label: { zh, en },
      unit,
      ledger,
      formula: { zh: formulaZh, en: formulaEn },
      assumptions: assumptions ?? [],
    },
  ]),
) as Record<FigureKey, Figure>;
