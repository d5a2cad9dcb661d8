import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import {
  largestScaleErrorPpm,
  projectTo,
  unproject,
} from "../../../src/core/geometry/projection.ts";

const LATITUDES = [-52, -33, 0, 25.04, 45, 60];
const DIRECTIONS = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);

/** Largest error in m of our plane, and in degrees of the way back, on a circle around the origin. */
function worst(lat0: number, radiusM: number): { plane: number; back: number } {
  const at = { lon0: 101.53, lat0 };
  const reference = proj4(
    `+proj=tmerc +ellps=WGS84 +lat_0=${lat0} +lon_0=${at.lon0} +k=1 +x_0=0 +y_0=0 +units=m`,
  );
  let plane = 0;
  let back = 0;
  for (const direction of DIRECTIONS) {
    const x = radiusM * Math.cos(direction);
    const y = radiusM * Math.sin(direction);
    const [lon, lat] = reference.inverse([x, y]);
    const ours = [0, 0];
    projectTo(at, lon, lat, ours);
    plane = Math.max(plane, Math.hypot(ours[0] - x, ours[1] - y));
    const [lonBack, latBack] = unproject(at, ours[0], ours[1]);
    back = Math.max(back, Math.abs(lonBack - lon), Math.abs(latBack - lat));
  }
  return { plane, back };
}

describe("largestScaleErrorPpm", () => {
  it.each([0, 25, 60])("[C1] bounds the true scale around latitude %d, closely", (lat0) => {
    const at = { lon0: 101.53, lat0 };
    for (const x of [1000, 20_000, 100_000]) {
      const [lon, lat] = unproject(at, x, 0);
      const ends = [lon - 1e-5, lon + 1e-5].map((side) => {
        const plane = [0, 0];
        projectTo(at, side, lat, plane);
        return plane;
      });
      const planeM = Math.hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]);
      const e2 = 0.0066943799901413165;
      const sin = Math.sin((lat * Math.PI) / 180);
      const parallelM = 6378137 / Math.sqrt(1 - e2 * sin * sin);
      const trueM = parallelM * Math.cos((lat * Math.PI) / 180) * ((2e-5 * Math.PI) / 180);
      const ppm = (planeM / trueM - 1) * 1e6;
      const stated = largestScaleErrorPpm(Float64Array.of(-x, 0, x, 0));
      expect(stated).toBeGreaterThanOrEqual(ppm - 0.01);
      expect(stated).toBeLessThanOrEqual(ppm * 1.02 + 0.03);
    }
  });
});

describe("projectTo", () => {
  it.each(LATITUDES)("[C1] agrees with proj4's tmerc around latitude %d", (lat0) => {
    expect(worst(lat0, 10_000).plane).toBeLessThan(5e-6);
    expect(worst(lat0, 50_000).plane).toBeLessThan(2e-5);
    expect(worst(lat0, 100_000).plane).toBeLessThan(1e-4);
  });

  it("[C1] stays within 1 mm up to 80° of latitude, 100 km out", () => {
    for (const lat0 of [70, 80]) expect(worst(lat0, 100_000).plane).toBeLessThan(1e-3);
  });

  it.each(LATITUDES)("[C1] unproject leads back around latitude %d", (lat0) => {
    expect(worst(lat0, 100_000).back).toBeLessThan(1e-9);
  });

  it("[C1] writes where it is told", () => {
    const out = new Float64Array(4).fill(7);
    projectTo({ lon0: 101.53, lat0: 25 }, 101.53, 25, out, 2);
    expect([...out]).toEqual([7, 7, 0, 0]);
  });

  it("[C1] gives the same digits on every engine, and finite ones at the poles", () => {
    const { sin, cos } = Math;
    const shifted = (f: (x: number) => number) => (x: number) => f(x) * (1 + 1e-9);
    const at = { lon0: 101.53, lat0: 25.03 };
    const there = () => {
      const out = [0, 0];
      projectTo(at, 101.58, 25.07, out);
      return [...out, ...unproject(at, 4000, -3000)];
    };
    const plain = there();
    Math.sin = shifted(sin);
    Math.cos = shifted(cos);
    expect(there()).toEqual(plain);
    Math.sin = sin;
    Math.cos = cos;
    for (const lat of [-90, 90]) {
      const out = [0, 0];
      projectTo({ lon0: 0, lat0: lat }, 120, lat, out);
      expect(out.every(Number.isFinite)).toBe(true);
      expect(unproject({ lon0: 0, lat0: lat }, 5000, 5000).every(Number.isFinite)).toBe(true);
    }
  });
});
