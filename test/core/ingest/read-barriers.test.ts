import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWorld } from "../../../src/core/ingest/read-world.ts";
import type { ReadOptions, SourceFile } from "../../../src/core/ingest/world.ts";

const PLAIN: ReadOptions = { fieldMap: {}, crs: null };
const GOOD = join(import.meta.dirname, "../../fixtures/good/compounds.geojson");
const COMPOUNDS: SourceFile = {
  role: "compounds",
  name: "compounds.geojson",
  text: readFileSync(GOOD, "utf8"),
};

const LINE = [
  [101.53, 25.03],
  [101.531, 25.03],
];
const RING = [[...LINE, [101.531, 25.031], LINE[0]]];

/** A world beside a layer of barriers, one feature for each bag of properties. */
function readBeside(rows: readonly Record<string, unknown>[], type: "LineString" | "Polygon") {
  const coordinates = type === "Polygon" ? RING : LINE;
  const features = rows.map((properties) => ({
    type: "Feature",
    properties,
    geometry: { type, coordinates },
  }));
  const text = JSON.stringify({ type: "FeatureCollection", features });
  return readWorld([COMPOUNDS, { role: "barriers", name: "a", text }], PLAIN);
}

describe("barriers of layers as they come", () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ["tags that GDAL packs", { highway: null, other_tags: '"railway"=>"rail"' }, "rail", "hard"],
    [
      "a culvert among packed tags",
      { waterway: "river", other_tags: '"layer"=>"-1","tunnel"=>"culvert"' },
      "water",
      "free",
    ],
    ["headers in capitals", { FCLASS: "primary" }, "road", "hard"],
    ["a unit in the header", { 道路名称: "某路", "道路宽度（米）": 30 }, "road", "hard"],
  ])("[I30] %s", (_, properties, kind, barrierClass) => {
    const coordinates = [
      [101.53, 25.03],
      [101.531, 25.03],
    ];
    const text = JSON.stringify({
      type: "Feature",
      properties,
      geometry: { type: "LineString", coordinates },
    });
    const { barriers } = readWorld([COMPOUNDS, { role: "barriers", name: "a", text }], PLAIN);
    expect(barriers).toMatchObject([{ kind, barrierClass }]);
  });

  it("[I32] a line with neither class nor width says so", () => {
    const coordinates = [
      [101.53, 25.03],
      [101.531, 25.03],
    ];
    const text = JSON.stringify({ type: "LineString", coordinates });
    const bare = readWorld([COMPOUNDS, { role: "barriers", name: "a", text }], PLAIN);
    expect(bare.issues.map(({ code }) => code)).toContain("barrier-class-missing");
    expect(bare.barriers).toMatchObject([{ barrierClass: "penalised" }]);
  });

  it.each<[Record<string, unknown>, string, string, string]>([
    [{ 道路级别: "主干路" }, "road", "hard", "主干路"],
    [{ RTYPE: "铁路" }, "rail", "hard", "铁路"],
    [{ DLBM: "1101" }, "water", "hard", "河流水面"],
    [{ GB: 410101 }, "rail", "hard", "铁路"],
    [{ YDYHFLMC: "铁路用地" }, "rail", "hard", "铁路用地"],
    [{ 道路等级: "地铁", 敷设方式: "地下" }, "rail", "free", "地铁"],
  ])("[I30] the class stands under many headers: %j", (properties, kind, barrierClass, word) => {
    const { barriers } = readBeside([properties], "LineString");
    expect(barriers).toMatchObject([{ kind, barrierClass, sourceClass: word }]);
  });

  it("[I32] a name that ends with a class word tells the class, which is said", () => {
    const rows = [
      { 路名: "沪昆铁路" },
      { name: "环城快速路" },
      { name: "龙川江" },
      { name: "东街" },
    ];
    const { barriers, issues } = readBeside(rows, "LineString");
    const classes = barriers.map(({ kind, barrierClass }) => `${kind} ${barrierClass}`);
    expect(classes.sort()).toEqual(["rail hard", "road hard", "road penalised", "water hard"]);
    const said = issues.find(({ code }) => code === "barrier-class-by-name");
    expect(said?.args).toMatchObject({ n: 3 });
    expect(issues.map(({ code }) => code)).toContain("barrier-class-missing");
  });

  it("[I91] parcels that are neither water, rail nor road take no part, which is said by class", () => {
    const rows = [
      { DLBM: "1101", DLMC: "河流水面" },
      { DLBM: "1004", DLMC: "城镇村道路用地" },
      { DLBM: "0701", DLMC: "城镇住宅用地" },
      { DLBM: "0701", DLMC: "城镇住宅用地" },
      { DLBM: "0101", DLMC: "水田" },
    ];
    const { barriers, issues } = readBeside(rows, "Polygon");
    expect(barriers.map(({ sourceClass }) => sourceClass).sort()).toEqual([
      "城镇村道路用地",
      "河流水面",
    ]);
    const [said, ...more] = issues.filter(({ code }) => code === "land-parcels");
    expect(more).toEqual([]);
    expect(said.args).toEqual({ n: 3, classes: "城镇住宅用地 2、水田 1" });
    const ungraded = issues.find(({ code }) => code === "barrier-class-ungraded");
    expect(ungraded).toMatchObject({
      severity: "warning",
      args: { value: "城镇村道路用地", n: 1 },
    });
  });

  it("[I32] an unknown class is said with its name and count", () => {
    const { issues } = readBeside([{ 等级: "甲等" }, { 等级: "甲等" }], "LineString");
    const said = issues.find(({ code }) => code === "barrier-class-unknown");
    expect(said).toMatchObject({ severity: "warning", args: { value: "甲等", n: 2 } });
  });

  it("[I34] a road layer of a place called after water is no water", () => {
    const text = JSON.stringify({ type: "LineString", coordinates: LINE });
    const name = "浦江县道路.geojson";
    const { barriers } = readWorld([COMPOUNDS, { role: "barriers", name, text }], PLAIN);
    expect(barriers).toMatchObject([{ kind: "road", barrierClass: "penalised" }]);
  });

  describe("the column of the class", () => {
    const rows = [
      { 类型: "沥青", 档次: "主干路" },
      { 类型: "水泥", 档次: "支路" },
    ];
    const read = (columns: Record<string, string>) => {
      const decided = { crs: null, swapped: false, units: {}, joins: {}, group: null, columns };
      const files = { a: decided };
      const features = rows.map((properties) => ({
        type: "Feature",
        properties,
        geometry: { type: "LineString", coordinates: LINE },
      }));
      const text = JSON.stringify({ type: "FeatureCollection", features });
      const sources = [COMPOUNDS, { role: "barriers", name: "a", text } as const];
      const world = readWorld(sources, { ...PLAIN, files });
      const described = world.columns.find(({ source }) => source === "a")?.columns ?? [];
      const header = described.find(({ field }) => field === "class")?.header;
      return { header, classes: world.barriers.map(({ barrierClass }) => barrierClass).sort() };
    };

    it("[I94] is described, and a person can name another", () => {
      expect(read({})).toEqual({ header: "类型", classes: ["penalised", "penalised"] });
      expect(read({ 档次: "class" })).toEqual({ header: "档次", classes: ["free", "hard"] });
    });

    it("[I94] is not looked for where a person said that a column means nothing", () => {
      expect(read({ 类型: "" })).toEqual({
        header: undefined,
        classes: ["penalised", "penalised"],
      });
    });
  });
});
