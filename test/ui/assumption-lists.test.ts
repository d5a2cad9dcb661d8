import { describe, expect, it } from "vitest";
import { ASSUMPTIONS, wordsOfUnit } from "../../src/core/index.ts";
import { groupAssumptions } from "../../src/ui/assumptions/group-assumptions.ts";
import { listOverrides } from "../../src/ui/assumptions/list-overrides.ts";
import { stepOf } from "../../src/ui/assumptions/step-of.ts";
import { recipeWith } from "../prepared-builder.ts";

describe("assumptions as listed", () => {
  it("stand under their subject, all of them without a search", () => {
    const all = groupAssumptions(ASSUMPTIONS, " ").flatMap(({ entries }) => entries);
    expect(all).toHaveLength(ASSUMPTIONS.length);
    expect(new Set(groupAssumptions(ASSUMPTIONS, "").map(({ group }) => group)).size).toBe(7);
  });

  it("are found by every word, in either language, by source or key", () => {
    const keys = (search: string) =>
      groupAssumptions(ASSUMPTIONS, search).flatMap(({ entries }) => entries.map(({ key }) => key));
    expect(keys("fee_plan")).toEqual(["fee_plan"]);
    expect(keys("株洲 沈阳")).toEqual(["fee_plan"]);
    expect(keys("COLLECTION rate 2–3")).toEqual(["coll_plan"]);
    expect(keys("nothing of the kind")).toEqual([]);
  });

  it("have a unit in both languages and a step that fits the range", () => {
    for (const { key, unit, low, high } of ASSUMPTIONS) {
      expect([key, wordsOfUnit(unit, "zh") === null]).toEqual([key, false]);
      expect([key, /[一-鿿]/.test(wordsOfUnit(unit, "en") ?? "无")]).toEqual([key, false]);
      const step = stepOf({ low, high });
      expect(step).toBeGreaterThan(0);
      if (high > low) expect(step).toBeLessThan(high - low);
    }
  });
});

describe("values set by hand", () => {
  it("are listed with what held before, the city's first", () => {
    const list = listOverrides(
      recipeWith({
        assumptions: { fee_plan: 0.6 },
        districtAssumptions: { P001: { fee_plan: 0.7, service_level: 0 } },
        compoundAssumptions: { c1: { coll_plan: 0.5 } },
      }),
    );
    expect(
      list.map(({ place, entry, before, value }) => [
        place.kind,
        place.id,
        entry.key,
        before,
        value,
      ]),
    ).toEqual([
      ["city", null, "fee_plan", 0.5, 0.6],
      ["district", "P001", "fee_plan", 0.6, 0.7],
      ["district", "P001", "service_level", 1, 0],
      ["compound", "c1", "coll_plan", 0.75, 0.5],
    ]);
  });
});
