import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ASSUMPTIONS,
  DEFAULT_PARAMETERS,
  DEFAULT_RULE_PACK,
  NO_DECISIONS,
  prepare,
  type Recipe,
  readAssumptions,
  readRulePack,
  SHIPPED_SETS,
  valuesOf,
  writeAssumptions,
  writeRulePack,
} from "../../../src/core/index.ts";
import { normaliseRecipe } from "../../../src/core/scenario/normalise-recipe.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";

const RECIPE: Recipe = {
  read: { fieldMap: {}, crs: null },
  parameters: {
    ...DEFAULT_PARAMETERS,
    envelope: "terrain",
    limits: { ...DEFAULT_PARAMETERS.limits, minFloorAreaM2: null },
  },
  ...NO_DECISIONS,
};

const world = worldFromPolygons(
  [0, 1, 2].map((i) => ({ parts: box(i * 60, 0, 58, 58), floorAreaM2: 9_000, households: 110 })),
);

const codesOf = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

describe("assumption sets", () => {
  it("[E20] a set written and read again gives the same values; a blank one changes nothing", () => {
    for (const set of [null, ...SHIPPED_SETS]) {
      const text = writeAssumptions(set, { values: {}, blank: false });
      const read = readAssumptions(JSON.parse(text), "set.json");
      expect(read.issues).toEqual([]);
      expect(valuesOf({ ...RECIPE, assumptionSet: read.set })).toEqual(
        valuesOf({ ...RECIPE, assumptionSet: set }),
      );
    }
    const blank = readAssumptions(
      JSON.parse(writeAssumptions(null, { values: {}, blank: true })),
      null,
    );
    expect(blank.issues).toEqual([]);
    expect(blank.set?.entries).toEqual({});
  });

  it("[E20] a changed value is written with its range around it, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ASSUMPTIONS),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        ({ key }, value) => {
          const text = writeAssumptions(null, { values: { [key]: value }, blank: false });
          const read = readAssumptions(JSON.parse(text), null);
          expect(read.issues).toEqual([]);
          expect(read.set?.entries[key]?.value).toBe(value);
        },
      ),
    );
  });

  it("[E20] unknown keys and values outside their own range are named; the rest is taken", () => {
    const read = readAssumptions(
      {
        format: "pianqu-assumptions",
        version: 1,
        id: "x",
        entries: {
          fee_plan: { value: 0.6, source: "股东会报价 2026" },
          nonsense: { value: 1 },
          material: { value: 2, low: 3 },
          coll_plan: { value: "75 %" },
          subsidy: { value: null },
        },
      },
      "x.json",
    );
    expect(codesOf(read.issues)).toEqual([
      "assumption-unknown",
      "assumption-entry",
      "assumption-entry",
    ]);
    expect(Object.keys(read.set?.entries ?? {})).toEqual(["fee_plan"]);
    expect(read.set?.entries.fee_plan?.source?.zh).toBe("股东会报价 2026");
  });

  it("[E20] anything at all as content is read without a throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        readAssumptions(content, null);
        readRulePack(content, null);
        readAssumptions({ format: "pianqu-assumptions", entries: content }, null);
        readRulePack({ format: "pianqu-rules", limits: content, consent: content }, null);
      }),
    );
  });
});

describe("values for single places", () => {
  it("[E21] a compound's own value goes before the city's, a district's in between, each only there", () => {
    const recipe: Recipe = {
      ...RECIPE,
      assumptions: { fee_plan: 0.6 },
      compoundAssumptions: { [world.compounds[1].id]: { fee_plan: 0.2 } },
      districtAssumptions: { d1: { fee_plan: 0.9, service_level: 0 } },
    };
    const { estimator, overrides, issues } = prepare(world, recipe);
    expect(issues).toEqual([]);
    const fees = (own?: Parameters<typeof estimator.accounts>[1]) =>
      estimator.accounts([0, 1, 2], own).map((a) => a.feeAfterYuanPerM2Month);
    expect(fees()).toEqual([0.6, 0.2, 0.6]);
    const own = overrides.byDistrict.get("d1");
    expect(fees(own)).toEqual([0.9, 0.2, 0.9]);
    expect(estimator.district([0, 1, 2], own).serviceLevel).toBe("floor");
    expect(estimator.district([0, 1, 2]).serviceLevel).toBe("basic");
  });

  it("[E21] what cannot be set so narrowly, and who is unknown, is said and not used", () => {
    const recipe: Recipe = {
      ...RECIPE,
      compoundAssumptions: {
        [world.compounds[0].id]: { w_guard: 1 },
        nobody: { fee_plan: 1 },
      },
      districtAssumptions: { d1: { wage_region: 9, fee_plan: 0.7 } },
    };
    const { overrides, issues } = prepare(world, recipe);
    expect(codesOf(issues).sort()).toEqual([
      "override-scope",
      "override-scope",
      "override-unknown-compound",
    ]);
    expect(overrides.byDistrict.get("d1")).toEqual({ fee_plan: 0.7 });
  });

  it("[S12] places without values leave no trace in the file", () => {
    const recipe = { ...RECIPE, compoundAssumptions: { b: {}, a: { fee_plan: 0.4 } } };
    expect(normaliseRecipe(recipe).compoundAssumptions).toEqual({ a: { fee_plan: 0.4 } });
  });
});

describe("rule pack", () => {
  it("[S11] written and read again is the same", () => {
    const again = readRulePack(JSON.parse(writeRulePack(DEFAULT_RULE_PACK)), "rules.json");
    expect(again).toEqual({ pack: DEFAULT_RULE_PACK, issues: [] });
  });

  it("[S11] a wrong part is named and the national rule stands; limits may name only what differs", () => {
    const { pack, issues } = readRulePack(
      {
        format: "pianqu-rules",
        version: 1,
        name: { zh: "本市", en: "here" },
        consent: { quorum: 2, ordinary: 0.5, special: 0.75 },
        creditGrades: [
          { grade: "A", min: 70 },
          { grade: "AA", min: 80 },
        ],
        limits: { maxHouseholds: 2000 },
        barrierClasses: { "Ｓecondary ": "hard" },
        nonsense: 1,
      },
      "rules.json",
    );
    expect(issues.map(({ code, args }) => [code, args.part])).toEqual([
      ["rules-part", "consent.quorum"],
      ["rules-part", "creditGrades"],
      ["rules-unknown-part", "nonsense"],
    ]);
    expect(pack.consent).toEqual(DEFAULT_RULE_PACK.consent);
    expect(pack.limits).toEqual({ ...DEFAULT_RULE_PACK.limits, maxHouseholds: 2000 });
    expect(pack.barrierClasses).toEqual({ secondary: "hard" });
  });

  it("[S11] a fee above the guidance price is said", () => {
    const rulePack = { ...DEFAULT_RULE_PACK, guidedFeeYuanPerM2Month: 0.4 };
    expect(codesOf(prepare(world, { ...RECIPE, rulePack }).issues)).toEqual(["fee-above-guided"]);
    const cheap = { ...RECIPE, rulePack, assumptions: { fee_plan: 0.4 } };
    expect(prepare(world, cheap).issues).toEqual([]);
  });
});
