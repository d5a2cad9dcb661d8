import { describe, expect, it } from "vitest";
import { describeIssue } from "../../../src/core/index.ts";
import { readWorld } from "../../../src/core/ingest/read-world.ts";

const HEADER = "小区名称,户数,建筑面积（㎡）,建成年份,联系电话";
const LEDGER = [
  "楚雄市小区台账,,,,",
  HEADER,
  "甲小区,300,25000,1995,13800138000",
  "乙小区,很多,999999999999,1990,13800138001",
  "丙小区,约300户,24000,80年代,13800138002",
  "合计,900,50000,,",
].join("\n");

const read = (text: string, name = "台账.csv") =>
  readWorld([{ role: "ledger", name, text }], { fieldMap: {}, crs: null });

describe("a ledger without compounds", () => {
  const world = read(LEDGER);
  const codes = world.issues.map(({ code }) => code);

  it("[I3] its columns and rows are described, and its header is found", () => {
    const [reading] = world.ledgers;
    expect(reading.sheets).toMatchObject([{ headerRow: 2, rows: 3, totals: 1 }]);
    expect(reading.columns.map(({ field }) => field)).toEqual([
      "name",
      "households",
      "floor_area",
      "built_year",
    ]);
    expect(reading.columns[1]).toMatchObject({ unreadable: 1, approximate: 1 });
    expect(reading.rows.map(({ name, state }) => [name, state])).toEqual([
      ["甲小区", "unmatched"],
      ["乙小区", "unmatched"],
      ["丙小区", "unmatched"],
    ]);
    expect(world.compounds).toEqual([]);
  });

  it("[I3] the faults of its own cells are said, that no row has a partner once", () => {
    expect(codes).toEqual([
      "no-compounds",
      "ledger-total-differs",
      "ledger-total-differs",
      "ledger-without-places",
      "personal-data",
      "value-out-of-range",
      "value-unreadable",
      "ledger-total-row",
      "value-range",
      "year-approximate",
    ]);
    const range = world.issues.find(({ code }) => code === "value-out-of-range");
    expect(range).toMatchObject({ source: "台账.csv", feature: "乙小区", at: null });
    const [missing] = world.issues;
    expect(describeIssue(missing, "zh").fix).toContain("台账");
    expect(JSON.stringify(world)).not.toContain("13800138");
  });

  it("[I21][I58] what is read otherwise than it stands is said once per column", () => {
    const text = [
      "小区名称,户数,建筑面积,楼栋数,物业费,收缴率",
      "甲小区,128+12,1.4公顷,1-12栋,每户20元/月,六成",
      "乙小区,共100户,18亩,6,0.3-0.5,60%",
    ].join("\n");
    const { issues } = read(text);
    const said = issues.filter(({ severity, code }) => severity === "info" || /value/.test(code));
    expect(said.map(({ code, args }) => [code, args.column, args.value, args.read])).toEqual([
      ["fee-per-household", "物业费", "每户20元/月", 0.2],
      ["value-range", "建筑面积", "1.4公顷", 14_000],
      ["value-range", "户数", "128+12", 140],
      ["value-range", "收缴率", "六成", 0.6],
      ["value-range", "楼栋数", "1-12栋", 12],
      ["value-range", "物业费", "0.3-0.5", 0.4],
    ]);
  });

  it("[I57] numbers of buildings add up to the total", () => {
    const rows = ["甲小区,1-12栋", "乙小区,8", "合计,20"];
    const { issues } = read(["小区名称,楼栋数", ...rows].join("\n"));
    expect(issues.map(({ code }) => code)).not.toContain("ledger-total-differs");
  });

  it("[I3] several ledgers are each told of, an empty one is a fault of its own", () => {
    const two = readWorld(
      [
        { role: "ledger", name: "a.csv", text: LEDGER },
        { role: "ledger", name: "b.csv", text: HEADER },
      ],
      { fieldMap: { households: "没有的列" }, crs: null },
    );
    expect(two.ledgers.map(({ source }) => source)).toEqual(["a.csv", "b.csv"]);
    const told = two.issues.filter(({ code }) => code === "ledger-without-places");
    expect(told).toMatchObject([{ source: "a.csv", args: { n: 3 } }]);
    expect(two.issues.map(({ code }) => code)).toContain("map-field-missing");
  });
});
