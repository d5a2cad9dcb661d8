import type { IssueText } from "../issue-text.ts";

/** Issues about single features at the gate. */
export const FEATURE_TEXTS = {
  "feature-malformed": {
    message: {
      zh: "“{feature}”不是 GeoJSON 要素，未使用。",
      en: "“{feature}” is not a GeoJSON feature and is not used.",
    },
    fix: { zh: "请重新导出该要素。", en: "Export this feature again." },
  },
  "feature-too-deep": {
    message: {
      zh: "“{feature}”嵌套超过 {limit} 层，未使用。",
      en: "“{feature}” is nested more than {limit} levels deep and is not used.",
    },
    fix: { zh: "请去掉嵌套的属性。", en: "Remove the nested properties." },
  },
  "geojson-invalid": {
    message: {
      zh: "“{feature}”不符合 GeoJSON 规范：{detail}",
      en: "“{feature}” breaks the GeoJSON standard: {detail}",
    },
    fix: {
      zh: "请按 RFC 7946 更正后重新导出。",
      en: "Correct it as RFC 7946 says and export again.",
    },
  },
  "properties-missing": {
    message: {
      zh: "“{feature}”的属性不是对象，按无属性读取。",
      en: "“{feature}” has no property object and was read without properties.",
    },
    fix: { zh: "请导出带属性的要素。", en: "Export the feature with its properties." },
  },
  "no-geometry": {
    message: {
      zh: "“{feature}”没有图形，未使用。",
      en: "“{feature}” has no geometry and is not used.",
    },
    fix: { zh: "请补画该要素的边界。", en: "Draw the boundary of this feature." },
  },
  "geometry-type": {
    message: {
      zh: "“{feature}”是 {found}，此处需要 {needed}，未使用。",
      en: "“{feature}” is a {found} where a {needed} is needed; it is not used.",
    },
    fix: {
      zh: "请改用相应图形，或放到对应的图层文件。",
      en: "Draw it as the kind needed, or move it to the layer it belongs to.",
    },
  },
  "geometry-collection": {
    message: {
      zh: "“{feature}”是图形集合，只取其中 {n} 个面。",
      en: "“{feature}” is a geometry collection; only its {n} polygons were taken.",
    },
    fix: { zh: "请改为单一的面图形。", en: "Turn it into a single polygon." },
  },
  "coordinates-malformed": {
    message: {
      zh: "“{feature}”的坐标结构不正确，未使用。",
      en: "“{feature}” has wrongly nested coordinates and is not used.",
    },
    fix: { zh: "请重新导出该要素。", en: "Export this feature again." },
  },
  "coordinates-not-numbers": {
    message: {
      zh: "“{feature}”有 {n} 个坐标不是数字（例如 {value}），未使用。",
      en: "“{feature}” has {n} coordinates that are not numbers (for example {value}) and is not used.",
    },
    fix: {
      zh: "坐标须为数字，不能是文字、空值或无穷大。",
      en: "Coordinates must be numbers, not text, blanks or infinity.",
    },
  },
} as const satisfies Record<string, IssueText>;
