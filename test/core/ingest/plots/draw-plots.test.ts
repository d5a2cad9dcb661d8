import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intersectPaths } from "../../../../src/core/geometry/clip-paths.ts";
import { drawPlots, type PlotSeed } from "../../../../src/core/ingest/plots/draw-plots.ts";

const NONE = { streets: [], taken: [] };

const pathOf = (ring: readonly number[]) =>
  Array.from({ length: ring.length / 2 }, (_, i) => ({
    x: Math.round(ring[2 * i] * 1000),
    y: Math.round(ring[2 * i + 1] * 1000),
  }));

function areaM2(paths: readonly { x: number; y: number }[][]): number {
  return paths.reduce((sum, path) => {
    const twice = path.reduce((total, { x, y }, i) => {
      const next = path[(i + 1) % path.length];
      return total + x * next.y - next.x * y;
    }, 0);
    return sum + twice / 2e6;
  }, 0);
}

describe("plots around points", () => {
  it("[I65] a lone point gets its land area", () => {
    const [plot] = drawPlots([{ x: 0, y: 0, landAreaM2: 5000 }], NONE);
    expect(plot?.areaM2).toBeGreaterThan(4990);
    expect(plot?.areaM2).toBeLessThanOrEqual(5000);
  });

  it("[I65] a street bounds a plot, which grows along it instead", () => {
    const street = [-500, 10, 500, 10];
    const [plot] = drawPlots([{ x: 0, y: 0, landAreaM2: 5000 }], { streets: [street], taken: [] });
    const north = Math.max(...(plot?.rings[0].filter((_, i) => i % 2 === 1) ?? []));
    expect(north).toBeLessThanOrEqual(6.001);
    expect(plot?.areaM2).toBeGreaterThan(4950);
  });

  it("[I65] ground already taken stays out", () => {
    const taken = [5, -50, 60, -50, 60, 50, 5, 50];
    const [plot] = drawPlots([{ x: 0, y: 0, landAreaM2: 5000 }], { streets: [], taken: [taken] });
    const shared = intersectPaths((plot?.rings ?? []).map(pathOf), [pathOf(taken)]);
    expect(areaM2(shared)).toBeLessThan(0.5);
  });

  const seed = fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 400 }),
    landAreaM2: fc.integer({ min: 200, max: 40_000 }),
  });

  it("[I65] plots never overlap, hold their point, keep to their land, whatever the order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(seed, {
          minLength: 2,
          maxLength: 8,
          selector: ({ x, y }) => `${x >> 2} ${y >> 2}`,
        }),
        (seeds: PlotSeed[]) => {
          const plots = drawPlots(seeds, NONE);
          expect(drawPlots([...seeds].reverse(), NONE).reverse()).toEqual(plots);
          plots.forEach((plot, i) => {
            expect(plot === null || plot.areaM2 <= seeds[i].landAreaM2 + 1).toBe(true);
            for (const other of plots.slice(0, i)) {
              if (plot === null || other === null) continue;
              const shared = intersectPaths(plot.rings.map(pathOf), other.rings.map(pathOf));
              expect(areaM2(shared)).toBeLessThan(0.5);
            }
          });
        },
      ),
      { seed: 8, numRuns: 200 },
    );
  });
});
