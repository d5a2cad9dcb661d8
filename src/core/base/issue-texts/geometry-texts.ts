import type { IssueText } from "../issue-text.ts";

/** Issues about shapes and their repair. */
export const GEOMETRY_TEXTS = {
  "ring-not-closed": {
    message: {
      zh: "“{feature}”有 {n} 条边界未闭合，已补上闭合点，面积变化 0 ㎡。",
      en: "“{feature}” had {n} unclosed rings; the closing point was added, area change 0 m².",
    },
    fix: {
      zh: "请核对是否漏画最后一段边界。",
      en: "Check that the last stretch of the boundary was not forgotten.",
    },
  },
  "ring-too-short": {
    message: {
      zh: "“{feature}”有 {n} 条边界不足 3 个不同的点或没有面积，已略去，面积变化 0 ㎡。",
      en: "“{feature}” had {n} rings with fewer than 3 distinct points or without area; they were left out, area change 0 m².",
    },
    fix: { zh: "请删除或重画这些边界。", en: "Delete these rings or draw them again." },
  },
  "duplicate-vertices": {
    message: {
      zh: "“{feature}”有 {n} 个连续重复或原路折返的点，已合并，面积变化 0 ㎡。",
      en: "“{feature}” had {n} repeated or doubling-back vertices; they were merged, area change 0 m².",
    },
    fix: { zh: "无需处理。", en: "Nothing needs to be done." },
  },
  "self-intersection": {
    message: {
      zh: "“{feature}”的边界自相交，已修复：面积由 {beforeM2} ㎡ 变为 {afterM2} ㎡（变化 {changeM2} ㎡）。",
      en: "The boundary of “{feature}” crossed itself and was repaired: area {beforeM2} m² → {afterM2} m² (change {changeM2} m²).",
    },
    fix: {
      zh: "请在图上核对修复后的形状，必要时重画。",
      en: "Check the repaired shape on the map and redraw it if needed.",
    },
  },
  "self-intersection-unrepaired": {
    message: {
      zh: "“{feature}”的边界自相交过多，无法可靠修复，未使用。",
      en: "The boundary of “{feature}” crosses itself too often to be repaired reliably; it is not used.",
    },
    fix: { zh: "请重画该边界。", en: "Draw this boundary again." },
  },
  "zero-area": {
    message: {
      zh: "“{feature}”的面积为零（{areaM2} ㎡），未使用。",
      en: "“{feature}” has no area ({areaM2} m²) and is not used.",
    },
    fix: { zh: "请重画该边界。", en: "Draw this boundary again." },
  },
  "ring-order": {
    message: {
      zh: "{source} 有 {n} 个要素的边界方向与 RFC 7946 相反，已统一，面积不变。",
      en: "{source}: the rings of {n} features ran against RFC 7946 and were turned; no area changed.",
    },
    fix: { zh: "无需处理。", en: "Nothing needs to be done." },
  },
  "height-ignored": {
    message: {
      zh: "{source} 有 {n} 个要素带高程，规划不使用高程，已略去。",
      en: "{source}: {n} features carry heights, which planning does not use; they were left out.",
    },
    fix: { zh: "无需处理。", en: "Nothing needs to be done." },
  },
  "area-implausible": {
    message: {
      zh: "“{feature}”的占地面积为 {areaM2} ㎡，不像一个小区。",
      en: "“{feature}” covers {areaM2} m² of land, which is unlike a housing compound.",
    },
    fix: {
      zh: "请核对坐标系和边界。",
      en: "Check the coordinate system and the boundary.",
    },
  },
  overlap: {
    message: {
      zh: "“{feature}”与“{other}”重叠 {areaM2} ㎡，占较小者的 {percent}%。",
      en: "“{feature}” and “{other}” overlap by {areaM2} m², {percent} % of the smaller one.",
    },
    fix: {
      zh: "若为同一小区请合并，否则请更正边界。",
      en: "Merge them if they are one compound; otherwise correct the boundaries.",
    },
  },
  "overlap-sliver": {
    message: {
      zh: "“{feature}”与“{other}”边界略有重叠：{areaM2} ㎡，占较小者的 {percent}%。",
      en: "“{feature}” and “{other}” overlap slightly: {areaM2} m², {percent} % of the smaller one.",
    },
    fix: {
      zh: "按相接处理；如需要可对齐边界。",
      en: "They count as touching; align the boundaries if you wish.",
    },
  },
  "overlap-check-cut-short": {
    message: {
      zh: "小区相互重叠过多：检查了 {n} 对后停止，其余未检查。",
      en: "Too many compounds lie on top of each other: after {n} pairs the check stopped; the rest is unchecked.",
    },
    fix: {
      zh: "请先删除重复的小区。",
      en: "Remove repeated compounds first.",
    },
  },
  "closed-lines": {
    message: {
      zh: "{source} 有 {n} 条闭合线，已按面读取。",
      en: "{source}: {n} closed lines were read as polygons.",
    },
    fix: { zh: "无需处理。", en: "Nothing needs to be done." },
  },
  "points-plotted": {
    message: {
      zh: "{source} 有 {n} 个小区只有点位，已按占地面积在街道和相邻小区之间画出近似范围。",
      en: "{source}: {n} compounds are points only; approximate plots of their land area were drawn between streets and neighbours.",
    },
    fix: {
      zh: "近似范围仅供研判，请尽快补充实测边界。",
      en: "They serve for a first look; supply surveyed boundaries.",
    },
  },
  "plot-short": {
    message: {
      zh: "“{feature}”周围空地只有 {areaM2} ㎡，少于应有的 {wantedM2} ㎡。",
      en: "“{feature}” has only {areaM2} m² of free ground around it, less than its {wantedM2} m².",
    },
    fix: { zh: "请核对点位和占地面积。", en: "Check its position and land area." },
  },
  "buildings-grouped": {
    message: {
      zh: "{source} 的 {n} 栋房屋已归并为 {m} 个小区，边界为近似范围。",
      en: "{source}: {n} buildings were put together to {m} compounds; their boundaries are approximate.",
    },
    fix: { zh: "请在图上核对归并结果。", en: "Check the result on the map." },
  },
  "looks-like-buildings": {
    message: {
      zh: "{source} 像是逐栋房屋：{n} 个要素共用 {m} 个小区名称。",
      en: "{source} seems to hold single buildings: {n} features share {m} compound names.",
    },
    fix: {
      zh: "请选择按名称、编号或街坊归并为小区。",
      en: "Choose to put them together by name, id or street block.",
    },
  },
  "nested-phase": {
    message: {
      zh: "“{feature}”位于“{other}”之内，名称相近，可能是其中一期。",
      en: "“{feature}” lies inside “{other}” and bears a like name; it may be a phase of it.",
    },
    fix: {
      zh: "请合并，或从外侧小区中扣除。",
      en: "Merge them, or cut it out of the outer one.",
    },
  },
} as const satisfies Record<string, IssueText>;
