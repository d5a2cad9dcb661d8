import type { IssueText } from "../issue-text.ts";

/** Rules about who shares a district that contradict each other or the data. */
export const RULE_TEXTS = {
  "rule-unknown-compound": {
    message: {
      zh: "规则中的小区 {a} 不在数据中，该小区的规则未采用",
      en: "A rule names compound {a}, which the data lack; that part of the rule is not used",
    },
    fix: { zh: "请核对小区编号，或删除该规则。", en: "Check the id, or remove the rule." },
  },
  "rule-no-participant": {
    message: {
      zh: "规则中的小区 {a} 不参与划分，该小区的规则未采用",
      en: "A rule names compound {a}, which takes no part in the plan; that part is not used",
    },
    fix: {
      zh: "请放宽建成年份，或删除该规则。",
      en: "Let compounds of its age take part, or remove the rule.",
    },
  },
  "lock-twice": {
    message: {
      zh: "小区 {a} 同时锁定在 {other} 和 {district}，以 {other} 为准",
      en: "Compound {a} is locked to {other} and to {district}; {other} holds",
    },
    fix: { zh: "请解除其中一个锁定。", en: "Release one of the two locks." },
  },
  "lock-across-cells": {
    message: {
      zh: "锁定在 {district} 的小区跨越边界依据，该片区原样保留，其他小区不能加入",
      en: "Compounds locked to {district} lie in different envelopes; it is kept as it is and nobody can join",
    },
    fix: {
      zh: "请按边界依据拆分锁定，或改用地形边界。",
      en: "Split the lock along the envelope, or bound districts by terrain.",
    },
  },
  "lock-beyond-limit": {
    message: {
      zh: "锁定在 {district} 的小区合计已超出上限，该片区原样保留",
      en: "Compounds locked to {district} together exceed an upper limit; it is kept as it is",
    },
    fix: {
      zh: "请提高上限，或解除部分锁定。",
      en: "Raise the limit, or release part of the lock.",
    },
  },
  "lock-unknown": {
    message: {
      zh: "起始方案中没有片区或已划入片区的小区 {a}，锁定未采用",
      en: "The starting zoning has no district {a} and no compound {a} in a district; nothing is locked",
    },
    fix: {
      zh: "请核对编号；锁定需要起始方案（--start）。",
      en: "Check the id; a lock needs a zoning to start from (--start).",
    },
  },
  "start-unknown-compound": {
    message: {
      zh: "起始方案中有 {count} 个小区不在数据中，如 {a}",
      en: "The starting zoning names {count} compounds that the data lack, such as {a}",
    },
    fix: {
      zh: "请核对起始方案与数据是否对应。",
      en: "Check that the starting zoning belongs to these data.",
    },
  },
  "never-inside-lock": {
    message: {
      zh: "小区 {a} 与 {b} 不得同片，但锁定在同一片区；以锁定为准",
      en: "Compounds {a} and {b} may not share a district but are locked to one; the lock holds",
    },
    fix: { zh: "请解除锁定，或删除该规则。", en: "Release the lock, or remove the rule." },
  },
  "must-and-never": {
    message: {
      zh: "小区 {a} 与 {b} 既须同片又不得同片（含锁定与牵头小区规则）；须同片的规则未采用",
      en: "Compounds {a} and {b} must and may not share a district (locks and anchors included); must-together is not applied",
    },
    fix: { zh: "请删除其中一条规则。", en: "Remove one of the two rules." },
  },
  "must-across-cells": {
    message: {
      zh: "须同片的小区 {a} 与 {b} 不在同一边界依据内，规则未采用",
      en: "Compounds {a} and {b} must share a district but lie in different envelopes; the rule is not applied",
    },
    fix: {
      zh: "请改用地形边界，或删除该规则。",
      en: "Bound districts by terrain, or remove the rule.",
    },
  },
  "must-in-kept": {
    message: {
      zh: "小区 {a} 须与 {b} 同片，但 {b} 所在片区已整体锁定；规则未采用",
      en: "Compound {a} must share a district with {b}, whose district is locked as a whole; the rule is not applied",
    },
    fix: {
      zh: "请解除整体锁定，或先将该小区划入该片区。",
      en: "Release the lock, or move the compound into that district first.",
    },
  },
  "must-beyond-limit": {
    message: {
      zh: "须同片的小区（{a}、{b} 等）合计超出上限 {limit}，只能一并不纳入",
      en: "Compounds that must stay together ({a}, {b} …) exceed the limit {limit}; they are left out together",
    },
    fix: { zh: "请提高该上限，或删除该规则。", en: "Raise that limit, or remove the rule." },
  },
  "must-not-linked": {
    message: {
      zh: "须同片的小区 {a} 与 {b} 不相邻，本方案中按手工邻接处理",
      en: "Compounds {a} and {b} must stay together but are not linked; this plan counts them as linked by hand",
    },
    fix: {
      zh: "请确认两处确可统一管理；若不可，请删除该规则。",
      en: "Make sure that they can be run as one; else remove the rule.",
    },
  },
} as const satisfies Record<string, IssueText>;
