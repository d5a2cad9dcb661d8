import type { BarrierClass, BarrierKind } from "./world.ts";

/** What a class of the file means. */
export interface Classified {
  readonly kind: BarrierKind;
  readonly barrierClass: BarrierClass;
}

type Words = readonly (readonly [BarrierKind, BarrierClass, string])[];

/** Classes of OpenStreetMap (`highway`, `railway`, `waterway`, `natural`, Geofabrik's `fclass`). */
const OSM: Words = [
  ["road", "hard", "motorway trunk primary arterial expressway highway"],
  ["road", "penalised", "secondary"],
  ["road", "free", "tertiary unclassified residential living_street service pedestrian local"],
  ["road", "free", "track footway cycleway path steps road bridleway busway bus_guideway corridor"],
  ["road", "free", "construction proposed raceway rest_area services elevator crossing lane"],
  ["road", "free", "track_grade1 track_grade2 track_grade3 track_grade4 track_grade5"],
  ["rail", "hard", "rail railway light_rail narrow_gauge subway monorail"],
  ["rail", "free", "tram abandoned disused razed miniature funicular platform station halt"],
  ["water", "hard", "river canal riverbank water reservoir lake dock basin coastline bay"],
  ["water", "free", "stream drain ditch brook weir dam waterfall wetland"],
  ["cliff", "hard", "cliff"],
  ["other", "hard", "city_wall"],
];

/**
 * Roads: grades of town roads (CJJ 37, GB/T 51328) and of highways (JTG B01: technical, and 国道 to 村道
 * by who runs them), what the features of 1:500–1:2000 maps (GB/T 20257.1) and the classes of Chinese
 * road maps are called. A ramp belongs to the road it leaves.
 */
const ROADS: Words = [
  [
    "road",
    "hard",
    "快速路 快速道路 快速通道 快速干道 快速干线 快速公路 高架路 高架 高架快速路 匝道",
  ],
  ["road", "hard", "主干路 主干道 主干线 干线道路 主要道路 一级道路 环路 绕城高速"],
  ["road", "hard", "高速公路 高速 高速路 一级公路 国道 市级规划道路 规划道路"],
  ["road", "penalised", "次干路 次干道 次干线 次要道路 二级道路 二级公路 省道 专用公路"],
  ["road", "free", "支路 支线 巷道 巷 里弄 弄 胡同 街巷 街坊路 小区路 小区道路 居住区道路"],
  ["road", "free", "内部道路 内部路 单位内部道路 园区道路 普通道路 其他道路 辅路 步行街 步行道"],
  ["road", "free", "人行道 自行车道 非机动车道 小路 阶梯路 机耕路 大车路 乡村路 乡村道路 农村道路"],
  [
    "road",
    "free",
    "隧道 下穿隧道 三级公路 四级公路 等外公路 县道 乡道 村道 三级道路 四级道路 土路",
  ],
];

const RAILS: Words = [
  ["rail", "hard", "铁路 高铁 高速铁路 普速铁路 普通铁路 城际铁路 客运专线 标准轨铁路 窄轨铁路"],
  [
    "rail",
    "hard",
    "铁路线 地铁线 轻轨线 单线铁路 复线铁路 电气化铁路 地方铁路 专用铁路 铁路专用线",
  ],
  ["rail", "hard", "轻轨 地铁 地面轨道 轨道交通 城市轨道 城市轨道交通 磁浮 磁悬浮"],
  ["rail", "free", "有轨电车 废弃铁路"],
];

/** A river drawn as one line is narrower than the map can show, and a flood ditch than a canal. */
const WATERS: Words = [
  ["water", "hard", "河 河流 江 江河 河道 河渠 河流面 双线河 双线河流 常年河 时令河 运河 护城河"],
  ["water", "hard", "湖 湖泊 水库 水系 水系面 水域 水面 水体 坑塘 池塘 鱼塘 塘 海 海洋 海域"],
  ["water", "hard", "渠 水渠 主渠 干渠 总干渠 渠道 排洪渠 泄洪渠 排水渠 明渠"],
  ["water", "penalised", "单线河 单线河流 支渠 排洪沟 泄洪沟 截洪沟 干涸河 干河床"],
  ["water", "free", "沟 沟渠 溪 溪流 小溪 排水沟 斗渠 农渠 毛渠 暗渠 暗河 地下河 地下河段 涵洞"],
];

/** Walls around compounds are opened when they are run as one, and are no barrier. */
const FORMS: Words = [
  ["cliff", "hard", "陡坎 加固陡坎 未加固陡坎 陡崖 断崖 悬崖 崖 石崖 土崖 高边坡 挡土墙"],
  ["other", "hard", "城墙"],
  ["other", "free", "围墙 院墙 栅栏 栏杆 围栏 篱笆 铁丝网"],
];

/**
 * Classes of land (GB/T 21010, with the third survey's TD/T 1055, and the land and sea use of spatial
 * plans). Land of roads is not parted by grade.
 */
const LAND: Words = [
  ["water", "hard", "河流水面 湖泊水面 水库水面 坑塘水面"],
  ["water", "free", "沼泽地 内陆滩涂 沿海滩涂"],
  ["rail", "hard", "铁路用地 轨道交通用地 城市轨道交通用地"],
  ["road", "penalised", "公路用地 城镇村道路用地 城镇道路用地 城市道路用地 街巷用地 道路用地"],
];

/** Class word in lower case → what it means. */
export const CLASSES: ReadonlyMap<string, Classified> = new Map(
  [...OSM, ...ROADS, ...RAILS, ...WATERS, ...FORMS, ...LAND].flatMap(
    ([kind, barrierClass, words]) =>
      words.split(" ").map((word) => [word, { kind, barrierClass }] as const),
  ),
);

/** Land of roads whose grade is not told. */
export const UNGRADED: ReadonlySet<string> = new Set(
  LAND.filter(([kind]) => kind === "road").flatMap(([, , words]) => words.split(" ")),
);
