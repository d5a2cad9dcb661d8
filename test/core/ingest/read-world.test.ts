import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWorld } from "../../../src/core/ingest/read-world.ts";
import type { ReadOptions, SourceFile, SourceRole } from "../../../src/core/ingest/world.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const PLAIN: ReadOptions = { fieldMap: {}, crs: null };

function fixture(role: SourceRole, path: string): SourceFile {
  return {
    role,
    name: path.slice(path.indexOf("/") + 1),
    text: readFileSync(join(FIXTURES, path), "utf8"),
  };
}

const COMPOUNDS = fixture("compounds", "good/compounds.geojson");
const BARRIERS = fixture("barriers", "good/barriers.geojson");
const CROSSINGS = fixture("crossings", "good/crossings.geojson");
const COMMUNITIES = fixture("communities", "good/communities.geojson");
const LEDGER = fixture("ledger", "good/ledger.csv");

function codesOf(world: ReturnType<typeof readWorld>, severity: string): string[] {
  return world.issues.filter((issue) => issue.severity === severity).map(({ code }) => code);
}

describe("a ledger in Chinese", () => {
  const world = readWorld([COMPOUNDS], PLAIN);
  const byId = new Map(world.compounds.map((compound) => [compound.id, compound]));

  it("[I20] reads headers with brackets and units, and values as bureaus write them", () => {
    expect(world.compounds.map(({ id }) => id)).toEqual([
      "CX001",
      "CX002",
      "CX003",
      "CX004",
      "CX005",
    ]);
    expect(world.compounds.map(({ households }) => households)).toEqual([86, 120, 64, 1204, 140]);
    expect(world.compounds.map(({ floorAreaM2 }) => floorAreaM2)).toEqual([
      6880, 10200, 5100, 124000, 11900,
    ]);
    expect(world.compounds.map(({ builtYear }) => builtYear)).toEqual([
      1985, 1998, 1992, 1998, 1990,
    ]);
    expect(world.compounds.map(({ collectionRate }) => collectionRate)).toEqual([
      0.45, 0.6, 0.45, 0.92, 0.45,
    ]);
    expect(byId.get("CX001")?.parkingSpaces).toBe(0);
  });

  it("[I21] turns a fee per household into one per m² with the compound's own mean", () => {
    expect(byId.get("CX002")?.feeYuanPerM2Month).toBeCloseTo(10 / (10200 / 120), 4);
    expect(byId.get("CX004")?.feeYuanPerM2Month).toBe(0.9);
    expect(byId.get("CX005")?.feeYuanPerM2Month).toBe(0);
  });

  it("[I22] marks where each value came from", () => {
    expect(byId.get("CX003")?.provenance.parkingSpaces).toBe("default");
    expect(byId.get("CX003")?.parkingSpaces).toBe(Math.round(64 * 0.3));
    expect(byId.get("CX001")?.provenance.parkingSpaces).toBe("ledger");
    expect(world.compounds.every(({ provenance }) => provenance.cars === "default")).toBe(true);
  });

  it("[I23] knows who is managed, who leads, and whose community it is", () => {
    expect(world.compounds.filter(({ managed }) => managed).map(({ id }) => id)).toEqual(["CX004"]);
    expect(world.compounds.filter(({ anchor }) => anchor).map(({ id }) => id)).toEqual(["CX004"]);
    expect(byId.get("CX001")).toMatchObject({
      community: "532301001001",
      communityName: "东华社区",
    });
    expect(world.synthetic).toBe(true);
  });

  it("[I24] says once per field how many compounds were filled in", () => {
    const cars = world.issues.filter(({ code }) => code === "cars-defaulted");
    expect(cars).toHaveLength(1);
    expect(cars[0].args).toMatchObject({ n: 5, total: 5 });
  });
});

describe("a separate ledger", () => {
  const world = readWorld([COMPOUNDS, LEDGER], PLAIN);

  it("[I25] joins by id, else by a name only one compound has, and wins over the polygon's own value", () => {
    expect(world.compounds.map(({ households }) => households)).toEqual([90, 120, 66, 1204, 140]);
    expect(world.compounds[0].lifts).toBe(2);
  });

  it("[I26] reports rows without partner, repeated rows, totals and personal data", () => {
    const codes = world.issues
      .filter(({ source }) => source === "ledger.csv")
      .map(({ code }) => code);
    expect(codes.sort()).toEqual([
      "ledger-differs-from-layer",
      "ledger-row-ambiguous",
      "ledger-row-unmatched",
      "ledger-rows-missing",
      "ledger-total-row",
      "personal-data",
    ]);
    expect(JSON.stringify(world)).not.toContain("13900000000");
  });

  it("[I26] refuses what is no ledger", () => {
    const text = "[1, 2]";
    const bad = readWorld([COMPOUNDS, { role: "ledger", name: "l.json", text }], PLAIN);
    expect(codesOf(bad, "error")).toEqual(["ledger-format"]);
    expect(bad.compounds).toHaveLength(5);
  });
});

describe("barriers and crossings", () => {
  const world = readWorld([COMPOUNDS, BARRIERS, CROSSINGS], PLAIN);
  const classOf = (sourceClass: string) =>
    world.barriers.find((barrier) => barrier.sourceClass === sourceClass)?.barrierClass;

  it("[I30] sorts OSM and Chinese classes into hard, penalised and free", () => {
    expect(classOf("primary")).toBe("hard");
    expect(classOf("rail")).toBe("hard");
    expect(classOf("次干路")).toBe("penalised");
    expect(classOf("支路")).toBe("free");
  });

  it("[I31] a tunnel is no barrier on the surface", () => {
    expect(classOf("motorway_link")).toBe("free");
  });

  it("[I32] judges a line without class by its width, and an unknown class as penalised, and says so", () => {
    const unclassed = world.barriers.filter(({ sourceClass }) => sourceClass === "");
    expect(unclassed.map(({ barrierClass }) => barrierClass).sort()).toEqual(["free", "hard"]);
    expect(classOf("林荫道")).toBe("penalised");
    const codes = world.issues
      .filter(({ source }) => source === "barriers.geojson")
      .map(({ code }) => code);
    expect(codes.sort()).toEqual([
      "barrier-class-inferred",
      "barrier-class-unknown",
      "barriers-outside",
    ]);
  });

  it("[I33] keeps areas as closed rings in metres", () => {
    const river = world.barriers.find(({ kind }) => kind === "water");
    expect(river).toMatchObject({ area: true, barrierClass: "hard", name: "龙川江" });
    const [ring] = river?.paths ?? [];
    expect([...ring.slice(0, 2)]).toEqual([...ring.slice(-2)]);
  });

  it("[I34] takes polygons without any property as hard, and says so", () => {
    const square = [
      [
        [101.53, 25.03],
        [101.531, 25.03],
        [101.531, 25.031],
        [101.53, 25.03],
      ],
    ];
    const text = JSON.stringify({ type: "Polygon", coordinates: square });
    const bare = readWorld([COMPOUNDS, { role: "barriers", name: "river.geojson", text }], PLAIN);
    expect(bare.barriers).toMatchObject([{ kind: "water", barrierClass: "hard", area: true }]);
    expect(codesOf(bare, "info")).toContain("barrier-bare-areas");
  });

  it("[I35] reads crossings from points, and from lines at their middle", () => {
    expect(world.crossings.map(({ kind }) => kind)).toEqual([
      "bridge",
      "bridge",
      "crossing",
      "crossing",
    ]);
    expect(codesOf(world, "info")).toContain("crossing-from-line");
  });
});

describe("communities", () => {
  function withoutCommunities(): SourceFile {
    const text = COMPOUNDS.text.replaceAll("社区代码", "x").replaceAll("所属社区", "y");
    return { ...COMPOUNDS, text };
  }

  it("[I40] sorts communities by key", () => {
    const world = readWorld([COMPOUNDS, COMMUNITIES], PLAIN);
    expect(world.communities.map(({ key }) => key)).toEqual(["532301001001", "532301001002"]);
  });

  it("[I41] takes a missing community from the polygon that covers most, and reports split ones", () => {
    const world = readWorld([withoutCommunities(), COMMUNITIES], PLAIN);
    expect(world.compounds.map(({ community }) => community)).toEqual([
      "532301001001",
      "532301001001",
      "532301001001",
      "532301001002",
      "532301001002",
    ]);
    const split = world.issues.filter(({ code }) => code === "community-split");
    expect(split).toMatchObject([]);
  });

  it("[I41] reports a compound that lies across a community line", () => {
    const moved = COMMUNITIES.text.replaceAll("101.5332", "101.5338");
    const world = readWorld([withoutCommunities(), { ...COMMUNITIES, text: moved }], PLAIN);
    const split = world.issues.filter(({ code }) => code === "community-split");
    expect(split.map(({ feature }) => feature)).toEqual(["CX004"]);
    expect(split[0].args.percent).toBeGreaterThan(45);
    expect(split[0].args.percent).toBeLessThan(55);
  });

  it("[I42] says when a stated community is not in the layer", () => {
    const other = COMMUNITIES.text
      .replaceAll("532301001002", "532301001003")
      .replaceAll("西灵", "米市");
    const world = readWorld([COMPOUNDS, { ...COMMUNITIES, text: other }], PLAIN);
    const unknown = world.issues.filter(({ code }) => code === "community-unknown");
    expect(unknown.map(({ feature }) => feature)).toEqual(["CX004", "CX005"]);
  });
});

describe("hostile keys", () => {
  const source = fixture("compounds", "bad/hostile-names.geojson");
  const world = readWorld([source], PLAIN);

  it("[I10] keeps __proto__ and constructor as plain properties and pollutes nothing", () => {
    const { properties } = world.compounds[0];
    expect(Object.hasOwn(properties, "__proto__")).toBe(true);
    expect(JSON.stringify(properties)).toContain('"__proto__":{"polluted":true}');
    expect(Object.hasOwn(structuredClone(properties), "__proto__")).toBe(true);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("[I10] keeps them also when a refused column makes a copy necessary", () => {
    const text = source.text.replace('"note":', '"电话": "13900000000", "note":');
    const copied = readWorld([{ ...source, text }], PLAIN).compounds[0].properties;
    expect(Object.hasOwn(copied, "__proto__")).toBe(true);
    expect(Object.hasOwn(copied, "电话")).toBe(false);
  });

  it("[I10] keeps a header __proto__ of a CSV ledger as plain data", () => {
    const text = "小区编号,__proto__\nCX001,abc\n";
    const joined = readWorld([COMPOUNDS, { role: "ledger", name: "l.csv", text }], PLAIN);
    expect(Object.entries(joined.compounds[0].properties)).toContainEqual(["__proto__", "abc"]);
  });

  it("[I11] leaves markup in names as text", () => {
    expect(world.compounds[0].name).toContain("<script>");
  });
});

describe("ids", () => {
  const box = (x: number) => [
    [
      [x, 25],
      [x + 0.001, 25],
      [x + 0.001, 25.001],
      [x, 25.001],
      [x, 25],
    ],
  ];
  const read = (features: readonly unknown[]) =>
    readWorld(
      [
        {
          role: "compounds",
          name: "a.geojson",
          text: JSON.stringify({ type: "FeatureCollection", features }),
        },
      ],
      PLAIN,
    );
  const feature = (x: number, properties: object, id?: string | number) => ({
    type: "Feature",
    id,
    properties,
    geometry: { type: "Polygon", coordinates: box(x) },
  });

  it("[I12] prefers the id column, then the feature's id, then osm_id, then one from the shape", () => {
    const world = read([
      feature(101, { compound_id: "A", osm_id: "9" }, 7),
      feature(101.01, { osm_id: "9" }, 7),
      feature(101.02, { osm_id: "9" }),
      feature(101.03, {}),
    ]);
    expect(world.compounds.map(({ id }) => id)).toEqual([
      "7",
      "9",
      "A",
      expect.stringMatching(/^c-[0-9a-f]{10}$/),
    ]);
  });

  it("[I12] restores ids that a spreadsheet turned into decimals", () => {
    const world = read([feature(101, { compound_id: "532301.0" })]);
    expect(world.compounds[0].id).toBe("532301");
  });

  it("[I12] takes a running number for an id only when it never repeats", () => {
    const once = read([feature(101, { 序号: 1 }), feature(101.01, { 序号: 2 })]);
    expect(once.compounds.map(({ id }) => id)).toEqual(["1", "2"]);
    const twice = read([feature(101, { 序号: 1 }, "a"), feature(101.01, { 序号: 1 }, "b")]);
    expect(twice.compounds.map(({ id }) => id)).toEqual(["a", "b"]);
  });
});

describe("totality", () => {
  it("[I3] reads nothing at all into an empty world", () => {
    const world = readWorld([], PLAIN);
    expect(world).toMatchObject({ compounds: [], featuresRead: 0, synthetic: false });
    expect(world.issues.map(({ code }) => code)).toEqual(["no-compounds"]);
  });

  it("[I3] has a world that can be cloned to another thread", () => {
    const world = readWorld([COMPOUNDS, BARRIERS, CROSSINGS, COMMUNITIES, LEDGER], PLAIN);
    expect(structuredClone(world)).toEqual(world);
  });

  it("[I4] stops looking when thousands of compounds lie on top of each other, and says so", () => {
    const features = Array.from({ length: 400 }, (_, i) => ({
      type: "Feature",
      id: i,
      properties: {},
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [101 + i * 1e-7, 25],
            [101.001, 25],
            [101.001, 25.001],
            [101, 25.001],
            [101 + i * 1e-7, 25],
          ],
        ],
      },
    }));
    const text = JSON.stringify({ type: "FeatureCollection", features });
    const world = readWorld([{ role: "compounds", name: "a.geojson", text }], PLAIN);
    expect(world.compounds).toHaveLength(400);
    expect(codesOf(world, "warning")).toContain("overlap-check-cut-short");
  });

  it("[I5] gives each of 10 000 broken features its issue", () => {
    const kinds = [
      null,
      7,
      { type: "Feature" },
      { type: "Feature", geometry: { type: "__proto__" } },
    ];
    const features = Array.from({ length: 10_000 }, (_, i) => kinds[i % kinds.length]);
    const text = JSON.stringify({ type: "FeatureCollection", features });
    const world = readWorld([{ role: "compounds", name: "a.geojson", text }], PLAIN);
    expect(world.featuresRead).toBe(10_000);
    const errors = world.issues.filter(({ feature }) => feature !== null);
    expect(new Set(errors.map(({ feature }) => feature)).size).toBe(10_000);
  });
});

describe("a file in another encoding", () => {
  const utf16 = (text: string) => Buffer.from(text, "utf16le").toString("utf8");
  const withoutMark = (source: SourceFile) => ({ ...source, text: utf16(source.text) });
  const gbk = (source: SourceFile) => ({
    ...source,
    text: source.text.replace(/[^\0-\x7f]/g, "\ufffd\ufffd"),
  });

  it("[I43] says so; what can be read of it is read", () => {
    const garbled = readWorld([gbk(COMPOUNDS)], PLAIN);
    expect(garbled.compounds).toHaveLength(5);
    expect(codesOf(garbled, "warning")).toContain("text-encoding");
    const wide = readWorld([withoutMark(COMPOUNDS)], PLAIN);
    expect(codesOf(wide, "warning")).toContain("text-encoding");
    expect(codesOf(wide, "error")).toContain("json-syntax");
    const table = readWorld([COMPOUNDS, gbk(LEDGER)], PLAIN);
    expect(codesOf(table, "warning")).toContain("text-encoding");
    expect(codesOf(readWorld([COMPOUNDS, LEDGER], PLAIN), "warning")).not.toContain(
      "text-encoding",
    );
  });
});
