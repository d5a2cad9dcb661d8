import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SHIPPED_SETS, writeRulePack } from "../../src/core/index.ts";
import { carryOwnValues } from "../../src/store/carry-own-values.ts";
import { active, opened } from "./store-fixture.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A district with two members or more. */
function firstPair(store: Awaited<ReturnType<typeof opened>>["store"]): number {
  return active(store).estimates.findIndex(({ compounds }) => compounds > 1);
}

describe("values of single places", () => {
  it("[E42] one set and taken back leaves the recipe as it was, and the figures too", async () => {
    const { store, actions } = await opened();
    const before = active(store);
    const d = firstPair(store);
    const place = { kind: "district", id: before.zoning.districts[d].id } as const;
    actions.setPlaceAssumption(place, "service_level", 0);
    expect(active(store).estimates[d]).toMatchObject({ serviceLevel: "floor" });
    expect(active(store).estimates[d].costYuan).toBeLessThan(before.estimates[d].costYuan);
    expect(active(store).stale).toBe(false);
    actions.setPlaceAssumption(place, "service_level", null);
    expect(active(store).recipe).toEqual(before.recipe);
    expect(active(store).estimates).toEqual(before.estimates);
  });

  it("[E42] a compound's value holds for it alone and makes the plan stale", async () => {
    const { store, actions } = await opened();
    const before = active(store);
    const d = firstPair(store);
    const i = before.zoning.assignment.indexOf(d);
    const id = store.getState().world?.compounds[i].id ?? "";
    const money = actions.readMoney({ kind: "compound", index: i });
    actions.setPlaceAssumption({ kind: "compound", id }, "fee_plan", 2);
    expect(active(store).stale).toBe(true);
    const after = actions.readMoney({ kind: "compound", index: i });
    expect(after?.terms.estimate.feeIncomeYuan).toBeGreaterThan(
      money?.terms.estimate.feeIncomeYuan ?? 0,
    );
    expect(after?.terms.byCompound.get(i)).toEqual({ fee_plan: 2 });
    actions.setPlaceAssumption({ kind: "compound", id }, "fee_plan", null);
    expect(active(store).recipe).toEqual(before.recipe);
  });

  it("[E42] can be undone and done again, step by step", async () => {
    const { store, actions } = await opened();
    const before = active(store);
    const place = { kind: "district", id: before.zoning.districts[0].id } as const;
    actions.setAssumptions({ fee_plan: 0.9 });
    actions.setPlaceAssumption(place, "overhead", 0.2);
    const after = active(store);
    actions.undo();
    expect(active(store).recipe.districtAssumptions).toEqual({});
    expect(active(store).recipe.assumptions).toEqual({ fee_plan: 0.9 });
    actions.undo();
    expect(active(store).recipe).toEqual(before.recipe);
    expect(active(store).estimates).toEqual(before.estimates);
    expect(active(store)).toMatchObject({ stale: false, edited: false, canUndo: false });
    actions.redo();
    actions.redo();
    expect(active(store).recipe).toEqual(after.recipe);
    expect(active(store).estimates).toEqual(after.estimates);
  });

  it("a value that is none is refused with a notice", async () => {
    const { store, actions } = await opened();
    const { recipe } = active(store);
    actions.setPlaceAssumption({ kind: "district", id: "P001" }, "fee_plan", -1);
    expect(store.getState().notice?.key).toBe("assumption-invalid");
    expect(active(store).recipe).toBe(recipe);
  });

  it("[E43] follow their members through a new numbering, and go where nobody has them", () => {
    const districts = (ids: readonly string[]) => ids.map((id) => ({ id, name: id }));
    const before = {
      assignment: Int32Array.of(0, 0, 1, 2),
      reason: new Uint8Array(4),
      districts: districts(["A", "B", "C"]),
    };
    const after = {
      assignment: Int32Array.of(1, 1, 0, 0),
      reason: new Uint8Array(4),
      districts: districts(["A", "B"]),
    };
    const own = { A: { fee_plan: 1 }, B: { fee_plan: 2 }, gone: { fee_plan: 3 } };
    expect(carryOwnValues(own, before, after)).toEqual({
      places: { B: { fee_plan: 1 } },
      dropped: 2,
    });
  });
});

describe("money in detail", () => {
  it("accounts add up to income less cost, and the last year to the estimate", async () => {
    const { store, actions } = await opened();
    const d = firstPair(store);
    const money = actions.readMoney({ kind: "district", index: d });
    if (!money) throw new Error("no money");
    const { incomeYuan, costYuan, netCostYuan } = active(store).estimates[d];
    expect(money.terms.estimate).toEqual(active(store).estimates[d]);
    expect(money.accounts.reduce((sum, { balanceYuan }) => sum + balanceYuan, 0)).toBe(
      incomeYuan - costYuan,
    );
    expect(money.years.at(-1)?.netCostYuan).toBe(netCostYuan);
    expect(money.alone).toHaveLength(money.terms.members.length);
    expect(actions.readMoney({ kind: "district", index: 999 })).toBeNull();
  });
});

describe("files", () => {
  it("a set that was written is read back as it was; its faults are listed and the rest is taken", async () => {
    const { store, actions } = await opened();
    actions.setAssumptionSet(SHIPPED_SETS[0]);
    actions.setAssumptions({ fee_plan: 0.8 });
    const { estimates } = active(store);
    const file = actions.writeAssumptions(false);
    actions.resetAssumption("fee_plan");
    actions.setAssumptionSet(null);
    actions.loadAssumptions(file);
    expect(store.getState().fileReport).toEqual({ name: file.name, issues: [] });
    expect(active(store).estimates).toEqual(estimates);
    expect(active(store).recipe.assumptionSet?.entries.fee_plan?.value).toBe(0.8);
    const content = JSON.parse(file.text);
    content.entries.fee_plan.value = "dear";
    content.entries.unheard = { value: 1 };
    actions.loadAssumptions({ name: "bad.json", text: JSON.stringify(content) });
    const codes = store.getState().fileReport?.issues.map(({ code }) => code);
    expect(codes?.toSorted()).toEqual(["assumption-entry", "assumption-unknown"]);
    expect(active(store).recipe.assumptionSet?.entries.fee_plan).toBeUndefined();
    actions.dismissFileReport();
    expect(store.getState().fileReport).toBeNull();
  });

  it("a file that is nothing of the kind changes nothing and says so", async () => {
    const { store, actions } = await opened();
    const { recipe } = active(store);
    actions.loadAssumptions({ name: "x.json", text: "{" });
    expect(store.getState().fileReport?.issues).toHaveLength(1);
    await actions.loadRulePack({ name: "y.json", text: "[]" });
    expect(store.getState().fileReport?.issues[0]?.code).toBe("rules-not-a-pack");
    expect(active(store).recipe).toBe(recipe);
  });

  it("a rule pack brings its limits at once, and other barrier classes read the data anew", async () => {
    const { store, actions, calls } = await opened();
    const { rulePack } = active(store).recipe;
    const stricter = { ...rulePack, limits: { ...rulePack.limits, maxCompounds: 2 } };
    await actions.loadRulePack({ name: "local.json", text: writeRulePack(stricter) });
    expect(active(store).recipe.parameters.limits.maxCompounds).toBe(2);
    expect(active(store).violations.flat().length).toBeGreaterThan(0);
    const reads = calls.filter((call) => call === "read").length;
    const other = { ...stricter, barrierClasses: { lane: "hard" as const } };
    await actions.loadRulePack({ name: "local.json", text: writeRulePack(other) });
    expect(calls.filter((call) => call === "read")).toHaveLength(reads + 1);
    expect(active(store).recipe.rulePack.barrierClasses).toEqual({ lane: "hard" });
    await actions.resetRulePack();
    expect(active(store).recipe.rulePack).toEqual(rulePack);
  });
});

describe("the assessment", () => {
  it("[E41] comes on request, once, and goes with the plan it was of", async () => {
    const { store, actions, calls } = await opened();
    expect(store.getState().assessment).toBeNull();
    await actions.assess();
    const { assessment } = store.getState();
    expect(assessment).toMatchObject({ done: 1 });
    expect(assessment?.bands.districts).toHaveLength(active(store).estimates.length);
    expect(assessment?.odds?.all).not.toBeNull();
    await actions.assess();
    expect(calls.filter((call) => call === "assess")).toHaveLength(1);
    actions.setAssumptions({ fee_plan: 0.9 });
    expect(store.getState().assessment).toBeNull();
    await actions.assess();
    expect(store.getState().assessment?.recipe).toBe(active(store).recipe);
  });

  it("[E41] an edit while it runs stops it, and the edited plan is assessed instead", async () => {
    const { store, actions, calls } = await opened();
    const running = actions.assess();
    actions.mergeDistricts([0, 1]);
    await running;
    expect(calls).toContain("stopAssessing");
    expect(store.getState().assessment?.zoning).toBe(active(store).zoning);
    expect(store.getState().assessment?.odds).not.toBeNull();
  });
});
