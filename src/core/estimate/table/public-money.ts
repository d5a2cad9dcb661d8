import type { AssumptionRow } from "../assumption.ts";
import { COMMON } from "./sources.ts";

/** Public money, kept under its own item. DOMAIN §2.4. */
export const PUBLIC_MONEY = {
  subsidy: {
    meaning: {
      zh: "运营补贴（公共账，逐年退坡）",
      en: "operating subsidy (public ledger, tapering)",
    },
    unit: "元/㎡·月",
    range: [0, 0.06, 0.2],
    source: {
      zh: "武汉佛祖岭补贴后业主付 0.3 元 2019-06；待本地核定",
      en: "Wuhan Fozuling 2019-06, owners paid 0.3 yuan after subsidy; check locally",
    },
    year: 2019,
    confidence: "L",
    scope: "compound",
    effect: 0,
  },
  subsidy_years: {
    meaning: { zh: "补贴年限（逐年等额退坡）", en: "years of subsidy, tapering in equal steps" },
    unit: "年",
    range: [0, 3, 5],
    ...COMMON,
    confidence: "L",
    scope: "city",
    effect: 0,
  },
  street_share: {
    meaning: {
      zh: "相邻市政道路面积与用地面积之比",
      en: "area of adjoining streets per land area",
    },
    unit: "share",
    range: [0.1, 0.15, 0.3],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: 0,
  },
  street_clean: {
    meaning: { zh: "市政保洁单价", en: "municipal sweeping cost" },
    unit: "元/㎡·年",
    range: [5, 10, 15],
    source: { zh: "行业资料 2016-07（cnsludge）", en: "trade source, 2016-07 (cnsludge)" },
    year: 2016,
    confidence: "M",
    scope: "city",
    effect: 0,
  },
  public_in_ratio: {
    meaning: {
      zh: "可并入合同的相邻市政支出比例（默认不并入）",
      en: "part of adjoining public-realm spending put into the contract (none by default)",
    },
    unit: "share",
    range: [0, 0, 1],
    source: {
      zh: "政策选择：政府城市公共管理支出资金（楚市政函〔2022〕58 号）",
      en: "policy choice: public management money (Chuxiong letter 2022-58)",
    },
    year: 2022,
    confidence: "M",
    scope: "district",
    effect: 0,
  },
} as const satisfies Record<string, AssumptionRow>;
