import { describe, expect, it } from "vitest";
import { bookOf, layerOf, readDecided } from "./ledger-world.ts";

const NAMES = ["供销社家属院", "粮食局宿舍"];
const CITY = layerOf(NAMES.map((name, i) => ({ compound_id: `L${i}`, name })));
const HEADER = ["小区名称", "楼栋号", "户数", "建筑面积（万㎡）", "建成年代", "物业费", "车位数"];

type Row = readonly (string | number)[];

const read = (rows: readonly Row[], decided: Parameters<typeof readDecided>[1] = {}) =>
  readDecided([CITY, bookOf("台账.xlsx", { Sheet1: [HEADER, ...rows] })], decided);

const FOUR: readonly Row[] = NAMES.flatMap((name) =>
  [1, 2, 3, 4].map((n) => [name, `${n}幢`, 24, 0.18, 1988, 0.4, 5]),
);

describe("rows of buildings", () => {
  it("[I86] are added up to their compounds, and that is said", () => {
    const { world, issuesOf } = read(FOUR);
    for (const compound of world.compounds) {
      expect(compound).toMatchObject({
        households: 96,
        floorAreaM2: 7200,
        builtYear: 1988,
        buildings: 4,
        parkingSpaces: 20,
        feeYuanPerM2Month: 0.4,
      });
      expect(compound.provenance.buildings).toBe("ledger");
      expect(compound.properties).toMatchObject({
        "建筑面积（万㎡）": 0.72,
        楼栋号: "1幢、2幢、3幢、4幢",
        楼栋数: 4,
      });
    }
    expect(world.ledgers[0].rows.every(({ state }) => state === "joined")).toBe(true);
    expect(issuesOf("ledger-row-ambiguous", "ledger-buildings-blank")).toEqual([]);
    expect(issuesOf("ledger-buildings-added")).toMatchObject([{ args: { n: 8, m: 2 } }]);
  });

  it("[I86] years and rates go by floor area", () => {
    const { world } = read([
      [NAMES[0], "1幢", 20, 0.1, 2005, 0.2, ""],
      [NAMES[0], "2幢", 20, 0.3, 1985, 0.6, ""],
      [NAMES[0], "3幢", 20, 0.1, 1990, 0.2, ""],
    ]);
    expect(world.compounds[0]).toMatchObject({ builtYear: 1985, feeYuanPerM2Month: 0.44 });
    expect(world.compounds[0].provenance.parkingSpaces).toBe("default");
  });

  it("[I86] blanks and unreadable cells are missing from the sums, and said", () => {
    const { world, issuesOf } = read([
      [NAMES[0], "1幢", 20, 0.1, 1990, "", ""],
      [NAMES[0], "2幢", "", 0.1, 1990, "", ""],
      [NAMES[0], "3幢", "很多", "约0.1", 1990, "", ""],
    ]);
    expect(world.compounds[0]).toMatchObject({ households: 20, floorAreaM2: 3000, buildings: 3 });
    expect(issuesOf("ledger-buildings-blank")).toMatchObject([{ args: { n: 1 } }]);
    expect(issuesOf("value-unreadable")).toMatchObject([
      { source: "台账.xlsx", args: { column: "户数", value: "很多" } },
    ]);
    expect(issuesOf("value-range")).toMatchObject([{ args: { value: "约0.3", read: 3000 } }]);
  });

  it.each<[string, readonly Row[]]>([
    [
      "without building numbers",
      [
        [NAMES[0], "", 24, 0.18, 1988, "", ""],
        [NAMES[0], "", 24, 0.18, 1988, "", ""],
      ],
    ],
    [
      "with one number written in two ways",
      [
        [NAMES[0], "3幢", 24, 0.18, 1988, "", ""],
        [NAMES[0], "3#楼", 24, 0.18, 1988, "", ""],
      ],
    ],
  ])("[I26][I86] rows %s stay repetitions", (_, rows) => {
    const { households, issuesOf } = read(rows);
    expect(households[0]).toBe(24);
    expect(issuesOf("ledger-row-ambiguous")).toMatchObject([{ args: { row: 3 } }]);
    expect(issuesOf("ledger-buildings-added")).toEqual([]);
  });

  it("[I86] a row for the whole compound beside its buildings is not counted twice", () => {
    const whole: Row = [NAMES[0], "", 96, 0.72, 1988, "", ""];
    const { households, issuesOf } = read([whole, ...FOUR]);
    expect(households).toEqual([96, 96]);
    expect(issuesOf("ledger-row-ambiguous")).toMatchObject([{ args: { row: 2 } }]);
  });

  it("[I56][I86] a person who sets the building numbers aside gets repetitions again", () => {
    const decided = { "台账.xlsx": { columns: { 楼栋号: "" } } };
    const { households, issuesOf } = read(FOUR, decided);
    expect(households).toEqual([24, 24]);
    expect(issuesOf("ledger-row-ambiguous")).toHaveLength(6);
  });
});
