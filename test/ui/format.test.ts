import { describe, expect, it } from "vitest";
import { createFormat } from "../../src/ui/format.ts";

const zh = createFormat("zh");
const en = createFormat("en");

describe("figures in words", () => {
  it("counts money in 万元 from ten thousand on", () => {
    expect(zh.yuan(123_456)).toBe("12.35 万元");
    expect(zh.yuan(9_999)).toBe("9,999 元");
    expect(en.yuan(123_456)).toBe("123,456 yuan");
    expect(en.yuan(13_772_517)).toBe("13.77 M yuan");
  });

  it("counts area in 万㎡ from ten thousand on", () => {
    expect(zh.areaM2(71_200)).toBe("7.12 万㎡");
    expect(zh.areaM2(6_783)).toBe("6,783 ㎡");
    expect(en.areaM2(71_200)).toBe("71,200 m²");
  });

  it("writes a true minus sign and no negative zero", () => {
    expect(zh.yuan(-123_456)).toBe("−12.35 万元");
    expect(zh.int(-0)).toBe("0");
  });

  it("writes shares, fees and distances with their units", () => {
    expect(zh.percent(0.1234)).toBe("12.3%");
    expect(zh.fee(0.5)).toBe("0.50 元/㎡·月");
    expect(en.fee(0.5)).toBe("0.50 yuan/m²·month");
    expect(en.metres(812.4)).toBe("812 m");
  });

  it("scales columns to the unit in their heading", () => {
    expect(zh.yuanScaled(197_000)).toBe("19.7");
    expect(zh.areaScaled(71_200)).toBe("7.12");
    expect(en.yuanScaled(197_000)).toBe("197.0");
    expect(en.areaScaled(71_200)).toBe("71.2");
  });
});
