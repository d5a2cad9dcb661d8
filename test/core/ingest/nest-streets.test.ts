import { describe, expect, it } from "vitest";
import { createIssueLog } from "../../../src/core/ingest/issue-log.ts";
import { nestStreets } from "../../../src/core/ingest/nest-streets.ts";
import { readWorld } from "../../../src/core/ingest/read-world.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

/** Compounds given as 社区 / 街道, null = not stated. */
function compoundsOf(places: readonly (readonly [string | null, string | null])[]) {
  return worldFromPolygons(
    places.map(([community, street], i) => ({
      parts: box(i * 60, 0, 50, 50),
      community,
      communityName: community,
      street,
    })),
  ).compounds;
}

function nest(
  ...given: Parameters<typeof nestStreets> extends [infer A, infer B, ...unknown[]] ? [A, B] : never
) {
  const log = createIssueLog();
  const compounds = nestStreets(...given, log);
  return {
    streets: compounds.map(({ street }) => street),
    codes: log.list().map(({ code }) => code),
  };
}

describe("nestStreets", () => {
  it("[I44] a compound takes the 街道 that its 社区 lies in", () => {
    const given = compoundsOf([
      ["甲", "北街道"],
      ["甲", null],
      ["乙", null],
      [null, null],
    ]);
    const found = nest(given, []);
    expect(found.streets).toEqual(["北街道", "北街道", null, null]);
    expect(found.codes).toEqual(["street-derived"]);
  });

  it("[I44] the community layer may say it too", () => {
    const geometry = { type: "Polygon" as const, coordinates: [] };
    const layer = [{ key: "乙", name: "乙", street: "南街道", geometry }];
    expect(nest(compoundsOf([["乙", null]]), layer).streets).toEqual(["南街道"]);
  });

  it("[I44] a 社区 under two 街道 is reported and fills in nothing", () => {
    const given = compoundsOf([
      ["甲", "北街道"],
      ["甲", "南街道"],
      ["甲", null],
    ]);
    const found = nest(given, []);
    expect(found.streets).toEqual(["北街道", "南街道", null]);
    expect(found.codes).toEqual(["community-in-streets"]);
  });

  it("[I44] reads the 街道 column of a community file", () => {
    const square = (x: number, side: number) => [
      [x, 25],
      [x + side, 25],
      [x + side, 25 + side],
      [x, 25 + side],
      [x, 25],
    ];
    const file = (properties: object, ring: number[][]) =>
      JSON.stringify({
        type: "FeatureCollection",
        features: [
          { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } },
        ],
      });
    const world = readWorld(
      [
        { role: "compounds", name: "c.json", text: file({ name: "一" }, square(101, 0.001)) },
        {
          role: "communities",
          name: "s.json",
          text: file({ 社区: "甲社区", 街道: "北街道" }, square(100.999, 0.01)),
        },
      ],
      { fieldMap: {}, crs: null },
    );
    expect(world.compounds[0]).toMatchObject({ communityName: "甲社区", street: "北街道" });
  });
});
