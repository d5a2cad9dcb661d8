import type { AssumptionRow } from "../assumption.ts";
import { COMMON, FUND_RULES, KUNMING_FUND } from "./sources.ts";

/** The maintenance funds: per compound, never spent across compounds. DOMAIN §2.4. */
export const UPKEEP = {
  fund_use: {
    meaning: {
      zh: "大中修年需求（20 年楼龄内）",
      en: "yearly need for larger repairs, up to twenty years of age",
    },
    unit: "元/㎡·年",
    range: [1, 2, 5],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: 0,
  },
  lift_major: {
    meaning: { zh: "每部电梯大修年需求", en: "yearly need for larger lift repairs" },
    unit: "元/部·年",
    range: [3_000, 5_000, 10_000],
    ...COMMON,
    confidence: "L",
    scope: "compound",
    effect: 0,
  },
  fund_interest: {
    meaning: { zh: "维修资金年收益率", en: "yearly return on the fund" },
    unit: "share",
    range: [0.0035, 0.015, 0.0275],
    source: {
      zh: "活期、定期与国债利率区间，常识",
      en: "between current deposit, fixed deposit and bonds; common knowledge",
    },
    year: null,
    confidence: "M",
    scope: "city",
    effect: 0,
  },
  fund_first_amt: {
    meaning: { zh: "首期交存标准（无电梯）", en: "first deposit to the fund, no lift" },
    unit: "元/㎡",
    range: [30, 66, 120],
    ...KUNMING_FUND,
    confidence: "H",
    scope: "compound",
    effect: 0,
  },
  fund_first_lift: {
    meaning: { zh: "首期交存标准（有电梯）", en: "first deposit to the fund, with lift" },
    unit: "元/㎡",
    range: [60, 90, 150],
    ...KUNMING_FUND,
    confidence: "H",
    scope: "compound",
    effect: 0,
  },
  fund_renew_at: {
    meaning: {
      zh: "余额低于首期的此比例须续交",
      en: "owners renew below this part of the first deposit",
    },
    unit: "share",
    range: [0.3, 0.3, 0.3],
    ...FUND_RULES,
    confidence: "H",
    scope: "city",
    effect: 0,
  },
} as const satisfies Record<string, AssumptionRow>;
