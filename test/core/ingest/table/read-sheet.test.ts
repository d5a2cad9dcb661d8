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

  it("[I10] headers such as __proto__ stay plain", () => {
    const rows: Cell[][] = [
      ["小区名称", "__proto__"],
      ["甲", "x"],
    ];
    const [{ row }] = readSheet({ name: "", rows, merges: [] }).rows;
    expect(Object.hasOwn(row, "__proto__")).toBe(true);
  });
});
