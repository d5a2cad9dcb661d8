import type { IssueText } from "../issue-text.ts";

/** Issues about coordinate systems and positions. */
export const COORDINATE_TEXTS = {
  "crs-unknown": {
    message: {
      zh: "{source} 声明的坐标系“{crs}”无法识别；坐标在经纬度范围内，按 WGS 84 读取。",
      en: "{source} declares the unknown coordinate system “{crs}”; its coordinates fit longitude and latitude and were read as WGS 84.",
    },
    fix: {
      zh: "请核对坐标系；如不是 WGS 84 / CGCS2000 经纬度，请指定 EPSG 代码。",
      en: "Check the coordinate system; give its EPSG code if it is not WGS 84 or CGCS2000 degrees.",
    },
  },
  "crs-unsupported": {
    message: {
      zh: "{source} 的坐标系“{crs}”不受支持，{n} 个要素未读取。",
      en: "{source} is in “{crs}”, which is not supported; its {n feature was|features were} not read.",
    },
    fix: {
      zh: "请转换为 CGCS2000（EPSG:4490 或 3°/6° 带）或 WGS 84 后导出。",
      en: "Export it in CGCS2000 (EPSG:4490 or a 3°/6° zone) or WGS 84.",
    },
  },
  "crs-converted": {
    message: {
      zh: "{source} 已由 {crs} 换算为 WGS 84 经纬度。",
      en: "{source} was converted from {crs} to WGS 84 degrees.",
    },
    fix: {
      zh: "请与社区边界或道路叠加核对位置。",
      en: "Check the position against community boundaries or roads.",
    },
  },
  "crs-overridden": {
    message: {
      zh: "{source} 声明 {declared}，但按指定的 {crs} 读取。",
      en: "{source} declares {declared} but was read as {crs}, as asked.",
    },
    fix: {
      zh: "如声明正确，请去掉指定的坐标系。",
      en: "If the file is right, leave the coordinate system unset.",
    },
  },
  "crs-mismatch": {
    message: {
      zh: "{source} 指定为 {crs}（米），但坐标像经纬度，按经纬度读取。",
      en: "{source} was to be read as {crs} (metres), but its coordinates look like degrees and were read as degrees.",
    },
    fix: {
      zh: "请核对该文件的坐标系。",
      en: "Check the coordinate system of this file.",
    },
  },
  "crs-unfit": {
    message: {
      zh: "{source} 有 {n} 个要素的坐标（例如 {x}, {y}）不在 {crs} 的范围内，未读取。{hint}",
      en: "{source}: the coordinates of {n feature|features} (for example {x}, {y}) do not fit {crs} and were not read. {hint}",
    },
    fix: {
      zh: "请核对坐标系；标有“(y, x)”的是坐标轴可能颠倒，请在该文件的“坐标”中选“坐标轴对调”的一项（命令行用 --swap-axes）。",
      en: "Check the system; “(y, x)” means that the axes may be exchanged: choose one with “axes swapped” under “Coordinates” of the file (--swap-axes on the command line).",
    },
  },
  "looks-projected": {
    message: {
      zh: "{source} 的坐标像投影坐标（例如 {x}, {y}），却没有声明坐标系，{n} 个要素未读取。{hint}",
      en: "{source} seems to be in projected metres (for example {x}, {y}) but declares no coordinate system; its {n feature was|features were} not read. {hint}",
    },
    fix: {
      zh: "请在该文件的“坐标”中选择坐标系（EPSG 代码），或导出为经纬度。",
      en: "Choose the coordinate system (its EPSG code) under “Coordinates” of the file, or export in degrees.",
    },
  },
  "swapped-lon-lat": {
    message: {
      zh: "经度与纬度疑似写反（例如 {x}, {y}），涉及 {n} 个要素，未使用。",
      en: "Longitude and latitude seem to be swapped (for example {x}, {y}); {n feature is|features are} not used.",
    },
    fix: {
      zh: "请在该文件的“坐标”中选择“坐标轴对调”的一项，或交换经度和纬度后重新导出。",
      en: "Choose one with “axes swapped” under “Coordinates” of the file, or swap the two and export again.",
    },
  },
  "out-of-range": {
    message: {
      zh: "“{feature}”的坐标 {x}, {y} 超出经纬度范围，未使用。",
      en: "“{feature}” has the coordinate {x}, {y}, outside longitude and latitude, and is not used.",
    },
    fix: { zh: "请更正该点坐标。", en: "Correct that coordinate." },
  },
  "null-island": {
    message: {
      zh: "“{feature}”含坐标 0, 0，应为缺失坐标，未使用。",
      en: "“{feature}” has a corner at 0, 0, which stands for a missing coordinate; it is not used.",
    },
    fix: { zh: "请补全坐标。", en: "Supply the missing coordinate." },
  },
  "layer-apart": {
    message: {
      zh: "{source} 距小区约 {km} 公里，没有一处相近。",
      en: "{source} lies about {km} km from the compounds; no part of it is near them.",
    },
    fix: {
      zh: "请核对该文件和小区文件的坐标系（带号、坐标轴顺序），可在“坐标”中更改（命令行用 --file-crs、--swap-axes）。",
      en: "Check the systems of this file and of the compounds (zone, order of the axes); change them under “Coordinates” (--file-crs, --swap-axes on the command line).",
    },
  },
  "far-away": {
    message: {
      zh: "“{feature}”或其部分顶点距其余要素约 {km} 公里，疑为坐标错误，未使用。",
      en: "“{feature}”, or a corner of it, lies about {km} km from everything else; its coordinates are probably wrong and it is not used.",
    },
    fix: {
      zh: "请核对坐标；若确属另一城市，请单独编制。",
      en: "Check its coordinates; plan another city in a project of its own.",
    },
  },
  "axes-swapped": {
    message: {
      zh: "{source} 已按指定交换坐标轴，涉及 {n} 个要素。",
      en: "The axes of {source} were swapped as asked, in {n feature|features}.",
    },
    fix: { zh: "请在图上核对位置。", en: "Check the position on the map." },
  },
  "crs-old-datum": {
    message: {
      zh: "{source} 使用 {crs}，其基准转换参数未公开，位置可能偏差至 {m} 米。",
      en: "{source} is in {crs}, whose datum shift is not public; positions may be off by up to {m} m.",
    },
    fix: {
      zh: "请用当地参数转换为 CGCS2000；所有图层同为该坐标系时相对位置不受影响。",
      en: "Convert it to CGCS2000 with the local parameters; layers of one such system still fit each other.",
    },
  },
  "crs-to-confirm": {
    message: {
      zh: "{source} 没有声明坐标系，暂按经纬度（CGCS2000 / WGS 84）读取，请确认。",
      en: "{source} declares no coordinate system; it was read as degrees (CGCS2000 or WGS 84) until you confirm.",
    },
    fix: {
      zh: "请在“坐标系”中确认；若来自高德、腾讯（GCJ-02）或百度（BD-09）地图，请选择相应坐标系。",
      en: "Confirm it; choose GCJ-02 or BD-09 if it was copied from AMap, Tencent or Baidu maps.",
    },
  },
  "coordinates-shifted": {
    message: {
      zh: "{source} 与道路、河流明显错位：有 {n} 处落入小区；若为 {crs} 坐标则只有 {m} 处。",
      en: "{source} does not fit roads and rivers: they enter compounds at {n} places; were it in {crs}, at {m}.",
    },
    fix: {
      zh: "请在“坐标系”中将该文件设为 {crs} 并在图上核对。",
      en: "Set this file to {crs} and check it on the map.",
    },
  },
} as const satisfies Record<string, IssueText>;
