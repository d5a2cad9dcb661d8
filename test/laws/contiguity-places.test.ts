import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import { buildPolygonSet } from "../../src/core/geometry/build-polygon-set.ts";
import { worldFromPolygons } from "../world-builder.ts";
import { gap, type SmallWorld, smallWorld } from "./small-worlds.ts";

const OPTIONS = { links: "gap", added: [], removed: [] } as const;

/** A world as it is read back from degrees, its origin a little off the data's own. */
function readBack({ compounds, options }: SmallWorld, lon0: number, lat0: number) {
  const world = worldFromPolygons(compounds, { ...options, projection: { lon0, lat0 } });
  const shapes = buildPolygonSet(
    world.compounds.map(({ geometry }) => geometry),
    world.projection,
  );
  return { ...world, shapes };
}

describe("contiguity anywhere on earth", () => {
  const place = fc.tuple(
    fc.constantFrom(0, 45, 70, -45),
    fc.constantFrom(-179.9999, 0, 102, 107.9999, 179.9999),
  );

  it("[C22] gaps are the same in metres at any latitude, across zone borders and near 180°", () => {
    fc.assert(
      fc.property(smallWorld, gap, place, (input, gapM, [lat0, lon0]) => {
        const here = buildGraph(worldFromPolygons(input.compounds, input.options), {
          ...OPTIONS,
          gapM,
        });
        // A micrometre and a rounding of 1e-9° decide ties at exactly the gap: look a little farther.
        const there = buildGraph(readBack(input, lon0, lat0), { ...OPTIONS, gapM: gapM + 0.001 });
        const found = new Map<string, number>();
        for (const { a, b, gapM: gaps, count } of [there.links, there.cuts]) {
          for (let l = 0; l < count; l++) found.set(`${a[l]}-${b[l]}`, gaps[l]);
        }
        for (const { a, b, gapM: gaps, count } of [here.links, here.cuts]) {
          for (let l = 0; l < count; l++) {
            const other = found.get(`${a[l]}-${b[l]}`);
            expect(Math.abs((other ?? Infinity) - gaps[l])).toBeLessThan(0.0005);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
