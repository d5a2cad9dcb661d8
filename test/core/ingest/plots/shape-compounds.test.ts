import { describe, expect, it } from "vitest";
import { readWorld } from "../../../../src/core/ingest/read-world.ts";
import { writeTableText } from "../../../../src/core/ingest/table/table.ts";
import { type FileReading, type SourceFile, UNDECIDED } from "../../../../src/core/ingest/world.ts";

type Feature = { properties: object; geometry: { type: string; coordinates: unknown } };

function layer(
  role: SourceFile["role"],
  features: readonly Feature[],
  name = `${role}.geojson`,
): SourceFile {
  const list = features.map((feature) => ({ type: "Feature", ...feature }));
  return { role, name, text: JSON.stringify({ type: "FeatureCollection", features: list }) };
}

const M = 1 / 111_000;

function square(x: number, y: number, size: number): number[][] {
  const [w, s, e, n] = [101.5 + x * M, 25 + y * M, 101.5 + (x + size) * M, 25 + (y + size) * M];
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
}

const area = (properties: object, x: number, y: number, size = 40): Feature => ({
  properties,
  geometry: { type: "Polygon", coordinates: [square(x, y, size)] },
});

function read(sources: readonly SourceFile[], files: Record<string, Partial<FileReading>> = {}) {
  const decided = Object.entries(files).map(([name, part]) => [name, { ...UNDECIDED, ...part }]);
  const world = readWorld(sources, { fieldMap: {}, crs: null, files: Object.fromEntries(decided) });
  return { world, codes: world.issues.map(({ code }) => code) };
}

describe("shapes of compounds", () => {
  it("[I65] points become approximate plots of their land area, on their side of the street", () => {
    const rows = [
      ["小区名称", "经度", "纬度", "占地面积（亩）", "户数"],
      ["甲", 101.5, 25, 9, 100],
      ["乙", 101.5, 25 + 60 * M, 9, 100],
    ];
    const table = {
      role: "compounds",
      name: "点.xlsx",
      text: writeTableText([{ name: "", rows, merges: [] }], { format: "workbook", notes: [] }),
    } as const;
    const street = layer("barriers", [
      {
        properties: { highway: "primary" },
        geometry: {
          type: "LineString",
          coordinates: [
            [101.49, 25 + 30 * M],
            [101.51, 25 + 30 * M],
          ],
        },
      },
    ]);
    const { world, codes } = read([table, street]);
    expect(world.compounds.map(({ name, approximate }) => [name, approximate])).toEqual(
      expect.arrayContaining([
        ["甲", true],
        ["乙", true],
      ]),
    );
    for (const areaM2 of world.shapes.areaM2) expect(Math.abs(areaM2 - 6000)).toBeLessThan(60);
    expect(codes).toContain("points-plotted");
    expect(codes).toContain("crs-to-confirm");
  });

  it("[I65] labels inside polygons do not become compounds", () => {
    const label: Feature = {
      properties: { name: "甲" },
      geometry: { type: "Point", coordinates: [101.5 + 20 * M, 25 + 20 * M] },
    };
    const { world, codes } = read([layer("compounds", [area({ name: "甲" }, 0, 0), label])]);
    expect(world.compounds).toHaveLength(1);
    expect(world.compounds[0].approximate).toBeUndefined();
    expect(codes).not.toContain("points-plotted");
  });

  it("[I66] closed lines are polygons, open ones are not", () => {
    const line = (coordinates: number[][]): Feature => ({
      properties: { name: "红线" },
      geometry: { type: "LineString", coordinates },
    });
    const { world, codes } = read([
      layer("compounds", [line(square(0, 0, 50)), line(square(100, 0, 50).slice(0, 4))]),
    ]);
    expect(world.compounds).toHaveLength(1);
    expect(codes).toEqual(expect.arrayContaining(["closed-lines", "geometry-type"]));
  });

  const HOUSES = [
    area(
      { 小区名称: "供销社小区", 楼栋号: "1", 户数: 20, 建筑面积: 2000, 建成年份: 1985 },
      0,
      0,
      15,
    ),
    area(
      { 小区名称: "供销社小区", 楼栋号: "2", 户数: 30, 建筑面积: 3000, 建成年份: 1990 },
      25,
      0,
      15,
    ),
    area(
      { 小区名称: "粮食局宿舍", 楼栋号: "1", 户数: 10, 建筑面积: 900, 建成年份: 1980 },
      60,
      0,
      15,
    ),
    area(
      { 小区名称: "粮食局宿舍", 楼栋号: "2", 户数: 12, 建筑面积: 800, 建成年份: 1982 },
      60,
      25,
      15,
    ),
  ];

  it("[I67] buildings are put together when a person says so, and said before", () => {
    expect(read([layer("compounds", HOUSES)]).codes).toContain("looks-like-buildings");
    const { world, codes } = read([layer("compounds", HOUSES)], {
      "compounds.geojson": { group: "name" },
    });
    const rows = world.compounds.map(
      ({ name, households, floorAreaM2, buildings, builtYear, approximate }) => [
        name,
        households,
        floorAreaM2,
        buildings,
        builtYear,
        approximate,
      ],
    );
    expect(rows.sort()).toEqual(
      [
        ["供销社小区", 50, 5000, 2, 1990, true],
        ["粮食局宿舍", 22, 1700, 2, 1980, true],
      ].sort(),
    );
    expect(codes).toContain("buildings-grouped");
    for (const { geometry } of world.compounds) expect(geometry.type).toBe("Polygon");
  });

  it("[I67] quantities of buildings are rounded when they are added up, in any order", () => {
    const parts = [10.26, 20.26, 30.26, 40.72].map((m2, i) => {
      const said = { 小区名称: "供销社小区", 楼栋号: String(i), 户数: 1, 建筑面积: m2 };
      return area(said, i * 25, 0, 15);
    });
    for (const houses of [parts, parts.toReversed()]) {
      const { world } = read([layer("compounds", houses)], {
        "compounds.geojson": { group: "name" },
      });
      expect(world.compounds.map(({ floorAreaM2 }) => floorAreaM2)).toEqual([102]);
    }
  });

  it("[I67] blocks end at streets", () => {
    const bare = HOUSES.map(({ geometry }) => ({ properties: {}, geometry }));
    const street = layer("barriers", [
      {
        properties: { highway: "residential" },
        geometry: {
          type: "LineString",
          coordinates: [
            [101.5 + 50 * M, 24.999],
            [101.5 + 50 * M, 25.001],
          ],
        },
      },
    ]);
    const { world } = read([layer("compounds", bare), street], {
      "compounds.geojson": { group: "block" },
    });
    expect(world.compounds.map(({ buildings }) => buildings)).toEqual([2, 2]);
  });

  it("[I68] a phase inside its compound is named as such", () => {
    const { codes } = read([
      layer("compounds", [
        area({ name: "锦绣花园" }, 0, 0, 100),
        area({ name: "锦绣花园二期" }, 20, 20, 40),
      ]),
    ]);
    expect(codes).toContain("nested-phase");
    expect(codes).not.toContain("overlap");
  });

  it("[I62] axes are swapped when a person says so, and offered before", () => {
    const turned = {
      properties: { name: "甲" },
      geometry: { type: "Polygon", coordinates: [square(0, 0, 50).map(([x, y]) => [y, x])] },
    };
    const { world, codes } = read([layer("compounds", [turned])]);
    expect(codes).toContain("swapped-lon-lat");
    expect(world.positions[0]).toMatchObject({ placed: false, toConfirm: true });
    expect(world.positions[0].candidates[0]).toMatchObject({ crs: "EPSG:4490", swapped: true });
    const [lon, lat] = world.positions[0].candidates[0].points[0];
    expect([lon > 90, lat < 90]).toEqual([true, true]);
    expect(world.positions[0].points).toEqual([]);
    const fixed = read([layer("compounds", [turned])], { "compounds.geojson": { swapped: true } });
    expect(fixed.world.positions[0].points).toEqual([[lon, lat]]);
    expect(fixed.world.compounds).toHaveLength(1);
    expect(fixed.codes).toContain("axes-swapped");
  });
});
