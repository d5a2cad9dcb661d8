import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/core/contiguity/build-graph.ts";
import type { ContiguityGraph, ContiguityOptions } from "../../../src/core/contiguity/graph.ts";
import { measureFacing } from "../../../src/core/contiguity/measure-facing.ts";
import {
  box,
  type Parts,
  type TestBarrier,
  type TestWorldOptions,
  worldFromPolygons,
} from "../../world-builder.ts";

function graphOf(
  shapes: readonly Parts[],
  world: TestWorldOptions = {},
  options: Partial<ContiguityOptions> = {},
): ContiguityGraph {
  return buildGraph(
    worldFromPolygons(
      shapes.map((parts) => ({ parts })),
      world,
    ),
    { gapM: 30, links: "gap", added: [], removed: [], ...options },
  );
}

function facingOf(
  shapes: readonly Parts[],
  gapM: number,
  options: Partial<ContiguityOptions> = {},
) {
  const world = worldFromPolygons(shapes.map((parts) => ({ parts })));
  const given = { gapM, links: "gap", added: [], removed: [], ...options } as const;
  return [...measureFacing(world, buildGraph(world, given), gapM)];
}

function pairs(table: { count: number; a: Uint32Array; b: Uint32Array }): string[] {
  return Array.from({ length: table.count }, (_, l) => `${table.a[l]}-${table.b[l]}`);
}

const SQUARE = box(0, 0, 40, 40);
const FACING = box(54, 10, 40, 40);
const line = (...points: [number, number][]): TestBarrier => ({ paths: [points] });

describe("buildGraph: gap and connection", () => {
  it("[C2] measures across a lane, and [C3] connects in the middle of the facing walls", () => {
    const { links } = graphOf([SQUARE, FACING]);
    expect(links.gapM[0]).toBeCloseTo(14, 9);
    expect([...links.connection]).toEqual([40, 25, 54, 25]);
  });

  it("[C3] does not depend on which of the two comes first", () => {
    const { links } = graphOf([FACING, SQUARE]);
    expect([...links.connection]).toEqual([54, 25, 40, 25]);
  });

  it("[C2] is 0 when compounds touch, overlap or nest, with a connection of length 0", () => {
    const cases: [Parts, number[]][] = [
      [box(40, 10, 20, 20), [40, 20, 40, 20]],
      [box(40, 40, 20, 20), [40, 40, 40, 40]],
      [box(10, 10, 5, 5), [10, 10, 10, 10]],
    ];
    for (const [other, connection] of cases) {
      const { links } = graphOf([SQUARE, other]);
      expect([...links.gapM]).toEqual([0]);
      expect([...links.connection]).toEqual(connection);
    }
    const { links } = graphOf([SQUARE, box(30, 30, 30, 30)]);
    expect([...links.gapM]).toEqual([0]);
    expect(links.connection.slice(0, 2)).toEqual(links.connection.slice(2));
  });

  it("[C2] finds a compound nested deeper than the gap", () => {
    expect([...graphOf([box(0, 0, 200, 200), box(90, 90, 10, 10)]).links.gapM]).toEqual([0]);
  });

  it("[C2] is the distance to the hole's ring for a compound inside a hole", () => {
    const ring: Parts = [[...box(0, 0, 100, 100)[0], ...box(30, 30, 40, 40)[0]]];
    const { links } = graphOf([ring, box(45, 45, 10, 10)]);
    expect([...links.gapM]).toEqual([15]);
  });

  it("[C2] takes the nearest part of a multipart compound, and any part that is nested", () => {
    const apart: Parts = [...box(500, 0, 10, 10), ...box(50, 0, 10, 10)];
    expect([...graphOf([SQUARE, apart]).links.gapM]).toEqual([10]);
    const nested: Parts = [...box(500, 0, 10, 10), ...box(15, 15, 10, 10)];
    expect([...graphOf([SQUARE, nested]).links.gapM]).toEqual([0]);
  });

  it("[C4] links at exactly the gap and not beyond", () => {
    expect(graphOf([SQUARE, box(70, 0, 40, 40)]).links.count).toBe(1);
    expect(graphOf([SQUARE, box(70.001, 0, 40, 40)]).links.count).toBe(0);
  });

  it("[C8] sorts by (a, b) and lists neighbours of both", () => {
    const graph = graphOf([box(0, 0, 40, 40), box(50, 0, 40, 40), box(100, 0, 40, 40)]);
    expect(pairs(graph.links)).toEqual(["0-1", "1-2"]);
    expect([...graph.offset]).toEqual([0, 1, 3, 4]);
    expect([...graph.neighbor]).toEqual([1, 0, 2, 1]);
    expect([...graph.linkOf]).toEqual([0, 0, 1, 1]);
  });

  it("[C8] an empty world has an empty graph", () => {
    expect(graphOf([])).toMatchObject({ count: 0, links: { count: 0 }, cuts: { count: 0 } });
  });

  it("[C14] refuses a gap that is no length", () => {
    for (const gapM of [-1, Number.NaN, Infinity]) {
      expect(() => graphOf([SQUARE], {}, { gapM })).toThrow(String(gapM));
    }
  });
});

describe("buildGraph: facing and wall", () => {
  it("[C6] counts the part of the boundary within the gap, side walls included", () => {
    const shapes = [SQUARE, box(44, 0, 40, 40)];
    const { links } = graphOf(shapes, {}, { gapM: 5 });
    // On either side the whole wall of 40 m and 1 m of both walls at its ends.
    expect(facingOf(shapes, 5)[0]).toBeCloseTo(42, 4);
    expect(links.wallM[0]).toBe(0);
  });

  it("[C6] is the shorter of the two", () => {
    const shapes = [SQUARE, box(42, 15, 40, 10)];
    const { links } = graphOf(shapes, {}, { gapM: 2 });
    expect(facingOf(shapes, 2)[0]).toBeCloseTo(10, 4);
    expect(links.wallM[0]).toBeCloseTo(10, 4);
  });

  it("[C6] wall length is facing length within 3 m", () => {
    const wedge: Parts = [
      [
        [
          [41, 0],
          [90, 0],
          [90, 40],
          [45, 40],
        ],
      ],
    ];
    const { links } = graphOf([SQUARE, wedge], {}, { gapM: 20 });
    // The slanted wall leaves 3 m halfway up; the straight wall a little later.
    const slantM = Math.hypot(4, 40) / 2;
    const below = Math.sqrt(8);
    expect(links.wallM[0]).toBeGreaterThan(slantM);
    expect(links.wallM[0]).toBeLessThan(slantM + below);
  });
});

describe("buildGraph: barriers", () => {
  const road = line([47, -100], [47, 100]);

  it("[C4] a hard barrier between two compounds severs them, and the cut names it", () => {
    const { links, cuts } = graphOf([SQUARE, FACING], {
      barriers: [{ ...road, barrierClass: "free" }, road],
    });
    expect(links.count).toBe(0);
    expect(pairs(cuts)).toEqual(["0-1"]);
    expect([...cuts.barrier]).toEqual([1]);
    expect([...cuts.gapM]).toEqual([14]);
    expect([...cuts.connection]).toEqual([40, 25, 54, 25]);
  });

  it("[C7] penalised and free barriers are recorded and do not sever", () => {
    const { links } = graphOf([SQUARE, FACING], {
      barriers: [
        { ...road, barrierClass: "free" },
        { ...road, barrierClass: "penalised" },
      ],
    });
    expect([...links.penalised]).toEqual([1]);
    expect([...links.barriers]).toEqual([0, 1]);
    expect([...links.barrierStart]).toEqual([0, 2]);
    expect([...links.needsCrossing]).toEqual([0]);
  });

  it("[C7] a crossing within 50 m of the meeting point keeps the link", () => {
    const near = graphOf([SQUARE, FACING], { barriers: [road], crossings: [[47, 75]] });
    expect([...near.links.needsCrossing]).toEqual([1]);
    expect([...near.links.barriers]).toEqual([0]);
    const far = graphOf([SQUARE, FACING], { barriers: [road], crossings: [[47, 75.01]] });
    expect(far.links.count).toBe(0);
  });

  it("[C4] every hard barrier needs its crossing", () => {
    const twin = line([51, -100], [51, 24], [51, 100]);
    const world = { barriers: [road, twin], crossings: [[-3, 25] as const] };
    const { cuts } = graphOf([SQUARE, FACING], world);
    expect([...cuts.barrier]).toEqual([1]);
  });

  it("[C5] touching counts: along a wall, ending at it, ending at the connection", () => {
    const severing = [
      line([40, -100], [40, 100]),
      line([47, 25], [47, 100]),
      line([40, 25], [20, 25]),
      line([45, 25], [49, 25]),
    ];
    for (const barrier of severing) {
      expect(graphOf([SQUARE, FACING], { barriers: [barrier] }).cuts.count).toBe(1);
    }
    const harmless = [line([47, 25.01], [47, 100]), line([40, 26], [20, 26])];
    for (const barrier of harmless) {
      expect(graphOf([SQUARE, FACING], { barriers: [barrier] }).links.count).toBe(1);
    }
  });

  it("[C5] compounds that touch are severed by nothing", () => {
    const barriers = [line([40, -100], [40, 100]), { ...box50(), area: true }];
    expect(graphOf([SQUARE, box(40, 0, 40, 40)], { barriers }).links.count).toBe(1);
  });

  it("[C5] a barrier without length is none", () => {
    const barriers = [line([47, 25], [47, 25]), line([47, 25]), { paths: [] }];
    expect(graphOf([SQUARE, FACING], { barriers }).links.count).toBe(1);
  });

  it("[C5] an area severs where its ring is met and where it encloses the connection", () => {
    const river = { paths: box(44, -50, 5, 200)[0], area: true };
    expect(graphOf([SQUARE, FACING], { barriers: [river] }).cuts.count).toBe(1);
    expect(graphOf([SQUARE, FACING], { barriers: [{ ...box50(), area: true }] }).cuts.count).toBe(
      1,
    );
    const island = { paths: [...box50().paths, ...box(-20, -20, 150, 150)[0]], area: true };
    expect(graphOf([SQUARE, FACING], { barriers: [island] }).links.count).toBe(1);
  });

  it("[C7] a crossing serves an area that encloses the connection", () => {
    const world = { barriers: [{ ...box50(), area: true }], crossings: [[47, 70] as const] };
    expect([...graphOf([SQUARE, FACING], world).links.needsCrossing]).toEqual([1]);
  });

  function box50(): TestBarrier {
    return { paths: box(-50, -50, 300, 300)[0] };
  }
});

describe("buildGraph: by hand", () => {
  const far = box(400, 0, 40, 40);
  const road = line([200, -100], [200, 100]);

  it("[C9] links an added pair at any distance and over any barrier", () => {
    const { links } = graphOf([SQUARE, far], { barriers: [road] }, { added: [[1, 0]] });
    expect([...links.gapM]).toEqual([360]);
    expect([...links.byHand]).toEqual([1]);
    expect(facingOf([SQUARE, far], 30, { added: [[1, 0]] })).toEqual([0]);
    expect([...links.barriers]).toEqual([0]);
    expect([...links.needsCrossing]).toEqual([0]);
    expect([...graphOf([SQUARE, far], {}, { added: [[0, 1]] }).links.byHand]).toEqual([1]);
  });

  it("[C9] byHand is 0 where the pair is linked anyway", () => {
    expect([...graphOf([SQUARE, FACING], {}, { added: [[0, 1]] }).links.byHand]).toEqual([0]);
  });

  it("[C9] cuts a removed pair, which wins over an added one", () => {
    const { links, cuts } = graphOf(
      [SQUARE, FACING, far],
      {},
      {
        added: [[0, 1]],
        removed: [
          [1, 0],
          [0, 1],
          [0, 2],
        ],
      },
    );
    expect(links.count).toBe(0);
    expect(pairs(cuts)).toEqual(["0-1", "0-2"]);
    expect([...cuts.barrier]).toEqual([-1, -1]);
  });

  it("[C14] refuses pairs that name no two compounds", () => {
    for (const pair of [
      [0, 0],
      [0, 2],
      [-1, 0],
      [0.5, 1],
    ] as const) {
      expect(() => graphOf([SQUARE, FACING], {}, { added: [pair] })).toThrow(String(pair[0]));
    }
  });
});

describe("buildGraph: queen", () => {
  const grid = [0, 1, 2].flatMap((row) => [0, 1, 2].map((c) => box(c * 50, row * 50, 50, 50)));

  it("[C10] links a 3 × 3 grid over edges and corners, barriers or not", () => {
    const barriers = [line([50, -10], [50, 200])];
    const { links, cuts } = graphOf(grid, { barriers }, { links: "queen" });
    expect(links.count).toBe(20);
    expect(cuts.count).toBe(0);
    expect([...links.gapM].every((gap) => gap === 0)).toBe(true);
    expect(links.barriers.length).toBe(0);
  });

  it("[C10] needs a vertex in common", () => {
    expect(graphOf([SQUARE, box(40, 10, 20, 20)], {}, { links: "queen" }).links.count).toBe(0);
    expect(graphOf([SQUARE, FACING], {}, { links: "queen" }).links.count).toBe(0);
  });

  it("[C9] pairs by hand work there too", () => {
    const options = { links: "queen", added: [[0, 8]], removed: [[0, 1]] } as const;
    const { links, cuts } = graphOf(grid, {}, options);
    expect(links.count).toBe(20);
    expect(pairs(cuts)).toEqual(["0-1"]);
    expect(links.byHand.reduce((sum, one) => sum + one, 0)).toBe(1);
  });
});

describe("buildGraph: rook", () => {
  const grid = [0, 1, 2].flatMap((row) => [0, 1, 2].map((c) => box(c * 50, row * 50, 50, 50)));

  it("[C10] links a 3 × 3 grid over edges and not over corners", () => {
    const { links } = graphOf(grid, {}, { links: "rook" });
    expect(links.count).toBe(12);
    expect(pairs(links)).not.toContain("0-4");
  });

  it("[C10] needs both ends of an edge in common, whichever way round it runs", () => {
    const half = [SQUARE, box(40, 0, 20, 20)];
    expect(graphOf(half, {}, { links: "queen" }).links.count).toBe(1);
    expect(graphOf(half, {}, { links: "rook" }).links.count).toBe(0);
    const whole = [box(40, 0, 20, 40), SQUARE];
    expect(graphOf(whole, {}, { links: "rook" }).links.count).toBe(1);
  });

  it("[C10] a hole's ring counts", () => {
    const ring: Parts = [[...box(0, 0, 100, 100)[0], ...box(30, 30, 40, 40)[0]]];
    expect(graphOf([ring, box(30, 30, 40, 40)], {}, { links: "rook" }).links.count).toBe(1);
  });
});
