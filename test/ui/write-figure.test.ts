import { describe, expect, it } from "vitest";
import { EMPTY_ESTIMATE } from "../../src/core/index.ts";
import { writeExact, writeFigure } from "../../src/ui/figures/write-figure.ts";
import { createFormat } from "../../src/ui/format.ts";
import { totalMoney } from "../../src/ui/money/total-money.ts";

const zh = createFormat("zh");
const en = createFormat("en");

describe("figures of the estimate in words", () => {
  it("read in the unit people use", () => {
    expect(writeFigure("netCostYuan", -123_456, zh)).toBe("−12.35 万元");
    expect(writeFigure("breakEvenFeeYuanPerM2Month", 0.987, zh)).toBe("0.99 元/㎡·月");
    expect(writeFigure("breakEvenCollectionShare", 1.393, en)).toBe("139.3%");
    expect(writeFigure("workloadM2", 71_200, en)).toBe("71,200 m²");
    expect(writeFigure("perimeterAfterM", 812, en)).toBe("812 m");
    expect(writeFigure("postCleaners", 5, zh)).toBe("5");
  });

  it("are exact to the yuan where they are traced", () => {
    expect(writeExact("netCostYuan", 267_854, { format: zh, language: "zh" })).toBe(
      "267,854 元/年",
    );
    expect(writeExact("worksYuan", 347_000, { format: en, language: "en" })).toBe("347,000 yuan");
    expect(writeExact("defaultedShare", 0.283, { format: en, language: "en" })).toBe("28.3%");
    expect(writeExact("gatesAfter", 9, { format: en, language: "en" })).toBe("9");
    expect(writeExact("netCostYuanPerM2Month", 0.31924, { format: zh, language: "zh" })).toBe(
      "0.3192 元/㎡·月",
    );
  });
});

describe("money of a whole plan", () => {
  it("counts districts that pay, adds public money apart, and weights defaults by households", () => {
    const one = { ...EMPTY_ESTIMATE, compounds: 2, households: 100 };
    const estimates = [
      { ...one, netCostYuan: -5, subsidyYuan: 10, defaultedShare: 0.5 },
      { ...one, netCostYuan: 20, publicRealmYuan: 3, households: 300, defaultedShare: 0.1 },
      EMPTY_ESTIMATE,
    ];
    expect(totalMoney({ estimates })).toEqual({
      districts: 2,
      paying: 1,
      netCostYuan: 15,
      subsidyYuan: 10,
      publicRealmYuan: 3,
      defaultedShare: expect.closeTo(0.2, 12),
    });
    expect(totalMoney({ estimates: [] }).defaultedShare).toBe(0);
  });
});
