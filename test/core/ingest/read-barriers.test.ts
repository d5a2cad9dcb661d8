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
});
