import type { IssueText } from "../issue-text.ts";

/** Issues about ledger values. */
export const VALUE_TEXTS = {
  "value-unreadable": {
    message: {
      zh: "{source} 中“{feature}”的“{column}”读不懂：“{value}”，按空值处理。",
      en: "{source}, “{feature}”: the value “{value}” of “{column}” cannot be read and counts as blank.",
    },
    fix: { zh: "请更正该值。", en: "Correct the value." },
  },
  "value-out-of-range": {
    message: {
      zh: "{source} 中“{feature}”的“{column}”为 {value}，超出 {low}…{high}，按空值处理。",
      en: "{source}, “{feature}”: {value} in “{column}” is outside {low}…{high} and counts as blank.",
    },
    fix: { zh: "请更正该值，并核对单位。", en: "Correct the value and check its unit." },
  },
  "value-unusual": {
    message: {
      zh: "{source} 中“{feature}”的“{column}”为 {value}，不在常见范围 {low}…{high} 内。",
      en: "{source}, “{feature}”: {value} in “{column}” is outside the usual {low}…{high}.",
    },
    fix: { zh: "请核对该值和单位。", en: "Check the value and its unit." },
  },
  "column-unit-doubtful": {
    message: {
      zh: "{source} 的“{column}”列 {total} 个值中有 {n} 个偏向同一侧，超出常见范围 {low}…{high}（例如“{value}”读作 {read}），多半是单位有误：若单位是 {unit}，就在范围内。未自动换算；其中 {blank} 个不可能的值按空值处理。",
      en: "{source}: {n} of {total} values of “{column}” lie on the same side of the usual {low}…{high} (for example “{value}” was read as {read}). The unit is probably wrong: in {unit} they would be usual. Nothing was converted; {blank} impossible ones count as blank.",
    },
    fix: {
      zh: "请核对单位：在“数据”面板打开该文件，在“字段”中为这一列选定单位，全列按此重读（命令行用 --column-unit）；或改正表头中的单位后重新打开。",
      en: "Check the unit: open the file in the “Data” panel and choose the unit of this column there, and the whole column is read again (on the command line: --column-unit); or correct the unit in its header.",
    },
  },
  "units-stated": {
    message: {
      zh: "{source} 表头未写单位的列，按单位行或“单位：”说明读取：{columns}。",
      en: "{source}: columns without a unit in their header are read in the one that a row or line of units states: {columns}.",
    },
    fix: {
      zh: "如单位不符，请在“数据”面板打开该文件，在“字段”中改选；最好把单位写入表头。",
      en: "If a unit is wrong choose another one in the “Data” panel; better still, write it into the header.",
    },
  },
  "column-out-of-range": {
    message: {
      zh: "{source} 的“{column}”列 {total} 个值中有 {n} 个偏向同一侧，超出常见范围 {low}…{high}（例如“{value}”读作 {read}）；其中 {blank} 个不可能的值按空值处理。",
      en: "{source}: {n} of {total} values of “{column}” lie on the same side of the usual {low}…{high} (for example “{value}” was read as {read}); {blank} impossible ones count as blank.",
    },
    fix: {
      zh: "请核对这一列的含义和单位：在“数据”面板打开该文件，在“字段”中更正；命令行用 --map-field 另指定列。",
      en: "Check what this column means and its unit: open the file in the “Data” panel and correct the column there; on the command line name another column with --map-field.",
    },
  },
  "area-per-household-absurd": {
    message: {
      zh: "{source} 中“{feature}”户均 {ratio} ㎡（{areaM2} ㎡ / {households} 户），建筑面积或户数必有一误；建筑面积改按户数推算。",
      en: "{source}, “{feature}”: {ratio} m² per household ({areaM2} m² / {households}) cannot be right; the floor area was derived from the households instead.",
    },
    fix: {
      zh: "请核对建筑面积单位（㎡ 或 万㎡）和户数。",
      en: "Check the unit of the floor area (m² or 10⁴ m²) and the households.",
    },
  },
  "area-per-household-unusual": {
    message: {
      zh: "{source} 中“{feature}”户均 {ratio} ㎡，不在常见范围 {low}…{high} 内。",
      en: "{source}, “{feature}”: {ratio} m² per household is outside the usual {low}…{high}.",
    },
    fix: { zh: "请核对建筑面积和户数。", en: "Check floor area and households." },
  },
  "households-per-building-unusual": {
    message: {
      zh: "{source} 中“{feature}”每栋 {ratio} 户，不在常见范围 {low}…{high} 内。",
      en: "{source}, “{feature}”: {ratio} households per building is outside the usual {low}…{high}.",
    },
    fix: { zh: "请核对户数和楼栋数。", en: "Check households and buildings." },
  },
  "year-approximate": {
    message: {
      zh: "{source} 有 {n} 个建成年代只是约数（例如“{value}”读作 {year}）。",
      en: "{source}: {n year of construction is|years of construction are} approximate (for example “{value}” was read as {year}).",
    },
    fix: {
      zh: "如影响老旧小区认定，请查实。",
      en: "Find the year out where it decides whether a compound is aged.",
    },
  },
  "value-range": {
    message: {
      zh: "{source} 的“{column}”有 {n} 处为区间、约数、算式或另写单位（例如“{value}”读作 {read}；区间取中间值，楼栋号按栋数计，算式取和）。",
      en: "{source}: {n} values of “{column}” are ranges, read as their middle, building numbers, read as how many they are, sums, approximate or in a unit of their own (for example “{value}” was read as {read}).",
    },
    fix: { zh: "请填写确切数值。", en: "Give the exact values." },
  },
  "fee-per-household": {
    message: {
      zh: "{source} 的“{column}”有 {n} 处按户收费，不是按面积：已用各小区自己的户均面积折算（例如“{value}”折合 {read} 元/㎡·月）。",
      en: "{source}: {n} values of “{column}” are per household, not per m²: each was converted with the compound's own floor area per household (for example “{value}” is {read} yuan per m² and month).",
    },
    fix: {
      zh: "请核对户均面积；如有按面积的标准，请直接填写。",
      en: "Check the floor area per household; where there is a rate per m², give that.",
    },
  },
} as const satisfies Record<string, IssueText>;
