import { describe, expect, it } from "vitest";
import { readAsOf, writeAsOf } from "../../../../src/core/ingest/join/as-of.ts";

describe("the day that a ledger describes", () => {
  it.each([
    ["台账2023.xlsx", 20_230_000],
    ["2021年", 20_210_000],
    ["台账202306", 20_230_600],
    ["20230630台账", 20_230_630],
    ["2023年6月30日", 20_230_630],
    ["2023-6-3", 20_230_603],
    ["2023/12/31 0:00:00", 20_231_231],
    [2023, 20_230_000],
    ["2021-2023年台账", 20_230_000],
    ["2000年前建成小区（2023）", 20_230_000],
  ])("[I85] %s tells %d", (text, day) => {
    expect(readAsOf(text)).toBe(day);
  });

  it.each([
    "台账.xlsx",
    "2015年前",
    "2015年底前建成",
    "2010年代",
    "2015年建成",
    "1998",
    "120231",
    "",
  ])("[I85] %s tells none", (text) => {
    expect(readAsOf(text)).toBeNull();
  });

  it("is written as far as it is told", () => {
    expect([20_230_000, 20_230_600, 20_230_630].map(writeAsOf)).toEqual([
      "2023",
      "2023-06",
      "2023-06-30",
    ]);
  });
});
