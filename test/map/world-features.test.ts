import { describe, expect, it } from "vitest";
import { drawOnWorld, unproject } from "../../src/core/index.ts";
import { NOTHING_DRAWN } from "../../src/core/scenario/drawings.ts";
import { buildObstacleFeatures } from "../../src/map/world-features.ts";
import { box, worldFromPolygons } from "../world-builder.ts";

describe("barriers and crossings on the map", () => {
  it("tells what was drawn by hand from what came with the data", () => {
    const world = worldFromPolygons([{ parts: box(0, 0, 50, 50) }], { crossings: [[60, 10]] });
    const at = unproject(world.projection, 80, 10);
    const crossingsDrawn = [{ id: "x1", at: [at[0], at[1]] as const }];
    const scene = drawOnWorld(world, { ...NOTHING_DRAWN, crossingsDrawn }).world;
    const { crossings } = buildObstacleFeatures(scene);
    expect(crossings?.features.map(({ properties }) => properties?.drawn)).toEqual([false, true]);
    const [, own] = crossings?.features ?? [];
    if (own?.geometry.type !== "Point") throw new Error("no point");
    expect(own.geometry.coordinates[0]).toBeCloseTo(at[0], 7);
    expect(own.geometry.coordinates[1]).toBeCloseTo(at[1], 7);
  });
});
