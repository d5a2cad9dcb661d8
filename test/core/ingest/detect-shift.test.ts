import gcoord from "gcoord";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { readWorld } from "../../../src/core/ingest/read-world.ts";

const M = 1 / 111_000;

/** Where the blocks begin, m: 20 m of street before the next, of unequal length so that no shift fits twice. */
const START = [0, 150, 390, 510, 730, 880, 1150, 1290, 1500];

/** Blocks between streets. */
function city(move: (position: Position) => Position) {
  const features = [];
  for (let i = 0; i < 64; i++) {
    const side = (k: number) => [START[k] * M, (START[k + 1] - 20) * M];
    const [[w, e], [south, n]] = [side(i % 8), side(Math.floor(i / 8))];
    const corners = [
      [w, south],
      [e, south],
      [e, n],
      [w, n],
      [w, south],
    ];
    const ring = corners.map(([x, y]) => [101.5 + x, 25 + y]);
    features.push({
      type: "Feature",
      properties: { compound_id: `c${i}` },
      geometry: { type: "Polygon", coordinates: [ring.map(move)] },
    });
  }
  const lines = Array.from({ length: 7 }, (_, i) => {
    const x = 101.5 + (START[i + 1] - 10) * M;
    return {
      type: "Feature",
      properties: { highway: "secondary" },
      geometry: {
        type: "LineString",
        coordinates: [
          [x, 25],
          [x, 25 + 1480 * M],
        ],
      },
    };
  });
  const text = (list: unknown[]) => JSON.stringify({ type: "FeatureCollection", features: list });
  return readWorld(
    [
      { role: "compounds", name: "c.geojson", text: text(features) },
      { role: "barriers", name: "b.geojson", text: text(lines) },
    ],
    { fieldMap: {}, crs: null },
  );
}

describe("compounds copied from internet maps", () => {
  it.each(["gcj02", "bd09"] as const)("[I64] %s is suspected and named, not applied", (crs) => {
    const target = crs === "gcj02" ? gcoord.GCJ02 : gcoord.BD09;
    const world = city((position) =>
      gcoord.transform(position as [number, number], gcoord.WGS84, target),
    );
    expect(world.issues.filter(({ code }) => code === "coordinates-shifted")).toMatchObject([
      { args: { crs } },
    ]);
    expect(world.compounds).toHaveLength(64);
  });

  it("[I64] what fits is left in peace", () => {
    const world = city((position) => position);
    expect(world.issues.map(({ code }) => code)).not.toContain("coordinates-shifted");
  });
});
