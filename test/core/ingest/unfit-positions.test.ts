import { describe, expect, it } from "vitest";
import { describeIssue, readWorld, type SourceFile } from "../../../src/core/index.ts";
import { findCoordinateSystem } from "../../../src/core/ingest/coordinate-system.ts";

const PLAIN = { crs: null, swapped: false, columns: {}, units: {}, joins: {}, group: null };

/** Points of compounds near 120.09 E, 30.3 N, as a table. */
function table(...points: readonly (readonly [number, number])[]): SourceFile {
  const rows = points.map(([x, y], i) => `供销社${i + 1}号院,${100 + i},${8000 + i},${x},${y}`);
  const text = ["小区名称,户数,建筑面积,X坐标,Y坐标", ...rows, ""].join("\n");
  return { name: "点位.csv", text, role: "compounds" };
}

function read(crs: string, file: SourceFile, swapped = false) {
  const files = { [file.name]: { ...PLAIN, crs, swapped } };
  return readWorld([file], { fieldMap: {}, crs: null, files });
}

const BARE = [
  [508_659.1, 3_353_385.25],
  [508_695.48, 3_352_802.87],
  [508_697.19, 3_353_971.19],
] as const;
const turn = ([x, y]: readonly [number, number]) => [y, x] as const;
const withZone = ([x, y]: readonly [number, number]) => [40e6 + x, y] as const;

describe("positions that do not fit their system", () => {
  it.each([
    ["EPSG:4549", BARE.map(turn), "3353385.25, 508659.1"],
    ["EPSG:4528", BARE.map(withZone).map(turn), "3353385.25, 40508659.1"],
  ])(
    "[I78] %s with its axes exchanged is said once, with a position as written",
    (crs, points, written) => {
      const world = read(crs, table(...points));
      expect(world.compounds).toEqual([]);
      const issues = world.issues.filter(({ code }) => code !== "no-compounds");
      expect(issues.map(({ code }) => code)).toEqual(["crs-unfit"]);
      for (const language of ["zh", "en"] as const) {
        const { message, fix } = describeIssue(issues[0], language);
        expect(message).toContain(written);
        expect(message).toContain(`${crs} (y, x)?`);
        expect(message).not.toMatch(/Infinity|NaN/);
        expect(fix).toContain("--swap-axes");
      }
      expect(read(crs, table(...points), true).compounds).toHaveLength(3);
    },
  );

  it("[I78] a zone that the numbers name is offered in place of another", () => {
    const world = read("EPSG:4549", table(...BARE.map(withZone)));
    const issue = world.issues.find(({ code }) => code === "crs-unfit");
    expect(issue?.args).toMatchObject({ n: 3, crs: "EPSG:4549", hint: "EPSG:4528?" });
  });

  it("[I78] what fits of a file is read, and the rest is counted", () => {
    const world = read("EPSG:4549", table(...BARE, turn(BARE[0])));
    expect(world.compounds).toHaveLength(3);
    expect(world.issues.find(({ code }) => code === "crs-unfit")?.args.n).toBe(1);
    expect(world.issues.map(({ code }) => code)).toContain("crs-converted");
  });

  it("[I78] a plane ends 10° from its meridian; Web Mercator goes around the world", () => {
    const place = (crs: string, x: number, y: number) =>
      findCoordinateSystem(crs)?.toWgs84?.([x, y]) ?? [];
    expect(place("EPSG:4549", 1_300_000, 3_350_000)[0]).toBeCloseTo(128.3, 0);
    expect(place("EPSG:4549", 1_700_000, 3_350_000)).toEqual([Number.NaN, Number.NaN]);
    expect(place("EPSG:32701", 100_000, 8_000_000)[0]).toBeCloseTo(179.2, 0);
    expect(place("EPSG:3857", -19_000_000, 0)[0]).toBeCloseTo(-170.7, 0);
  });
});

function layer(role: SourceFile["role"], geometry: object): SourceFile {
  const feature = { type: "Feature", properties: { name: "清平", 道路等级: "主干路" }, geometry };
  const text = JSON.stringify({ type: "FeatureCollection", features: [feature, feature] });
  return { name: `${role}.geojson`, text, role };
}

const COMPOUNDS = table([120.09, 30.3], [120.091, 30.3], [120.092, 30.3]);
const square = (lon: number, lat: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [lon, lat],
      [lon + 0.1, lat],
      [lon + 0.1, lat + 0.1],
      [lon, lat + 0.1],
      [lon, lat],
    ],
  ],
});
const line = (lon: number, lat: number) => ({
  type: "LineString",
  coordinates: [
    [lon, lat],
    [lon + 0.1, lat],
  ],
});

describe("a layer apart from the compounds", () => {
  it.each([
    ["communities", square(117.04, 30.25)],
    ["barriers", line(117.04, 30.25)],
    ["crossings", { type: "Point", coordinates: [117.14, 30.25] }],
  ] as const)("[I33] %s are said once, with their distance", (role, geometry) => {
    const world = readWorld([COMPOUNDS, layer(role, geometry)], { fieldMap: {}, crs: null });
    const apart = world.issues.filter(({ code }) => code === "layer-apart");
    expect(apart).toMatchObject([
      { severity: "warning", source: `${role}.geojson`, args: { km: 283 } },
    ]);
    expect(world.issues.map(({ code }) => code)).not.toContain("barriers-outside");
  });

  it.each([
    ["communities", square(120.05, 30.25)],
    ["barriers", line(120.2, 30.25)],
  ] as const)("[I33] %s beside or around them are not", (role, geometry) => {
    const world = readWorld([COMPOUNDS, layer(role, geometry)], { fieldMap: {}, crs: null });
    expect(world.issues.map(({ code }) => code)).not.toContain("layer-apart");
  });

  it("[I33] without compounds nothing lies apart", () => {
    const files = [layer("communities", square(117, 30))];
    const codes = readWorld(files, { fieldMap: {}, crs: null }).issues.map(({ code }) => code);
    expect(codes).not.toContain("layer-apart");
  });
});
