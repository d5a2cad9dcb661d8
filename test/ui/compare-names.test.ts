import { describe, expect, it } from "vitest";
import { compareNames } from "../../src/ui/districts/compare-names.ts";

describe("order of names", () => {
  it("follows pinyin, and numbers by their value", () => {
    const names = ["文辉社区", "东兴社区", "丰和社区 10", "安湖社区", "丰和社区 2", "丹桂社区"];
    expect(names.sort(compareNames)).toEqual([
      "安湖社区",
      "丹桂社区",
      "东兴社区",
      "丰和社区 2",
      "丰和社区 10",
      "文辉社区",
    ]);
  });
});
