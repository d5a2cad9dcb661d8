import type { Language } from "../base/language.ts";

/**
 * Classes of OpenStreetMap in Chinese, after the road classes of GB/T 51328 and the words in common
 * use; keyed in lower case.
 */
const CHINESE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    drawn: "手绘",
    motorway: "高速公路、快速路",
    trunk: "快速路",
    primary: "主干路",
    secondary: "次干路",
    tertiary: "支路",
    unclassified: "道路",
    road: "道路",
    highway: "道路",
    residential: "居住区道路",
    living_street: "生活街道",
    pedestrian: "步行街",
    service: "内部道路",
    track: "土路",
    path: "小路",
    footway: "人行道",
    steps: "台阶",
    cycleway: "自行车道",
    construction: "在建道路",
    rail: "铁路",
    railway: "铁路",
    light_rail: "轻轨",
    subway: "地铁",
    narrow_gauge: "窄轨铁路",
    tram: "有轨电车",
    river: "河流",
    riverbank: "河流",
    stream: "溪",
    canal: "渠",
    drain: "排水沟",
    ditch: "沟",
    water: "水面",
    lake: "湖泊",
    reservoir: "水库",
    dock: "港池",
    wetland: "湿地",
    dam: "坝",
    cliff: "陡崖",
    bridge: "桥",
    overpass: "天桥",
    footbridge: "人行天桥",
    underpass: "地道",
    tunnel: "地道",
    culvert: "涵洞",
    crossing: "人行横道",
    zebra: "人行横道",
    marked: "人行横道",
    uncontrolled: "人行横道",
    unmarked: "过街处",
    traffic_signals: "信号灯路口",
    level_crossing: "铁路道口",
    gate: "门",
    ford: "涉水处",
  }),
);

/** A class of a barrier or crossing in words; `_link` is its road's. Unknown ones stay as they are. */
export function classWord(sourceClass: string, language: Language): string {
  if (language !== "zh") return sourceClass;
  const plain = sourceClass.trim().toLowerCase();
  return CHINESE.get(plain.replace(/_link$/, "")) ?? sourceClass;
}
