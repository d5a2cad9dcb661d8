import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { repairArea } from "../../../src/core/ingest/repair-geometry.ts";

/** Closed ring from metres near Chuxiong, rounded to 10⁻⁷ degrees. */
function ring(...points: [number, number][]): Position[] {
  const perLat = 110_780;
  const perLon = 100_950;
  const positions = points.map(
    ([x, y]): Position => [
      Math.round((101.53 + x / perLon) * 1e7) / 1e7,
      Math.round((25.03 + y / perLat) * 1e7) / 1e7,
    ],
  );
  return [...positions, [...positions[0]]];
}

const SQUARE = ring([0, 0], [100, 0], [100, 100], [0, 100]);

function repair(...rings: Position[][]) {
  return repairArea({ type: "Polygon", coordinates: rings });
}

function codes(result: ReturnType<typeof repairArea>) {
  return result.repairs.map(({ code }) => code);
}

describe("repairArea", () => {
  it("[I13] leaves a sound polygon alone", () => {
    const result = repair(SQUARE);
    expect(result.geometry).toEqual({ type: "Polygon", coordinates: [SQUARE] });
    expect(codes(result)).toEqual([]);
    expect(result.areaM2).toBeGreaterThan(9990);
    expect(result.areaM2).toBeLessThan(10_010);
  });

  it("[I14] turns a bow-tie into its two triangles and states both areas", () => {
    const result = repair(ring([0, 0], [100, 100], [100, 0], [0, 100]));
    expect(result.geometry?.type).toBe("MultiPolygon");
    expect(result.repairs).toMatchObject([{ code: "self-intersection", args: { beforeM2: 0 } }]);
    expect(result.areaM2).toBeGreaterThan(4990);
    expect(result.areaM2).toBeLessThan(5010);
    const [lon, lat] = result.repairs[0].at ?? [0, 0];
    expect(lon).toBeCloseTo(101.53 + 50 / 100_950, 5);
    expect(lat).toBeCloseTo(25.03 + 50 / 110_780, 5);
  });

  it("[I14] a bow-tie that meets in a corner of its own is found as well", () => {
    const result = repair(ring([0, 0], [50, 50], [100, 100], [100, 0], [50, 50], [0, 100]));
    expect(codes(result)).toEqual(["self-intersection"]);
    expect(result.areaM2).toBeGreaterThan(4990);
  });

  it("[I14] ground a ring goes around twice counts once", () => {
    const square: [number, number][] = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ];
    const result = repair(ring(...square, ...square));
    expect(codes(result)).toEqual(["self-intersection"]);
    expect(result.areaM2).toBeLessThan(10_010);
  });

  it("[I14] a hole reached by a cut line becomes a hole", () => {
    const outer: [number, number][] = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ];
    const inner: [number, number][] = [
      [30, 30],
      [30, 60],
      [60, 60],
      [60, 30],
      [30, 30],
    ];
    const result = repair(ring(...outer, ...inner));
    expect(result.geometry).toMatchObject({ type: "Polygon" });
    expect(result.geometry?.coordinates).toHaveLength(2);
    expect(result.areaM2).toBeGreaterThan(9080);
    expect(result.areaM2).toBeLessThan(9120);
  });

  it("[I14] a hole that sticks out is cut where it lies inside only", () => {
    const result = repair(SQUARE, ring([50, 20], [50, 80], [150, 80], [150, 20]));
    expect(result.areaM2).toBeGreaterThan(6980);
    expect(result.areaM2).toBeLessThan(7020);
  });

  it("[I14] a hole outside is left out", () => {
    const result = repair(SQUARE, ring([200, 0], [200, 50], [250, 50], [250, 0]));
    expect(result.geometry?.coordinates).toHaveLength(1);
    expect(result.areaM2).toBeGreaterThan(9990);
  });

  it("[I14] parts inside other parts are joined, an island in a hole stays", () => {
    const inside = ring([30, 30], [60, 30], [60, 60], [30, 60]);
    const joined = repairArea({ type: "MultiPolygon", coordinates: [[SQUARE], [inside]] });
    expect(codes(joined)).toEqual(["self-intersection"]);
    const hole = ring([20, 20], [20, 80], [80, 80], [80, 20]);
    const island = repairArea({ type: "MultiPolygon", coordinates: [[SQUARE, hole], [inside]] });
    expect(codes(island)).toEqual([]);
  });

  it("[I15] merges repeated and doubling-back vertices, also where the ring closes", () => {
    const spiky = ring([0, 0], [100, 0], [100, 100], [100, 140], [100, 100], [0, 100], [0, 100]);
    const result = repair(spiky);
    expect(result.geometry).toEqual({ type: "Polygon", coordinates: [SQUARE] });
    const wrapped = ring([100, 140], [100, 100], [0, 100], [0, 0], [100, 0], [100, 100]);
    expect(repair(wrapped).geometry?.coordinates[0]).toHaveLength(5);
    expect(codes(repair(wrapped))).toEqual(["duplicate-vertices"]);
  });

  it("[I15] closes a ring without changing its area", () => {
    const result = repair(SQUARE.slice(0, -1));
    expect(result.geometry).toEqual({ type: "Polygon", coordinates: [SQUARE] });
    expect(codes(result)).toEqual(["ring-not-closed"]);
  });

  it("[I16] touching is no crossing: holes may touch the outline in a point", () => {
    const result = repair(SQUARE, ring([0, 50], [20, 60], [20, 40]));
    expect(codes(result)).toEqual([]);
  });

  it("[I17] refuses a line that pretends to be an area", () => {
    const result = repair(ring([0, 0], [100, 0], [50, 0]));
    expect(result.geometry).toBeNull();
    expect(codes(result)).toContain("zero-area");
  });

  it("[I17] refuses a scribble it cannot repair reliably", () => {
    const points = Array.from({ length: 300 }, (_, i): [number, number] => [
      (i * 7919) % 1009,
      (i * 6133) % 997,
    ]);
    const result = repair(ring(...points));
    expect(result.geometry).toBeNull();
    expect(codes(result)).toEqual(["self-intersection-unrepaired"]);
  });
});
