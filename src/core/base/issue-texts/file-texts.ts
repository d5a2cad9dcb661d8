import type { IssueText } from "../issue-text.ts";

/** Issues about whole files. */
export const FILE_TEXTS = {
  "file-empty": {
    message: { zh: "{source} 是空文件。", en: "{source} is empty." },
    fix: { zh: "请重新导出该文件。", en: "Export the file again." },
  },
  "file-too-large": {
    message: {
      zh: "{source} 太大（{size}，上限 {limit}），未读取。",
      en: "{source} is too large ({size}, limit {limit}) and was not read.",
    },
    fix: {
      zh: "请按街道拆分，或将坐标保留 7 位小数后重新导出。",
      en: "Split it by subdistrict, or export it again with coordinates rounded to 7 decimals.",
    },
  },
  "text-encoding": {
    message: {
      zh: "{source} 不是 UTF-8 编码，其中部分文字无法辨认。",
      en: "{source} is not encoded in UTF-8; part of its text cannot be made out.",
    },
    fix: {
      zh: "请另存为 UTF-8 编码（Excel：“CSV UTF-8”）后重新打开。",
      en: "Save it as UTF-8 (in Excel: “CSV UTF-8”) and open it again.",
    },
  },
  "json-syntax": {
    message: {
      zh: "{source} 不是完整的 JSON：第 {line} 行第 {column} 列出错。",
      en: "{source} is not complete JSON: it breaks at line {line}, column {column}.",
    },
    fix: {
      zh: "请重新导出或重新复制该文件，文件可能被截断。",
      en: "Export or copy the file again; it may have been cut off.",
    },
  },
  "json-not-a-number": {
    message: {
      zh: "{source} 含 {n} 处 NaN 或 Infinity，JSON 不允许，已按空值读取。",
      en: "{source} holds {n} NaN or Infinity values, which JSON does not allow; they were read as blank.",
    },
    fix: {
      zh: "导出前请把缺失值改为空值（null）。",
      en: "Replace missing values by null before exporting.",
    },
  },
  "json-too-deep": {
    message: {
      zh: "{source} 嵌套 {depth} 层，超过 {limit} 层，未读取。",
      en: "{source} is nested {depth} levels deep, more than {limit}, and was not read.",
    },
    fix: {
      zh: "该文件不像地理数据，请核对后重新导出。",
      en: "The file does not look like map data; check it and export it again.",
    },
  },
  "not-geojson": {
    message: {
      zh: "{source} 不是 GeoJSON 要素集合（读到的是 {found}）。",
      en: "{source} is not a GeoJSON FeatureCollection (found {found}).",
    },
    fix: {
      zh: "请导出为 GeoJSON（FeatureCollection）。",
      en: "Export it as GeoJSON (a FeatureCollection).",
    },
  },
  "ledger-format": {
    message: {
      zh: "{source} 不是可读的台账（需要带表头的 CSV，或 JSON 对象数组）。",
      en: "{source} is not a readable ledger (CSV with a header row, or a JSON array of objects).",
    },
    fix: {
      zh: "请把台账另存为 CSV（UTF-8），首行为表头。",
      en: "Save the ledger as CSV (UTF-8) with a header in the first row.",
    },
  },
  "too-many-features": {
    message: {
      zh: "{source} 有 {n} 个要素，超过 {limit} 个，未读取。",
      en: "{source} holds {n} features, more than {limit}, and was not read.",
    },
    fix: {
      zh: "请裁剪到规划范围后重新导出。",
      en: "Clip it to the planning area and export it again.",
    },
  },
  "no-features": {
    message: { zh: "{source} 中没有任何要素。", en: "{source} holds no features." },
    fix: { zh: "请核对导出的图层。", en: "Check which layer was exported." },
  },
  "own-district-table": {
    message: {
      zh: "{source} 是本工具导出的片区表，不是小区台账，未读取。",
      en: "{source} is a table of districts that this program wrote, no ledger of compounds, and was not read.",
    },
    fix: {
      zh: "无需处理；小区数据请用 compounds 开头的文件。",
      en: "Nothing needs to be done; the files called compounds hold the compounds.",
    },
  },
  "own-field-legend": {
    message: {
      zh: "{source} 是本工具导出的字段说明，不是数据，未读取。",
      en: "{source} is the legend of fields that this program wrote, no data, and was not read.",
    },
    fix: { zh: "无需处理。", en: "Nothing needs to be done." },
  },
  "no-compounds": {
    message: {
      zh: "没有可用的小区面。",
      en: "There is no usable compound polygon.",
    },
    fix: {
      zh: "请添加小区边界或带坐标的小区文件（只有台账还不够，请与台账一起打开），或先处理列出的错误。",
      en: "Add a file of the compounds' areas or coordinates (a ledger alone does not say where they lie: open both together), or correct the errors listed first.",
    },
  },
} as const satisfies Record<string, IssueText>;
