import { describe, expect, it } from "vitest";
import { GRID } from "./fake-deps.ts";
import { active, expectAgreement, opened } from "./store-fixture.ts";

describe("opening data", () => {
  it("reads, plans and shows one scenario named after the file", async () => {
    const { store, calls } = await opened();
    const state = store.getState();
    expect(calls).toEqual(["read", "plan", "outline"]);
    expect(state.world?.compounds).toHaveLength(40);
    expect(state.graph?.links.count).toBeGreaterThan(0);
    expect(state.busy).toBeNull();
    expect(state.notice).toBeNull();
    expect(active(store)).toMatchObject({
      id: "s1",
      name: "grid",
      parentId: null,
      edited: false,
      stale: false,
      canUndo: false,
      canRedo: false,
    });
    expect(active(store).plan?.zoning).toEqual(active(store).zoning);
    expect(active(store).outlines?.features.length).toBe(active(store).zoning.districts.length);
    expectAgreement(store);
  });

  it("[X3] districts that an export wrote stand as they are; a like column alone is planned anew", async () => {
    const { store, calls, actions } = await opened();
    const file = (change: (k: number) => Record<string, unknown>) => {
      const layer = JSON.parse(GRID.text);
      layer.features.forEach((one: { properties: object }, k: number) => {
        one.properties = { ...one.properties, ...change(k) };
      });
      return [{ name: "back.geojson", text: JSON.stringify(layer) }];
    };
    const columns = (k: number) => ({
      district_id: k < 4 ? null : k < 20 ? "P002" : "P007",
      left_out_reason: k < 4 ? "isolate" : null,
    });
    calls.length = 0;
    await actions.openFiles(file(columns));
    expect(calls).toEqual(["read", "link", "outline"]);
    expect(store.getState().notice).toMatchObject({ key: "districts-of-file", args: { count: 2 } });
    const { zoning, plan, edited } = active(store);
    expect({ plan, edited }).toEqual({ plan: null, edited: true });
    expect(zoning.districts.map(({ id }) => id)).toEqual(["P002", "P007"]);
    const { compounds } = store.getState().world ?? { compounds: [] };
    expect(compounds.map((_, i) => zoning.districts[zoning.assignment[i]]?.id ?? null)).toEqual(
      compounds.map(({ properties }) => properties.district_id),
    );
    expect(zoning.assignment.filter((d) => d < 0)).toHaveLength(4);
    expectAgreement(store);
    await Promise.all([actions.openFiles(file(columns)), actions.openFiles([GRID])]);
    expect(store.getState().scenarios.map(({ name }) => name)).toEqual(["grid"]);
    await actions.openFiles(file((k) => ({ district_id: columns(k).district_id })));
    expect(active(store).plan).not.toBeNull();
  });

  it("tells when nothing can be used", async () => {
    const { store, actions } = await opened();
    await actions.openFiles([{ name: "x.geojson", text: "{" }]);
    expect(store.getState().notice).toMatchObject({ kind: "error", key: "no-compounds" });
    expect(store.getState().scenarios).toEqual([]);
    expect(store.getState().world?.issues.length).toBeGreaterThan(0);
    expect(store.getState().busy).toBeNull();
  });

  it("[I3] a ledger alone is told to be one, and its columns are there to be corrected", async () => {
    const { store, actions, calls } = await opened();
    const text = "小区名称,户数,建筑面积（㎡）\n甲小区,300,24000\n乙小区,200,16000\n";
    await actions.openFiles([{ name: "台账.csv", text }]);
    expect(store.getState().notice).toMatchObject({ kind: "error", key: "ledger-only" });
    const far = [
      [1, 1],
      [1, 2],
      [2, 2],
      [1, 1],
    ].map(([x, y]) => [7e5 * x, 9e7 * y]);
    const feature = { type: "Feature", geometry: { type: "Polygon", coordinates: [far] } };
    await actions.openFiles([
      { name: "台账.csv", text },
      {
        name: "a.geojson",
        text: JSON.stringify({ type: "FeatureCollection", features: [feature] }),
      },
    ]);
    expect(store.getState().notice).toMatchObject({ kind: "error", key: "positions-open" });
    const [said, reads] = [store.getState().notice?.serial ?? 0, calls.length];
    const columns = { 户数: "" };
    await actions.decideReading("台账.csv", { columns });
    const [ledger] = store.getState().world?.ledgers ?? [];
    expect(ledger.columns.map(({ field }) => field)).toEqual(["name", null, "floor_area"]);
    expect(store.getState().notice?.serial).toBe(said + 1);
    expect(calls.slice(reads)).toEqual(["read"]);
    expect(store.getState().busy).toBeNull();
  });

  it("[I3] compounds put aside are read once, and nothing of them stays", async () => {
    const { store, actions, calls } = await opened();
    const reads = calls.length;
    await actions.setRole("grid.geojson", "context");
    expect(calls.slice(reads)).toEqual(["read"]);
    const { scenarios, projectId, busy, notice } = store.getState();
    expect({ scenarios, projectId, busy }).toEqual({ scenarios: [], projectId: null, busy: null });
    expect(notice).toMatchObject({ key: "no-compounds" });
    await actions.setRole("grid.geojson", "compounds");
    expect(store.getState().scenarios).toHaveLength(1);
  });

  it("stays busy from unpacking to opening, and is free when nothing can be opened", async () => {
    const { store, actions } = await opened();
    const seen: (string | null)[] = [];
    store.subscribe(({ busy }) => {
      const task = busy?.task ?? null;
      if (seen.at(-1) !== task) seen.push(task);
    });
    const unpack = (text: string, name = GRID.name) =>
      actions.unpackFiles([{ name, blob: new Blob([text]) }]);
    await actions.openFiles(await unpack(GRID.text));
    expect(seen.slice(0, 3)).toEqual(["read", null, "plan"]);
    await actions.addFiles(await unpack(GRID.text));
    expect(store.getState().busy).toBeNull();
    await actions.openFiles(await unpack("no scenario", "a.pianqu.json"));
    expect(store.getState().busy).toBeNull();
  });

  it("the later of two openings wins", async () => {
    const { store, actions } = await opened();
    const first = actions.openFiles([{ ...GRID, name: "first.geojson" }]);
    const second = actions.openFiles([{ ...GRID, name: "second.geojson" }]);
    await Promise.all([first, second]);
    expect(store.getState().scenarios.map(({ name }) => name)).toEqual(["second"]);
  });

  it("a failing demo or worker becomes a notice", async () => {
    const { store, actions } = await opened({
      fetchDemo: async () => {
        throw new Error("offline");
      },
    });
    await actions.openDemo();
    expect(store.getState().notice).toMatchObject({
      key: "demo-failed",
      args: { detail: "offline" },
    });
    actions.dismissNotice();
    expect(store.getState().notice).toBeNull();
  });

  it("adding a layer keeps the scenarios and plans anew", async () => {
    const { store, actions } = await opened();
    actions.duplicateScenario("s1");
    const wall = [
      [101.52, 25.0415],
      [101.54, 25.0415],
    ];
    const barriers = {
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { highway: "primary" },
          geometry: { type: "LineString", coordinates: wall },
        },
      ],
    };
    await actions.addFiles([{ name: "roads.geojson", text: JSON.stringify(barriers) }]);
    const state = store.getState();
    expect(state.sources.map(({ role }) => role).sort()).toEqual(["barriers", "compounds"]);
    expect(state.world?.barriers).toHaveLength(1);
    expect(state.scenarios.map(({ id }) => id)).toEqual(["s1", "s2"]);
    expect(state.activeId).toBe("s2");
    expect(active(store)).toMatchObject({ edited: false, stale: false });
    expect(state.scenarios[0]).toMatchObject({ plan: null, stale: true });
  });

  it("[S24] districts made by hand stand when data are read again, and can still be undone", async () => {
    const { store, actions, calls } = await opened();
    const solved = active(store).zoning.assignment.slice();
    actions.moveCompounds([0, 1], "new");
    actions.moveCompounds([2], "none");
    const made = active(store).zoning;
    actions.undo();
    actions.redo();
    calls.length = 0;
    await actions.setFieldMap({ households: "floor_area" });
    expect(calls).not.toContain("plan");
    expect(store.getState().notice).toMatchObject({ kind: "info", key: "districts-kept" });
    expect(active(store)).toMatchObject({ edited: true, stale: true, plan: null, canUndo: true });
    expect(active(store).zoning.assignment).toEqual(made.assignment);
    expect(active(store).zoning.districts).toEqual(made.districts);
    expectAgreement(store);
    actions.undo();
    actions.undo();
    expect(active(store)).toMatchObject({ edited: false, canUndo: false, canRedo: true });
    expect(active(store).zoning.assignment).toEqual(solved);
    actions.redo();
    actions.redo();
    expect(active(store).zoning.assignment).toEqual(made.assignment);
  });

  it("[S24] districts as solved are solved again on other data, and that can be undone", async () => {
    const { store, actions } = await opened();
    const solved = active(store).zoning.assignment.slice();
    actions.setParameters({
      limits: { ...active(store).recipe.parameters.limits, maxCompounds: 2 },
    });
    await actions.plan();
    const narrower = active(store).zoning.assignment.slice();
    expect(narrower).not.toEqual(solved);
    await actions.setFieldMap({ households: "floor_area" });
    expect(active(store)).toMatchObject({ edited: false, stale: false });
    while (active(store).canUndo) actions.undo();
    expect(active(store).zoning.assignment).toEqual(solved);
    expect(active(store).edited).toBe(false);
  });

  it("steps about compounds that are gone are dropped, and that is said", async () => {
    const { store, actions } = await opened();
    actions.moveCompounds([0, 1], "new");
    const { districts } = active(store).zoning;
    const layer = JSON.parse(GRID.text);
    layer.features.splice(0, 1);
    const seen: (string | undefined)[] = [];
    store.subscribe(({ notice }) => seen.push(notice?.key));
    await actions.addFiles([{ name: GRID.name, text: JSON.stringify(layer) }]);
    expect(store.getState().world?.compounds).toHaveLength(39);
    expect(seen).toContain("steps-dropped");
    expect(active(store)).toMatchObject({ edited: true, canUndo: false });
    expect(active(store).zoning.districts.map(({ id }) => id)).toEqual(
      districts.map(({ id }) => id),
    );
  });

  it("another field map reads again", async () => {
    const { store, actions } = await opened();
    await actions.setFieldMap({ households: "floor_area" });
    expect(active(store).recipe.read.fieldMap).toEqual({ households: "floor_area" });
    expect(store.getState().world?.compounds[0]?.households).toBe(16_000);
  });
});
