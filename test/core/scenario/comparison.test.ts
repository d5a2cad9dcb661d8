import { describe, expect, it } from "vitest";
import { evaluateZoning } from "../../../src/core/regionalization/evaluate-zoning.ts";
import { compareScenarios } from "../../../src/core/scenario/comparison.ts";
import { applyDiff, moveCompounds } from "../../../src/core/zoning/edit.ts";
import type { Zoning } from "../../../src/core/zoning/zoning.ts";
import { gridWorld, solved } from "../../prepared-builder.ts";

function sample() {
  const world = gridWorld(14);
  const { prepared, plan } = solved(world);
  const asScenario = (name: string, zoning: Zoning) => {
    const { estimates, violations } = evaluateZoning(prepared.problem, zoning);
    return { name, world, zoning, estimates, violations };
  };
  const members = [...plan.zoning.assignment.keys()].filter((i) => plan.zoning.assignment[i] === 0);
  const edited = applyDiff(plan.zoning, moveCompounds(plan.zoning, members, "none"));
  return {
    world,
    plan,
    table: compareScenarios([asScenario("a", plan.zoning), asScenario("b", edited)]),
  };
}

describe("scenarios side by side", () => {
  it("[S8] indicators are sums over districts with members", () => {
    const { world, plan, table } = sample();
    const row = (key: string) => table.indicators.find((indicator) => indicator.key === key);
    const included = [...plan.zoning.assignment].filter((d) => d >= 0).length;
    expect(table.scenarios).toEqual(["a", "b"]);
    expect(row("districts")?.values).toEqual([
      plan.zoning.districts.length,
      plan.zoning.districts.length - 1,
    ]);
    expect(row("compoundsIncluded")?.values[0]).toBe(included);
    const takesPart = world.compounds.filter((c) => (c.builtYear ?? 0) <= 2000).length;
    expect(row("compoundsLeftOut")?.values[0]).toBe(takesPart - included);
    const households = (k: number) =>
      (row("householdsIncluded")?.values[k] ?? 0) + (row("householdsLeftOut")?.values[k] ?? 0);
    expect(households(0)).toBe(households(1));
    const net = row("netCostYuan")?.values[0];
    expect(net).toBe((row("costYuan")?.values[0] ?? 0) - (row("incomeYuan")?.values[0] ?? 0));
  });

  it("[S8] differences are to the first scenario", () => {
    const { table } = sample();
    for (const { values, differences } of table.indicators)
      expect(differences).toEqual(values.map((x) => x - values[0]));
    expect(table.indicators.some(({ differences }) => differences[1] !== 0)).toBe(true);
    expect(compareScenarios([]).indicators.every(({ values }) => values.length === 0)).toBe(true);
  });
});
