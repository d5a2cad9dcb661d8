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

describe("links by hand", () => {
  it("cuts and links at once, without asking the worker; undo and redo give the same graph", async () => {
    const { store, actions, calls } = await opened();
    const planned = active(store);
    const before = store.getState().graph;
    calls.length = 0;
    actions.setPair([0, 1], "cut");
    const cut = store.getState().graph;
    expect(cut?.links.count).toBe((before?.links.count ?? 0) - 1);
    expect(active(store)).toMatchObject({ stale: true, edited: false, canUndo: true });
    expectAgreement(store);
    actions.setPair([0, 39], "linked");
    expect(active(store).recipe.linksAdded).toHaveLength(1);
    expectAgreement(store);
    actions.undo();
    expect(store.getState().graph).toEqual(cut);
    actions.undo();
    expect(store.getState().graph).toEqual(before);
    expect(active(store)).toMatchObject({ stale: false, edited: false, plan: planned.plan });
    actions.redo();
    expect(store.getState().graph).toEqual(cut);
    actions.setPair([0, 1], "rule");
    expect(store.getState().graph).toEqual(before);
    expect(calls.filter((call) => call !== "outline")).toEqual([]);
  });

  it("a district that a cut takes apart is told at once", async () => {
    const { store, actions } = await opened();
    const { graph } = store.getState();
    const { zoning } = active(store);
    const district = zoning.assignment[0];
    const inside = [...(graph?.neighbor.subarray(graph.offset[0], graph.offset[1]) ?? [])];
    for (const other of inside) actions.setPair([0, other], "cut");
    const rules = active(store).violations[district].map(({ rule }) => rule);
    expect(rules).toContain("not-connected");
    expectAgreement(store);
  });

  it("mixes with edits of the zoning in one history", async () => {
    const { store, actions } = await opened();
    const start = active(store).zoning;
    actions.setPair([0, 1], "cut");
    actions.mergeDistricts([0, 1]);
    expect(active(store).edited).toBe(true);
    actions.undo();
    expect(active(store)).toMatchObject({ edited: false, stale: true });
    expect(active(store).zoning).toEqual(start);
    actions.undo();
    expect(active(store)).toMatchObject({ edited: false, stale: false, canUndo: false });
  });

  it("ignores what names nobody or changes nothing", async () => {
    const { store, actions } = await opened();
    actions.setPair([0, 0], "cut");
    actions.setPair([0, 4000], "linked");
    actions.setPair([0, 1], "rule");
    expect(active(store).canUndo).toBe(false);
  });
});

describe("components", () => {
  it("are found once per recipe, and anew after it changed", async () => {
    const { store, actions, calls } = await opened();
    calls.length = 0;
    await actions.findComponents();
    await actions.findComponents();
    expect(calls).toEqual(["components"]);
    const { components } = store.getState();
    expect(components?.list.length).toBeGreaterThan(1);
    const isolate = components?.list.find(({ members }) => members.length === 1);
    expect(isolate?.reason).toBe("alone");
    actions.setPair([0, 39], "linked");
    await actions.findComponents();
    expect(store.getState().components?.list.length).toBe((components?.list.length ?? 0) - 1);
  });

  it("stay as they are when only an assumption changes, which no link depends on", async () => {
    const { store, actions, calls } = await opened();
    await actions.findComponents();
    const list = store.getState().components?.list;
    calls.length = 0;
    actions.setLayer("components", true);
    actions.setAssumptions({ fee_plan: 1.9 });
    await actions.findComponents();
    expect(calls).toEqual([]);
    expect(store.getState().components?.list).toBe(list);
    expect(store.getState().components?.recipe).toBe(active(store).recipe);
  });

  it("are asked for while the map shows them, and let go when the recipe changes", async () => {
    const { store, actions, calls } = await opened();
    calls.length = 0;
    actions.setLayer("components", true);
    await actions.findComponents();
    expect(calls).toEqual(["components"]);
    expect(store.getState().components?.recipe).toBe(active(store).recipe);
    actions.setParameters({ envelope: "terrain" });
    expect(store.getState().components).toBeNull();
    actions.setPair([0, 39], "linked");
    await actions.findComponents();
    expect(store.getState().components?.recipe).toBe(active(store).recipe);
    actions.setLayer("components", false);
    actions.setPair([0, 39], "cut");
    expect(store.getState().components).toBeNull();
  });
});
