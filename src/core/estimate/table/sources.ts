import type { Bilingual } from "../../base/language.ts";

/** A document, its year, or null. */
interface Source {
  readonly source: Bilingual;
  readonly year: number | null;
}

/** Source of a value that rests on no document. */
export const COMMON: Source = {
  source: {
    zh: "常识估计，须以本地报价替换",
    en: "common knowledge; replace with local quotes",
  },
  year: null,
};

export const NORM_TABLE: Source = {
  source: {
    zh: "物业服务人员定额表，一至四级（2016 汇编，发布单位不详）",
    en: "staffing norm table, tiers 1 to 4 (2016 compilation, issuing body unknown)",
  },
  year: 2016,
};

export const SHENZHEN_POSTS: Source = {
  source: {
    zh: "深圳物业岗位编制标准：每个出入口三班 3 人；每 5 万㎡ 一组巡逻",
    en: "Shenzhen staffing norm: 3 persons in three shifts at each entrance; one patrol pair per 50,000 m²",
  },
  year: null,
};

export const YUNNAN_WAGE: Source = {
  source: {
    zh: "云南省最低工资（2022-10，二类地区 1 750 元）× 1.3；待本地报价替换",
    en: "Yunnan minimum wage (2022-10, class 2, 1,750 yuan) × 1.3; replace with local quotes",
  },
  year: 2022,
};

export const GB50180: Source = {
  source: {
    zh: "GB 50180-2018 城市居住区规划设计标准，十分钟步行 500 m",
    en: "GB 50180-2018, residential area planning, ten-minute walk, 500 m",
  },
  year: 2018,
};

export const FUND_RULES: Source = {
  source: {
    zh: "住宅专项维修资金管理办法（建设部、财政部令第 165 号）",
    en: "Measures for the residential maintenance fund (MOHURD and MOF order 165)",
  },
  year: 2007,
};

export const KUNMING_FUND: Source = {
  source: {
    zh: "昆明市首期维修资金交存标准 2010-07：无电梯 66 元/㎡，有电梯 90 元/㎡",
    en: "Kunming, first deposit to the fund, 2010-07: 66 yuan/m² without lift, 90 with",
  },
  year: 2010,
};
