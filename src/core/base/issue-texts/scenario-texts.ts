import type { IssueText } from "../issue-text.ts";

/** Scenario files, assumptions files and links by hand. */
export const SCENARIO_TEXTS = {
  "scenario-syntax": {
    message: {
      zh: "{source} 不是完整的情景文件，无法读取",
      en: "{source} is not a complete scenario file and cannot be read",
    },
    fix: {
      zh: "请重新导出或重新复制该文件，文件可能被截断。",
      en: "Export or copy the file again; it may have been cut off.",
    },
  },
  "scenario-none": {
    message: {
      zh: "{source} 不是片区情景文件（.pianqu.json）",
      en: "{source} is not a Pianqu scenario file (.pianqu.json)",
    },
    fix: {
      zh: "请选择由本程序导出的 .pianqu.json 文件。",
      en: "Choose a .pianqu.json file that this program exported.",
    },
  },
  "scenario-newer": {
    message: {
      zh: "{source} 的文件版本为 {version}，本程序只认识到版本 {known}",
      en: "{source} has file version {version}; this program knows versions up to {known}",
    },
    fix: {
      zh: "请升级本程序后再打开。",
      en: "Update the program, then open the file again.",
    },
  },
  "scenario-damaged": {
    message: {
      zh: "{source} 的内容有误，位置 {path}：{detail}",
      en: "{source} is damaged at {path}: {detail}",
    },
    fix: {
      zh: "请使用未经手工改动的文件，或改正该处。",
      en: "Use the file as it was exported, or correct that place.",
    },
  },
  "scenario-data-changed": {
    message: {
      zh: "数据与情景保存时不同",
      en: "The data are not those the scenario was saved with",
    },
    fix: {
      zh: "请核对划分结果，并重新测算。",
      en: "Check the zoning and plan again.",
    },
  },
  "scenario-unknown-compound": {
    message: {
      zh: "情景中的小区 {feature} 不在数据中",
      en: "The scenario names compound {feature}, which the data lack",
    },
    fix: {
      zh: "请补充该小区，或重新划分。",
      en: "Add the compound to the data, or plan again.",
    },
  },
  "scenario-new-compound": {
    message: {
      zh: "小区 {feature} 不在情景中，暂不纳入",
      en: "Compound {feature} is not in the scenario and is left out",
    },
    fix: {
      zh: "请重新划分，或手工将其划入片区。",
      en: "Plan again, or move it into a district by hand.",
    },
  },
  "barrier-unknown": {
    message: {
      zh: "手工移除的阻隔 {id} 不在数据中",
      en: "Barrier {id}, taken out by hand, is not in the data",
    },
    fix: {
      zh: "请核对阻隔图层，或取消该移除。",
      en: "Check the barrier layer, or put the entry back.",
    },
  },
  "crossing-unknown": {
    message: {
      zh: "手工移除的通道 {id} 不在数据中",
      en: "Crossing {id}, taken out by hand, is not in the data",
    },
    fix: {
      zh: "请核对通道图层，或取消该移除。",
      en: "Check the crossings layer, or put the entry back.",
    },
  },
  "link-unknown-compound": {
    message: {
      zh: "手工邻接 {a} – {b} 中有小区不在数据中，未采用",
      en: "The link set by hand {a} – {b} names a compound that the data lack; it is not used",
    },
    fix: {
      zh: "请核对小区编号，或删除该邻接。",
      en: "Check the ids, or remove the link.",
    },
  },
  "link-to-itself": {
    message: {
      zh: "手工邻接 {a} – {b} 的两端是同一小区，未采用",
      en: "The link set by hand {a} – {b} joins a compound to itself; it is not used",
    },
    fix: { zh: "请删除该邻接。", en: "Remove the link." },
  },
  "assumptions-not-object": {
    message: {
      zh: "{source} 应为“参数名: 数值”的 JSON 对象",
      en: "{source} must be a JSON object of key: number",
    },
    fix: {
      zh: '例如 {"fee_plan": 0.6}。',
      en: 'For example {"fee_plan": 0.6}.',
    },
  },
  "assumption-unknown": {
    message: {
      zh: "没有名为 {key} 的测算参数",
      en: "There is no assumption named {key}",
    },
    fix: {
      zh: "请核对参数名，或删除该项。",
      en: "Check the name, or remove the entry.",
    },
  },
  "assumption-value": {
    message: {
      zh: "测算参数 {key} 的值 {value} 不是大于等于 0 的数",
      en: "Assumption {key} has the value {value}, which is not a number of 0 or more",
    },
    fix: {
      zh: "请改为数值，单位见参数表。",
      en: "Give a number in the unit of the assumptions table.",
    },
  },
  "assumption-entry": {
    message: {
      zh: "测算参数 {key} 的条目有误：{value}",
      en: "The entry of assumption {key} is wrong: {value}",
    },
    fix: {
      zh: "value 应为大于等于 0 的数，且 low ≤ value ≤ high；留空（null）则用默认值。",
      en: "value must be a number of 0 or more with low ≤ value ≤ high; null means the shipped value.",
    },
  },
  "override-scope": {
    message: {
      zh: "参数 {key} 不能为 {feature} 单独设置，未采用",
      en: "Assumption {key} cannot be set for {feature} alone; it is not used",
    },
    fix: {
      zh: "请改为全市或片区设置。",
      en: "Set it for the city or the district instead.",
    },
  },
  "override-unknown-compound": {
    message: {
      zh: "单独设置的参数指向小区 {feature}，但数据中没有该小区",
      en: "Assumptions are set for compound {feature}, which the data lack",
    },
    fix: {
      zh: "请核对小区编号，或删除该设置。",
      en: "Check the id, or remove the values.",
    },
  },
  "fee-above-guided": {
    message: {
      zh: "划片后物业费 {fee} 元/㎡·月 高于政府指导价 {guided} 元/㎡·月",
      en: "The planned fee of {fee} yuan/m²·month is above the guidance price of {guided}",
    },
    fix: {
      zh: "请降低收费，或按程序报批（规则 R-34）。",
      en: "Lower the fee, or have it approved (rule R-34).",
    },
  },
  "rules-not-a-pack": {
    message: {
      zh: "{source} 不是规则包（format 应为 pianqu-rules）",
      en: "{source} is no rule pack (its format must be pianqu-rules)",
    },
    fix: {
      zh: "请使用由本程序导出的规则包修改后再读入。",
      en: "Export a rule pack from this program, edit it, and read it again.",
    },
  },
  "rules-unknown-part": {
    message: {
      zh: "规则包中没有“{part}”这一部分，未采用",
      en: "A rule pack has no part “{part}”; it is not used",
    },
    fix: {
      zh: "请核对名称，或删除该部分。",
      en: "Check the name, or remove the part.",
    },
  },
  "rules-part": {
    message: {
      zh: "规则包的 {part} 有误：{detail}；改用全国通用规则",
      en: "Part {part} of the rule pack is wrong: {detail}; the national rule is used",
    },
    fix: {
      zh: "请改正该处后重新读入。",
      en: "Correct it and read the file again.",
    },
  },
  "history-damaged": {
    message: {
      zh: "修改记录与方案对不上，已不能撤销此前的修改；方案本身完好",
      en: "The record of edits does not lead to this zoning, so earlier edits cannot be undone; the zoning itself is whole",
    },
    fix: {
      zh: "如需找回，请打开此前导出的文件。",
      en: "To go back further, open a file exported earlier.",
    },
  },
  "history-newer": {
    message: {
      zh: "修改记录由更新版本的程序写成，已不能撤销此前的修改",
      en: "The record of edits was written by a newer version, so earlier edits cannot be undone",
    },
    fix: { zh: "请刷新页面，使用新版程序。", en: "Reload the page to use the newer program." },
  },
} as const satisfies Record<string, IssueText>;
