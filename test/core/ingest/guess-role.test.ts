import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { guessRole } from "../../../src/core/ingest/guess-role.ts";

const GOOD = join(import.meta.dirname, "../../fixtures/good");

function collection(type: string, properties: object): string {
  const features = [{ type: "Feature", properties, geometry: { type, coordinates: [] } }];
  return JSON.stringify({ type: "FeatureCollection", features });
}

describe("guessRole", () => {
  it.each([
    ["compounds.geojson", "compounds"],
    ["barriers.geojson", "barriers"],
    ["crossings.geojson", "crossings"],
    ["communities.geojson", "communities"],
    ["ledger.csv", "ledger"],
  ])("[I8] the fixture %s is read as %s whatever it is called", (file, role) => {
    const text = readFileSync(join(GOOD, file), "utf8");
    expect(guessRole(file, text)).toBe(role);
    if (role !== "ledger") expect(guessRole("data.geojson", text)).toBe(role);
  });

  it.each([
    [
      "window.geojson",
      "Polygon",
      { osm_id: "1", fclass: "residential", name: "枫华府第" },
      "compounds",
    ],
    ["core_water.geojson", "Polygon", {}, "barriers"],
    ["x.geojson", "Polygon", { fclass: "water" }, "barriers"],
    ["x.geojson", "MultiPolygon", { natural: "water" }, "barriers"],
    ["roads.geojson", "LineString", { fclass: "primary", bridge: "F" }, "barriers"],
    ["x.geojson", "LineString", { kind: "arterial" }, "barriers"],
    ["x.geojson", "Point", { kind: "underpass" }, "crossings"],
    ["x.geojson", "Polygon", { kind: "park" }, "context"],
    ["x.geojson", "Polygon", { community_code: "532301001001" }, "communities"],
    ["x.geojson", "Polygon", { XZQMC: "东华社区", XZQDM: "1" }, "communities"],
    ["小区.geojson", "Polygon", { XZQMC: "楚雄市" }, "compounds"],
    ["社区边界.geojson", "Polygon", { name: "东华" }, "communities"],
    ["waterside-estates.geojson", "Polygon", { households: 12 }, "compounds"],
  ])("[I8] %s of %s with %j is read as %s", (name, type, properties, role) => {
    expect(guessRole(name, collection(type, properties))).toBe(role);
  });

  it.each(["", "{", "[[[[", "a,b\n1,2", '{"type":', "\u0000"])("[I8] never fails on %j", (text) => {
    expect(() => guessRole("a.geojson", text)).not.toThrow();
  });
});
