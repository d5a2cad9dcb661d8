import type { IssueText } from "../issue-text.ts";

/** Limits and fields of a plan that the data cannot meet. */
export const LIMIT_TEXTS = {
  "limit-min-unreachable": {
    message: {
      zh: "{limitZh}下限 {value} 无法达到：相连小区合计最多只有 {nearest}。",
      en: "The minimum of {limitEn}, {value}, cannot be met: connected compounds add up to at most {nearest}.",
    },
    fix: {
      zh: "将该下限降到 {nearest} 或更低，或放宽间距与边界依据。",
      en: "Lower it to {nearest} or less, or widen the gap or the envelope.",
    },
  },
  "limit-max-unreachable": {
    message: {
      zh: "{limitZh}上限 {value} 过低：最小的小区已有 {nearest}。",
      en: "The maximum of {limitEn}, {value}, is too low: the smallest compound already has {nearest}.",
    },
    fix: { zh: "将该上限提高到 {nearest} 以上。", en: "Raise it to {nearest} or more." },
  },
  "limit-min-above-max": {
    message: {
      zh: "{limitZh}下限 {min} 高于上限 {max}，没有片区能同时满足。",
      en: "The minimum of {limitEn}, {min}, is above its maximum, {max}; no district can meet both.",
    },
    fix: { zh: "降低下限或提高上限。", en: "Lower the minimum or raise the maximum." },
  },
  "field-not-numeric": {
    message: {
      zh: "字段 {field} 在 {missing} 个参与小区中没有数值。",
      en: "Field {field} has no number in {missing} participating compounds.",
    },
    fix: {
      zh: "检查字段名与映射；缺失值在门槛中按 0、在相异度中按均值计。",
      en: "Check the field's name and mapping; blanks count as 0 in a threshold, as the mean in dissimilarity.",
    },
  },
} as const satisfies Record<string, IssueText>;
