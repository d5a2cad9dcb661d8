import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { active, expectAgreement, opened } from "./store-fixture.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the recipe", () => {
  it("a changed parameter makes the plan stale until it is planned again or taken back", async () => {
    const { store, actions } = await opened();
    const { limits } = active(store).recipe.parameters;
    actions.setParameters({ limits: { ...limits, maxCompounds: 2 } });
    expect(active(store).stale).toBe(true);
    expect(
      active(store)
        .violations.flat()
        .some(({ rule }) => rule === "max-compounds"),
    ).toBe(true);
    actions.setParameters({ limits });
    expect(active(store).stale).toBe(false);
    actions.setParameters({ limits: { ...limits, maxCompounds: 3 } });
    await actions.plan();
    expect(active(store)).toMatchObject({ stale: false, edited: false, canUndo: true });
    expect(active(store).violations.flat()).toEqual([]);
    expectAgreement(store);
  });

  it("assumptions show at once; bad ones are refused with a notice", async () => {
    const { store, actions } = await opened();
    const income = active(store).estimates[0]?.feeIncomeYuan ?? 0;
    actions.setAssumptions({ fee_plan: 1 });
    expect(active(store).estimates[0]?.feeIncomeYuan).toBe(2 * income);
    expect(active(store).stale).toBe(true);
    actions.setAssumptions({ fee_plan: Number.NaN });
    expect(store.getState().notice?.key).toBe("assumption-invalid");
    actions.setParameters({ gapM: -3 });
    await vi.waitFor(() => expect(store.getState().notice?.key).toBe("recipe-invalid"));
    expect(active(store).recipe.parameters.gapM).toBe(30);
    expect(active(store).recipe.assumptions).toEqual({ fee_plan: 1 });
    actions.resetAssumption("fee_plan");
    expect(active(store).estimates[0]?.feeIncomeYuan).toBe(income);
    expect(active(store).stale).toBe(false);
  });

  it("a limit that these data cannot meet is told before planning, with the nearest that works", async () => {
    const { store, actions } = await opened();
    const { limits } = active(store).recipe.parameters;
    expect(active(store).issues).toEqual([]);
    actions.setParameters({ limits: { ...limits, minHouseholds: 1_000_000 } });
    const unreachable = active(store).issues.find(({ code }) => code === "limit-min-unreachable");
    expect(unreachable?.args).toMatchObject({ limit: "households", value: 1_000_000 });
    expect(Number(unreachable?.args.nearest)).toBeGreaterThan(0);
    actions.mergeDistricts([0, 1]);
    expect(active(store).issues).toContainEqual(unreachable);
    actions.setParameters({ limits });
    expect(active(store).issues).toEqual([]);
  });

  it("another gap finds links anew in the worker", async () => {
    const { store, actions, calls } = await opened();
    const links = store.getState().graph?.links.count ?? 0;
    actions.setParameters({ gapM: 5 });
    expect(calls.at(-1)).toBe("link");
    await vi.waitFor(() => expect(store.getState().graph?.links.count).toBeLessThan(links));
    expectAgreement(store);
  });

  it("a plan can be undone to what was there before", async () => {
    const { store, actions } = await opened();
    actions.mergeDistricts([0, 1]);
    const byHand = active(store).zoning;
    await actions.plan();
    expect(active(store)).toMatchObject({ edited: false, canUndo: true });
    actions.undo();
    expect(active(store).zoning).toEqual(byHand);
    expect(active(store)).toMatchObject({ edited: true, outlines: null });
    actions.undo();
    expect(active(store).edited).toBe(false);
  });

  it("cancelling keeps the best so far", async () => {
    const { store, actions, calls } = await opened();
    const running = actions.plan();
    expect(store.getState().busy).toMatchObject({ task: "plan" });
    actions.cancel();
    await running;
    expect(calls).toContain("cancel");
    expect(active(store).plan?.stopped).toBe("cancelled");
    expect(store.getState().busy).toBeNull();
  });
});
