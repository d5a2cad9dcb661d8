import type { IssueText } from "../issue-text.ts";

/** Issues about ledgers, communities, barriers and crossings. */
export const LAYER_TEXTS = {
  "ledger-row-unmatched": {
    message: {
      zh: "{source} 第 {row} 行“{feature}”没有对应的小区。",
      en: "{source}, row {row}: “{feature}” matches no compound.",
    },
    fix: {
      zh: "请用“小区编号”对应，或统一名称。",
      en: "Join by compound_id, or use the same name.",
    },
  },
  "ledger-without-places": {
    message: {
      zh: "{source} 是台账，本身不含小区的位置：{n} 行已读取并检查，但没有小区可以对应。",
      en: "{source} is a ledger, which does not say where compounds lie: its {n row was|rows were} read and checked, but there are no compounds to join them to.",
    },
    fix: {
      zh: "请把小区边界或带坐标的小区文件与台账一起打开。",
      en: "Open it together with the compounds' areas, or with a file that has their coordinates.",
    },
  },
  "ledger-row-ambiguous": {
    message: {
      zh: "{source} 第 {row} 行“{feature}”对应多个小区或重复，未使用。",
      en: "{source}, row {row}: “{feature}” matches several compounds or repeats a row, and is not used.",
    },
    fix: { zh: "请用唯一的“小区编号”对应。", en: "Join by a unique compound_id." },
  },
  "ledger-total-row": {
    message: {
      zh: "{source} 第 {row} 行“{feature}”是合计行，未作为小区读取。",
      en: "{source}, row {row}: “{feature}” is a total and was not read as a compound.",
    },
    fix: { zh: "无需处理。", en: "Nothing needs to be done." },
  },
  "cells-filled-down": {
    message: {
      zh: "{source} 的“{column}”列只在每组首行填写，其下 {n} 行按上一行补上（像是合并单元格另存为文本）。",
      en: "{source}: column “{column}” is filled in the first row of each group only; {n} rows below take the text above them, as after merged cells are saved as text.",
    },
    fix: {
      zh: "如有误，请逐行填写后重新打开。",
      en: "If this is wrong, fill in every row and open the file again.",
    },
  },
  "ledgers-differ": {
    message: {
      zh: "“{lead}”与“{other}”都有的 {total} 个小区中，{n} 个数字不一致，如“{feature}”的{field}：{value} 与 {otherValue}。“{lead}”较新（{asOf}），以它为准。",
      en: "“{lead}” and “{other}” differ in {n} of the {total} compounds that both describe, e.g. “{feature}”, {field}: {value} and {otherValue}. “{lead}” is newer ({asOf}) and stands.",
    },
    fix: {
      zh: "如应以“{other}”为准，请在“数据”面板的文件列表下选定，或移除其中一份。",
      en: "If “{other}” should stand, choose it below the list of files, or take one of them out.",
    },
  },
  "ledgers-differ-undated": {
    message: {
      zh: "“{lead}”与“{other}”都有的 {total} 个小区中，{n} 个数字不一致，如“{feature}”的{field}：{value} 与 {otherValue}。看不出哪份较新，暂以“{lead}”为准。",
      en: "“{lead}” and “{other}” differ in {n} of the {total} compounds that both describe, e.g. “{feature}”, {field}: {value} and {otherValue}. Nothing tells which is newer; “{lead}” stands for now.",
    },
    fix: {
      zh: "请在文件名中写明年份，或在“数据”面板的文件列表下选定以哪份为准，或移除其中一份。",
      en: "Put the year into the names of the files, choose which one stands below the list of files, or take one of them out.",
    },
  },
  "ledger-sheets-differ": {
    message: {
      zh: "“{lead}”与“{other}”都有的 {total} 个小区中，{n} 个数字不一致，如“{feature}”的{field}：{value} 与 {otherValue}。较新的“{lead}”（{asOf}）为准。",
      en: "“{lead}” and “{other}” differ in {n} of the {total} compounds that both describe, e.g. “{feature}”, {field}: {value} and {otherValue}. “{lead}” is newer ({asOf}) and stands.",
    },
    fix: {
      zh: "如应以“{other}”为准，请删去不用的工作表或行后重新打开。",
      en: "If “{other}” should stand, delete the sheet or rows that should not and open the file again.",
    },
  },
  "ledger-differs-from-layer": {
    message: {
      zh: "台账“{lead}”与图层“{other}”都有的 {total} 个小区中，{n} 个数字不一致，如“{feature}”的{field}：台账 {value}，图层 {otherValue}。以台账为准。",
      en: "The ledger “{lead}” and the layer “{other}” differ in {n} of the {total} compounds that both describe, e.g. “{feature}”, {field}: {value} in the ledger, {otherValue} in the layer. The ledger stands.",
    },
    fix: {
      zh: "如应以图层为准，请在“数据”面板的文件列表下选定“{other}”。",
      en: "If the layer should stand, choose “{other}” below the list of files.",
    },
  },
  "sources-differ-as-decided": {
    message: {
      zh: "“{lead}”与“{other}”都有的 {total} 个小区中，{n} 个数字不一致，如“{feature}”的{field}：{value} 与 {otherValue}。按人工选定，以“{lead}”为准。",
      en: "“{lead}” and “{other}” differ in {n} of the {total} compounds that both describe, e.g. “{feature}”, {field}: {value} and {otherValue}. As decided, “{lead}” stands.",
    },
    fix: {
      zh: "如需更改，请在“数据”面板的文件列表下另选。",
      en: "To change it, choose another one below the list of files.",
    },
  },
  "ledger-buildings-added": {
    message: {
      zh: "{source} 有 {n} 行是按楼栋号区分的楼栋，已相加为 {m} 个小区。",
      en: "{source}: {n} rows told apart by building number were added up to {m} compounds.",
    },
    fix: {
      zh: "如各行已是整个小区的数字，请把“楼栋号”列设为不使用，并只保留一行。",
      en: "If each row states the whole compound, set the building number column to be ignored and keep one row.",
    },
  },
  "ledger-buildings-blank": {
    message: {
      zh: "{source} 逐栋的行中有 {n} 格数量未填，相加时未计入。",
      en: "{source}: {n} quantities of single buildings are blank and were left out of the sums.",
    },
    fix: { zh: "请逐栋补全。", en: "Fill them in for every building." },
  },
  "ledger-rows-missing": {
    message: {
      zh: "{n}/{total} 个小区在台账中没有对应的行。",
      en: "{n} of {total compound has|compounds have} no row in the ledger.",
    },
    fix: { zh: "请核对编号或名称。", en: "Check ids or names." },
  },
  "community-code-invalid": {
    message: {
      zh: "“{feature}”的社区代码“{value}”不是 12 位数字。",
      en: "“{feature}”: the community code “{value}” is not 12 digits.",
    },
    fix: {
      zh: "请使用 12 位统计用区划代码，并以文本保存。",
      en: "Use the 12-digit statistical code, stored as text.",
    },
  },
  "community-unknown": {
    message: {
      zh: "“{feature}”所属社区“{value}”不在社区图层中。",
      en: "“{feature}” belongs to “{value}”, which the community layer does not have.",
    },
    fix: {
      zh: "请统一社区代码或名称。",
      en: "Use the same community codes or names in both files.",
    },
  },
  "community-derived": {
    message: {
      zh: "{n}/{total} 个小区未填社区，已按重叠面积最大的社区确定。",
      en: "Community missing in {n} of {total compound|compounds}: taken from the community that covers most of each.",
    },
    fix: { zh: "请核对。", en: "Check them." },
  },
  "community-split": {
    message: {
      zh: "“{feature}”只有 {percent}% 落在社区“{value}”内。",
      en: "Only {percent} % of “{feature}” lies in the community “{value}”.",
    },
    fix: { zh: "请核对社区归属和边界。", en: "Check its community and both boundaries." },
  },
  "community-missing": {
    message: {
      zh: "{n}/{total} 个小区的社区不明。",
      en: "Community unknown for {n} of {total compound|compounds}.",
    },
    fix: {
      zh: "按社区划分前，请补充社区名称或加载社区边界。",
      en: "Supply community names or load community boundaries before planning within communities.",
    },
  },
  "community-unnamed": {
    message: {
      zh: "{source} 的“{feature}”既无代码也无名称，未使用。",
      en: "{source}: “{feature}” has neither code nor name and is not used.",
    },
    fix: { zh: "请补充社区代码或名称。", en: "Supply the community's code or name." },
  },
  "community-parts": {
    message: {
      zh: "社区“{feature}”出现 {n} 次，已合并为一个。",
      en: "The community “{feature}” occurs {n time|times}; the parts were joined.",
    },
    fix: { zh: "请核对社区代码。", en: "Check the community codes." },
  },
  "barrier-class-missing": {
    message: {
      zh: "{source} 有 {n} 个要素既无类别也无宽度，按可穿越、计成本处理。",
      en: "{source}: {n feature has|features have} neither class nor width and can be passed at a price.",
    },
    fix: {
      zh: "请补充道路等级、水系类别或道路宽度。",
      en: "Add the class of the road or water, or the width.",
    },
  },
  "barrier-class-unknown": {
    message: {
      zh: "{source} 的类别“{value}”（{n} 个要素）无法识别，按可穿越、计成本处理。",
      en: "{source}: the class “{value}” ({n feature|features}) is unknown and was taken as passable at a cost.",
    },
    fix: {
      zh: "请改用 快速路、主干路、次干路、支路、铁路、河流 等类别，或填写道路宽度。",
      en: "Use a known class (motorway, primary, secondary, residential, rail, river …) or give the width.",
    },
  },
  "barrier-class-inferred": {
    message: {
      zh: "{source} 有 {n} 条线没有类别，已按宽度推断（≥ {limitM} m 为硬阻隔）。",
      en: "{source}: {n line without class was|lines without class were} judged by width (hard from {limitM} m).",
    },
    fix: { zh: "请补充道路等级。", en: "Supply the class." },
  },
  "barrier-class-by-name": {
    message: {
      zh: "{source} 有 {n} 个要素没有可识别的类别，已按名称判断（如“{value}”）。",
      en: "{source}: {n} features without a known class were judged by their names (such as “{value}”).",
    },
    fix: { zh: "请核对，并补充类别一列。", en: "Check them, and add a column of the class." },
  },
  "barrier-class-ungraded": {
    message: {
      zh: "{source} 的“{value}”（{n} 个要素）不分道路等级，按可穿越、计成本处理，其中可能有快速路、主干路。",
      en: "{source}: “{value}” ({n} features) does not part roads by grade and was taken as passable at a cost; arterials may be among them.",
    },
    fix: {
      zh: "请另加带道路等级的道路图层，或在规则包中另行规定该类别。",
      en: "Add a layer of roads with their grades, or set the class in the rule pack.",
    },
  },
  "land-not-housing": {
    message: {
      zh: "{source} 是用地图斑，作为小区只取住宅用地；其余 {n} 个（{classes}）未使用。",
      en: "{source} holds parcels of land: only those of housing were taken as compounds, {n} others ({classes}) were not.",
    },
    fix: {
      zh: "住宅图斑不等于小区，请尽量改用小区边界；水面、铁路、道路图斑请作为阻隔另行添加。",
      en: "Parcels of housing are no compounds: use outlines of compounds if there are any, and add water, rail and roads as barriers.",
    },
  },
  "land-parcels": {
    message: {
      zh: "{source} 含用地图斑：{n} 个不是水面、铁路或道路（{classes}），不作阻隔。",
      en: "{source} holds parcels of land: {n} are neither water, rail nor road ({classes}) and are no barriers.",
    },
    fix: {
      zh: "无需处理；如其中有阻隔，请核对地类名称。",
      en: "Nothing needs to be done; check the classes if barriers are among them.",
    },
  },
  "barrier-bare-areas": {
    message: {
      zh: "{source} 有 {n} 个要素没有可识别的类别，按硬阻隔处理。",
      en: "{source}: {n feature without a known class is taken as a hard barrier|features without a known class are taken as hard barriers}.",
    },
    fix: {
      zh: "如不是水域等阻隔，请移出该文件。",
      en: "Move them out of this file if they are no barriers.",
    },
  },
  "barriers-outside": {
    message: {
      zh: "{source} 有 {n} 个要素距小区超过 {km} 公里，与规划无关，未使用。",
      en: "{source}: {n feature lies|features lie} more than {km} km from any compound; left out.",
    },
    fix: { zh: "无需处理。", en: "Nothing needs to be done." },
  },
  "crossing-from-line": {
    message: {
      zh: "{source} 有 {n} 条线作为通道，取其中点。",
      en: "{source}: {n line was taken as a crossing at its|lines were taken as crossings at their} middle.",
    },
    fix: { zh: "请核对通道位置。", en: "Check where the crossings are." },
  },
  "ledger-row-doubtful": {
    message: {
      zh: "{source} 第 {row} 行“{feature}”可能是“{other}”（把握 {percent}%），未对应，请确认。",
      en: "{source}, row {row}: “{feature}” may be “{other}” ({percent} % sure); it was not joined.",
    },
    fix: {
      zh: "请打开“数据”面板中的台账文件，在“关联”中确认或否定。",
      en: "Confirm or reject it in the join review.",
    },
  },
  "ledger-total-differs": {
    message: {
      zh: "{source} 第 {row} 行“{column}”合计为 {stated}，而其上各行之和为 {sum}。",
      en: "{source}, row {row}: the total of “{column}” is {stated}, but the rows above add up to {sum}.",
    },
    fix: {
      zh: "请核对是否缺行、重行或改数未改合计。",
      en: "Look for missing, repeated or changed rows.",
    },
  },
} as const satisfies Record<string, IssueText>;
