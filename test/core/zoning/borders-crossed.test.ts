import { describe, expect, it } from "vitest";
import { countBorders } from "../../../src/core/zoning/borders-crossed.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

const CELLS = [
  ["a", "north"],
  ["a", "north"],
  ["b", "north"],
  ["c", "south"],
  [null, null],
] as const;

function linesOf(assignment: readonly number[]) {
  const { compounds } = worldFromPolygons(
    CELLS.map(([community, street], i) => ({ parts: box(i * 50, 0, 40, 40), community, street })),
  );
  const members = (d: number) => [...assignment.keys()].filter((i) => assignment[i] === d);
  return [0, 1].map((d) => countBorders(members(d), compounds));
}

describe("countBorders", () => {
  it("[C21] none inside one 社区, one fewer than the 社区 reached into otherwise", () => {
    const [inside, across] = linesOf([0, 0, 1, 1, -1]);
    expect(inside).toMatchObject({ communities: 1, communityLines: 0, streetLines: 0 });
    expect(across).toMatchObject({ communities: 2, communityLines: 1, streetLines: 1 });
  });

  it("[C21] a 社区 line inside one 街道 is no 街道 line", () => {
    expect(linesOf([0, 0, 0, -1, -1])[0]).toMatchObject({ communityLines: 1, streetLines: 0 });
    expect(linesOf([0, 0, 0, 0, -1])[0]).toMatchObject({ communityLines: 2, streetLines: 1 });
  });

  it("[C21] unknown cells are counted apart, and an empty district crosses nothing", () => {
    const [mixed, empty] = linesOf([0, -1, -1, -1, 0]);
    expect(mixed).toMatchObject({ communities: 1, communityLines: 0, unknown: 1 });
    expect(empty).toMatchObject({ communities: 0, communityLines: 0, streetLines: 0, unknown: 0 });
  });
});
