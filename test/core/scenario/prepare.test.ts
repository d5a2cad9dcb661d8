import { describe, expect, it } from "vitest";
import { checkAssumptions } from "../../../src/core/scenario/check-assumptions.ts";
import { prepare } from "../../../src/core/scenario/prepare.ts";
import { gridWorld, recipeWith } from "../../prepared-builder.ts";

describe("prepare", () => {
  it("[S6] tells its stages in order and can take a graph it is given", () => {
    const world = gridWorld(6);
    const stages: string[] = [];
    const prepared = prepare(world, recipeWith(), { onStage: (stage) => stages.push(stage) });
    expect(stages).toEqual(["link", "estimate", "problem"]);
    expect(prepared.graph.links.count).toBeGreaterThan(0);
    expect(prepare(world, recipeWith(), { graph: prepared.graph }).graph).toBe(prepared.graph);
  });

  it("[S6] links by hand go by id; unknown ids and loops become issues", () => {
    const world = gridWorld(6);
    const plain = prepare(world, recipeWith());
    const { graph, issues } = prepare(
      world,
      recipeWith({
        linksAdded: [
          ["c000", "c005"],
          ["c000", "nobody"],
          ["c002", "c002"],
        ],
        linksRemoved: [
          ["c000", "c001"],
          ["c003", "c003"],
        ],
      }),
    );
    const byHand = graph.links.byHand.reduce((sum, x) => sum + x, 0);
    expect(byHand).toBe(1);
    expect(graph.links.count).toBe(plain.graph.links.count);
    expect(issues.filter(({ code }) => code === "link-unknown-compound")).toMatchObject([
      { severity: "warning", args: { a: "c000", b: "nobody" } },
    ]);
    expect(issues.filter(({ code }) => code === "link-to-itself")).toMatchObject([
      { severity: "warning", args: { a: "c002", b: "c002" } },
      { severity: "warning", args: { a: "c003", b: "c003" } },
    ]);
  });

  it("[S6] [R36] rules and start go by id; what the data lack becomes an issue", () => {
    const world = gridWorld(6);
    const { problem, issues } = prepare(
      world,
      recipeWith({
        mustTogether: [["c000", "c001", "nobody"]],
        neverTogether: [
          ["c000", "c002"],
          ["c002", "nobody"],
        ],
        locks: [{ id: "P9", name: "甲", compounds: ["c004", "gone"], whole: true }],
        start: [{ id: "P1", name: "甲", compounds: ["c000", "c001", "away"] }],
      }),
    );
    expect(problem.rules).toEqual({
      mustTogether: [[0, 1]],
      neverTogether: [[0, 2]],
      locks: [{ id: "P9", name: "甲", compounds: [4], whole: true }],
    });
    expect([...(problem.start?.assignment ?? [])]).toEqual([0, 0, -1, -1, -1, -1]);
    expect(issues.filter(({ code }) => code.includes("unknown")).map(({ args }) => args)).toEqual([
      { a: "nobody" },
      { a: "gone" },
      { a: "away", count: 1 },
    ]);
  });

  it("[S9] assumptions: known keys with numbers ≥ 0 are taken, the rest is an error each", () => {
    const content = JSON.parse(
      '{"fee_plan":0.6,"vat":0,"nope":1,"material":"2","overhead":-1,"travel":null,"__proto__":3}',
    );
    const { values, issues } = checkAssumptions(content, "a.json");
    expect(values).toEqual({ fee_plan: 0.6, vat: 0 });
    expect(issues.map(({ code, args }) => [code, args.key])).toEqual([
      ["assumption-unknown", "nope"],
      ["assumption-value", "material"],
      ["assumption-value", "overhead"],
      ["assumption-value", "travel"],
      ["assumption-unknown", "__proto__"],
    ]);
    expect(
      issues.every(({ severity, source }) => severity === "error" && source === "a.json"),
    ).toBe(true);
    expect(checkAssumptions([1], null).issues[0]?.code).toBe("assumptions-not-object");
  });
});
