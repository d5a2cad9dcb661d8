import type { IssueText } from "../issue-text.ts";

/** Issues about ids, names and columns. */
export const IDENTITY_TEXTS = {
  "duplicate-id": {
    message: {
      zh: "编号“{id}”重复；“{feature}”改用编号“{newId}”。",
      en: "The id “{id}” is used more than once; “{feature}” now has the id “{newId}”.",
    },
    fix: { zh: "请为每个小区使用唯一编号。", en: "Give every compound an id of its own." },
  },
  "duplicate-feature": {
    message: {
      zh: "“{feature}”与另一要素完全相同（编号、图形、属性），只保留一个。",
      en: "“{feature}” repeats another feature exactly (id, shape and properties); one was kept.",
    },
    fix: { zh: "请删除重复要素。", en: "Delete the repeated feature." },
  },
  "duplicate-name": {
    message: {
      zh: "“{community}”内有 {n} 个小区同名“{feature}”。",
      en: "{n} compounds in “{community}” share the name “{feature}”.",
    },
    fix: {
      zh: "若为同一小区请合并，否则请加以区分（如一期、二期）。",
      en: "Merge them if they are one compound; otherwise tell them apart by name.",
    },
  },
  "ids-generated": {
    message: {
      zh: "{source} 有 {n}/{total} 个要素没有编号，已按图形生成编号。",
      en: "{source}: {n} of {total} features had no id; one was made from the shape.",
    },
    fix: {
      zh: "建议增加“小区编号”一列，便于与台账对应。",
      en: "Add a compound_id column so that ledgers can be joined.",
    },
  },
  "names-missing": {
    message: {
      zh: "{source} 有 {n}/{total} 个小区没有名称，以编号代替。",
      en: "{source}: {n} of {total} compounds have no name; the id is shown instead.",
    },
    fix: { zh: "建议补充“小区名称”。", en: "Add the name column." },
  },
  "personal-data": {
    message: {
      zh: "{source} 的“{column}”列疑含个人信息（{n} 条），已拒收，不保存、不导出。",
      en: "{source}: the column “{column}” looks like personal data ({n} values); it was refused, and is neither kept nor exported.",
    },
    fix: {
      zh: "提供数据前请删除业主姓名、证件号、电话、房号等列。",
      en: "Remove owners' names, id numbers, telephone and room numbers before sharing the file.",
    },
  },
  "personal-in-text": {
    message: {
      zh: "{source} 的“{column}”列有 {n} 处夹带电话号码或证件号，号码已隐去，不保存、不导出。",
      en: "{source}: {n} cells of the column “{column}” hold telephone or identity numbers; the numbers were taken out, and are neither kept nor exported.",
    },
    fix: {
      zh: "提供数据前请删除备注等文字中的号码。",
      en: "Remove such numbers from remarks before sharing the file.",
    },
  },
  "personal-in-notes": {
    message: {
      zh: "{source} 的标题、表尾或备注有 {n} 处写有填表人、联系人等姓名或电话，已隐去，不保存、不导出。",
      en: "{source}: {n} cells of titles, signatures or remarks name persons or their telephones; these were taken out, and are neither kept nor exported.",
    },
    fix: {
      zh: "提供数据前请删除表头、表尾和备注中的姓名与电话。",
      en: "Remove names and telephones from titles, signatures and remarks before sharing the file.",
    },
  },
  "column-ambiguous": {
    message: {
      zh: "{source} 有多列可作“{field}”：采用“{column}”，未用“{others}”。",
      en: "{source}: several columns can be “{field}”; “{column}” was used, not “{others}”.",
    },
    fix: {
      zh: "如采用有误，请指定字段对应关系。",
      en: "Map the field by hand if that is the wrong one.",
    },
  },
  "map-field-unknown": {
    message: {
      zh: "字段对应中的“{field}”不是台账字段。",
      en: "“{field}” in the field map is not a ledger field.",
    },
    fix: { zh: "可用字段：{known}。", en: "Known fields: {known}." },
  },
  "map-field-missing": {
    message: {
      zh: "没有文件含有为“{field}”指定的列“{column}”。",
      en: "No file has the column “{column}”, which was to be “{field}”.",
    },
    fix: { zh: "请核对列名。", en: "Check the column name." },
  },
  "unit-column-missing": {
    message: {
      zh: "{source} 没有列“{column}”，为它指定的单位未起作用。",
      en: "{source} has no column “{column}”; the unit given for it does nothing.",
    },
    fix: { zh: "请核对列名。该文件的列：{known}。", en: "Check its name. The file has: {known}." },
  },
  "unit-unfit": {
    message: {
      zh: "{source} 的“{column}”列不用单位“{unit}”。",
      en: "{source}: the column “{column}” does not come in the unit “{unit}”.",
    },
    fix: {
      zh: "请核对该列理解为什么，以及单位；它可用的单位：{known}。",
      en: "Check what the column was taken for, and the unit; those it can come in: {known}.",
    },
  },
  "community-in-streets": {
    message: {
      zh: "社区“{feature}”被写在多个街道之下：{streets}。",
      en: "Community “{feature}” is stated to lie in several 街道: {streets}.",
    },
    fix: {
      zh: "社区应只属于一个街道；请核对台账中的街道一列。",
      en: "A community lies in one 街道; check the street column of the ledger.",
    },
  },
  "street-derived": {
    message: {
      zh: "{n}/{total} 个小区未写街道，已按其社区所在街道补上。",
      en: "{n} of {total} compounds state no 街道; that of their community was taken.",
    },
    fix: { zh: "无需处理。", en: "Nothing to do." },
  },
  "place-not-split": {
    message: {
      zh: "{source} 的“{column}”列 {total} 个值中有 {n} 个分不清街道和社区（例如“{value}”）：认得出的部分照用，都认不出的整个作为社区。",
      en: "{source}: in {n} of {total} values of “{column}” subdistrict and community cannot be told apart (for example “{value}”). The part that is known is used; a value without one stands whole as the community.",
    },
    fix: {
      zh: "请写成“鹿城镇东瓜社区”的样子，或把街道和社区分成两列；若该列只有其中一项，请在“数据”面板的“字段”中改定。",
      en: "Write both with their endings, as in “鹿城镇东瓜社区”, or in two columns; if the column holds one of them only, say so in the “Data” panel.",
    },
  },
  "column-guessed": {
    message: {
      zh: "{source} 的“{column}”列按表头的一部分理解为“{field}”（把握 {percent}%）。",
      en: "{source}: by part of its header the column “{column}” was taken as “{field}” ({percent} % sure).",
    },
    fix: {
      zh: "如有误，请指定该列的含义。",
      en: "Say what the column means if that is wrong.",
    },
  },
} as const satisfies Record<string, IssueText>;
