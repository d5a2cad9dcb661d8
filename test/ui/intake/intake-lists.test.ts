import { describe, expect, it } from "vitest";
import { readWorld } from "../../../src/core/index.ts";
import { confidenceOf, unitsOf } from "../../../src/ui/intake/column-words.ts";
import { countOpen } from "../../../src/ui/intake/count-open.ts";
import {
  findClearJoins,
  groupRows,
  type JoinDraft,
  mergeJoins,
} from "../../../src/ui/intake/join-rows.ts";
import { drawPositions, middleOfOthers } from "../../../src/ui/intake/position-picture.ts";
import { systemWords } from "../../../src/ui/intake/system-words.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

const square = (lon: number) => [
  [lon, 25],
  [lon + 0.001, 25],
  [lon + 0.001, 25.001],
  [lon, 25.001],
  [lon, 25],
];

function world() {
  const features = ["锦绣花园一期", "供销社家属院", "水电局宿舍"].map((name, i) => ({
    type: "Feature",
    properties: { compound_id: `P${i}`, name },
    geometry: { type: "Polygon", coordinates: [square(101.5 + i * 0.002)] },
  }));
  const city = JSON.stringify({ type: "FeatureCollection", features });
  const rows =
    "小区名称,现有总户数,经度,纬度\n锦绣花园,310,101.49,25\n供销社家属院,96,,\n无此小区,9,,\n";
  return readWorld(
    [
      { role: "compounds", name: "小区.geojson", text: city },
      { role: "ledger", name: "台账.csv", text: rows },
    ],
    { fieldMap: {}, crs: null },
  );
}

describe("what waits for a person", () => {
  it("counts rows, columns and coordinates of one file", () => {
    expect(countOpen(world(), "台账.csv")).toEqual({ rows: 1, columns: 0, position: true });
    expect(countOpen(world(), "小区.geojson")).toEqual({ rows: 0, columns: 0, position: false });
  });

  it("sorts rows by what became of them, and names compounds without a row", () => {
    const read = world();
    const groups = groupRows(read.ledgers[0], read);
    const names = (rows: readonly { name: string | null }[]) => rows.map(({ name }) => name);
    expect(names(groups.doubtful)).toEqual(["锦绣花园"]);
    expect(names(groups.joined)).toEqual(["供销社家属院"]);
    expect(names(groups.unmatched)).toEqual(["无此小区"]);
    expect(groups.missing).toEqual([0, 2]);
  });

  it("a draft adds to decisions, replaces them and takes them back", () => {
    const decided = { a: "P0", b: "P1", c: "" };
    expect(mergeJoins(decided, { b: null, c: "P2", d: "" })).toEqual({ a: "P0", c: "P2", d: "" });
  });
});

describe("rows with one clear candidate", () => {
  const CITY = ["耀江文鼎苑", "金田花园", "政新花园", "颐景园一期", "颐景园二期"];
  const ledgerOf = (names: readonly string[]) => {
    const features = CITY.map((name, i) => ({
      type: "Feature",
      properties: { compound_id: `P${i}`, name },
      geometry: { type: "Polygon", coordinates: [square(101.5 + i * 0.002)] },
    }));
    const city = JSON.stringify({ type: "FeatureCollection", features });
    const rows = ["小区名称,户数", ...names.map((name) => `${name},100`), ""].join("\n");
    return readWorld(
      [
        { role: "compounds", name: "小区.geojson", text: city },
        { role: "ledger", name: "台账.csv", text: rows },
      ],
      { fieldMap: {}, crs: null },
    ).ledgers[0];
  };
  const clearNames = (names: readonly string[], draft: JoinDraft = {}) =>
    [...findClearJoins(ledgerOf(names), draft)].map(([key, id]) => [key.split("|")[1], id]);
  const far = (name: string) => `杭州市西湖区${name}`;

  it("[I87] are those in doubt from 80 % on, and no more", () => {
    const names = ["耀江文鼎苑小区", "金田花苑", "无此小区", "政新花园", "颐景园"];
    const { rows } = ledgerOf(names);
    expect(rows.map(({ state }) => state)).toEqual([
      "doubtful",
      "doubtful",
      "unmatched",
      "joined",
      "doubtful",
    ]);
    expect(clearNames(names)).toEqual([["耀江文鼎苑小区", "P0"]]);
  });

  it("[I59][I87] a place before all names leaves every row in doubt, and clear", () => {
    const names = [...CITY, "无此小区"].map(far);
    const { rows } = ledgerOf(names);
    expect(rows.some(({ state }) => state === "joined")).toBe(false);
    expect(clearNames(names)).toEqual(CITY.map((name, i) => [far(name), `P${i}`]));
  });

  it("[I87] no compound goes to two rows, joined, decided or clear", () => {
    const two = ["耀江文鼎苑小区", "杭州市耀江文鼎苑"];
    expect(clearNames(two)).toEqual([]);
    expect(clearNames(["耀江文鼎苑小区", "耀江文鼎苑"])).toEqual([]);
    expect(clearNames(["耀江文鼎苑小区", "别处"], { "|别处|": "P0" })).toEqual([]);
    expect(clearNames(["耀江文鼎苑小区", "别处"], { "|别处|": "" })).toHaveLength(1);
  });

  it("[I87] what was accepted stays clear, so that it can be taken back", () => {
    const draft = { "|耀江文鼎苑小区|": "P0" };
    expect(clearNames(["耀江文鼎苑小区"], draft)).toEqual([["耀江文鼎苑小区", "P0"]]);
  });
});

describe("words for readings", () => {
  it.each([
    [{ field: "name", by: "hand", confidence: 0.2 }, "hand"],
    [{ field: "name", by: "alias", confidence: 1 }, "sure"],
    [{ field: "name", by: "suffix", confidence: 0.75 }, "likely"],
    [{ field: "name", by: "alias", confidence: 0.4 }, "doubtful"],
    [{ field: null, by: null, confidence: 0 }, "none"],
  ] as const)("%o is %s", (column, word) => {
    expect(confidenceOf(column)).toBe(word);
  });

  it("units are offered where numbers can have more than one", () => {
    expect(unitsOf("land_area").map(([unit]) => unit)).toContain("亩");
    expect(unitsOf("households")).toEqual([]);
  });

  it.each([
    ["EPSG:4526", { zone: 38, lon: 114 }],
    ["EPSG:4547", { zone: 38, lon: 114 }],
    ["EPSG:4496", { zone: 18, lon: 105 }],
    ["EPSG:32648", { zone: 48 }],
  ])("%s is told by zone and meridian", (crs, args) => {
    const told: unknown[] = [];
    systemWords({ crs, swapped: false }, (key, given) => {
      if (key !== "position.swap") told.push(given);
      return key;
    });
    expect(told).toEqual([args]);
  });
});

describe("the picture of positions", () => {
  const city = worldFromPolygons([{ parts: box(0, 0, 60, 60) }, { parts: box(200, 0, 60, 60) }]);
  const { lon0, lat0 } = city.projection;

  it("puts a position on the block it lies in", () => {
    const picture = drawPositions(city, "ledger", [[lon0 + 0.0003, lat0 + 0.0003]]);
    const [[x, y]] = picture?.dots ?? [[0, 0]];
    const [[left, top, width, height]] = picture?.blocks ?? [[0, 0, 0, 0]];
    expect([x > left, x < left + width, y > top, y < top + height]).toEqual(Array(4).fill(true));
  });

  it("shows compounds against barriers only, and nothing without a position", () => {
    expect(drawPositions(city, "compounds", [[lon0, lat0]])?.blocks).toEqual([]);
    expect(drawPositions(city, "ledger", [])).toBeNull();
    expect(middleOfOthers(city, "compounds")).toBeNull();
    expect(middleOfOthers(city, "ledger")).toEqual([lon0, lat0]);
  });
});
