import { describe, expect, it } from "vitest";
import { nameWithoutEnding } from "../../../src/core/base/file-name.ts";

describe("nameWithoutEnding", () => {
  it.each([
    ["楚雄.geojson", "楚雄"],
    ["2022.12 小区.XLSX", "2022.12 小区"],
    ["小区", "小区"],
    ["v1.2", "v1.2"],
    ["a.b.gpkg", "a.b"],
    ["", ""],
  ])("[S34] %j is %j", (name, bare) => {
    expect(nameWithoutEnding(name)).toBe(bare);
  });
});
