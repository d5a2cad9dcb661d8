import { describe, expect, it } from "vitest";
import { NEW_RECORD, type Zoning } from "../../src/core/index.ts";
import { syncMap } from "../../src/map/map-sync.ts";
import { createSilentAdapter } from "../../src/map/silent-adapter.ts";
import { NOTHING_EDITED } from "../../src/store/edit-state.ts";
import type { AppState, ScenarioState } from "../../src/store/state.ts";
import { gridWorld, recipeWith } from "../prepared-builder.ts";

const WORLD = gridWorld(6);

function zoningOf(assignment: readonly number[]): Zoning {
  return {
    districts: [
      { id: "P001", name: "一片区" },
      { id: "P002", name: "二片区" },
    ],
    assignment: Int32Array.from(assignment),
    reason: Uint8Array.from(assignment, (d) => (d < 0 ? 1 : 0)),
  };
}

function scenarioOf(zoning: Zoning): ScenarioState {
  return {
    id: "s1",
    name: "甲",
    parentId: null,
    recipe: recipeWith(),
    zoning,
    plan: null,
    edited: false,
    stale: false,
    record: NEW_RECORD,
    estimates: [],
    violations: [],
    issues: [],
    outlines: null,
    canUndo: false,
    canRedo: false,
    locks: { compounds: new Set(), districts: new Set() },
  };
}

const IDLE: AppState = {
  language: "zh",
  colorScheme: "light",
  layers: {
    districts: true,
    compounds: true,
    labels: true,
    barriers: true,
    communities: false,
    links: false,
    cuts: false,
    components: false,
    walls: false,
    patterns: false,
  },
  busy: null,
  notice: null,
  sources: [],
  reading: { fieldMap: {}, crs: null },
  offers: [],
  world: null,
  scene: null,
  graph: null,
  components: null,
  comparison: null,
  assessment: null,
  fileReport: null,
  scenarios: [],
  activeId: null,
  selection: null,
  hover: null,
  zoom: null,
  ...NOTHING_EDITED,
};

/** A store of one state, an adapter that remembers, and the sync between them. */
function start(state: Partial<AppState>) {
  let now: AppState = { ...IDLE, ...state };
  const listeners = new Set<(state: AppState, previous: AppState) => void>();
  const adapter = createSilentAdapter();
  const source = {
    getState: () => now,
    subscribe(listener: (state: AppState, previous: AppState) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const link = syncMap(source, adapter, () => ({ top: 0, right: 0, bottom: 0, left: 0 }));
  const set = (change: Partial<AppState>) => {
    const previous = now;
    now = { ...now, ...change };
    for (const listener of listeners) listener(now, previous);
  };
  return { adapter, link, set, count: () => listeners.size };
}

const OPEN = { world: WORLD, activeId: "s1" };

describe("map follows state", () => {
  it("draws every compound and brings the world into view", () => {
    const { adapter } = start(OPEN);
    expect(adapter.data.get("compounds")?.features).toHaveLength(WORLD.compounds.length);
    expect(adapter.fits).toHaveLength(1);
  });

  it("tells compounds in, out and out of scope apart", () => {
    const zoning = zoningOf([0, 0, 1, 1, -1, -1]);
    zoning.reason[5] = 2;
    const { adapter } = start({ ...OPEN, scenarios: [scenarioOf(zoning)] });
    const roles = WORLD.compounds.map((_, i) => adapter.stateOf("compounds", i).role);
    expect(roles).toEqual(["in", "in", "in", "in", "context", "out"]);
    expect(adapter.stateOf("compounds", 0).colour).not.toBe(adapter.stateOf("compounds", 2).colour);
  });

  it("labels only districts that have members", () => {
    const { adapter } = start({
      ...OPEN,
      scenarios: [scenarioOf(zoningOf([0, 0, 0, 0, -1, -1]))],
    });
    const labels = adapter.data.get("district-labels")?.features ?? [];
    expect(labels.map((label) => label.properties?.name)).toEqual(["一片区"]);
  });

  it("recolours a moved compound without drawing shapes anew", () => {
    const { adapter, set } = start({
      ...OPEN,
      scenarios: [scenarioOf(zoningOf([0, 0, 1, 1, -1, -1]))],
    });
    const shapes = adapter.data.get("compounds");
    set({ scenarios: [scenarioOf(zoningOf([0, 0, 0, 1, -1, -1]))] });
    expect(adapter.data.get("compounds")).toBe(shapes);
    expect(adapter.stateOf("compounds", 2).colour).toBe(adapter.stateOf("compounds", 0).colour);
  });

  it("marks the selection and lets it go, also when outlines change meanwhile", () => {
    const scenario = scenarioOf(zoningOf([0, 0, 1, 1, -1, -1]));
    const { adapter, set } = start({ ...OPEN, scenarios: [scenario] });
    set({ selection: { kind: "compounds", indices: [1] } });
    expect(adapter.stateOf("compounds", 1).selected).toBe(true);
    const outlines = { type: "FeatureCollection" as const, features: [] };
    set({ scenarios: [{ ...scenario, outlines }] });
    expect(adapter.stateOf("compounds", 1).selected).toBe(true);
    set({ scenarios: [scenario], selection: { kind: "districts", indices: [0] } });
    expect(adapter.stateOf("compounds", 1).selected).toBe(false);
    expect(adapter.stateOf("districts", 0).selected).toBe(true);
  });

  it("shows, hides and zooms as asked", () => {
    const { adapter, set } = start(OPEN);
    expect(adapter.isVisible("communities")).toBe(false);
    set({ layers: { ...IDLE.layers, communities: true } });
    expect(adapter.isVisible("communities")).toBe(true);
    set({ zoom: { serial: 1, bounds: [1, 2, 3, 4] } });
    expect(adapter.fits.at(-1)).toEqual([1, 2, 3, 4]);
  });

  it("tells every state again once the map has lost them", () => {
    const locks = { compounds: new Set([3]), districts: new Set([1]) };
    const scenario = { ...scenarioOf(zoningOf([0, 0, 1, 1, -1, -1])), locks };
    const { adapter, set, link } = start({ ...OPEN, scenarios: [scenario] });
    set({ selection: { kind: "compounds", indices: [1] }, hover: 2 });
    const told = () =>
      (["compounds", "districts"] as const).map((source) =>
        WORLD.compounds.map((_, i) => ({ ...adapter.stateOf(source, i) })),
      );
    const before = told();
    expect(before[0][1]).toMatchObject({ role: "in", selected: true });
    expect(before[0][2]).toMatchObject({ hover: true });
    expect([before[0][3].locked, before[1][1].locked]).toEqual([true, true]);
    const shapes = adapter.data.get("compounds");
    adapter.forget();
    expect(told()).not.toEqual(before);
    link.retell();
    expect(told()).toEqual(before);
    expect(adapter.data.get("compounds")).toBe(shapes);
  });

  it("clears the map when the data are closed and stops when told", () => {
    const { adapter, set, link, count } = start(OPEN);
    set({ world: null });
    expect(adapter.data.get("compounds")?.features).toEqual([]);
    link.stop();
    expect(count()).toBe(0);
  });
});
