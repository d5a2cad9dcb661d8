import type { BarrierClass, BarrierKind } from "./world.ts";

/** What a class of the file means. */
export interface Classified {
  readonly kind: BarrierKind;
  readonly barrierClass: BarrierClass;
}

/** Width from which a road without class is hard, m (Korean practice; DESIGN §4). */
export const HARD_WIDTH_M = 20;

type Words = readonly (readonly [BarrierKind, BarrierClass, string])[];

/**
 * Classes of OpenStreetMap (`highway`, `railway`, `waterway`, `natural`, Geofabrik's `fclass`) and of
 * Chinese road and water layers (GB/T 51328, 道路等级). `*_link` counts as the road it belongs to.
 */
const WORDS: Words = [
  ["road", "hard", "motorway trunk primary arterial expressway highway"],
  ["road", "hard", "快速路 主干路 主干道 城市主干路 高速公路 高速 国道 市级规划道路 规划道路"],
  ["road", "penalised", "secondary 次干路 次干道 城市次干路 省道"],
  ["road", "free", "tertiary unclassified residential living_street service pedestrian local"],
  ["road", "free", "track footway cycleway path steps road bridleway busway bus_guideway corridor"],
  ["road", "free", "construction proposed raceway rest_area services elevator crossing lane"],
  ["road", "free", "track_grade1 track_grade2 track_grade3 track_grade4 track_grade5"],
  ["road", "free", "支路 城市支路 巷道 巷 里弄 小区路 小区道路 街坊路 县道 乡道 步行街"],
  ["rail", "hard", "rail railway light_rail narrow_gauge subway monorail 铁路 高铁 轻轨 地面轨道"],
  ["rail", "free", "tram abandoned disused razed miniature funicular platform station halt"],
  ["water", "hard", "river canal riverbank water reservoir lake dock basin coastline bay"],
  ["water", "hard", "河 河流 江 渠 水渠 运河 湖 湖泊 水库 水系 水域 水面 河道 干渠"],
  ["water", "free", "stream drain ditch brook weir dam waterfall wetland 沟 沟渠 溪 排水沟"],
  ["cliff", "hard", "cliff 陡坎 陡崖 悬崖 崖 高边坡 挡土墙"],
];

const CLASSES: ReadonlyMap<string, Classified> = new Map(
  WORDS.flatMap(([kind, barrierClass, words]) =>
    words.split(" ").map((word) => [word, { kind, barrierClass }] as const),
  ),
);

/** Properties that may name the class, best first. */
export const CLASS_HEADERS = [
  "highway",
  "railway",
  "waterway",
  "natural",
  "water",
  "fclass",
  "class",
  "road_class",
  "道路等级",
  "道路类别",
  "等级",
  "类别",
  "类型",
  "type",
  "kind",
  "barrier",
] as const;

/** Properties that may give the width, m. */
export const WIDTH_HEADERS = ["width_m", "width", "红线宽度", "道路宽度", "宽度"] as const;

/**
 * Meaning of a class word of a file, null when unknown.
 * @param local classes of the place, which go before the usual ones
 */
export function classify(
  word: string,
  local: Readonly<Record<string, BarrierClass>> = {},
): Classified | null {
  const plain = word.normalize("NFKC").trim().toLowerCase();
  const usual = CLASSES.get(plain) ?? CLASSES.get(plain.replace(/_link$/, "")) ?? null;
  if (!Object.hasOwn(local, plain)) return usual;
  return { kind: usual?.kind ?? "other", barrierClass: local[plain] };
}
