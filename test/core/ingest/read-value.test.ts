import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countBuildings,
  isBlank,
  readFlag,
  readQuantity,
  readTenths,
  readText,
  readYear,
} from "../../../src/core/ingest/read-value.ts";

function quantity(raw: unknown): number | string {
  const reading = readQuantity(raw, "blank");
  return reading.kind === "value" ? reading.value.value : reading.kind;
}

function year(raw: unknown): number | string {
  const reading = readYear(raw);
  return reading.kind === "value" ? reading.value : reading.kind;
}

describe("quantities", () => {
  it.each([
    [120, 120],
    ["120", 120],
    ["１２０", 120],
    ["1,234", 1234],
    ["1，234", 1234],
    [" 96 户 ", 96],
    ["约300户", 300],
    ["128户(含商铺12户)", 128],
    ["128户（含商铺12户）", 128],
    ["1.2万㎡", 12_000],
    ["1.2万平方米", 12_000],
    ["50万元", 500_000],
    ["60%", 60],
    ["0.5元/㎡·月", 0.5],
    ["2e3", 2000],
    ["65栋", 65],
    ["0.3至0.5元/平米/月", 0.4],
    ["0.3～0.5元/㎡·月", 0.4],
    ["1.2-1.6万㎡", 14_000],
    ["十二栋", 12],
    ["7栋21单元", 7],
    ["1.2亿元", 120_000_000],
    ["一百零五户", 105],
    ["3亩", 3],
    ["共128户", 128],
    ["12000平方", 12_000],
    ["8600平", 8600],
    ["每户20元/月", 20],
    ["每平米每月0.5元", 0.5],
    ["-5", -5],
  ])("[I20] %j is read as %d", (raw, value) => {
    expect(quantity(raw)).toBe(value);
  });

  it.each([null, undefined, "", "  ", "—", "/", "不详", "N/A", "无"])(
    "[I20] %j is blank",
    (raw) => {
      expect(quantity(raw)).toBe("blank");
      expect(isBlank(raw)).toBe(true);
    },
  );

  it.each(["很多", "12.3.4", "1-2", "5.32301E+", {}, [1], "9".repeat(400), "1e999"])(
    "[I20] %j is unreadable",
    (raw) => {
      expect(quantity(raw)).toBe("unreadable");
    },
  );

  it("[I58] a range is approximate and says so", () => {
    expect(readQuantity("0.3至0.5元/平米/月", "blank")).toMatchObject({
      approximate: true,
      value: { value: 0.4, unit: "元/平米/月" },
    });
    expect(readQuantity("1-2", "blank").kind).toBe("unreadable");
  });

  it.each([
    ["约300户", 300],
    ["300户左右", 300],
    ["近300", 300],
    ["300余户", 300],
    ["300多", 300],
    ["大约1.2万㎡", 12_000],
    ["约三百户", 300],
    ["300户(约)", 300],
  ])("[I58] %j is about so many, and marked as approximate", (raw, value) => {
    expect(readQuantity(raw, "blank")).toMatchObject({ approximate: true, value: { value } });
  });

  it.each([
    ["0.3-0.5", 0.4],
    ["0.3—0.5元/㎡", 0.4],
    ["1.2-1.6", 1.4],
    ["128+12", 140],
    ["10+2栋", 12],
  ])("[I58] %j comes to %d, and is marked as approximate", (raw, value) => {
    expect(readQuantity(raw, "blank")).toMatchObject({ approximate: true, value: { value } });
  });

  it.each(["每户20元/月", "每户每月20元", "20元/月/户"])("[I21] %j is per household", (raw) => {
    expect(readQuantity(raw, "blank")).toMatchObject({
      value: { value: 20, unit: expect.stringMatching(/^元.*户/) },
    });
  });

  it.each(["300户", "三百户", "128户(含商铺约12户)", "0.7元"])("[I58] %j is exact", (raw) => {
    expect(readQuantity(raw, "blank")).not.toHaveProperty("approximate");
  });

  it("[I20] 无 means zero where the column counts things", () => {
    expect(readQuantity("无", "zero")).toMatchObject({ kind: "value", value: { value: 0 } });
    expect(readQuantity("免费", "zero")).toMatchObject({ kind: "value", value: { value: 0 } });
    expect(readQuantity("免费", "blank").kind).toBe("unreadable");
  });
});

describe("what one field says in its own way", () => {
  it.each([
    ["1-12栋", 12],
    ["1#-12#", 12],
    ["1号楼至12号楼", 12],
    ["3-5幢", 3],
    ["1～12栋", 12],
    ["10~12栋", null],
    ["12栋", null],
    ["12-1栋", null],
    ["1-12", null],
    [12, null],
  ])("[I58] numbers of buildings: %j are %j", (raw, n) => {
    expect(countBuildings(raw)).toBe(n);
  });

  it.each([
    ["六成", 0.6],
    ["8成", 0.8],
    ["八成半", 0.85],
    ["约九成", 0.9],
    ["十成", 1],
    ["60%", null],
    ["成", null],
  ])("[I58] tenths: %j is %j", (raw, share) => {
    expect(readTenths(raw)).toBe(share);
  });
});

describe("years", () => {
  it.each([
    [1998, 1998],
    [1998.6, 1998],
    ["1998年6月", 1998],
    ["3/31/1971", 1971],
    ["1995-1998", 1998],
    ["1995～1998", 1998],
    ["80年代", 1985],
    ["80年代末", 1985],
    ["1980年代", 1985],
    ["上世纪90年代", 1995],
    ["00年代", 2005],
    ["约1990", 1990],
    ["１９９０", 1990],
    ["八十年代", 1985],
    ["一九八五年", 1985],
    ["98年", 1998],
    [45292, 2024],
    ["18264", 1950],
  ])("[I20] %j is %d", (raw, value) => {
    expect(year(raw)).toBe(value);
  });

  it.each(["80年代", "1995-1998", "约1990"])("[I20] %j is marked as approximate", (raw) => {
    expect(readYear(raw)).toMatchObject({ approximate: true });
  });

  it.each(["解放后", 12345, "98", true])("[I20] %j is unreadable", (raw) => {
    expect(year(raw)).toBe("unreadable");
  });
});

describe("flags and text", () => {
  it.each([
    ["有", true],
    ["是", true],
    [1, true],
    [true, true],
    ["无", false],
    ["否", false],
    [false, false],
  ])("[I20] %j is %j", (raw, value) => {
    expect(readFlag(raw)).toEqual({ kind: "value", value });
  });

  it("[I20] text is put on one line and blanks are null", () => {
    expect(readText("一期\n二期 ")).toBe("一期 二期");
    expect(readText("—")).toBeNull();
    expect(readText({})).toBeNull();
    expect(readText(12)).toBe("12");
  });
});

describe("half and full width", () => {
  /** The same text to whoever normalises it, but none that is plain as it stands. */
  const widen = (text: string) =>
    text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const cell = fc.oneof(
    fc.constantFrom("-", "N/A", "null", "none", "暂无", "不清楚", "无", "", "  ", "１２"),
    fc
      .array(fc.constantFrom(..."aZ09.,%-~/无户暂不清楚约万㎡ \u0301\t"), { maxLength: 9 })
      .map((letters) => letters.join("")),
  );

  it("[I20] cells that normalise to the same are read the same, however they are written", () => {
    fc.assert(
      fc.property(cell, (raw) => {
        expect(isBlank(widen(raw))).toBe(isBlank(raw));
        expect(readQuantity(widen(raw), "blank")).toEqual(readQuantity(raw, "blank"));
        expect(readYear(widen(raw))).toEqual(readYear(raw));
      }),
      { numRuns: 3000 },
    );
  });
});
