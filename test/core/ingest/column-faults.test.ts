import { describe, expect, it } from "vitest";
import { describeIssue } from "../../../src/core/index.ts";
import { readWorld } from "../../../src/core/ingest/read-world.ts";
import { writeTableText } from "../../../src/core/ingest/table/table.ts";
import type { FileReading, ReadOptions } from "../../../src/core/ingest/world.ts";

type Row = Readonly<Record<string, string | number>>;

/** Squares of 100 m in a row, each with a row of figures. */
function cityOf(rows: readonly Row[]): string {
  const features = rows.map((row, i) => {
    const [x, y] = [101.5 + i * 0.003, 25];
    const [e, n] = [x + 0.001, y + 0.001];
    const ring = [
      [x, y],
      [e, y],
      [e, n],
      [x, n],
      [x, y],
    ];
    const geometry = { type: "Polygon", coordinates: [ring] };
    return { type: "Feature", properties: { 小区编号: `c${i}`, ...row }, geometry };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

function read(rows: readonly Row[], options: Partial<ReadOptions> = {}) {
  const source = { role: "compounds", name: "小区.geojson", text: cityOf(rows) } as const;
  const world = readWorld([source], { fieldMap: {}, crs: null, ...options });
  return { world, faults: world.issues.filter(({ severity }) => severity === "warning") };
}

const repeat = (n: number, row: (i: number) => Row) => Array.from({ length: n }, (_, i) => row(i));

describe("a column of which most values are beyond bounds", () => {
  it("[I29] figures in ㎡ under 万㎡ are named once, with the unit that fits, and not converted", () => {
    const { world, faults } = read(
      repeat(6, (i) => ({ 户数: 300, "建筑面积（万㎡）": 24_000 + i })),
    );
    expect(faults).toMatchObject([
      {
        code: "column-unit-doubtful",
        source: "小区.geojson",
        feature: null,
        args: { column: "建筑面积（万㎡）", n: 6, total: 6, blank: 6, value: "24000", unit: "㎡" },
      },
    ]);
    expect(describeIssue(faults[0], "zh").message).toContain("若单位是 平方米");
    expect(world.compounds[0].provenance.floorAreaM2).toBe("default");
  });

  it("[I29] figures in 万㎡ under ㎡ too, without a word on what follows from each", () => {
    const { faults } = read(repeat(6, (i) => ({ 户数: 300, "建筑面积（㎡）": 2.4 + i / 10 })));
    expect(faults).toMatchObject([
      { code: "column-unit-doubtful", args: { n: 6, total: 6, value: "2.4", unit: "万㎡" } },
    ]);
  });

  it("[I29] the unit set by a person ends it", () => {
    const decided: FileReading = {
      crs: null,
      swapped: false,
      columns: {},
      units: { "建筑面积（㎡）": "万㎡" },
      joins: {},
      group: null,
    };
    const rows = repeat(6, () => ({ 户数: 300, "建筑面积（㎡）": 2.4 }));
    const { world, faults } = read(rows, { files: { "小区.geojson": decided } });
    expect(faults).toEqual([]);
    expect(world.compounds[0].floorAreaM2).toBe(24_000);
  });

  it("[I29] what differs from the rest keeps an issue of its own", () => {
    const { faults } = read([
      ...repeat(5, () => ({ 户数: 300, 建筑面积: 2.4 })),
      { 户数: 300, 建筑面积: 5e8 },
      { 户数: 300, 建筑面积: 24_000 },
      { 户数: 300, 建筑面积: 200 },
    ]);
    expect(faults.map(({ code, feature }) => [code, feature])).toEqual([
      ["area-per-household-absurd", "c7"],
      ["column-unit-doubtful", null],
      ["value-out-of-range", "c5"],
    ]);
  });

  it("[I29] a maintenance fund of some yuan per compound is in 万元; none saved says nothing of it", () => {
    const rows = repeat(9, (i) => ({ 户数: 100, 维修资金余额: i < 5 ? 0 : 12.5 + i }));
    const { world, faults } = read(rows);
    expect(faults).toMatchObject([
      {
        code: "column-unit-doubtful",
        args: { column: "维修资金余额", n: 4, total: 4, unit: "万元" },
      },
    ]);
    expect(world.compounds[8].fundBalanceYuan).toBe(21);
    const usual = repeat(4, () => ({ 户数: 100, 维修资金余额: 125_000 }));
    expect(read(usual).faults).toEqual([]);
  });

  it("[I80][I27] units stated above a ledger are used, said, and give way to a person's", () => {
    const rows = [
      ["统计表（单位：万平方米、万元）"],
      ["小区名称", "户数", "建筑面积", "维修资金余额"],
      ...["甲", "乙", "丙"].map((name) => [`${name}小区`, 100, 0.8, 12.5]),
    ];
    const text = writeTableText([{ name: "", rows, merges: [] }], {
      format: "workbook",
      notes: [],
    });
    const source = { role: "ledger", name: "台账.xlsx", text } as const;
    const asRead = readWorld([source], { fieldMap: {}, crs: null });
    expect(asRead.issues.filter(({ severity }) => severity === "warning")).toMatchObject([
      { code: "ledger-without-places" },
    ]);
    expect(asRead.issues).toContainEqual(
      expect.objectContaining({
        code: "units-stated",
        args: { columns: "建筑面积（万㎡）、维修资金余额（万元）" },
      }),
    );
    const byHand = { crs: null, swapped: false, columns: {}, joins: {}, group: null };
    const files = { "台账.xlsx": { ...byHand, units: { 维修资金余额: "元" } } };
    const decided = readWorld([source], { fieldMap: { floor_area: "建筑面积" }, crs: null, files });
    const codes = decided.issues.map(({ code }) => code);
    expect(codes).toContain("column-unit-doubtful");
    expect(codes).not.toContain("unit-column-missing");
    expect(codes).not.toContain("map-field-missing");
    const [{ columns }] = decided.ledgers;
    expect(columns.map(({ field, unit }) => [field, unit])).toContainEqual(["fund_balance", "元"]);
  });

  it("[I29] where no unit fits the column is named without one", () => {
    const { faults } = read(repeat(4, () => ({ 户数: 300, 建成年份: 1860 })));
    expect(faults).toMatchObject([
      { code: "column-out-of-range", args: { n: 4, total: 4, blank: 0 } },
    ]);
  });

  it("[I29] a few values, or half of them, are said one by one", () => {
    const few = read(repeat(2, () => ({ 户数: 300, 建成年份: 1860 })));
    expect(few.faults.map(({ code }) => code)).toEqual(["value-unusual", "value-unusual"]);
    const half = read(repeat(6, (i) => ({ 户数: 300, 建成年份: i < 3 ? 1860 : 1990 })));
    expect(half.faults).toHaveLength(3);
  });

  it("[I29] a ledger without compounds is told so, too", () => {
    const rows = ["甲", "乙", "丙"].map((name) => `${name}小区,300,2.4`).join("\n");
    const text = `小区名称,户数,建筑面积\n${rows}\n`;
    const world = readWorld([{ role: "ledger", name: "台账.csv", text }], {
      fieldMap: {},
      crs: null,
    });
    expect(world.issues).toContainEqual(
      expect.objectContaining({ code: "column-unit-doubtful", source: "台账.csv" }),
    );
  });

  it("[I29] one column in all sheets of a workbook is one column", () => {
    const sheets = ["东兴社区", "西门社区"].map((name, k) => ({
      name,
      rows: [
        ["小区名称", "建筑面积（㎡）"],
        ...[1, 2].map((n) => [`${name}${n}号院`, n + k + 0.5]),
      ],
      merges: [],
    }));
    const text = writeTableText(sheets, { format: "workbook", notes: [] });
    const world = readWorld([{ role: "ledger", name: "台账.xlsx", text }], {
      fieldMap: {},
      crs: null,
    });
    const told = world.issues.filter(({ code }) => code === "column-unit-doubtful");
    expect(told).toMatchObject([{ args: { n: 4, total: 4, unit: "万㎡" } }]);
  });
});
