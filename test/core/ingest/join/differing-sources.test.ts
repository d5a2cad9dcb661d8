import { describe, expect, it } from "vitest";
import { describeIssue } from "../../../../src/core/base/issue.ts";
import { bookOf, layerOf, readDecided } from "./ledger-world.ts";

const NAMES = ["供销社家属院", "粮食局宿舍", "北浦小区"];
const CITY = layerOf(NAMES.map((name, i) => ({ compound_id: `L${i}`, name })));
const HEADER = ["小区编号", "小区名称", "户数", "建筑面积"];

/** Rows of all compounds, or of the first few, with households from a number on. */
const rowsOf = (first: number, n = NAMES.length) => [
  HEADER,
  ...NAMES.slice(0, n).map((name, i) => [`L${i}`, name, first + i, 8000]),
];

const OLD = bookOf("台账2021.xlsx", { Sheet1: rowsOf(100) });
const NEW = bookOf("台账2023.xlsx", { Sheet1: rowsOf(150) });
const DIFFERENCES = [
  "ledgers-differ",
  "ledgers-differ-undated",
  "ledger-sheets-differ",
  "ledger-differs-from-layer",
  "sources-differ-as-decided",
];

describe("sources that tell different figures", () => {
  it("[I85] the newer ledger leads, in whatever order they are given, and each pair says it once", () => {
    const { world, households, issuesOf } = readDecided([CITY, OLD, NEW]);
    const turned = readDecided([NEW, OLD, CITY]);
    expect(households).toEqual([150, 151, 152]);
    expect(turned.world).toEqual(world);
    const [issue, ...others] = issuesOf(...DIFFERENCES);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      code: "ledgers-differ",
      severity: "warning",
      source: "台账2023.xlsx",
      feature: "L0",
      args: { n: 3, total: 3, field: "households", value: 150, otherValue: 100, asOf: "2023" },
    });
    expect(describeIssue(issue, "zh").message).toContain("户数：150 与 100");
  });

  it("[I85] what the newer one leaves blank the older one tells, and nothing differs there", () => {
    const part = bookOf("台账2023.xlsx", { Sheet1: [HEADER, ["L0", NAMES[0], "", 8000]] });
    const { households, issuesOf } = readDecided([CITY, part, OLD]);
    expect(households).toEqual([100, 101, 102]);
    expect(issuesOf(...DIFFERENCES)).toEqual([]);
  });

  it("[I85] where nothing tells the year, file names decide, and that is said", () => {
    const [a, b] = [100, 150].map((n, i) => bookOf(`台账${"ab"[i]}.xlsx`, { Sheet1: rowsOf(n) }));
    for (const order of [
      [CITY, a, b],
      [CITY, b, a],
    ]) {
      const { households, issuesOf } = readDecided(order);
      expect(households).toEqual([150, 151, 152]);
      expect(issuesOf(...DIFFERENCES)).toMatchObject([
        { code: "ledgers-differ-undated", args: { lead: "台账b.xlsx", other: "台账a.xlsx" } },
      ]);
    }
  });

  it("[I85] figures alike to half a percent, or of other compounds, are no contradiction", () => {
    const alike = bookOf("台账2022.xlsx", {
      Sheet1: [HEADER, ...NAMES.map((name, i) => [`L${i}`, name, 100 + i, 8030])],
    });
    expect(readDecided([CITY, OLD, alike]).issuesOf(...DIFFERENCES)).toEqual([]);
    const rest = bookOf("台账2022.xlsx", { Sheet1: [HEADER, ["L9", "无此小区", 9, 900]] });
    expect(readDecided([CITY, OLD, rest]).issuesOf(...DIFFERENCES)).toEqual([]);
  });

  it("[I85] two years as two sheets of one workbook: the newer sheet leads, nothing repeats", () => {
    const { households, issuesOf, world } = readDecided([
      CITY,
      bookOf("台账.xlsx", { "2023年": rowsOf(150), "2021年": rowsOf(100) }),
    ]);
    expect(households).toEqual([150, 151, 152]);
    expect(issuesOf("ledger-row-ambiguous")).toEqual([]);
    expect(world.ledgers[0].rows.every(({ state }) => state === "joined")).toBe(true);
    expect(issuesOf(...DIFFERENCES)).toMatchObject([
      {
        code: "ledger-sheets-differ",
        args: { lead: "台账.xlsx › 2023年", other: "台账.xlsx › 2021年" },
      },
    ]);
  });

  it("[I85] a date column tells the year of each row", () => {
    const header = [...HEADER, "统计日期"];
    const rows = [
      header,
      ["L0", NAMES[0], 150, 8000, "2023-06-30"],
      ["L0", NAMES[0], 100, 8000, "2021年12月"],
      ["L1", NAMES[1], 90, 8000, "2023-06-30"],
      ["L1", NAMES[1], 91, 8000, "2023-06-30"],
    ];
    const { households, issuesOf } = readDecided([CITY, bookOf("台账.xlsx", { Sheet1: rows })]);
    expect(households.slice(0, 2)).toEqual([150, 90]);
    expect(issuesOf("ledger-row-ambiguous")).toMatchObject([{ args: { row: 5 } }]);
    expect(issuesOf(...DIFFERENCES)).toMatchObject([
      { args: { lead: "台账.xlsx (2023-06-30)", other: "台账.xlsx (2021-12)", n: 1, total: 1 } },
    ]);
  });

  it("[I25][I85] a ledger that overrides the layer's own cells says so once", () => {
    const own = layerOf(NAMES.map((name, i) => ({ compound_id: `L${i}`, name, 户数: 500 })));
    const { households, issuesOf } = readDecided([own, OLD]);
    expect(households).toEqual([100, 101, 102]);
    expect(issuesOf(...DIFFERENCES)).toMatchObject([
      {
        code: "ledger-differs-from-layer",
        args: { lead: "台账2021.xlsx", other: "小区.geojson", n: 3, value: 100, otherValue: 500 },
      },
    ]);
  });

  it("[I85] a person says which one stands: an older ledger, or the layer", () => {
    const own = layerOf(NAMES.map((name, i) => ({ compound_id: `L${i}`, name, 户数: 500 })));
    const older = readDecided([own, OLD, NEW], { "台账2021.xlsx": { leads: true } });
    expect(older.households).toEqual([100, 101, 102]);
    expect(older.issuesOf(...DIFFERENCES).map(({ severity, code }) => [severity, code])).toEqual([
      ["info", "sources-differ-as-decided"],
      ["info", "sources-differ-as-decided"],
    ]);
    const layer = readDecided([own, OLD, NEW], { "小区.geojson": { leads: true } });
    expect(layer.households).toEqual([500, 500, 500]);
    expect(layer.world.compounds[0].floorAreaM2).toBe(8000);
  });
});
