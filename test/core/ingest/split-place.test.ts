import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeIssue } from "../../../src/core/base/issue.ts";
import { fieldOfHeader } from "../../../src/core/ingest/ledger-columns.ts";
import { readWorld } from "../../../src/core/ingest/read-world.ts";
import { readPlace } from "../../../src/core/ingest/split-place.ts";
import { type FileReading, type ReadOptions, UNDECIDED } from "../../../src/core/ingest/world.ts";

const EAST = { street: "鹿城镇", community: "东瓜社区", isSplit: true };

describe("readPlace", () => {
  it.each([
    "鹿城镇东瓜社区",
    "鹿城镇·东瓜社区",
    "鹿城镇-东瓜社区",
    "鹿城镇/东瓜社区",
    "鹿城镇 东瓜社区",
    "鹿城镇（东瓜社区）",
    "东瓜社区（鹿城镇）",
    "东瓜社区鹿城镇",
    "楚雄市鹿城镇东瓜社区",
    "云南省楚雄彝族自治州楚雄市/鹿城镇/东瓜社区",
    "鹿城镇、鹿城镇东瓜社区",
  ])("[I76] %j is 鹿城镇 and 东瓜社区", (cell) => {
    expect(readPlace(cell)).toEqual(EAST);
  });

  it.each([
    ["鹿城街道办事处东瓜居委会", "鹿城街道办事处", "东瓜居委会"],
    ["古镇镇古四社区", "古镇镇", "古四社区"],
    ["东乡镇北门社区", "东乡镇", "北门社区"],
    ["东瓜镇镇南社区", "东瓜镇", "镇南社区"],
    ["鹿城镇市场社区", "鹿城镇", "市场社区"],
    ["江西省萍乡市安源镇张家湾社区", "安源镇", "张家湾社区"],
    ["江西省景德镇市珠山区新村街道新村社区", "新村街道", "新村社区"],
    ["高新区街道东瓜社区", "高新区街道", "东瓜社区"],
    ["紫溪彝族乡前进村", "紫溪彝族乡", "前进村"],
    ["鹿城镇东瓜", "鹿城镇", "东瓜"],
    ["鹿城镇", "鹿城镇", null],
    ["东瓜社区（代管）", null, "东瓜社区"],
    ["古镇社区", null, "古镇社区"],
  ])("[I76] %j is %j and %j", (cell, street, community) => {
    expect(readPlace(cell)).toEqual({ street, community, isSplit: true });
  });

  it.each([
    ["东瓜", null, "东瓜"],
    ["东瓜社区、西门社区", null, "东瓜社区、西门社区"],
    ["鹿城/东瓜社区", null, "东瓜社区"],
    ["鹿城镇人民路120号", "鹿城镇", null],
  ])("[I76] of %j what is known is used", (cell, street, community) => {
    expect(readPlace(cell)).toEqual({ street, community, isSplit: false });
  });

  it.each(["", " ", "无", "—", null, undefined])("[I76] %j says nothing", (cell) => {
    expect(readPlace(cell)).toBeNull();
  });

  it("[I76] law: names come back whatever stands between them, in either order", () => {
    const word = fc.string({
      unit: fc.constantFrom(..."鹿城东瓜北浦青龙新民"),
      minLength: 2,
      maxLength: 4,
    });
    const ending = fc.constantFrom("镇", "乡", "街道", "街道办事处");
    const last = fc.constantFrom("社区", "居委会", "社区居委会", "村委会");
    const written = fc.constantFrom(
      (a: string, b: string) => `${a}${b}`,
      (a: string, b: string) => `${a} · ${b}`,
      (a: string, b: string) => `${b}/${a}`,
      (a: string, b: string) => `${b}（${a}）`,
      (a: string, b: string) => `楚雄市${a}——${b}`,
    );
    fc.assert(
      fc.property(word, ending, word, last, written, (first, end, second, close, write) => {
        const [street, community] = [first + end, second + close];
        expect(readPlace(write(street, community))).toEqual({ street, community, isSplit: true });
      }),
    );
  });

  it("[I76] law: any text gives an answer, and one without either stands whole", () => {
    const unit = fc.constantFrom(..."州市县区镇乡街道社村办事处居委会（）/ 甲1");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 300 }), (text) => {
        const place = readPlace(text);
        if (place !== null) expect(place.street ?? place.community).not.toBeNull();
      }),
    );
  });
});

describe("headers of 街道 and 社区 in one", () => {
  it.each([
    "所属街道、社区",
    "所属社区/街道",
    "街道（社区）",
    "街道社区",
    "镇、社区",
    "所在街道及社区",
    "乡镇（街道）、村（社区）",
    "街道/社区名称",
    "street_community",
  ])("[I76] %j", (header) => {
    expect(fieldOfHeader(header)).toMatchObject({ field: "street_community", confidence: 1 });
  });

  it.each([
    ["小区所在街道（社区）", "street_community", "suffix"],
    ["基本情况 街道、社区", "street_community", "part"],
    ["所属街道社", "street_community", "truncated"],
    ["所属街", "street", "truncated"],
    ["所属街道(镇)", "street", "alias"],
    ["所属社区", "community", "alias"],
    ["社区（村）", "community", "alias"],
  ])("[I76] %j is %s by %s", (header, field, by) => {
    expect(fieldOfHeader(header)).toMatchObject({ field, by });
  });
});

const LEDGER = "台账.csv";
function collection(features: readonly object[]): object {
  return { type: "FeatureCollection", features };
}

function plot(id: string, properties: object): object {
  const x = 101.5 + Number(id) * 0.003;
  const ring = [
    [x, 25],
    [x + 0.001, 25],
    [x + 0.001, 25.001],
    [x, 25.001],
    [x, 25],
  ];
  return {
    type: "Feature",
    properties: { compound_id: id, name: `小区${id}`, ...properties },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
}

function placesOf(
  compounds: readonly object[],
  ledger: readonly string[] = [],
  options: Partial<ReadOptions> = {},
) {
  const file = {
    role: "compounds",
    name: "小区.geojson",
    text: JSON.stringify(collection(compounds)),
  } as const;
  const table = { role: "ledger", name: LEDGER, text: ledger.join("\n") } as const;
  const world = readWorld(ledger.length > 0 ? [file, table] : [file], {
    fieldMap: {},
    crs: null,
    ...options,
  });
  const places = world.compounds.map(({ street, communityName }) => [street, communityName]);
  return { world, places, codes: world.issues.map(({ code }) => code) };
}

describe("a column of 街道 and 社区 in one", () => {
  const two = [plot("1", {}), plot("2", {})];

  it("[I76] of a ledger is read as both, and described", () => {
    const { world, places, codes } = placesOf(two, [
      "小区编号,小区名称,所属街道、社区",
      "1,小区1,鹿城镇东瓜社区",
      "2,小区2,西门社区（鹿城镇）",
    ]);
    expect(places).toEqual([
      ["鹿城镇", "东瓜社区"],
      ["鹿城镇", "西门社区"],
    ]);
    expect(world.ledgers[0].columns[2]).toMatchObject({
      field: "street_community",
      by: "alias",
      confidence: 1,
      unreadable: 0,
      examples: [
        { raw: "西门社区（鹿城镇）", read: "鹿城镇 · 西门社区" },
        { raw: "鹿城镇东瓜社区", read: "鹿城镇 · 东瓜社区" },
      ],
    });
    expect(codes).not.toContain("place-not-split");
  });

  it("[I76] of GeoJSON, too, and of a layer of communities", () => {
    const own = [
      plot("1", { "街道/社区": "鹿城镇/东瓜社区" }),
      plot("2", { "街道/社区": "鹿城镇" }),
    ];
    const { places, world } = placesOf(own);
    expect(places).toEqual([
      ["鹿城镇", "东瓜社区"],
      ["鹿城镇", null],
    ]);
    const shown = world.columns[0].columns.find(({ header }) => header === "街道/社区");
    expect(shown).toMatchObject({ field: "street_community", filled: 2, unreadable: 0 });
    const layer = {
      ...(own[0] as { geometry: unknown }),
      properties: { 街道社区: "鹿城镇东瓜社区" },
    };
    const { communities } = readWorld(
      [
        { role: "compounds", name: "a.geojson", text: JSON.stringify(collection(two)) },
        { role: "communities", name: "b.geojson", text: JSON.stringify(collection([layer])) },
      ],
      { fieldMap: {}, crs: null },
    );
    expect(communities).toMatchObject([{ name: "东瓜社区", street: "鹿城镇" }]);
  });

  it("[I76] a filled column of its own goes before, in its field only", () => {
    const { places } = placesOf(
      [...two, plot("3", {})],
      [
        "小区编号,小区名称,街道（社区）,所属社区",
        "1,小区1,鹿城镇东瓜社区,北浦社区",
        "2,小区2,鹿城镇东瓜社区,北浦社区",
        "3,小区3,鹿城镇东瓜社区,",
      ],
    );
    expect(places).toEqual([
      ["鹿城镇", "北浦社区"],
      ["鹿城镇", "北浦社区"],
      ["鹿城镇", "东瓜社区"],
    ]);
  });

  it("[I76] what cannot be told apart is said once, with how often", () => {
    const { world, places } = placesOf(two, [
      "小区编号,小区名称,街道社区",
      "1,小区1,东瓜",
      "2,小区2,鹿城镇东瓜社区",
    ]);
    expect(places).toEqual([
      [null, "东瓜"],
      ["鹿城镇", "东瓜社区"],
    ]);
    const said = world.issues.filter(({ code }) => code === "place-not-split");
    expect(said).toMatchObject([
      { source: LEDGER, severity: "warning", args: { column: "街道社区", n: 1, total: 2 } },
    ]);
    expect(describeIssue(said[0], "zh").message).toContain("“东瓜”");
    expect(world.ledgers[0].columns[2]).toMatchObject({ confidence: 0.5, unreadable: 1 });
  });

  it("[I76] a person's word makes a column one, or only one of both", () => {
    const rows = ["小区编号,小区名称,归口", "1,小区1,鹿城镇东瓜社区", "2,小区2,鹿城镇西门社区"];
    const files = (columns: FileReading["columns"]) => ({
      files: { [LEDGER]: { ...UNDECIDED, columns } },
    });
    expect(placesOf(two, rows).places[0]).toEqual([null, null]);
    const byHand = placesOf(two, rows, files({ 归口: "street_community" }));
    expect(byHand.places[1]).toEqual(["鹿城镇", "西门社区"]);
    expect(byHand.world.ledgers[0].columns[2]).toMatchObject({ by: "hand" });
    const mapped = placesOf(two, rows, { fieldMap: { street_community: "归口" } });
    expect(mapped.places).toEqual(byHand.places);
    const joint = rows.map((row) => row.replace("归口", "街道社区"));
    const whole = placesOf(two, joint, files({ 街道社区: "community" }));
    expect(whole.places[0]).toEqual([null, "鹿城镇东瓜社区"]);
  });

  it("[I76] reaches down over the rows of its group", () => {
    const { places } = placesOf(
      [plot("1", {}), plot("2", {}), plot("3", {})],
      [
        "镇、社区,小区编号,小区名称",
        "鹿城镇东瓜社区,1,小区1",
        ",2,小区2",
        "鹿城镇西门社区,3,小区3",
      ],
    );
    expect(places.map(([, community]) => community)).toEqual(["东瓜社区", "东瓜社区", "西门社区"]);
  });
});
