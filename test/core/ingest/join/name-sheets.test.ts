import { describe, expect, it } from "vitest";
import { describeIssue } from "../../../../src/core/base/issue.ts";
import { join } from "./join-table.ts";

describe("faults of a workbook with several ledgers", () => {
  it("[I26] of several sheets the one is named that a row or total stands in, with its 社区", () => {
    const sheetOf = (name: string) => ({
      name,
      rows: [
        ["小区名称", "户数"],
        [`${name}某院`, 50],
        ["合计", 60],
      ],
      merges: [],
    });
    const city = [{ id: "a", name: "北浦花园" }];
    const { world } = join(city, [sheetOf("东兴社区"), sheetOf("西门社区")]);
    const codes = ["ledger-row-unmatched", "ledger-total-row", "ledger-total-differs"];
    for (const code of codes) {
      const told = world.issues.filter((issue) => issue.code === code);
      expect(told.map(({ args }) => [args.inSheet, args.community])).toEqual([
        ["东兴社区", "东兴社区"],
        ["西门社区", "西门社区"],
      ]);
      for (const language of ["zh", "en"] as const)
        expect(describeIssue(told[1], language).message).toContain("“西门社区”");
    }
    const single = join(city, [sheetOf("东兴社区")]).world.issues;
    expect(single.every(({ args }) => args.inSheet === undefined)).toBe(true);
  });
});
