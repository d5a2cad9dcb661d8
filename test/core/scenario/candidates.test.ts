import { describe, expect, it } from "vitest";
import { candidateRecipes } from "../../../src/core/scenario/candidates.ts";
import { type IndicatorValues, readIndicators } from "../../../src/core/scenario/comparison.ts";
import { judgeCandidates, TRADE_OFF } from "../../../src/core/scenario/judge-candidates.ts";
import { viewScenario } from "../../../src/core/scenario/view.ts";
import { gridWorld, recipeWith, solved } from "../../prepared-builder.ts";

const WORLD = gridWorld(14);

function indicators(change: Partial<IndicatorValues> = {}): IndicatorValues {
  const { prepared, plan } = solved(WORLD);
  const view = viewScenario({ name: "x", prepared, zoning: plan.zoning });
  return { ...readIndicators(view), ...change };
}

const named = (name: string, change: Partial<IndicatorValues>) => ({
  name: { zh: name, en: name },
  indicators: indicators(change),
});

describe("candidates", () => {
  it("[S48] recipes differ in nothing but what they aim at", () => {
    const base = recipeWith({ assumptions: { fee_plan: 0.6 } });
    const candidates = candidateRecipes(base, solved(WORLD, base).prepared.problem);
    expect(candidates.length).toBeGreaterThanOrEqual(4);
    expect(new Set(candidates.map(({ key }) => key)).size).toBe(candidates.length);
    for (const { recipe } of candidates) {
      const { parameters, ...rest } = recipe;
      const { parameters: own, ...others } = base;
      expect(rest).toEqual(others);
      expect(parameters.limits).toEqual(own.limits);
      expect(parameters.seed).toBe(own.seed);
    }
    const counts = candidates.map(({ recipe }) => recipe.parameters.districts ?? 0);
    expect(counts[4]).toBeGreaterThanOrEqual(counts[2]);
  });

  it("[S48] one that another beats on everything is dropped; of equals the earlier stays", () => {
    const judged = judgeCandidates([
      named("便宜", { netCostYuan: 100_000, meanServiceM: 90, uncoveredYuan: 0 }),
      named("近", { netCostYuan: 300_000, meanServiceM: 40, uncoveredYuan: 0 }),
      named("又贵又远", { netCostYuan: 400_000, meanServiceM: 95, uncoveredYuan: 0 }),
      named("同近", { netCostYuan: 300_000, meanServiceM: 40, uncoveredYuan: 0 }),
    ]);
    expect(judged.map(({ beatenBy }) => beatenBy)).toEqual([null, null, 0, 1]);
    expect(judged[0].bestAt).toContain("netCostYuan");
    expect(judged[0].words.zh).toContain("到服务点平均比“近”远 50 m");
    expect(judged[1].words.en).toContain("costs 0.2 M yuan a year more than “便宜”");
    for (const { words } of judged) expect(words.zh + words.en).not.toMatch(/[{}]/);
    expect(TRADE_OFF.every((key) => key in indicators())).toBe(true);
  });
});
