import { describe, expect, it } from "vitest";
import { toBarrierFeature } from "../../src/map/barrier-features.ts";
import { box, worldFromPolygons } from "../world-builder.ts";

function ring(x: number, y: number, size: number) {
  return box(x, y, size, size)[0][0];
}

describe("barriers as drawn", () => {
  it("nests even-odd rings: a lake, an island in it, a pond on the island", () => {
    const world = worldFromPolygons([], {
      barriers: [
        { area: true, kind: "water", paths: [ring(0, 0, 100), ring(20, 20, 60), ring(40, 40, 10)] },
      ],
    });
    const { geometry } = toBarrierFeature(world.barriers[0], 0, world.projection);
    if (geometry.type !== "MultiPolygon") throw new Error(`got ${geometry.type}`);
    expect(geometry.coordinates.map((rings) => rings.length)).toEqual([2, 1]);
  });

  it("keeps lines as lines with class and kind", () => {
    const line = [
      [0, 0],
      [100, 0],
    ] as const;
    const world = worldFromPolygons([], {
      barriers: [{ paths: [line], kind: "rail", barrierClass: "hard" }],
    });
    const feature = toBarrierFeature(world.barriers[0], 3, world.projection);
    expect(feature.geometry.type).toBe("MultiLineString");
    expect(feature.properties).toEqual({
      index: 3,
      name: "",
      kind: "rail",
      barrierClass: "hard",
      drawn: false,
    });
  });
});
