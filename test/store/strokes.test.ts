import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { evaluateZoning, prepare, type Zoning } from "../../src/core/index.ts";
import type { DistrictTally } from "../../src/store/edit-state.ts";
import { active, expectAgreement, opened } from "./store-fixture.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Opened = Awaited<ReturnType<typeof opened>>;

/** Follows the shifts of a store as a map does, and tells what it then shows. */
function follower({ store, actions }: Opened) {
  const shown = { assignment: Array.from(actions.readAssignment()), anew: 0 };
  store.subscribe(({ shift }, previous) => {
    if (shift === previous.shift) return;
    expect(shift.serial).toBe(previous.shift.serial + 1);
    if (shift.shifted === null) {
      shown.assignment = Array.from(actions.readAssignment());
      shown.anew++;
    } else for (const { compound, to } of shift.shifted) shown.assignment[compound] = to;
  });
  return shown;
}

/** Tallies are what an evaluation of that zoning from scratch gives. */
function expectTallies({ store }: Opened, tallies: readonly DistrictTally[], zoning: Zoning) {
  const { world } = store.getState();
  if (!world) throw new Error("no world");
  const fresh = evaluateZoning(prepare(world, active(store).recipe).problem, zoning);
  for (const { at, estimate, violations } of tallies) {
    const of = fresh.estimates[at];
    if (of) expect(estimate).toEqual(of);
    else expect(estimate.compounds).toBe(0);
    expect(violations).toEqual(fresh.violations[at] ?? []);
  }
}

const membersOf = ({ store }: Opened, district: number) =>
  [...active(store).zoning.assignment.keys()].filter(
    (i) => active(store).zoning.assignment[i] === district,
  );

describe("strokes", () => {
  it("[S29] tallies follow the brush; the scenario changes once, as one step", async () => {
    const page = await opened();
    const { store, actions } = page;
    const shown = follower(page);
    const before = active(store);
    const [a, b, c] = membersOf(page, 1);
    expect(actions.beginStroke(0)).toBe(true);
    actions.paint([a, b]);
    actions.paint([c, a]);
    const { stroke } = store.getState();
    expect(stroke).toMatchObject({ to: 0, moved: 3, held: [] });
    expect(active(store)).toBe(before);
    expect(shown.assignment).toEqual(Array.from(actions.readAssignment()));
    expect(stroke?.tallies.map(({ at }) => at)).toEqual([0, 1]);
    expectTallies(page, stroke?.before ?? [], before.zoning);
    const assignment = Int32Array.from(actions.readAssignment());
    expectTallies(page, stroke?.tallies ?? [], { ...before.zoning, assignment });
    actions.endStroke();
    expect(store.getState().stroke).toBeNull();
    expectTallies(page, stroke?.tallies ?? [], active(store).zoning);
    expect(actions.countSteps()).toEqual({ done: 1, undone: 0 });
    expectAgreement(store);
    actions.undo();
    expect(active(store).zoning).toEqual(before.zoning);
    expect(shown.assignment).toEqual(Array.from(before.zoning.assignment));
    expect(shown.anew).toBe(0);
  });

  it("[S29] taken back, nothing was done; one that moves nobody is no step", async () => {
    const page = await opened();
    const { store, actions } = page;
    const shown = follower(page);
    const before = active(store);
    actions.beginStroke("new");
    actions.paint(membersOf(page, 1));
    expect(store.getState().stroke?.to).toBe(before.zoning.districts.length);
    actions.cancelStroke();
    expect(active(store)).toBe(before);
    expect(shown.assignment).toEqual(Array.from(before.zoning.assignment));
    actions.beginStroke("new");
    actions.endStroke();
    expect(active(store)).toBe(before);
    actions.mergeDistricts([0, 1]);
    expectAgreement(store);
  });

  it("[S29] takes only from what it is told to", async () => {
    const page = await opened();
    const { store, actions } = page;
    const [one] = membersOf(page, 1);
    const [two] = membersOf(page, 2);
    actions.beginStroke(0, 1);
    actions.paint([one, two]);
    actions.endStroke();
    expect(active(store).zoning.assignment[one]).toBe(0);
    expect(active(store).zoning.assignment[two]).toBe(2);
    actions.moveCompounds([two], "none");
    actions.beginStroke(0, "left-out");
    actions.paint([two, ...membersOf(page, 3)]);
    expect(store.getState().stroke?.moved).toBe(1);
    actions.endStroke();
    expect(active(store).zoning.assignment[two]).toBe(0);
  });

  it("[S29] a border dragged to and fro is exactly what it was drawn over last", async () => {
    const page = await opened();
    const { store, actions } = page;
    const shown = follower(page);
    const before = active(store).zoning;
    const [a, b, c] = membersOf(page, 1);
    actions.moveCompounds([c], "none");
    const start = active(store).zoning;
    actions.beginStroke(0);
    actions.repaint([a, b, c]);
    actions.repaint([a]);
    actions.repaint(membersOf(page, 0).slice(0, 1), 1);
    actions.repaint([b], 0);
    expect(shown.assignment).toEqual(Array.from(actions.readAssignment()));
    expect(store.getState().stroke).toMatchObject({ moved: 1, to: 0 });
    actions.endStroke();
    const { zoning } = active(store);
    const moved = [...zoning.assignment.keys()].filter(
      (i) => zoning.assignment[i] !== start.assignment[i],
    );
    expect(moved).toEqual([b]);
    expect(zoning.reason).toEqual(start.reason);
    expectAgreement(store);
    actions.undo();
    actions.undo();
    expect(active(store).zoning).toEqual(before);
  });

  it("[S29] another change ends a stroke that is open; each is a step", async () => {
    const page = await opened();
    const { store, actions } = page;
    const [a] = membersOf(page, 1);
    actions.beginStroke(0);
    actions.paint([a]);
    actions.mergeDistricts([2, 3]);
    expect(store.getState().stroke).toBeNull();
    expect(actions.countSteps().done).toBe(2);
    actions.beginStroke("none");
    actions.paint([a]);
    actions.undo();
    expect(active(store).zoning.assignment[a]).toBe(0);
    expect(actions.countSteps()).toEqual({ done: 2, undone: 1 });
    actions.beginStroke("none");
    actions.paint([a]);
    actions.duplicateScenario("s1");
    expect(active(store).zoning.assignment[a]).toBe(-1);
    expectAgreement(store);
  });

  it("[S29] misuse is refused", async () => {
    const { store, actions } = await opened();
    expect(actions.beginStroke(4000)).toBe(false);
    actions.paint([0]);
    actions.endStroke();
    actions.cancelStroke();
    actions.edit({ kind: "move", compounds: [4000], to: 0 });
    actions.edit({ kind: "merge", districts: [0, 4000] });
    actions.edit({ kind: "dissolve", district: 4000 });
    actions.edit({ kind: "split-even", district: 0, parts: 400 });
    expect(store.getState().notice?.key).toBe("split-none");
    expect(actions.countSteps().done).toBe(0);
  });
});

describe("locks", () => {
  it("[S30] hold against brush, edits and solve; they are steps, and a rename goes on in them", async () => {
    const page = await opened();
    const { store, actions } = page;
    const members = membersOf(page, 1);
    const [a, b] = members;
    actions.lockCompounds([a], true);
    expect(active(store).locks).toEqual({ compounds: new Set([a]), districts: new Set() });
    actions.beginStroke(0);
    actions.paint([a, b]);
    expect(store.getState().stroke).toMatchObject({ moved: 1, held: [a] });
    actions.endStroke();
    expect(store.getState().notice).toMatchObject({ key: "locks-held", args: { count: 1 } });
    actions.mergeDistricts([0, 1]);
    expect(active(store).zoning.assignment[a]).toBe(1);
    actions.lockDistricts([0], true);
    expect(active(store).locks.districts).toEqual(new Set([0]));
    const standing = active(store).zoning;
    actions.moveCompounds([a, b], 0);
    actions.edit({ kind: "split-even", district: 0, parts: 2 });
    actions.edit({ kind: "dissolve", district: 0 });
    expect(active(store).zoning.assignment).toEqual(standing.assignment);
    actions.renameDistrict(0, "南片");
    expect(active(store).recipe.locks.map(({ name }) => name)).toContain("南片");
    await actions.plan();
    const kept = active(store).zoning.districts.findIndex(({ name }) => name === "南片");
    expect(membersOf(page, kept)).toEqual(
      [...standing.assignment.keys()].filter((i) => standing.assignment[i] === 0),
    );
    expect(active(store).locks.districts).toEqual(new Set([kept]));
    actions.undo();
    expect(active(store).locks.districts).toEqual(new Set([0]));
    actions.moveCompounds([b], "none");
    expect(active(store).zoning.assignment[b]).toBe(0);
    while (active(store).canUndo) actions.undo();
    expect(active(store).locks.compounds.size).toBe(0);
    expect(active(store)).toMatchObject({ edited: false, stale: false });
    expectAgreement(store);
  });

  it("[S30] are taken off compound by compound; left-out ones cannot be locked", async () => {
    const page = await opened();
    const { store, actions } = page;
    const [a, b] = membersOf(page, 1);
    actions.lockDistricts([1], true);
    actions.lockCompounds([a], false);
    expect(active(store).locks.districts.size).toBe(0);
    expect(active(store).locks.compounds.has(a)).toBe(false);
    expect(active(store).locks.compounds.has(b)).toBe(true);
    actions.lockDistricts([1], false);
    expect(active(store).recipe.locks).toEqual([]);
    actions.moveCompounds([a], "none");
    actions.lockCompounds([a], true);
    expect(store.getState().notice?.key).toBe("lock-left-out");
    expect(active(store).recipe.locks).toEqual([]);
  });
});

describe("previews", () => {
  it("[S31] show what the edit then does, and change nothing", async () => {
    const page = await opened();
    const { store, actions } = page;
    const requests = [
      { kind: "merge", districts: [0, 1] },
      { kind: "split-even", district: 0, parts: 2 },
      { kind: "best-cut", district: 0 },
      { kind: "dissolve", district: 2 },
      { kind: "move", compounds: membersOf(page, 1).slice(0, 2), to: "new" },
    ] as const;
    for (const request of requests) {
      const before = active(store);
      const preview = actions.previewEdit(request);
      expect(store.getState().preview).toBe(preview);
      expect(active(store)).toBe(before);
      expect(Array.from(actions.readAssignment())).toEqual(Array.from(before.zoning.assignment));
      expectTallies(page, preview?.before ?? [], before.zoning);
      actions.acceptPreview();
      expect(store.getState().preview).toBeNull();
      expectTallies(page, preview?.after ?? [], active(store).zoning);
      const moved = preview?.shifted.map(({ compound }) => compound) ?? [];
      expect(moved.length).toBeGreaterThan(0);
      for (const { compound, to } of preview?.shifted ?? [])
        expect(active(store).zoning.assignment[compound]).toBe(to);
      expectAgreement(store);
      actions.undo();
      expect(active(store).zoning).toEqual(before.zoning);
    }
  });

  it("[S31] bring their districts into view, but never move the map under the pointer", async () => {
    const page = await opened();
    const { store, actions } = page;
    const zoom = () => store.getState().zoom;
    const before = zoom();
    actions.previewEdit({ kind: "move", compounds: membersOf(page, 1).slice(0, 1), to: 0 });
    expect(zoom()).toBe(before);
    actions.previewEdit({ kind: "merge", districts: [0, 1] });
    expect(zoom()?.unlessShown).toBe(true);
    const seen = zoom()?.bounds;
    actions.select({ kind: "districts", indices: [0, 1] });
    actions.zoomToSelection();
    expect(zoom()?.bounds).toEqual(seen);
    expect(zoom()?.unlessShown).toBeUndefined();
  });

  it("[S31] go when anything changes, or when they are not wanted", async () => {
    const { store, actions } = await opened();
    actions.previewEdit({ kind: "merge", districts: [0, 1] });
    actions.cancelPreview();
    actions.acceptPreview();
    expect(actions.countSteps().done).toBe(0);
    actions.previewEdit({ kind: "merge", districts: [0, 1] });
    actions.renameDistrict(0, "甲");
    expect(store.getState().preview).toBeNull();
    actions.acceptPreview();
    expect(actions.countSteps().done).toBe(1);
    expect(actions.previewEdit({ kind: "merge", districts: [0] })).toBeNull();
  });

  it("[S31] a line drawn across a district parts it", async () => {
    const page = await opened();
    const { store, actions } = page;
    const { world } = store.getState();
    const members = membersOf(page, 0);
    const at = (i: number) => {
      const { geometry } = world?.compounds[i] ?? {};
      if (geometry?.type !== "Polygon") throw new Error("no polygon");
      return geometry.coordinates[0][0];
    };
    const lons = members.map((i) => at(i)[0]).sort((x, y) => x - y);
    const [west, east] = [lons[0], lons[lons.length - 1]];
    const middle = west + (east - west) * 0.62;
    const lat = at(members[0])[1];
    const line = [
      [middle, lat - 0.01],
      [middle, lat + 0.01],
    ] as const;
    actions.edit({ kind: "split-by-line", district: 0, line });
    const fresh = active(store).zoning.districts.length - 1;
    expect(membersOf(page, fresh).length).toBeGreaterThan(0);
    expect(membersOf(page, 0).length + membersOf(page, fresh).length).toBe(members.length);
    actions.undo();
    actions.edit({ kind: "split-by-line", district: 0, line: [[0, 0]] });
    expect(store.getState().notice?.key).toBe("split-none");
    expectAgreement(store);
  });

  it("[S32] a re-plan waits to be accepted, leaves locks and what is outside alone, and is one step", async () => {
    const page = await opened();
    const { store, actions } = page;
    actions.edit({ kind: "dissolve", district: 2 });
    const standing = active(store).zoning;
    const [a] = membersOf(page, 0);
    actions.lockCompounds([a], true);
    await actions.previewReplan("everything");
    const { preview, busy } = store.getState();
    expect(busy).toBeNull();
    expect(preview?.of).toEqual({ kind: "replan", scope: "everything" });
    expect(active(store).zoning).toBe(standing);
    expect(preview?.totals.after.householdsLeftOut).toBeLessThan(
      preview?.totals.before.householdsLeftOut ?? 0,
    );
    actions.acceptPreview();
    expectTallies(page, preview?.after ?? [], active(store).zoning);
    expect(active(store).zoning.assignment[a]).toBe(0);
    expectAgreement(store);
    actions.undo();
    expect(active(store).zoning).toEqual(standing);
    await actions.previewReplan({ districts: [0] });
    const shifted = store.getState().preview?.shifted ?? [];
    expect(shifted.every(({ compound }) => compound !== a)).toBe(true);
  });

  it("[S32] a re-plan of a zoning that was edited meanwhile is not used", async () => {
    const page = await opened();
    const { store, actions } = page;
    actions.edit({ kind: "dissolve", district: 2 });
    const running = actions.previewReplan("everything");
    await Promise.resolve();
    actions.mergeDistricts([0, 1]);
    await running;
    expect(store.getState().preview).toBeNull();
    expect(store.getState().notice?.key).toBe("replan-outdated");
  });
});

describe("findings", () => {
  it("[S33] are read of a place as it is now, shown on the map, and mended as one step", async () => {
    const page = await opened();
    const { store, actions } = page;
    const inside = membersOf(page, 0);
    actions.moveCompounds([inside[0]], "none");
    const all = actions.readAllFindings();
    expect(actions.readAllFindings()).toBe(all);
    const leftOut = all.filter(({ code }) => code === "left-out");
    expect(leftOut.flatMap(({ compounds }) => compounds)).toContain(inside[0]);
    expect(
      actions.readFindings({ kind: "compound", index: inside[0] }).map(({ code }) => code),
    ).toContain("left-out");
    const mendable = all.filter(({ fix }) => fix);
    expect(mendable.length).toBeGreaterThan(0);
    actions.zoomToFinding(mendable[0]);
    expect(store.getState().zoom).not.toBeNull();
    actions.fixFindings(mendable);
    expect(actions.countSteps().done).toBe(2);
    const codes = actions.readAllFindings().filter(({ fix }) => fix?.kind === "reassign");
    expect(codes.length).toBeLessThan(mendable.length);
    expectAgreement(store);
    actions.fixFindings(mendable);
    expect(actions.countSteps().done).toBe(2);
    expect(actions.readFindings({ kind: "district", index: 4000 })).toEqual([]);
  });
});
