import { describe, expect, it } from "vitest";
import { findCoordinateSystem } from "../../../src/core/ingest/coordinate-system.ts";

describe("coordinate systems", () => {
  it.each([
    "EPSG:4326",
    "EPSG:4490",
    "urn:ogc:def:crs:EPSG::4326",
    "urn:ogc:def:crs:OGC:1.3:CRS84",
  ])("[I7] %s needs no conversion", (name) => {
    expect(findCoordinateSystem(name)).toMatchObject({ projected: false, toWgs84: null });
  });

  it.each([
    ["EPSG:4522", 34_500_000],
    ["EPSG:4543", 500_000],
    ["EPSG:4495", 17_500_000],
    ["EPSG:4506", 500_000],
  ])("[I7] the false easting of %s lies on its central meridian", (name, easting) => {
    const system = findCoordinateSystem(name);
    const [lon, lat] = system?.toWgs84?.([easting, 2_770_000]) ?? [];
    expect(lon).toBeCloseTo(name === "EPSG:4495" || name === "EPSG:4506" ? 99 : 102, 8);
    expect(lat).toBeGreaterThan(25);
    expect(lat).toBeLessThan(25.1);
  });

  it("[I7] UTM, Web Mercator and the two shifted Chinese systems convert", () => {
    expect(findCoordinateSystem("EPSG:32648")?.toWgs84?.([500_000, 0])).toEqual([105, 0]);
    expect(findCoordinateSystem("EPSG:3857")?.toWgs84?.([0, 0])).toEqual([0, 0]);
    const [lon, lat] = findCoordinateSystem("gcj02")?.toWgs84?.([101.53, 25.03]) ?? [0, 0];
    expect(Math.hypot(lon - 101.53, lat - 25.03)).toBeGreaterThan(0.0005);
    expect(Math.hypot(lon - 101.53, lat - 25.03)).toBeLessThan(0.01);
  });

  it.each(["EPSG:32661", "nonsense", "", "EPSG:", "__proto__"])("[I7] %j is not known", (name) => {
    expect(findCoordinateSystem(name)).toBeNull();
  });
});
