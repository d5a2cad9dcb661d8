import { describe, expect, it } from "vitest";
import { findHeader } from "../../../../src/core/ingest/table/find-header.ts";
import { readSheet } from "../../../../src/core/ingest/table/read-sheet.ts";
import type { Cell } from "../../../../src/core/ingest/table/table.ts";
import { BUREAU } from "./bureau-sheet.ts";

describe("sheets of a bureau", () => {
  it("[I55] the header is found under titles, over two rows tied by merges", () => {
    const { headers, firstRow, confidence } = findHeader(BUREAU);
    expect(headers).toEqual([
      "序号",
      "所属社区",
      "小区名称",
      "房屋情况 户数",
      "房屋情况 建筑面积（万㎡）",
      "停车情况 车位数",
      "备注",
    ]);
    expect(firstRow).toBe(4);
    expect(confidence).toBeGreaterThan(0.8);
  });

  it("[I55] merged text stands in every row; remarks, signatures and blanks are skipped", () => {
    const { rows, skipped } = readSheet(BUREAU);
    expect(rows.map(({ row }) => row.所属社区)).toEqual(["西门社区", "西门社区", "东兴社区"]);
    expect(rows.map(({ number }) => number)).toEqual([5, 6, 8]);
    expect(skipped).toBe(2);
  });

  describe("saved as text, without its merges", () => {
    const saved = { ...BUREAU, merges: [] };

    it("[I55] two rows of a header that leave each other room are one header", () => {
      expect(findHeader(saved)).toEqual(findHeader(BUREAU));
    });

    it("[I55] a 社区 that stands in the first row of each group only reaches down, and says so", () => {
      const { rows, filledDown } = readSheet(saved);
      expect(rows.map(({ row }) => row.所属社区)).toEqual(["西门社区", "西门社区", "东兴社区"]);
      expect(filledDown).toEqual([{ column: "所属社区", n: 1 }]);
    });

    it.each<[string, readonly (readonly Cell[])[]]>([
      ["names repeat", [["西门社区"], [""], ["西门社区"], [""]]],
      ["the first row has none", [[""], ["西门社区"], [""]]],
      ["few rows have none", [["甲社区"], ["乙社区"], ["丙社区"], ["丁社区"], [""]]],
    ])("[I55] blanks stay blank where %s", (_, cells) => {
      const body = cells.map(([community], i): Cell[] => [`小区${i}`, community, i + 1]);
      const rows: Cell[][] = [["小区名称", "所属社区", "户数"], ...body];
      const { filledDown } = readSheet({ name: "", rows, merges: [] });
      expect(filledDown).toEqual([]);
    });

    it("[I55] nothing reaches down over a subtotal", () => {
      const rows: Cell[][] = [
        ["小区名称", "所属社区", "户数"],
        ["甲", "西门社区", 1],
        ["小计", "", 1],
        ["乙", "", 2],
      ];
      const read = readSheet({ name: "", rows, merges: [] }).rows;
      expect(read.map(({ row }) => row.所属社区)).toEqual(["西门社区", ""]);
    });

    it("[I55] a first row of texts under a full header is no header", () => {
      const rows: Cell[][] = [
        ["小区名称", "社区", "备注", null],
        ["甲", null, "社区", "东门"],
      ];
      expect(findHeader({ name: "", rows, merges: [] }).firstRow).toBe(1);
    });
  });

  it("[I57] totals are set aside with the rows that they cover", () => {
    const { totals } = readSheet(BUREAU);
    expect(totals.map(({ label, above, subtotal }) => [label, above, subtotal])).toEqual([
      ["小计", 2, true],
      ["合计", 3, false],
    ]);
  });

  it.each<[string, readonly (readonly Cell[])[], readonly string[], number]>([
    [
      "a plain header",
      [
        ["小区名称", "户数"],
        ["甲", 1],
      ],
      ["小区名称", "户数"],
      1,
    ],
    [
      "titles in several rows",
      [["台账"], ["2024年"], ["名称", "套数"], ["甲", 1]],
      ["名称", "套数"],
      3,
    ],
    [
      "unknown headers",
      [
        ["foo", "bar"],
        ["a", 1],
      ],
      ["foo", "bar"],
      1,
    ],
    [
      "a leading blank column",
      [
        [null, "小区名称", "户数"],
        [null, "甲", 1],
      ],
      ["", "小区名称", "户数"],
      1,
    ],
    ["nothing", [], [], 0],
  ])("[I55] %s", (_, rows, headers, firstRow) => {
    expect(findHeader({ name: "", rows, merges: [] })).toMatchObject({ headers, firstRow });
  });

  it("[I55] a header repeated on every printed page is no row", () => {
    const rows: Cell[][] = [
      ["小区名称", "户数"],
      ["甲", 1],
      ["小区名称", "户数"],
      ["乙", 2],
    ];
    expect(readSheet({ name: "", rows, merges: [] }).rows.map(({ row }) => row.小区名称)).toEqual([
      "甲",
      "乙",
    ]);
  });

  describe("units outside the header", () => {
    const sheet = (...rows: Cell[][]) => readSheet({ name: "", rows, merges: [] });
    const HEADER = ["小区名称", "建成年代", "户数", "建筑面积", "维修资金", "占地面积"];
    const ROW = ["甲", 1990, 100, 0.8, 12.5, 5.4];
    const NAMED = ["建筑面积（万㎡）", "维修资金（万元）", "占地面积（亩）"];

    it("[I80] a row of units under the header gives them to the columns and is no data", () => {
      const { rows, unitsAdded } = sheet(
        HEADER,
        [null, null, "户", "万平方米", "（万元）", "亩"],
        ROW,
      );
      expect(rows.map(({ number }) => number)).toEqual([3]);
      expect(unitsAdded).toEqual(NAMED);
    });

    it("[I80] a cell merged down from the header does not hide it, and it may repeat", () => {
      const units = [null, "年", "户", "万㎡", "万元", "亩"];
      const rows = [HEADER, units, ROW, HEADER, ["单位", "年", "户", "万㎡", "万元", "亩"], ROW];
      const merges = [[0, 0, 1, 0]] as const;
      const read = readSheet({ name: "", rows, merges });
      expect(read.rows.map(({ number }) => number)).toEqual([3, 6]);
      expect(read.unitsAdded).toEqual(NAMED);
    });

    it.each<[string, Cell[][]]>([
      ["above", [["统计表"], ["单位：户、万平方米、万元"], HEADER, ROW]],
      ["in the title", [["统计表（单位：户、万㎡、万元）"], HEADER, ROW]],
      ["below", [HEADER, ROW, ["注：面积单位为万㎡，资金单位：万元"]]],
    ])("[I80] a line of units %s gives the only one that fits", (_, rows) => {
      const { unitsAdded } = sheet(...rows);
      expect(unitsAdded).toEqual(["建筑面积（万㎡）", "维修资金（万元）", "占地面积（万㎡）"]);
    });

    it.each<[string, Cell[][]]>([
      ["several units of one kind", [["单位：㎡、万㎡、元、万元"], HEADER, ROW]],
      ["the office that filled it in", [["填报单位：万元镇"], HEADER, ROW]],
      [
        "units of their own in the headers",
        [["单位：万㎡"], ["小区名称", "建筑面积（㎡）", "占地面积（亩）"], ["甲", 8000, 5]],
      ],
      ["units that are read anyway", [["单位：㎡、元"], HEADER, ROW]],
    ])("[I80] nothing is added by %s", (_, rows) => {
      expect(sheet(...rows).unitsAdded).toEqual([]);
    });
  });

  it("[I10] headers such as __proto__ stay plain", () => {
    const rows: Cell[][] = [
      ["小区名称", "__proto__"],
      ["甲", "x"],
    ];
    const [{ row }] = readSheet({ name: "", rows, merges: [] }).rows;
    expect(Object.hasOwn(row, "__proto__")).toBe(true);
  });
});
