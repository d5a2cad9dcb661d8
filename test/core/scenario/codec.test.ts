import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULE_PACK, SHIPPED_SETS } from "../../../src/core/index.ts";
import { readScenario, writeScenario } from "../../../src/core/scenario/codec.ts";
import { MIGRATIONS, migrateScenario } from "../../../src/core/scenario/migrations.ts";
import { normaliseRecipe } from "../../../src/core/scenario/normalise-recipe.ts";
import type { Recipe } from "../../../src/core/scenario/recipe.ts";
import type { Scenario } from "../../../src/core/scenario/scenario.ts";
import { LOG_EVENTS, NEW_RECORD } from "../../../src/core/scenario/scenario-record.ts";
import { describePlan, describeZoning } from "../../../src/core/scenario/scenario-zoning.ts";
import { restoreStep } from "../../../src/core/scenario/step-record.ts";
import { LEFT_OUT_REASONS } from "../../../src/core/zoning/zoning.ts";
import { gridWorld, recipeWith, solved } from "../../prepared-builder.ts";

const text = fc.string({ unit: "binary" });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x));
const amount = number.map(Math.abs);
const degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((x) => (x === 0 ? 0 : x));
const lonLat = fc.tuple(degrees(180), degrees(90));
const certificate = fc.constantFrom("optimal", "bounded");
const relaxation = fc.record({
  what: fc.constantFrom("gap", "max-span", "aged-before"),
  from: fc.oneof(number, text),
  to: fc.oneof(number, text),
  verified: fc.boolean(),
});
const district = { id: text, name: text, compounds: fc.array(text) };

const scenarios = fc.record({
  id: text,
  name: text,
  parent: fc.option(text),
  dataHash: text,
  recipe: fc
    .record({
      seed: fc.maxSafeInteger(),
      gapM: amount,
      maxSpanM: fc.option(amount),
      threshold: fc.option(fc.record({ field: text, min: number })),
      attributes: fc.array(text),
      fee: amount,
      maxBreakEvenFeeYuanPerM2Month: fc.option(amount),
      assumptionSet: fc.option(fc.constantFrom(...SHIPPED_SETS)),
      districtAssumptions: fc.array(fc.tuple(text, amount)),
      compoundAssumptions: fc.array(fc.tuple(text, amount)),
      linksAdded: fc.array(fc.tuple(text, text)),
      linksRemoved: fc.array(fc.tuple(text, text)),
      barriersDrawn: fc.array(
        fc.record({
          id: text,
          kind: fc.constantFrom("road", "rail", "water", "cliff", "other"),
          barrierClass: fc.constantFrom("hard", "penalised", "free"),
          line: fc.array(lonLat, { minLength: 2, maxLength: 4 }),
        }),
      ),
      barriersRemoved: fc.array(text),
      crossingsDrawn: fc.array(fc.record({ id: text, at: lonLat })),
      crossingsRemoved: fc.array(text),
      mustTogether: fc.array(fc.array(text)),
      neverTogether: fc.array(fc.tuple(text, text)),
      locks: fc.array(fc.record({ ...district, whole: fc.boolean() })),
      start: fc.option(fc.array(fc.record(district))),
      anchorsAsSeeds: fc.boolean(),
      fields: fc.array(fc.tuple(fc.oneof(text, fc.constantFrom("__proto__", "toString")), text)),
    })
    .map(
      ({
        seed,
        gapM,
        maxSpanM,
        threshold,
        attributes,
        fee,
        fields,
        maxBreakEvenFeeYuanPerM2Month,
        districtAssumptions,
        compoundAssumptions,
        anchorsAsSeeds,
        ...decisions
      }) => {
        const base = recipeWith();
        const limits = { ...base.parameters.limits, maxSpanM, maxBreakEvenFeeYuanPerM2Month };
        const places = (list: readonly (readonly [string, number])[]) =>
          Object.fromEntries(list.map(([id, fee_plan]) => [id, { fee_plan }]));
        const own = { seed, gapM, limits, threshold, attributes, anchorsAsSeeds };
        const parameters = { ...base.parameters, ...own };
        const read = { fieldMap: Object.fromEntries(fields), crs: null };
        return recipeWith({
          read,
          parameters,
          assumptions: { fee_plan: fee },
          districtAssumptions: places(districtAssumptions),
          compoundAssumptions: places(compoundAssumptions),
          ...decisions,
        });
      },
    ),
  zoning: fc.record({
    districts: fc.array(fc.record(district)),
    leftOut: fc.array(
      fc.record({ compoundId: text, reason: fc.constantFrom(...LEFT_OUT_REASONS) }),
    ),
  }),
  plan: fc.option(
    fc.record({
      stopped: fc.constantFrom("done", "cancelled", "time"),
      objective: fc.record({
        name: fc.constantFrom("cost", "max-p", "compact"),
        levels: fc.array(number),
        lowerBound: fc.array(number),
        gap: amount,
        certificate,
      }),
      components: fc.array(fc.record({ compounds: fc.nat(), certificate, gap: amount })),
      leftOut: fc.array(
        fc.record({
          compoundId: text,
          reason: fc.constantFrom(...LEFT_OUT_REASONS),
          relaxation: fc.option(relaxation),
          relaxations: fc.array(relaxation),
        }),
      ),
    }),
  ),
  edited: fc.boolean(),
  stale: fc.boolean(),
  record: fc.record({
    note: text,
    locked: fc.boolean(),
    archived: fc.boolean(),
    log: fc.array(
      fc.record({
        event: fc.constantFrom(...LOG_EVENTS),
        at: fc.option(text),
        args: fc
          .array(fc.tuple(fc.oneof(text, fc.constantFrom("__proto__")), fc.oneof(text, number)))
          .map((entries) => Object.fromEntries(entries)),
      }),
    ),
  }),
  sources: fc.array(
    fc.record({ role: fc.constantFrom("compounds", "ledger", "barriers"), name: text, text }),
  ),
}) as fc.Arbitrary<Scenario>;

function sampleScenario(): Scenario {
  const world = gridWorld(9);
  const { plan, prepared } = solved(world);
  return {
    id: "s1",
    name: "试点",
    parent: null,
    dataHash: world.dataHash,
    recipe: prepared.recipe,
    zoning: describeZoning(plan.zoning, world),
    plan: describePlan(plan, world),
    edited: false,
    stale: false,
    record: NEW_RECORD,
    sources: [{ role: "compounds", name: "a.geojson", text: "{}" }],
  };
}

describe("the scenario file", () => {
  it("[S1] reading what was written is the identity", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(readScenario(writeScenario(scenario))).toEqual({ scenario, issues: [] });
      }),
      { numRuns: 200 },
    );
  });

  it("[S1] a solved scenario comes back; `version` is the first key", () => {
    const scenario = sampleScenario();
    const file = writeScenario(scenario);
    expect(Object.keys(JSON.parse(file))[0]).toBe("version");
    expect(readScenario(file).scenario).toEqual(scenario);
  });

  it("[S1] equal scenarios have equal texts, whatever the order of their keys", () => {
    const scenario = sampleScenario();
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, turned(inner)]),
      );
    };
    const recipe = { ...scenario.recipe, assumptions: { vat: 0.01, fee_plan: 1 } };
    const one = { ...scenario, recipe };
    expect(writeScenario(turned(one) as Scenario)).toBe(writeScenario(one));
    const broken = { ...scenario.recipe.parameters, gapM: Number.NaN };
    expect(() =>
      writeScenario({ ...scenario, recipe: { ...scenario.recipe, parameters: broken } }),
    ).toThrow("recipe.parameters.gapM");
  });

  it("[S2] any text is read without a throw", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.json()), (anything) => {
        const { scenario, issues } = readScenario(anything);
        expect(scenario).toBeNull();
        expect(issues).toHaveLength(1);
      }),
    );
  });

  it("[S2] says what is wrong with a file that is none", () => {
    const file = writeScenario(sampleScenario());
    const codeOf = (damaged: string) => readScenario(damaged, "x").issues[0]?.code;
    expect(codeOf(file.slice(0, -20))).toBe("scenario-syntax");
    expect(codeOf('{"type":"FeatureCollection"}')).toBe("scenario-none");
    expect(codeOf(file.replace('"version": 5', '"version": 6'))).toBe("scenario-newer");
    expect(codeOf(file.replace('"gapM": 30', '"gapM": "30"'))).toBe("scenario-damaged");
    expect(codeOf(file.replace('"gapM": 30', '"gapM": -1'))).toBe("scenario-damaged");
    expect(codeOf(file.replace('"edited"', '"edit"'))).toBe("scenario-damaged");
    expect(codeOf(file.replace('"assumptions": {}', '"assumptions": {"x":1}'))).toBe(
      "scenario-damaged",
    );
  });

  it("[S2] names the place of the damage", () => {
    const file = writeScenario(sampleScenario());
    const [issue] = readScenario(file.replace('"gapM": 30', '"gapM": null'), "a.json").issues;
    expect(issue?.args.path).toBe("recipe.parameters.gapM");
    expect(issue?.source).toBe("a.json");
  });

  it("[S3] migrates one version at a time", () => {
    const steps = new Map([
      [1, (c: Readonly<Record<string, unknown>>) => ({ ...c, trail: [1] })],
      [2, ({ trail, ...c }: Readonly<Record<string, unknown>>) => ({ ...c, trail: [trail, 2] })],
    ]);
    const migrated = migrateScenario({ version: 1, name: "x" }, 1, { to: 3, steps });
    expect(migrated).toEqual({ version: 3, name: "x", trail: [[1], 2] });
    expect(() => migrateScenario({}, 1, { to: 4, steps })).toThrow("from scenario version 3");
    expect([...MIGRATIONS.keys()]).toEqual([1, 2, 3, 4]);
  });

  it("[S3] a file of version 4 opens with nothing drawn", () => {
    const scenario = sampleScenario();
    const { barriersDrawn, barriersRemoved, crossingsDrawn, crossingsRemoved, ...recipe } =
      scenario.recipe;
    const program = { version: 4, format: "pianqu-scenario", program: "0.1.0" };
    expect(readScenario(JSON.stringify({ ...program, ...scenario, recipe }))).toEqual({
      scenario,
      issues: [],
    });
    const drawn = [barriersDrawn, barriersRemoved, crossingsDrawn, crossingsRemoved];
    expect(drawn).toEqual([[], [], [], []]);
  });

  it("[S12] a recipe kept before there were drawings is one that draws nothing", () => {
    const { barriersDrawn, barriersRemoved, crossingsDrawn, crossingsRemoved, ...kept } =
      recipeWith();
    expect(normaliseRecipe(kept as Recipe)).toEqual(normaliseRecipe(recipeWith()));
    const step = { moves: [], districts: [], mark: null, recipe: { before: {}, after: {} } };
    expect(restoreStep(step, new Map())?.recipe).toEqual({ before: {}, after: {} });
  });

  it("[S3] a file of version 3 opens with nothing noted, unlocked and without a log", () => {
    const { record, ...scenario } = sampleScenario();
    const old = { version: 3, format: "pianqu-scenario", program: "0.1.0", ...scenario };
    const opened = { ...scenario, record: { note: "", locked: false, archived: false, log: [] } };
    expect(readScenario(JSON.stringify(old))).toEqual({ scenario: opened, issues: [] });
    expect(record).toEqual(NEW_RECORD);
  });

  it("[S3] a file of version 2 opens with the shipped assumptions, national rules and no fee limit", () => {
    const scenario = sampleScenario();
    const { record: _record, ...written } = scenario;
    const { limits, ...others } = scenario.recipe.parameters;
    const { maxBreakEvenFeeYuanPerM2Month: _, ...oldLimits } = limits;
    const { assumptionSet, districtAssumptions, compoundAssumptions, rulePack, ...recipe } =
      scenario.recipe;
    const old = {
      version: 2,
      format: "pianqu-scenario",
      program: "0.1.0",
      ...written,
      recipe: { ...recipe, parameters: { ...others, limits: oldLimits } },
    };
    expect(readScenario(JSON.stringify(old))).toEqual({ scenario, issues: [] });
    expect([assumptionSet, districtAssumptions, compoundAssumptions]).toEqual([null, {}, {}]);
    expect(rulePack).toEqual(DEFAULT_RULE_PACK);
  });

  it("[S3] a file of version 1 opens with no rules and unverified relaxations", () => {
    const scenario = sampleScenario();
    const { record: _record, ...written } = scenario;
    const { anchorsAsSeeds: _, limits, ...others } = scenario.recipe.parameters;
    const { maxBreakEvenFeeYuanPerM2Month: __, ...oldLimits } = limits;
    const parameters = { ...others, limits: oldLimits };
    const { read, assumptions, linksAdded, linksRemoved } = scenario.recipe;
    const leftOut = [
      {
        compoundId: "c008",
        reason: "isolate",
        relaxation: { what: "min-households", from: 300, to: 230 },
      },
      { compoundId: "c003", reason: "not-placed", relaxation: null },
    ];
    const old = {
      version: 1,
      format: "pianqu-scenario",
      program: "0.1.0",
      ...written,
      recipe: { read, parameters, assumptions, linksAdded, linksRemoved },
      plan: { ...scenario.plan, leftOut },
    };
    const opened = readScenario(JSON.stringify(old));
    expect(opened.issues).toEqual([]);
    expect(opened.scenario?.recipe).toEqual({
      ...scenario.recipe,
      mustTogether: [],
      neverTogether: [],
      locks: [],
      start: null,
    });
    expect(opened.scenario?.plan?.leftOut).toEqual([
      {
        ...leftOut[0],
        relaxation: { ...leftOut[0].relaxation, verified: false },
        relaxations: [{ ...leftOut[0].relaxation, verified: false }],
      },
      { ...leftOut[1], relaxations: [] },
    ]);
    expect(readScenario('{"format":"pianqu-scenario","version":1}').issues[0]?.code).toBe(
      "scenario-damaged",
    );
  });
});
