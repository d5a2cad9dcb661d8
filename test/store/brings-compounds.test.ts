import { describe, expect, it } from "vitest";
import { bringsCompounds } from "../../src/store/brings-compounds.ts";
import { GRID } from "./fake-deps.ts";
import { opened } from "./store-fixture.ts";

const PLACED = { name: "台账.csv", text: "小区名称,户数,经度,纬度\n甲小区,120,101.53,25.03\n" };
const PLAIN = { name: "台账.csv", text: "小区名称,户数\n甲小区,120\n" };
const ROAD = {
  name: "roads.geojson",
  text: '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"highway":"trunk"},"geometry":{"type":"LineString","coordinates":[[101.5,25],[101.6,25]]}}]}',
};

describe("what files opened together bring", () => {
  it("compounds and scenarios stand in place of what is open, other layers do not", () => {
    for (const onExample of [false, true]) {
      expect(bringsCompounds([PLAIN, GRID], onExample)).toBe(true);
      expect(bringsCompounds([{ name: "a.pianqu.json", text: "{}" }], onExample)).toBe(true);
      expect(bringsCompounds([PLAIN, ROAD], onExample)).toBe(false);
    }
  });

  it("a table of points is a ledger beside real compounds, and a city of its own on the example", () => {
    expect(bringsCompounds([PLACED, ROAD], false)).toBe(false);
    expect(bringsCompounds([PLACED, ROAD], true)).toBe(true);
  });

  it("what is added to the example city is said to be", async () => {
    const { store, actions } = await opened();
    await actions.addFiles([ROAD]);
    const { world, notice } = store.getState();
    expect(world?.barriers).toHaveLength(1);
    expect(notice).toMatchObject({ kind: "info", key: "added-to-example" });
  });
});
