import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../src/core/contiguity/build-graph.ts";
import { classWord } from "../../../src/core/export/class-words.ts";
import { reportComponents } from "../../../src/core/export/component-report.ts";
import type { World } from "../../../src/core/ingest/world.ts";
import { prepare } from "../../../src/core/scenario/prepare.ts";
import { recipeWith } from "../../prepared-builder.ts";
import { box, type TestBarrier, worldFromPolygons } from "../../world-builder.ts";

const ledger = {
  builtYear: 1990,
  community: "A",
  communityName: "甲社区",
  households: 100,
  floorAreaM2: 1000,
};

/** Compounds of 50 m with their left edge at `x`, and upright lines as barriers. */
function worldOf(
  compounds: readonly (Partial<typeof ledger> & { readonly x: number })[],
  lines: readonly (Omit<TestBarrier, "paths"> & { readonly x: number })[] = [],
): World {
  const barriers = lines.map(({ x, ...rest }) => ({
    ...rest,
    barrierClass: "hard" as const,
    paths: [
      [
        [x, -90],
        [x, 90],
      ],
    ] as const,
  }));
  return worldFromPolygons(
    compounds.map(({ x, ...rest }) => ({ ...ledger, parts: box(x, 0, 50, 50), ...rest })),
    { barriers },
  );
}

function report(world: World, language: "zh" | "en" = "zh") {
  const graph = buildGraph(world, { gapM: 30, links: "gap", added: [], removed: [] });
  return reportComponents(prepare(world, recipeWith(), { graph }), null, language);
}

describe("components in the run record", () => {
  it("[X5] an unnamed barrier is named by kind and class, never by its id", () => {
    const world = worldOf([{ x: 0 }, { x: 60 }], [{ x: 55, id: "w123", kind: "water" }]);
    const canal = { ...world.barriers[0], sourceClass: "canal" };
    const [first] = report({ ...world, barriers: [canal] });
    expect(first.words).toContain("跨河流水面（渠）增设通道");
    expect(JSON.stringify(first)).not.toContain("w123");
    expect(report({ ...world, barriers: [canal] }, "en")[0].words).toContain("water (canal)");
  });

  it("[X5] a wider gap with nothing between is not told twice; only it is rounded up", () => {
    const [first] = report(worldOf([{ x: 0 }, { x: 90.01 }]));
    expect(Object.keys(first.connect)).toEqual(["gap"]);
    expect(first.words).toContain("40.1 m");
    const [held] = report(
      worldOf([{ x: 0 }, { x: 60.01, community: "B", communityName: "乙社区" }]),
    );
    expect(held.words).toMatch(
      /^受界线限制：允许跨“甲社区”与“乙社区”的界线即可与“.+”连通（间距 10 m）$/,
    );
  });

  it("[X5] alone says how far was looked; oversized ones are listed with their neighbours", () => {
    expect(report(worldOf([{ x: 0 }, { x: 5000 }]))[0].words).toContain("300 m");
    const list = report(worldOf([{ x: 0 }, { x: 60, households: 5000 }]));
    expect(list.map(({ reason }) => reason)).toEqual(["beside-oversized", "oversized"]);
    expect(list[0].words).toContain("只与自身超出上限的小区邻接（");
    expect(list[1].words).toBe("自身超出上限");
  });

  it("classes of OpenStreetMap are Chinese in Chinese, unknown ones as they are", () => {
    const words = ["canal", "trunk_link", "Residential", "规划道路", "xyz"];
    expect(words.map((word) => classWord(word, "zh"))).toEqual([
      ...["渠", "快速路", "居住区道路", "规划道路", "xyz"],
    ]);
    expect(classWord("canal", "en")).toBe("canal");
  });
});
