import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { active, expectAgreement, opened } from "./store-fixture.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("editing", () => {
  it("moves, merges and renames at once; estimates and violations agree", async () => {
    const { store, actions, calls } = await opened();
    const before = calls.length;
    actions.mergeDistricts([0, 1]);
    expectAgreement(store);
    expect(active(store)).toMatchObject({ edited: true, plan: null, canUndo: true, stale: false });
    actions.moveCompounds([0, 1], "new");
    expectAgreement(store);
    actions.moveCompounds([2], "none");
    expectAgreement(store);
    actions.renameDistrict(0, " 北片 ");
    expect(active(store).zoning.districts[0]?.name).toBe("北片");
    expect(calls.length).toBe(before);
  });

  it("undo and redo go through exact states; back at the plan its proof holds again", async () => {
    const { store, actions } = await opened();
    const planned = active(store);
    actions.mergeDistricts([0, 1]);
    const merged = active(store);
    actions.undo();
    expect(active(store).zoning).toEqual(planned.zoning);
    expect(active(store)).toMatchObject({ edited: false, canUndo: false, canRedo: true });
    expect(active(store).plan).toBe(planned.plan);
    actions.redo();
    expect(active(store).zoning).toEqual(merged.zoning);
    expect(active(store).plan).toBeNull();
    actions.redo();
    expectAgreement(store);
  });

  it("a district that vanished is not selected any more", async () => {
    const { store, actions } = await opened();
    actions.select({ kind: "districts", indices: [0, 1] });
    actions.mergeDistricts([0, 1]);
    expect(store.getState().selection).toEqual({ kind: "districts", indices: [0] });
  });

  it("draws outlines anew once, after a while", async () => {
    const { store, actions, calls } = await opened();
    const old = active(store).outlines;
    calls.length = 0;
    actions.moveCompounds([0], "new");
    actions.moveCompounds([1], "new");
    expect(active(store).outlines).toBe(old);
    await vi.advanceTimersByTimeAsync(200);
    await vi.waitFor(() => expect(active(store).outlines).not.toBe(old));
    expect(calls).toEqual(["outline"]);
    const drawn = active(store).outlines?.features.map((f) => f.properties?.index);
    expect(drawn).toContain(active(store).zoning.districts.length - 1);
  });

  it("what changes nothing is no step", async () => {
    const { store, actions } = await opened();
    const district = active(store).zoning.assignment[0];
    actions.moveCompounds([0], district < 0 ? "none" : district);
    actions.moveCompounds([], "new");
    actions.mergeDistricts([0, 0]);
    actions.renameDistrict(0, "");
    expect(active(store).canUndo).toBe(false);
  });
});
