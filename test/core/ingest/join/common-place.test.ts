import { describe, expect, it } from "vitest";
import { findCommonPlace } from "../../../../src/core/ingest/join/common-place.ts";
import { bookOf, layerOf, readDecided } from "./ledger-world.ts";

const CITY = ["耀江文鼎苑", "金田花园", "政新花园"];

describe("the place before every name of a ledger", () => {
  it.each([
    ["杭州市西湖区", "杭州市西湖区"],
    ["新疆维吾尔自治区乌鲁木齐市天山区", "新疆维吾尔自治区乌鲁木齐市天山区"],
    ["西双版纳傣族自治州景洪市", "西双版纳傣族自治州景洪市"],
    ["杭州市（西湖区）", "杭州市西湖区"],
    ["锦绣小区", ""],
    ["中建", ""],
  ])("[I59] %s is %s", (start, place) => {
    const names = CITY.map((name) => start + name);
    expect(findCommonPlace(names, CITY)).toBe(place);
  });

  it("[I59] is none where a name lacks it, a compound has it, or few names are there", () => {
    const names = CITY.map((name) => `杭州市${name}`);
    expect(findCommonPlace([...names, "颐景园"], CITY)).toBe("");
    expect(findCommonPlace(names, [...CITY, "杭州市政府宿舍"])).toBe("");
    expect(findCommonPlace(names.slice(0, 2), CITY)).toBe("");
  });

  it("[I59] plays no part in likeness, and what is alike but for it stays in doubt", () => {
    const start = "新疆维吾尔自治区乌鲁木齐市天山区";
    const layer = layerOf(CITY.map((name, i) => ({ compound_id: `L${i}`, name })));
    const rows = [["小区名称", "户数"], ...CITY.map((name) => [start + name, 100])];
    const { world } = readDecided([layer, bookOf("台账.xlsx", { Sheet1: rows })]);
    expect(world.ledgers[0].rows.map(({ state, candidates }) => [state, candidates[0]])).toEqual(
      CITY.map((_, i) => ["doubtful", { compoundId: `L${i}`, score: 0.8, by: "root" }]),
    );
  });
});
