import type { IssueText } from "../issue-text.ts";

/** Issues about containers: archives, shapefiles, workbooks and the like. */
export const CONTAINER_TEXTS = {
  "format-unsupported": {
    message: {
      zh: "{source} 是 {format} 文件，本工具不能读取。",
      en: "{source} is a {format} file, which is not read here.",
    },
    fix: {
      zh: "请在原软件中另存为 GeoJSON、Shapefile（zip）、KML、GeoPackage、XLSX 或 CSV。",
      en: "Save it from its own program as GeoJSON, zipped Shapefile, KML, GeoPackage, XLSX or CSV.",
    },
  },
  "format-unknown": {
    message: {
      zh: "{source} 不是本工具能读取的数据文件。",
      en: "{source} is no file of data that is read here.",
    },
    fix: {
      zh: "请另存为 GeoJSON、Shapefile（zip）、KML、GeoPackage、XLSX 或 CSV。",
      en: "Save it as GeoJSON, zipped Shapefile, KML, GeoPackage, XLSX or CSV.",
    },
  },
  "entry-unsupported": {
    message: {
      zh: "{source} 中的“{entry}”是 {format}，本工具不能读取。",
      en: "“{entry}” in {source} is a {format}, which is not read here.",
    },
    fix: {
      zh: "请在原软件中另存为 GeoPackage、Shapefile（zip）或 GeoJSON。",
      en: "Save it from its own program as GeoPackage, zipped Shapefile or GeoJSON.",
    },
  },
  "entries-left-out": {
    message: {
      zh: "{source} 中有 {n} 个文件不是数据（例如“{entry}”），未读取。",
      en: "{source} holds {n} files that are no data (such as “{entry}”); they were not read.",
    },
    fix: { zh: "无需处理。", en: "Nothing needs to be done." },
  },
  "layer-empty": {
    message: {
      zh: "{source} 打开了，但其中没有任何图形或行。",
      en: "{source} was opened, but holds no shape and no row.",
    },
    fix: {
      zh: "请核对导出时是否选中了要素或图层。",
      en: "Check that features or the layer were selected when it was exported.",
    },
  },
  "format-not-loaded": {
    message: {
      zh: "{source} 未读取：{format} 的读取组件没有加载成功。",
      en: "{source} was not read: the reader for {format} could not be loaded.",
    },
    fix: { zh: "请刷新页面后重试。", en: "Reload the page and try again." },
  },
  "container-broken": {
    message: {
      zh: "{source} 不是完整的 {format} 文件，无法打开（{detail}）。",
      en: "{source} is not a sound {format} file and cannot be opened ({detail}).",
    },
    fix: {
      zh: "请重新导出或重新复制该文件。",
      en: "Export or copy the file again.",
    },
  },
  "container-too-slow": {
    message: {
      zh: "{source} 未读取：作为 {format} 打开用了 {seconds} 秒仍未完成，已停止。",
      en: "{source} was not read: opening it as {format} had not ended after {seconds} s and was stopped.",
    },
    fix: {
      zh: "文件可能已损坏：请在原软件中打开并另存；文件很大时请拆分或存为 CSV、GeoJSON。",
      en: "It may be damaged: open it in its own program and save it anew; split a very large one, or save it as CSV or GeoJSON.",
    },
  },
  "container-broke-down": {
    message: {
      zh: "{source} 未读取：作为 {format} 打开时内存不足或读取组件中断（{detail}）。",
      en: "{source} was not read: its reader ran out of memory or broke down over it as {format} ({detail}).",
    },
    fix: {
      zh: "文件可能已损坏：请在原软件中打开并另存；文件很大时请拆分或存为 CSV、GeoJSON。",
      en: "It may be damaged: open it in its own program and save it anew; split a very large one, or save it as CSV or GeoJSON.",
    },
  },
  "container-cut-off": {
    message: {
      zh: "{source} 在第 {n} 个要素之后中断，其后内容未读取。",
      en: "{source} breaks off after {n} features; what follows was not read.",
    },
    fix: { zh: "请重新复制该文件。", en: "Copy the file again." },
  },
  "xml-cut-off": {
    message: {
      zh: "{source} 的 XML 不完整，只读取了完整的 {n} 个地标。",
      en: "The XML of {source} is not complete; its {n} whole placemarks were read.",
    },
    fix: { zh: "请重新导出该文件。", en: "Export the file again." },
  },
  "xml-entities": {
    message: {
      zh: "{source} 的 XML 自带文档类型定义，出于安全考虑未读取。",
      en: "The XML of {source} brings a document type of its own and was refused for safety.",
    },
    fix: {
      zh: "请用地图软件重新导出 KML。",
      en: "Export the KML again from a map program.",
    },
  },
  "layer-broken": {
    message: {
      zh: "{source} 的图层“{layer}”已损坏，未读取。",
      en: "The layer “{layer}” of {source} is damaged and was not read.",
    },
    fix: { zh: "请重新导出该图层。", en: "Export this layer again." },
  },
  "shapes-broken": {
    message: {
      zh: "{source} 有 {n}/{total} 个图形已损坏，未读取。",
      en: "{source}: {n} of {total} shapes are damaged and were not read.",
    },
    fix: {
      zh: "请在原软件中修复后重新导出。",
      en: "Repair them in their own program and export again.",
    },
  },
  "shapefile-no-table": {
    message: {
      zh: "{source} 缺少可读的属性表（.dbf），图形没有属性。",
      en: "{source} comes without a readable table (.dbf); its shapes have no attributes.",
    },
    fix: {
      zh: "请把 .shp、.shx、.dbf、.prj、.cpg 一起压缩后上传。",
      en: "Zip the .shp, .shx, .dbf, .prj and .cpg together.",
    },
  },
  "shapefile-counts-differ": {
    message: {
      zh: "{source} 有 {shapes} 个图形、{rows} 条属性，数量不一致，按顺序对应。",
      en: "{source} holds {shapes} shapes and {rows} records; they were paired in order.",
    },
    fix: { zh: "请重新导出该图层。", en: "Export this layer again." },
  },
  "shapefile-no-prj": {
    message: {
      zh: "{source} 没有坐标系文件（.prj）。",
      en: "{source} comes without a coordinate system (.prj).",
    },
    fix: {
      zh: "请在“坐标系”中确认，或补上 .prj 文件。",
      en: "Confirm its coordinate system, or add the .prj.",
    },
  },
  "encoding-guessed": {
    message: {
      zh: "{source} 没有声明文字编码，按内容判断为 {encoding}。",
      en: "{source} does not say how its text is encoded; by its content it is {encoding}.",
    },
    fix: {
      zh: "如文字显示异常，请另存为 UTF-8。",
      en: "If texts look wrong, save it as UTF-8.",
    },
  },
  "archive-broken": {
    message: {
      zh: "{source} 不是完整的压缩包，无法打开。",
      en: "{source} is not a sound archive and cannot be opened.",
    },
    fix: { zh: "请重新压缩或重新复制。", en: "Zip or copy it again." },
  },
  "archive-empty": {
    message: { zh: "{source} 中没有可读的文件。", en: "{source} holds no file that can be read." },
    fix: {
      zh: "请核对压缩包内容。",
      en: "Check what is in the archive.",
    },
  },
  "archive-entry-broken": {
    message: {
      zh: "{source} 中的“{entry}”已损坏，未读取完整。",
      en: "“{entry}” in {source} is damaged and was not read whole.",
    },
    fix: { zh: "请重新压缩。", en: "Zip it again." },
  },
  "archive-path": {
    message: {
      zh: "{source} 中的“{entry}”路径越出文件夹，已拒收。",
      en: "The path “{entry}” in {source} leaves its folder and was refused.",
    },
    fix: {
      zh: "请核对压缩包来源，并重新压缩。",
      en: "Check where the archive comes from and zip it again.",
    },
  },
  "archive-bomb": {
    message: {
      zh: "{source} 中的“{entry}”解压后过大（{size}），已拒收。",
      en: "“{entry}” in {source} inflates beyond reason ({size}) and was refused.",
    },
    fix: {
      zh: "请核对压缩包来源；确需读取时请按街道拆分。",
      en: "Check where the archive comes from; split it by subdistrict if it is genuine.",
    },
  },
  "archive-too-many": {
    message: {
      zh: "{source} 中的文件超过 {limit} 个，未读取。",
      en: "{source} holds more than {limit} files and was not read.",
    },
    fix: { zh: "请只压缩需要的文件。", en: "Zip only the files that are needed." },
  },
  "archive-nested": {
    message: {
      zh: "{source} 的压缩包嵌套超过 {limit} 层，未读取。",
      en: "{source} nests archives more than {limit} deep and was not read.",
    },
    fix: { zh: "请解压后再上传。", en: "Unpack it first." },
  },
  "sheet-cut": {
    message: {
      zh: "{source} 的工作表“{sheet}”过大，只读取前 {rows} 行、{columns} 列。",
      en: "The sheet “{sheet}” of {source} is too large; its first {rows} rows and {columns} columns were read.",
    },
    fix: { zh: "请删除多余的行列。", en: "Delete rows and columns that are not needed." },
  },
  "columns-too-many": {
    message: {
      zh: "{source} 的表格有 {n} 列，只读取了前 {limit} 列。",
      en: "A table of {source} has {n} columns; only the first {limit} were read.",
    },
    fix: {
      zh: "请删除多余的列，或把需要的列移到前面。",
      en: "Delete columns that are not needed, or move those that are to the front.",
    },
  },
  "sheet-not-ledger": {
    message: {
      zh: "{source} 的工作表“{sheet}”没有小区名称或编号，未作为台账读取。",
      en: "The sheet “{sheet}” of {source} names no compounds and was not read as a ledger.",
    },
    fix: {
      zh: "如需读取，请补充“小区名称”表头。",
      en: "Add the name column if it should be read.",
    },
  },
  "table-no-geometry": {
    message: {
      zh: "{source} 没有坐标列（WKT，或经度和纬度），不能单独作为图层。",
      en: "{source} has no column of positions (WKT, or longitude and latitude) and is no layer by itself.",
    },
    fix: {
      zh: "请作为台账与小区面一起打开，或补充坐标列。",
      en: "Open it as a ledger together with compound polygons, or add such columns.",
    },
  },
  "wkt-unreadable": {
    message: {
      zh: "{source} 有 {n}/{total} 行的 WKT 图形读不懂，未使用。",
      en: "{source}: the WKT of {n} of {total} rows cannot be read and is not used.",
    },
    fix: { zh: "请重新导出这些行。", en: "Export these rows again." },
  },
  "json-lines-broken": {
    message: {
      zh: "{source} 有 {n} 行不是完整的 JSON（首处第 {line} 行），未读取。",
      en: "{source}: {n} lines are not complete JSON (the first is line {line}) and were not read.",
    },
    fix: { zh: "请重新导出这些行。", en: "Export these lines again." },
  },
} as const satisfies Record<string, IssueText>;
