import gcoord from "gcoord";
import type { FeatureCollection, Polygon, Position } from "geojson";
import { gbk, makeShapefileZip, makeWorkbook } from "../core/ingest/containers/container-files.ts";
import { box, worldFromPolygons } from "../world-builder.ts";
import type { TestFile } from "./browser.ts";

const NAMES = [
  "供销社家属院",
  "粮食局宿舍",
  "锦绣花园一期",
  "锦绣花园二期",
  "北浦小区",
  "鹿城新村",
  "烟厂生活区",
  "东瓜苑",
  "西门老街住宅区",
  "水电局家属院",
  "建委宿舍",
  "教师新村",
];

/** Plots of 60 m in four columns, with ids and names and nothing else. */
function buildPlots(): FeatureCollection<Polygon> {
  const { compounds } = worldFromPolygons(
    NAMES.map((name, i) => ({
      id: `L${String(i + 1).padStart(2, "0")}`,
      name,
      parts: box((i % 4) * 72, Math.floor(i / 4) * 72, 60, 60),
    })),
  );
  return {
    type: "FeatureCollection",
    features: compounds.map(({ id, name, geometry }) => ({
      type: "Feature",
      properties: { 小区编号: id, 小区名称: name, 社区: "西门社区" },
      geometry: geometry as Polygon,
    })),
  };
}

/** A shapefile in GBK without `.cpg` and `.prj`, as bureaus hand it on. */
export function buildPlotsFile(): TestFile {
  return { name: "小区红线.zip", bytes: makeShapefileZip(buildPlots(), { encode: gbk }) };
}

/** A workbook: title, two header rows with merges, vague years, units in cells, telephones, totals. */
export function buildLedgerFile(): TestFile {
  const rows: unknown[][] = [
    ["鹿城镇老旧小区基本情况台账", ...Array(8).fill(null)],
    ["填报单位：鹿城镇人民政府", ...Array(8).fill(null)],
    ["序号", "所属社区", "小区名称", "房屋情况", null, null, "实有住家", "联系电话", "备注"],
    [null, null, null, "建成年代", "建筑面积", "楼栋", null, null, null],
    [1, "西门社区", "供销社家属院", "80年代", "1.2万㎡", "6栋", 128, "13887812345", null],
    [2, "西门社区", "粮食局宿舍", 1992, "9600", "5", 96, "13887812346", null],
    [3, "西门社区", "锦绣花园", "1996年", "2.4万㎡", "11栋", 310, "13887812347", "未分期"],
    [4, "西门社区", "北浦二小区", "90年代末", "8800", "4", 90, "13887812348", null],
    [5, "西门社区", "鹿城新村", 1988, "1.1万㎡", "7栋", 140, "13887812349", null],
    [6, "西门社区", "烟草厂生活区", 1990, "12600", "8", 150, "13887812350", null],
    [7, "西门社区", "东瓜苑", "待查", "7000", "3", 70, "13887812351", null],
    [8, "西门社区", "城南加油站宿舍", 1991, "5000", "2", 40, "13887812352", null],
    ["合计", null, null, null, 89_000, 46, 1024, null, null],
    ["填表人：", null, "审核：", ...Array(6).fill(null)],
  ];
  const merges: [number, number, number, number][] = [
    [0, 0, 0, 8],
    [2, 0, 3, 0],
    [2, 1, 3, 1],
    [2, 2, 3, 2],
    [2, 3, 2, 5],
    [2, 6, 3, 6],
    [2, 7, 3, 7],
    [2, 8, 3, 8],
  ];
  return { name: "老旧小区台账.xlsx", bytes: makeWorkbook(rows, { merges, name: "西门社区" }) };
}

/** A road that runs past the plots. */
export function buildRoadFile(): TestFile {
  const { communities: _, projection } = worldFromPolygons([]);
  const { lon0, lat0 } = projection;
  const coordinates = [
    [lon0 - 0.001, lat0 - 0.0004],
    [lon0 + 0.004, lat0 - 0.0004],
    [lon0 + 0.004, lat0 + 0.003],
  ];
  const feature = {
    type: "Feature",
    properties: { name: "环城路", highway: "primary" },
    geometry: { type: "LineString", coordinates },
  };
  return {
    name: "道路.geojson",
    text: JSON.stringify({ type: "FeatureCollection", features: [feature] }),
  };
}

/** The middles of the plots as an internet map gives them, in GCJ-02, in a table. */
export function buildPointsFile(): TestFile {
  const lines = buildPlots().features.map(({ properties, geometry }) => {
    const [[a, , c]] = geometry.coordinates;
    const middle: Position = [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2];
    const [lon, lat] = gcoord.transform(middle as [number, number], gcoord.WGS84, gcoord.GCJ02);
    return `${properties?.小区名称}附近,${lon.toFixed(6)},${lat.toFixed(6)},80`;
  });
  return { name: "地图点位.csv", text: ["名称,经度,纬度,停车位", ...lines, ""].join("\n") };
}
