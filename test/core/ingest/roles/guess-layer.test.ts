import { describe, expect, it } from "vitest";
import { guessRole, guessRoles } from "../../../../src/core/ingest/guess-role.ts";
import { readWorld } from "../../../../src/core/ingest/read-world.ts";
import { unpackHere, utf8 } from "../containers/container-files.ts";

type Properties = Readonly<Record<string, unknown>>;

const SQUARE = [
  [
    [101.54, 25.04],
    [101.541, 25.04],
    [101.541, 25.041],
    [101.54, 25.04],
  ],
];
const SHAPES: Readonly<Record<string, unknown>> = {
  Point: [101.54, 25.04],
  LineString: [
    [101.53, 25.04],
    [101.56, 25.04],
  ],
  Polygon: SQUARE,
};

/** A layer with one feature for each bag of properties. */
function layer(name: string, type: string, rows: readonly Properties[]) {
  const features = rows.map((properties) => ({
    type: "Feature",
    properties,
    geometry: { type, coordinates: SHAPES[type] },
  }));
  return { name, text: JSON.stringify({ type: "FeatureCollection", features }) };
}

function rolesOf(...files: { name: string; text: string }[]): string[] {
  return guessRoles(files).map(({ role }) => role);
}

const NAMES = ["供销社家属院", "北桥小区", "锦绣花园"];
const SURVEY = NAMES.map((name, i) => ({ 名称: name, 户数: 80 + i, 建筑面积: 7000 }));
const POLYGONS = layer(
  "base.geojson",
  "Polygon",
  NAMES.map((name) => ({ 小区名称: name })),
);

describe("points", () => {
  it("[I90] with a ledger's columns are a ledger beside polygons, and the compounds by themselves", () => {
    const points = layer("踏勘点.geojson", "Point", SURVEY);
    const river = layer("河.geojson", "LineString", [{ waterway: "river" }]);
    expect(rolesOf(POLYGONS, points, river)).toEqual(["compounds", "ledger", "barriers"]);
    expect(rolesOf(points, river)).toEqual(["compounds", "barriers"]);
  });

  it("[I90] of several surveys are all compounds, and a table beside them is a ledger", () => {
    const east = layer("东.geojson", "Point", SURVEY);
    const west = layer("西.geojson", "Point", SURVEY);
    const table = { name: "坐标.csv", text: "名称,户数,经度,纬度\n甲,1,101.5,25\n" };
    expect(rolesOf(table, east, west)).toEqual(["ledger", "compounds", "compounds"]);
    expect(rolesOf(table)).toEqual(["compounds"]);
  });

  it("[I90] a ledger that a phone writes into descriptions counts, too", async () => {
    const placemark = (name: string, households: number) =>
      `<Placemark><name>${name}</name><description>户数：${households}</description>` +
      "<Point><coordinates>101.54,25.04,0</coordinates></Point></Placemark>";
    const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemark("桥头小区", 100)}${placemark("东瓜苑", 90)}</Document></kml>`;
    const files = await unpackHere([{ name: "手机点位.kml", bytes: utf8(kml) }]);
    expect(rolesOf(...files)).toEqual(["compounds"]);
  });

  it.each([
    ["小区点位.geojson", [{ 名称: "北桥花园" }], "compounds"],
    ["点.geojson", [{ 小区名称: "北桥小区" }], "compounds"],
    ["compounds.geojson", [{ name: "北桥小区", households: 3 }], "compounds"],
    ["点.geojson", [{ 名称: "一号", 类型: "人行天桥" }], "crossings"],
    ["点.geojson", [{ 名称: "一号", 类型: "桥梁", 建成年份: 1990, 面积: 300 }], "crossings"],
    ["小区通道.geojson", [{ 名称: "一号" }], "crossings"],
  ])("[I90] %s with %j are %s", (name, rows, role) => {
    expect(guessRole(name, layer(name, "Point", rows).text)).toBe(role);
  });
});

describe("lines", () => {
  const roads = [
    { 路名: "北桥路", 宽度: 40 },
    { 路名: "南路", 宽度: 30 },
  ];

  it("[I90] a bridge in the name of a road makes no crossings of the layer", () => {
    for (const name of ["市政道路.geojson", "市政道路_桥.geojson", "x.geojson"]) {
      expect(guessRole(name, layer(name, "LineString", roads).text)).toBe("barriers");
    }
  });

  it.each([
    ["桥梁.geojson", [{ 名称: "红星", 宽度: 12 }], "crossings"],
    ["x.geojson", [{ 类型: "过街天桥" }, { 类型: "地下通道" }], "crossings"],
    ["x.geojson", [{ 类型: "桥梁" }, { 类型: "" }, { 类型: "" }], "barriers"],
    ["x.geojson", [{ highway: "primary", bridge: "yes" }], "barriers"],
    ["红线.geojson", [{ 名称: "甲", 总户数: 120 }], "compounds"],
  ])("[I90] %s with %j are %s", (name, rows, role) => {
    expect(guessRole(name, layer(name, "LineString", rows).text)).toBe(role);
  });
});

describe("names of files", () => {
  it.each([
    ["鹿城街道小区.geojson", "compounds"],
    ["北桥街道小区红线.geojson", "compounds"],
    ["小区道路.geojson", "barriers"],
    ["解放路社区边界.geojson", "communities"],
    ["北桥街道.zip/水系", "barriers"],
    ["社区.gpkg/layer1", "communities"],
  ])("[I90] the last noun of %s says what it holds: %s", (name, role) => {
    expect(guessRole(name, layer(name, "Polygon", [{ 名称: "甲" }]).text)).toBe(role);
  });
});

describe("areas of communities", () => {
  it.each([
    ["辖区边界.geojson", [{ 社区名称: "西门社区" }, { 社区名称: "东门社区" }]],
    ["x.geojson", [{ 社区名称: "西门社区" }, { 社区名称: "东门社区" }]],
    ["网格图.geojson", [{ 网格名称: "西门社区" }, { 网格名称: "东门社区" }]],
    ["边界.geojson", [{ 名称: "西门社区" }, { 名称: "东门社区" }]],
    ["社区边界.geojson", [{ 社区名称: "西门社区", 户数: 2000 }, { 社区名称: "东门社区" }]],
  ])("[I92] %s with %j are communities", (name, rows) => {
    expect(guessRole(name, layer(name, "Polygon", rows).text)).toBe("communities");
  });

  it.each([
    [[{ 社区: "西门社区" }, { 社区: "西门社区" }, { 社区: "东门社区" }]],
    [[{ 所属社区: "西门社区" }, { 所属社区: "东门社区" }]],
    [[{ 小区名称: "甲", 社区名称: "西门社区" }]],
    [[{ 社区名称: "西门社区", 户数: 120 }]],
  ])("[I92] what only lies in communities stays compounds: %j", (rows) => {
    expect(guessRole("x.geojson", layer("x.geojson", "Polygon", rows).text)).toBe("compounds");
  });

  it("[I92] grids are joined to the community they are called after", () => {
    const rows = ["西门社区第一网格", "西门社区第二网格", "东门社区第一网格", "第九网格"];
    const grids = layer(
      "网格.geojson",
      "Polygon",
      rows.map((name) => ({ 网格名称: name })),
    );
    const world = readWorld(guessRoles([POLYGONS, grids]), { fieldMap: {}, crs: null });
    expect(world.communities.map(({ key }) => key).sort()).toEqual([
      "东门社区",
      "第九网格",
      "西门社区",
    ]);
  });
});

describe("parcels of land", () => {
  const parcel = (code: string, name: string) => ({ BSM: "1", DLBM: code, DLMC: name });
  const survey = layer("DLTB.geojson", "Polygon", [
    parcel("1101", "河流水面"),
    parcel("1004", "城镇村道路用地"),
    parcel("0701", "城镇住宅用地"),
  ]);
  const housing = layer("DLTB.geojson", "Polygon", [parcel("0701", "城镇住宅用地")]);
  const fields = layer("DLTB.geojson", "Polygon", [parcel("0101", "水田")]);

  it("[I91] are barriers, whatever lies beside them", () => {
    expect(rolesOf(survey)).toEqual(["barriers"]);
    expect(rolesOf(survey, POLYGONS)).toEqual(["barriers", "compounds"]);
    expect(rolesOf(fields)).toEqual(["barriers"]);
  });

  it("[I91] of housing alone are the compounds where no other file brings any", () => {
    expect(rolesOf(housing)).toEqual(["compounds"]);
    expect(rolesOf(housing, POLYGONS)).toEqual(["context", "compounds"]);
    const points = layer("点.geojson", "Point", SURVEY);
    expect(rolesOf(housing, points)).toEqual(["context", "compounds"]);
  });

  it("[I91] read as compounds by a person's word, those of housing are, and the others are said", () => {
    const world = readWorld([{ role: "compounds", ...survey }], { fieldMap: {}, crs: null });
    expect(world.compounds).toHaveLength(1);
    const said = world.issues.filter(({ code }) => code === "land-not-housing");
    expect(said.map(({ args }) => args)).toEqual([
      { n: 2, classes: "城镇村道路用地 1、河流水面 1" },
    ]);
  });

  it("[I91] a class of land among the columns of compounds makes no barriers of them", () => {
    const rows = [
      { 小区名称: "甲", 地类名称: "城镇住宅用地" },
      { 小区名称: "乙", 地类名称: "铁路用地" },
    ];
    expect(rolesOf(layer("x.geojson", "Polygon", rows))).toEqual(["compounds"]);
  });
});
