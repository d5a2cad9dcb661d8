import { describe, expect, it } from "vitest";
import { FIGURES, type FigureKey, readFigure, traceFigure } from "../../../src/core/index.ts";
import { gridProblem } from "../../problem-builder.ts";

const { world, estimator } = gridProblem({
  columns: 2,
  edges: [],
  ledger: [
    { households: 100, floorAreaM2: 8_000, gates: 1 },
    { households: 200, floorAreaM2: 16_000, gates: 2 },
  ],
});
const members = [0, 1];
const own = { w_clean: 30_000 };
const terms = {
  world,
  members,
  estimate: estimator.district(members, own),
  values: estimator.values,
  fromSet: new Set<string>(),
  fromCity: new Set(["fee_plan"]),
  own,
  byCompound: new Map([[1, { coll_plan: 0.5 }]]),
};

/** Everything below a figure: assumptions and ledger columns at the bottom. */
function bottomOf(
  key: FigureKey,
  seen = new Set<FigureKey>(),
): { assumptions: string[]; fields: string[] } {
  if (seen.has(key)) return { assumptions: [], fields: [] };
  seen.add(key);
  const { inputs, assumptions, fields } = FIGURES[key];
  const below = inputs.map((input) => bottomOf(input, seen));
  return {
    assumptions: [...assumptions, ...below.flatMap((b) => b.assumptions)],
    fields: [...fields, ...below.flatMap((b) => b.fields)],
  };
}

describe("trace", () => {
  it("[E24] a figure opens to its inputs, its assumptions with where they were set, and ledger cells", () => {
    const wages = traceFigure("wagesYuan", terms);
    expect(wages.value).toBe(terms.estimate.wagesYuan);
    expect(wages.inputs.map(({ key }) => key)).toContain("postCleaners");
    const clean = wages.assumptions.find(({ key }) => key === "w_clean");
    expect(clean).toEqual({ key: "w_clean", value: 30_000, setAt: "district", own: [] });
    const fee = traceFigure("feeReceivableYuan", terms);
    expect(fee.assumptions.find(({ key }) => key === "fee_plan")?.setAt).toBe("city");
    expect(fee.cells).toContainEqual({
      compound: 1,
      field: "floorAreaM2",
      value: 16_000,
      provenance: world.compounds[1].provenance.floorAreaM2,
    });
    const collected = traceFigure("feeIncomeYuan", terms);
    expect(collected.assumptions.find(({ key }) => key === "coll_plan")?.own).toEqual([[1, 0.5]]);
  });

  it("[E24] every figure can be opened, and money reaches ledger cells or assumptions at the bottom", () => {
    for (const key of Object.keys(FIGURES) as FigureKey[]) {
      const trace = traceFigure(key, terms);
      expect(trace.value).toBe(readFigure(terms.estimate, key));
      if (!key.endsWith("Yuan")) continue;
      const bottom = bottomOf(key);
      const named = bottom.assumptions.length + bottom.fields.length;
      if (key !== "aloneCostYuan" && key !== "aloneNetCostYuan")
        expect(named, key).toBeGreaterThan(0);
    }
  });
});
