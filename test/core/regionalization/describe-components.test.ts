import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/core/contiguity/build-graph.ts";
import {
  countPairs,
  type Problem,
  prepare,
  readPairScope,
  type World,
} from "../../../src/core/index.ts";
import { describeComponents } from "../../../src/core/regionalization/describe-components.ts";
import { DEFAULT_PARAMETERS } from "../../../src/core/regionalization/parameters.ts";
import { recipeWith } from "../../prepared-builder.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

const plain = { builtYear: 1990, community: "A", households: 100, floorAreaM2: 1000 };

/** A small one, one beyond the limit beside it, and others as given. */
function worldOf(...others: readonly (typeof plain & { x: number })[]): World {
  return worldFromPolygons(
    [{ ...plain, x: 0 }, { ...plain, x: 60, households: 5000 }, ...others].map(
      ({ x, ...ledger }) => ({ parts: box(x, 0, 50, 50), ...ledger }),
    ),
  );
}

function problemOf(world: World): Problem {
  const graph = buildGraph(world, { gapM: 30, links: "gap", added: [], removed: [] });
  return prepare(world, recipeWith(), { graph }).problem;
}

describe("components with compounds beyond a limit", () => {
  it("[C18] lists every oversized compound and says so of those that only it adjoins", () => {
    const found = describeComponents(problemOf(worldOf({ ...plain, x: 160 })));
    expect(found.map(({ reason, members, oversized }) => [reason, members, oversized])).toEqual([
      ["beside-oversized", [0], [1]],
      ["gap", [2], []],
      ["oversized", [1], []],
    ]);
    expect(found[0].gap).toMatchObject({ from: 0, to: 2 });
    expect(found[2].component).toBe(-1);
  });

  it("[C18] a line that could be crossed remains the reason beside an oversized compound", () => {
    const world = worldFromPolygons([
      { ...plain, parts: box(0, 0, 50, 50) },
      { ...plain, parts: box(60, 0, 50, 50), households: 5000 },
      { ...plain, parts: box(0, 60, 50, 50), community: "B" },
    ]);
    const [first] = describeComponents(problemOf(world));
    expect([first.reason, first.oversized]).toEqual(["envelope", [1]]);
  });

  it("[R2] every participant is in one entry", () => {
    const problem = problemOf(worldOf({ ...plain, x: 120 }, { ...plain, x: 180 }));
    const listed = describeComponents(problem).flatMap(({ members }) => members);
    expect(listed.sort()).toEqual([0, 1, 2, 3]);
  });
});

describe("what a plan makes of a pair", () => {
  const world = worldFromPolygons([
    { ...plain, parts: box(0, 0, 50, 50) },
    { ...plain, parts: box(60, 0, 50, 50), community: "B", street: "S" },
    { ...plain, parts: box(0, 60, 50, 50), builtYear: 2015 },
    { ...plain, parts: box(60, 60, 50, 50), households: 5000 },
  ]);
  const scope = (pair: readonly [number, number]) => readPairScope(world, DEFAULT_PARAMETERS, pair);

  it("tells cells, scope and limits apart", () => {
    expect(scope([0, 1])).toMatchObject({ inOneCell: false, mayShare: false });
    expect(scope([0, 2])).toMatchObject({ outOfScope: [2], inOneCell: true, mayShare: false });
    expect(scope([0, 3])).toMatchObject({ oversized: [3], mayShare: false });
    const terrain = { ...DEFAULT_PARAMETERS, envelope: "terrain" } as const;
    expect(readPairScope(world, terrain, [0, 1]).mayShare).toBe(true);
  });

  it("counts links of participants, those inside a cell apart", () => {
    const graph = buildGraph(world, { gapM: 30, links: "gap", added: [], removed: [[0, 3]] });
    // 0–1, 1–3 across the line, 0–3 cut by hand; 2 takes no part
    expect(countPairs(world, graph, DEFAULT_PARAMETERS)).toMatchObject({
      links: 2,
      linksInCell: 0,
      cuts: 0,
    });
  });
});
