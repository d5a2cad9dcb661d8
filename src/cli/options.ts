import type { Bilingual } from "../core/index.ts";
import type { Option } from "./option.ts";

function option(name: string, value: string | null, zh: string, en: string): Option {
  return { name, value, help: { zh, en } };
}

function repeatable(name: string, value: string, zh: string, en: string): Option {
  return { ...option(name, value, zh, en), repeatable: true };
}

/** Options of every command. */
export const COMMON_OPTIONS: readonly Option[] = [
  option("json", null, "标准输出只写一个 JSON 对象", "one JSON object on stdout and nothing else"),
  option("lang", "zh|en", "文字语言", "language of messages"),
  option("help", null, "显示帮助", "show this help"),
];

export const OUT_OPTION: Option = option("out", "DIR", "输出文件夹", "folder to write to");

/** Changes how long a plan takes, never the plan. */
export const WORKERS_OPTION: Option = option(
  "workers",
  "N",
  "并行线程数，1…64；不影响方案",
  "threads, 1…64; the plan is the same",
);

/** Which files are read and how. */
export const DATA_OPTIONS: readonly Option[] = [
  repeatable(
    "ledger",
    "F",
    "台账（XLSX、XLS、ET、ODS、CSV……）",
    "ledger (XLSX, XLS, ET, ODS, CSV …)",
  ),
  repeatable("barriers", "F", "阻隔（道路、河流、铁路）", "barriers (roads, rivers, railways)"),
  repeatable("crossings", "F", "通道（桥、地道、人行横道）", "crossings (bridges, underpasses)"),
  repeatable("communities", "F", "社区边界", "community areas"),
  option(
    "reading",
    "F",
    "按该情景文件中人工确认的列、单位、对应关系和坐标读取",
    "read columns, units, joins and coordinates as decided in a scenario file",
  ),
  repeatable("map-field", "canonical=source", "字段对应", "field of the data for a known field"),
  repeatable(
    "column-unit",
    "file:column=unit",
    "某列不带单位的数所用的单位，如 台账.xlsx:建筑面积=万㎡",
    "unit of a column's plain numbers, e.g. ledger.xlsx:面积=万㎡",
  ),
  option("crs", "EPSG:n|gcj02|bd09", "坐标系", "coordinate system of the files"),
  repeatable("file-crs", "file=EPSG:n", "某个文件的坐标系", "coordinate system of one file"),
  repeatable("swap-axes", "file", "交换某个文件的坐标轴", "swap the axes of one file"),
  repeatable(
    "group-buildings",
    "file=name|id|block",
    "把逐栋房屋归并为小区",
    "put the buildings of a file together to compounds",
  ),
];

/** How files and layers are named; stands below the options that take them. */
export const LAYER_NOTE: Bilingual = {
  zh: [
    "文件可以是 GeoJSON、Shapefile、GeoPackage、KML、FlatGeobuf、表格，或含这些的 zip。",
    "其中一层写成 基础数据.gpkg/水系、资料.zip/红线/小区.shp，层名见 validate。",
    "--file-crs 等的文件名与 validate 列出的相同；只有一层的文件也可只写文件名，如 小区红线.zip=EPSG:4528。",
  ].join("\n"),
  en: [
    "Files are GeoJSON, Shapefile, GeoPackage, KML, FlatGeobuf, tables, or a zip of these.",
    "One layer is data.gpkg/water or data.zip/folder/compounds.shp, as validate lists it.",
    "--file-crs and the like name files as validate lists them; a file with one layer answers to its own name too: compounds.zip=EPSG:4528.",
  ].join("\n"),
};

/** Numbers that `none` switches off, with the limit each one sets. */
export const LIMIT_OPTIONS = [
  {
    ...option("min-households", "N|none", "户数下限", "fewest households"),
    limit: "minHouseholds",
  },
  { ...option("max-households", "N|none", "户数上限", "most households"), limit: "maxHouseholds" },
  {
    ...option("min-floor-area", "M2|none", "建筑面积下限", "least floor area"),
    limit: "minFloorAreaM2",
  },
  {
    ...option("max-floor-area", "M2|none", "建筑面积上限", "most floor area"),
    limit: "maxFloorAreaM2",
  },
  { ...option("max-span", "M|none", "跨度上限", "greatest span"), limit: "maxSpanM" },
  { ...option("max-compounds", "N|none", "小区数上限", "most compounds"), limit: "maxCompounds" },
  {
    ...option("max-fee", "YUAN|none", "保本物业费上限（元/㎡·月）", "highest break-even fee"),
    limit: "maxBreakEvenFeeYuanPerM2Month",
  },
] as const satisfies readonly (Option & { readonly limit: string })[];

/** What is planned and how. */
export const PLAN_OPTIONS: readonly Option[] = [
  option(
    "assumptions",
    "F",
    "测算参数（参数集，或 JSON：参数名: 数值）",
    "assumptions (a set, or JSON of key: number)",
  ),
  option(
    "assumption-set",
    "ID",
    "随程序的参数集，如 chuxiong-2022",
    "a set that comes with the program, e.g. chuxiong-2022",
  ),
  option("service-level", "floor|basic|standard", "服务等级：托底、基本、标准", "service level"),
  option(
    "rules",
    "F",
    "规则包（征求意见、信用等级、约束、道路类别）",
    "rule pack (consent, grades, limits, road classes)",
  ),
  option("scenario", "F", "按情景文件重新划分", "plan a scenario file again"),
  option("envelope", "community|street|terrain", "边界依据", "what bounds a district"),
  option("gap", "M", "邻接最大间距", "largest gap between neighbours"),
  option("links", "gap|queen|rook", "邻接方式", "what makes neighbours"),
  option("aged-before", "Y", "该年及以前建成的参与", "built by this year takes part"),
  option("all-ages", null, "不限建成年份", "all ages take part"),
  ...LIMIT_OPTIONS.map(({ limit: _limit, ...rest }) => rest),
  option("objective", "cost|max-p|compact", "目标", "objective"),
  option("threshold", "field>=value", "每片区字段合计的下限", "least sum of a field per district"),
  option("attributes", "a,b", "衡量相似的字段", "fields that measure likeness"),
  option("dissimilarity", "ssd|pairwise", "差异度量", "measure of dissimilarity"),
  option("districts", "P", "片区数（compact）", "number of districts (compact)"),
  repeatable("must-together", "a,b", "须同片的小区编号", "ids that share a district"),
  repeatable("never-together", "a,b", "不得同片的小区编号", "ids that never share a district"),
  option("anchors-as-seeds", null, "每片区至多一个牵头小区", "at most one anchor per district"),
  option("start", "F", "从该情景文件的方案开始", "start from a scenario file's zoning"),
  repeatable(
    "lock",
    "ID",
    "锁定起始方案中的片区或小区",
    "lock a district, or a compound to its district, of the start",
  ),
  option("method", "auto|exact|search|dbscan", "方法", "method"),
  option("seed", "N", "随机种子", "seed"),
  option("iterations", "N", "搜索力度，1…100000", "search effort, 1…100000"),
  option("time-limit", "S", "最多秒数", "most seconds"),
  WORKERS_OPTION,
];
