import { describe, expect, it } from "vitest";
import { plainCompound } from "../../../src/core/ingest/plain-compound.ts";
import { branchScenario, changeScenario } from "../../../src/core/scenario/branch.ts";
import { readScenario, writeScenario } from "../../../src/core/scenario/codec.ts";
import { nameDifferences } from "../../../src/core/scenario/name-differences.ts";
import { planPhases } from "../../../src/core/scenario/phasing.ts";
import { readReadiness } from "../../../src/core/scenario/readiness.ts";
import { describeLog, NEW_RECORD } from "../../../src/core/scenario/scenario-record.ts";
import { describePlan, describeZoning } from "../../../src/core/scenario/scenario-zoning.ts";
import { viewToday } from "../../../src/core/scenario/today.ts";
import { viewScenario } from "../../../src/core/scenario/view.ts";
import { gridWorld, recipeWith, solved } from "../../prepared-builder.ts";

function sample() {
  const world = gridWorld(12);
  const { prepared, plan } = solved(world);
  const scenario = {
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
    sources: [],
  };
  return { world, prepared, plan, scenario };
}

describe("a scenario's life", () => {
  it("[S51] a branch keeps data, recipe, zoning and proof, and has a log of its own", () => {
    const { scenario } = sample();
    const noted = changeScenario(scenario, { kind: "annotate", note: "会上讨论" }, "2026-05-01");
    const locked = changeScenario(noted, { kind: "lock" }, null);
    const branch = branchScenario(locked, { id: "s2", name: "方案二", at: "2026-05-02" });
    const { id: _, name: __, parent, record, ...rest } = branch;
    const { id: ___, name: ____, parent: _____, record: ______, ...own } = locked;
    expect(rest).toEqual(own);
    expect(parent).toBe("s1");
    expect(record.locked).toBe(false);
    expect(record.note).toBe("会上讨论");
    expect(record.log.map(describeLog)).toEqual([{ zh: "由“试点”复制", en: "copied from “试点”" }]);
    expect(readScenario(writeScenario(branch)).scenario).toEqual(branch);
  });

  it("[S51] every change is a line of the log; a locked scenario takes none but unlocking", () => {
    const { scenario } = sample();
    const assumed = changeScenario(
      scenario,
      { kind: "assume", assumptions: { fee_plan: 0.7 } },
      null,
    );
    expect(assumed.stale).toBe(true);
    expect(assumed.zoning).toEqual(scenario.zoning);
    const renamed = changeScenario(assumed, { kind: "rename", name: "提价" }, null);
    const locked = changeScenario(renamed, { kind: "lock" }, null);
    expect(locked.record.log.map((entry) => describeLog(entry).en)).toEqual([
      "assumptions changed: fee_plan",
      "renamed from “试点” to “提价”",
      "locked",
    ]);
    expect(() => changeScenario(locked, { kind: "archive" }, null)).toThrow("s1 is locked");
    const open = changeScenario(locked, { kind: "unlock" }, null);
    expect(changeScenario(open, { kind: "archive" }, null).record.archived).toBe(true);
    const emptied = { ...scenario.zoning, districts: [] };
    const edited = changeScenario(open, { kind: "edit", zoning: emptied }, null);
    expect([edited.plan, edited.edited]).toEqual([null, true]);
    expect(edited.record.log.at(-1)?.event).toBe("edited");
  });

  it("[S52] differences are named, and other assumptions or today make a comparison unfair", () => {
    const { world, prepared, plan } = sample();
    const view = viewScenario({ name: "a", prepared, zoning: plan.zoning });
    const { parameters } = prepared.recipe;
    const other = solved(
      world,
      recipeWith({ assumptions: { fee_plan: 0.8 }, parameters: { ...parameters, gapM: 40 } }),
    );
    const second = viewScenario({
      name: "b",
      prepared: other.prepared,
      zoning: other.plan.zoning,
    });
    const { isFair, differences } = nameDifferences(view, second);
    expect(isFair).toBe(false);
    expect(differences.map(({ kind, key, first, second: to }) => [kind, key, first, to])).toEqual([
      ["assumptions", "fee_plan", 0.5, 0.8],
      ["links", "gapM", 30, 40],
    ]);
    const today = nameDifferences(view, viewToday(prepared, "today"));
    expect(today.isFair).toBe(false);
    expect(today.differences.map(({ key }) => key)).toEqual(["today"]);
  });
});

describe("readiness", () => {
  it("[S58] is read as bureaus write it; what is not said is unknown", () => {
    const read = (properties: Record<string, unknown>) => readReadiness({ properties });
    expect(
      read({ "同意率（%）": "72%", 业委会: "物管会", 改造年份: "2021年", 合同到期: "2027-12-31" }),
    ).toEqual({
      consentShare: 0.72,
      hasCommittee: true,
      renovatedYear: 2021,
      contractEndYear: 2027,
    });
    expect(read({ consent: 0.5, committee: "无", reno_status: "未改造" })).toEqual({
      consentShare: 0.5,
      hasCommittee: false,
      renovatedYear: null,
      contractEndYear: null,
    });
    expect(Object.values(read({ note: 1 }))).toEqual([null, null, null, null]);
  });

  it("[S50] a district bound by a contract is launched after it ends", () => {
    const world = gridWorld(12);
    const bound = {
      ...world,
      compounds: world.compounds.map((c, i) =>
        i === 0 ? { ...plainCompound(c), properties: { 合同到期: "2027年6月" } } : c,
      ),
    };
    const { prepared, plan } = solved(bound);
    const view = viewScenario({ name: "a", prepared, zoning: plan.zoning });
    const steps = planPhases(view, { startYear: 2026, years: 3 });
    const own = steps.find(({ district }) => district === plan.zoning.assignment[0]);
    expect(own).toMatchObject({ waitYears: 2, year: 3 });
    expect(steps.at(-1)).toBe(own);
  });
});
