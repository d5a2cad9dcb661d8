import { describe, expect, it } from "vitest";
import { readWorld } from "../../../../src/core/ingest/read-world.ts";
import { BUREAU } from "../table/bureau-sheet.ts";
import { join, type Plot, plots, sheet } from "./join-table.ts";

describe("joining a ledger", () => {
  const CITY: readonly Plot[] = [
    { id: "1", name: "供销社家属院", community: "西门社区" },
    { id: "2", name: "粮食局宿舍", community: "西门社区" },
    { id: "3", name: "锦绣花园一期", community: "东兴社区" },
  ];

  it("[I55][I57][I59] a bureau's sheet as it is", () => {
    const { world, states, codes } = join(CITY, [BUREAU]);
    expect(states).toEqual([
      ["joined", "id"],
      ["joined", "id"],
      ["joined", "id"],
    ]);
    expect(world.compounds.map(({ households }) => households)).toEqual([128, 96, 300]);
    expect(world.compounds.map(({ floorAreaM2 }) => floorAreaM2)).toEqual([12_000, 8000, 25_000]);
    expect(world.compounds.map(({ parkingSpaces }) => parkingSpaces)).toEqual([20, 0, 60]);
    const differing = world.issues.filter(({ code }) => code === "ledger-total-differs");
    expect(differing).toMatchObject([{ args: { row: 9, stated: 4.6, sum: 4.5 } }]);
    expect(codes.filter((code) => code === "ledger-total-row")).toHaveLength(2);
  });

  it("[I59] row numbers that happen to be ids do not win over names", () => {
    const turned = [CITY[1], CITY[0]].map((plot, i) => ({ ...plot, id: String(i + 1) }));
    const rows = sheet(
      ["序号", "小区名称", "户数"],
      [1, "供销社家属院", 128],
      [2, "粮食局宿舍", 96],
    );
    const { world, states } = join(turned, [rows]);
    expect(states).toEqual([
      ["joined", "name"],
      ["joined", "name"],
    ]);
    expect(world.compounds.map(({ name, households }) => [name, households])).toEqual([
      ["粮食局宿舍", 96],
      ["供销社家属院", 128],
    ]);
  });

  it.each<[string, Plot, readonly string[], string, string]>([
    [
      "the same name but for width, brackets and blanks",
      { id: "a", name: "锦绣花园(一期)" },
      ["锦绣 花园（一期）"],
      "joined",
      "name",
    ],
    [
      "an alias",
      { id: "a", name: "鹿城苑", alias: "老酒厂；糖厂院" },
      ["糖厂院"],
      "joined",
      "alias",
    ],
    [
      "figures and numerals of a phase",
      { id: "a", name: "锦绣花园一期" },
      ["锦绣花园1期"],
      "joined",
      "name",
    ],
    ["Roman numerals", { id: "a", name: "锦绣花园二期" }, ["锦绣花园Ⅱ期"], "joined", "name"],
    ["a phase with 第", { id: "a", name: "锦绣花园3期" }, ["锦绣花园第三期"], "joined", "name"],
    ["numerals of a village", { id: "a", name: "教师2村" }, ["教师二村"], "joined", "name"],
    [
      "a former name in brackets",
      { id: "a", name: "烟厂生活区" },
      ["烟厂生活区（原卷烟厂宿舍）"],
      "joined",
      "alias",
    ],
    [
      "by its former name only",
      { id: "a", name: "鹿城苑（曾用名：老酒厂）" },
      ["老酒厂"],
      "joined",
      "alias",
    ],
    [
      "a remark in brackets",
      { id: "a", name: "供销社家属院" },
      ["供销社家属院（含临街商铺三层）"],
      "doubtful",
      "root",
    ],
    [
      "two phases at once",
      { id: "a", name: "锦绣花园1期" },
      ["锦绣花园（一、二期）"],
      "doubtful",
      "phase",
    ],
    ["another ending", { id: "a", name: "供销社小区" }, ["供销社家属院"], "doubtful", "root"],
    [
      "a place in front",
      { id: "a", name: "供销社家属院" },
      ["楚雄市供销社家属院"],
      "doubtful",
      "root",
    ],
    ["a phase", { id: "a", name: "锦绣花园" }, ["锦绣花园二期"], "doubtful", "phase"],
    ["a phase after 小区", { id: "a", name: "福星小区一期" }, ["福星小区"], "doubtful", "phase"],
    ["a phase after 住宅区", { id: "a", name: "桃园住宅区(南区)" }, ["桃园"], "doubtful", "phase"],
    ["a likeness", { id: "a", name: "州农业机械公司" }, ["农业机械厂"], "doubtful", "likeness"],
    ["nothing at all", { id: "a", name: "鹿城小区" }, ["北浦花园"], "unmatched", ""],
  ])("[I59] %s", (_, plot, names, state, by) => {
    const rows = sheet(["小区名称", "户数"], ...names.map((name) => [name, 100]));
    const { reading, world } = join([plot], [rows]);
    expect(reading.rows[0].state).toBe(state);
    expect(reading.rows[0].by ?? reading.rows[0].candidates[0]?.by ?? "").toBe(by);
    expect(world.compounds[0].provenance.households).toBe(
      state === "joined" ? "ledger" : "default",
    );
  });

  it("[I1] what is wrong with a ledger's cell names the ledger, not the file it was joined to", () => {
    const city = [{ id: "a", name: "供销社小区" }];
    const header = ["小区名称", "户数", "建筑面积", "建成年代", "车位数", "物业费"];
    const rows = sheet(header, ["供销社小区", "很多", 99, "80年代", -1, "0.3至0.5元"]);
    const { world } = join(city, [rows]);
    const codes = ["value-unreadable", "value-out-of-range", "year-approximate", "value-range"];
    for (const code of codes) {
      expect(world.issues.filter((issue) => issue.code === code)).toMatchObject([
        { source: "台账.xlsx" },
      ]);
    }
    const absurd = sheet(header, ["供销社小区", 100, 99, 1990, 1, 1]);
    const found = join(city, [absurd]).world.issues;
    expect(found.find(({ code }) => code === "area-per-household-absurd")?.source).toBe(
      "台账.xlsx",
    );
  });

  it("[I59] one name in two communities goes by the community", () => {
    const two = [
      { id: "a", name: "教师小区", community: "西门社区" },
      { id: "b", name: "教师小区", community: "东兴社区" },
    ];
    const rows = sheet(
      ["小区名称", "社区", "户数"],
      ["教师小区", "东兴社区居委会", 50],
      ["教师小区", "西门", 60],
    );
    const { world, states } = join(two, [rows]);
    expect(states).toEqual([
      ["joined", "name-community"],
      ["joined", "name-community"],
    ]);
    expect(world.compounds.map(({ households }) => households)).toEqual([60, 50]);
  });

  it("[I59] an address is a hint; a position on the ground of a like name is enough", () => {
    const plot = { id: "a", name: "供销社小区", address: "鹿城北路 12 号" };
    const byAddress = sheet(["小区名称", "地址", "户数"], ["老供销大楼", "鹿城北路12号", 90]);
    expect(join([plot], [byAddress]).states).toEqual([["doubtful", null]]);
    const byPlace = sheet(
      ["小区名称", "经度", "纬度", "户数"],
      ["供销社家属院", "101°30′1.8″", 25.0005, 90],
    );
    expect(join([plot], [byPlace]).states).toEqual([["joined", "location"]]);
  });

  it("[I60] a person's word joins and refuses, however the rows are ordered", () => {
    const rows = [
      ["供销社宿舍", 100],
      ["北浦花园", 200],
    ] as const;
    const city = [{ id: "a", name: "供销社小区" }];
    const key = (name: string) => `|${name}|`;
    for (const order of [rows, [...rows].reverse()]) {
      const table = sheet(["小区名称", "户数"], ...order);
      const joins = { [key("供销社宿舍")]: "", [key("北浦花园")]: "a" };
      const { world, reading } = join(city, [table], { joins });
      expect(world.compounds[0].households).toBe(200);
      expect(reading.rows.map(({ state }) => state).sort()).toEqual(["joined", "refused"]);
    }
  });

  it("[I56] a column and its unit are corrected once for all rows", () => {
    const table = sheet(["小区名称", "规模", "面积"], ["供销社小区", 100, 1.5]);
    const city = [{ id: "a", name: "供销社小区" }];
    const { world, reading } = join(city, [table], {
      columns: { 规模: "households" },
      units: { 面积: "万㎡" },
    });
    expect(world.compounds[0]).toMatchObject({ households: 100, floorAreaM2: 15_000 });
    expect(reading.columns.map(({ header, field, by }) => [header, field, by])).toEqual([
      ["小区名称", "name", "alias"],
      ["规模", "households", "hand"],
      ["面积", "floor_area", "weak"],
    ]);
    const ignored = join(city, [table], { columns: { 面积: "" } });
    expect(ignored.world.compounds[0].provenance.floorAreaM2).toBe("default");
  });

  it("[I56][I58] every column says how surely it was read, doubtful cells first", () => {
    const table = sheet(
      ["小区名称", "小区建成年代", "收费标准"],
      ["供销社小区", "80年代", "0.3至0.5元/平米/月"],
      ["北浦花园", "解放后", 0.6],
    );
    const { reading } = join([{ id: "a", name: "供销社小区" }], [table]);
    expect(reading.columns[1]).toMatchObject({
      field: "built_year",
      by: "suffix",
      filled: 2,
      unreadable: 1,
      approximate: 1,
      examples: [
        { raw: "解放后", read: "" },
        { raw: "80年代", read: "1985" },
      ],
    });
    expect(reading.columns[1].confidence).toBeLessThan(0.5);
    expect(reading.columns[2]).toMatchObject({ field: "fee", approximate: 1, confidence: 1 });
  });

  it("[I55] sheets called after their 社区, and one that is no ledger", () => {
    const rows = [
      ["小区名称", "户数"],
      ["教师小区", 50],
    ] as const;
    const two = [
      { id: "a", name: "教师小区", community: "西门社区" },
      { id: "b", name: "教师小区", community: "东兴社区" },
    ];
    const { world, codes } = join(two, [
      { name: "东兴社区", rows, merges: [] },
      {
        name: "西门社区",
        rows: [
          ["小区名称", "户数"],
          ["教师小区", 60],
        ],
        merges: [],
      },
      {
        name: "说明",
        rows: [
          ["项目", "内容"],
          ["口径", "2024年底"],
        ],
        merges: [],
      },
    ]);
    expect(world.compounds.map(({ households }) => households)).toEqual([60, 50]);
    expect(codes).toContain("sheet-not-ledger");
  });

  it("[I56] columns of the polygons' own file are described, too", () => {
    const { world } = join([{ id: "1", name: "甲小区", address: "一路1号" }], [BUREAU]);
    const [file] = world.columns;
    expect(file.source).toBe("小区.geojson");
    expect(file.columns.map(({ header, field, filled }) => [header, field, filled])).toEqual([
      ["address", "address", 1],
      ["compound_id", "compound_id", 1],
      ["name", "name", 1],
    ]);
  });

  it("[I61] positions of a ledger are surveyed, and read in the system a person names", () => {
    const rows = sheet(["小区名称", "经度", "纬度"], ["某处新村", 101.5017, 25.0008 - 0.0028]);
    const silent = join(CITY, [rows]);
    expect(silent.reading.rows[0]).toMatchObject({ state: "unmatched", at: [101.5017, 24.998] });
    const survey = silent.world.positions.find(({ source }) => source === "台账.xlsx");
    expect(survey).toMatchObject({ toConfirm: true, decided: null, points: [[101.5017, 24.998]] });
    const told = join(CITY, [rows], { crs: "gcj02" });
    const [lon, lat] = told.reading.rows[0].at ?? [0, 0];
    expect(lon).toBeCloseTo(101.5004, 3);
    expect(lat).toBeCloseTo(25.0009, 3);
    expect(told.world.positions.find(({ source }) => source === "台账.xlsx")).toMatchObject({
      toConfirm: false,
      decided: "gcj02",
    });
  });
});

describe("numbers of a ledger", () => {
  it("[I75] the ledger's own number of a compound is kept beside its id", () => {
    const plotsFile = plots([
      { id: "P1", name: "供销社家属院" },
      { id: "P2", name: "粮食局宿舍" },
      { id: "P3", name: "水电局宿舍" },
    ]);
    const readWith = (ledger: string) =>
      readWorld(
        [
          { role: "compounds", name: "小区.geojson", text: plotsFile },
          { role: "ledger", name: "台账.csv", text: ledger },
        ],
        { fieldMap: {}, crs: null },
      );
    const world = readWith(
      "小区编号,小区名称,户数\nCX-07,供销社家属院,120\nP2,粮食局宿舍,90\n,水电局宿舍,80\n",
    );
    expect(world.compounds.map(({ id, ledgerId }) => [id, ledgerId])).toEqual([
      ["P1", "CX-07"],
      ["P2", undefined],
      ["P3", undefined],
    ]);
    const rows = readWith("序号,小区名称,户数\n1,供销社家属院,120\n2,粮食局宿舍,90\n");
    expect(rows.compounds.every(({ ledgerId }) => ledgerId === undefined)).toBe(true);
  });
});
