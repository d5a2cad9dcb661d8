import { describe, expect, it } from "vitest";
import { systemOfWkt } from "../../../src/core/ingest/containers/read-wkt-system.ts";
import { findCoordinateSystem } from "../../../src/core/ingest/coordinate-system.ts";
import { placeNamed } from "../../../src/core/ingest/describe-positions.ts";
import { proposeSystems } from "../../../src/core/ingest/propose-systems.ts";

const CHUXIONG: [number, number] = [101.53, 25.04];

describe("systems that numbers point at", () => {
  it.each<[string, [number, number], [number, number] | null, string, boolean]>([
    ["degrees", [101.53, 25.04], null, "EPSG:4490", false],
    ["degrees, latitude first", [25.04, 101.53], null, "EPSG:4490", true],
    ["a 3° zone with prefix", [34_452_570, 2_770_800], null, "EPSG:4522", false],
    ["a 3° zone with prefix, north first", [2_770_800, 34_452_570], null, "EPSG:4522", true],
    ["a 6° zone with prefix", [17_755_000, 2_772_000], CHUXIONG, "EPSG:4495", false],
    [
      "a 3° zone without prefix beside other layers",
      [452_570, 2_770_800],
      CHUXIONG,
      "EPSG:4543",
      false,
    ],
    ["Web Mercator", [11_302_250, 2_882_000], null, "EPSG:3857", false],
  ])("[I61] %s", (_, position, near, crs, swapped) => {
    expect(proposeSystems(position, near)[0]).toMatchObject({ crs, swapped });
  });

  it("[I61] without prefix and other layers no zone is likelier than another", () => {
    const found = proposeSystems([452_570, 2_770_800], null);
    expect(Math.max(...found.map(({ score }) => score))).toBeLessThan(0.5);
    expect(found.map(({ crs }) => crs)).toContain("EPSG:4543");
  });

  it("[I61] nonsense points nowhere", () => {
    expect(proposeSystems([1e9, -1e9], null)).toEqual([]);
    expect(proposeSystems([Number.NaN, 0], null)).toEqual([]);
  });
});

describe("a system that a person names", () => {
  const file = {
    sample: [452_570, 2_770_800] as const,
    written: [
      [452_570, 2_770_800],
      [452_670, 2_770_900],
    ] as const,
  };
  const place = (crs: string, swapped: boolean, near = CHUXIONG) =>
    placeNamed(file, { crs, swapped }, near);

  it("[I61] shows where the file would lie, and that this is near the other layers", () => {
    const placed = place("EPSG:4543", false);
    expect(placed?.points).toHaveLength(2);
    expect(placed?.points[0][0]).toBeCloseTo(101.53, 2);
    expect(placed?.points[0][1]).toBeCloseTo(25.04, 2);
    expect(placed?.score).toBeGreaterThan(0.7);
    expect(place("EPSG:4547", false)?.score).toBeLessThan(0.1);
  });

  it("[I61] has no answer for an unknown system, or numbers that have no place in it", () => {
    expect(place("EPSG:99999", false)).toBeNull();
    expect(place("EPSG:4326", false)).toBeNull();
    expect(
      placeNamed({ sample: null, written: [] }, { crs: "EPSG:4326", swapped: false }, null),
    ).toBeNull();
  });
});

const GEOGCS = (name: string, spheroid: string) =>
  `GEOGCS["${name}",DATUM["D",SPHEROID[${spheroid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
const CGCS = GEOGCS(
  "GCS_China_Geodetic_Coordinate_System_2000",
  '"CGCS2000",6378137.0,298.257222101',
);
const plane = (geogcs: string, lon0: number, x0: number, k = 1, name = "P") =>
  `PROJCS["${name}",${geogcs},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${x0}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${lon0}],PARAMETER["Scale_Factor",${k}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe("systems of .prj files", () => {
  it.each([
    ["CGCS2000 degrees", CGCS, "EPSG:4490"],
    ["WGS 84 degrees", GEOGCS("GCS_WGS_1984", '"WGS_1984",6378137.0,298.257223563'), "EPSG:4326"],
    ["a 3° zone", plane(CGCS, 102, 500_000), "EPSG:4543"],
    ["a 3° zone with prefix", plane(CGCS, 102, 34_500_000), "EPSG:4522"],
    ["a 6° zone with prefix", plane(CGCS, 99, 17_500_000), "EPSG:4495"],
    [
      "UTM",
      plane(GEOGCS("GCS_WGS_1984", '"WGS_1984",6378137.0,298.257223563'), 105, 500_000, 0.9996),
      "EPSG:32648",
    ],
    [
      "a city grid",
      plane(CGCS, 101.5, 500_000),
      "+proj=tmerc +lat_0=0 +lon_0=101.5 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m",
    ],
    ["nothing", "  ", null],
  ])("[I63] %s", (_, wkt, name) => {
    expect(systemOfWkt(wkt)).toBe(name);
  });

  it("[I63] a city grid converts; Xi'an 80 and Beijing 54 say how far they may be off", () => {
    const grid = systemOfWkt(plane(CGCS, 101.5, 500_000)) ?? "";
    const [lon] = findCoordinateSystem(grid)?.toWgs84?.([500_000, 2_770_000]) ?? [0];
    expect(lon).toBeCloseTo(101.5, 8);
    const xian =
      systemOfWkt(plane(GEOGCS("GCS_Xian_1980", '"Xian_1980",6378140.0,298.257'), 102, 500_000)) ??
      "";
    expect(findCoordinateSystem(xian)?.uncertaintyM).toBeGreaterThan(100);
    for (const epsg of [2379, 2358, 2431, 21418, 4610, 4214]) {
      expect(findCoordinateSystem(`EPSG:${epsg}`)?.uncertaintyM).toBeGreaterThan(100);
    }
    expect(findCoordinateSystem("EPSG:4543")?.uncertaintyM).toBe(0);
  });

  it.each(["PROJCS[", "x".repeat(50_000), 'GEOGCS["a"]', `${"A[".repeat(5000)}`])(
    "[I63] nonsense throws nothing",
    (wkt) => {
      expect(() => systemOfWkt(wkt)).not.toThrow();
    },
  );
});
