import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { prepare, readScenario, unproject } from "../../src/core/index.ts";
import { createAppStore } from "../../src/store/create-app-store.ts";
import { fakeDeps } from "./fake-deps.ts";
import { fakePages, fakeStorage } from "./fake-storage.ts";
import { active, expectAgreement, opened } from "./store-fixture.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Opened = Awaited<ReturnType<typeof opened>>;

/** The grid has squares of 50 m every 60 m, 8 in a row: lanes run at 55 m, 115 m, … */
function lane({ store }: Pick<Opened, "store">, x: number) {
  const { world } = store.getState();
  if (!world) throw new Error("no world");
  const { centroid } = world.shapes;
  const [x0, y0] = [centroid[0] - 25, centroid[1] - 25];
  const place = (y: number) => unproject(world.projection, x0 + x, y0 + y);
  return { line: [place(-40), place(340)], at: place(25) };
}

const road = { kind: "road", barrierClass: "hard" } as const;

function expectFreshGraph({ store }: Pick<Opened, "store">): void {
  const { world, graph, scene } = store.getState();
  if (!world) throw new Error("no world");
  const fresh = prepare(world, active(store).recipe);
  expect(graph).toEqual(fresh.graph);
  expect(scene).toEqual(fresh.world);
  expectAgreement(store);
}

describe("drawn barriers and crossings", () => {
  it("[C24] cut and link at once, without the worker; undo and redo give the same graph", async () => {
    const page = await opened();
    const { store, actions, calls } = page;
    const { line, at } = lane(page, 55);
    const states = [store.getState().graph];
    calls.length = 0;
    actions.drawBarrier({ ...road, line });
    states.push(store.getState().graph);
    expectFreshGraph(page);
    expect(states[1]?.links.count).toBeLessThan(states[0]?.links.count ?? 0);
    actions.drawCrossing(at);
    states.push(store.getState().graph);
    expectFreshGraph(page);
    expect(states[2]?.links.count).toBeGreaterThan(states[1]?.links.count ?? 0);
    actions.takeOutObstacle("barrier", "drawn-1");
    expectFreshGraph(page);
    expect(store.getState().graph?.links.count).toBe(states[0]?.links.count);
    for (const state of states.toReversed()) {
      actions.undo();
      expectFreshGraph(page);
      expect(store.getState().graph).toEqual(state);
      if (state === states[0]) break;
    }
    for (let k = 0; k < 3; k++) actions.redo();
    expectFreshGraph(page);
    expect(active(store).recipe.barriersDrawn).toEqual([]);
    expect(active(store).recipe.crossingsDrawn).toHaveLength(1);
    expect(calls.filter((call) => call !== "outline")).toEqual([]);
  });

  it("[C24] an empty line, and what is not there, is no step", async () => {
    const page = await opened();
    const { store, actions } = page;
    actions.drawBarrier({ ...road, line: lane(page, 55).line.slice(1) });
    actions.takeOutObstacle("crossing", "nobody");
    actions.putBackObstacle("barrier", "nobody");
    expect(active(store).canUndo).toBe(false);
  });

  it("[C24] what the data have is taken out by id and put back; copies go on on their own", async () => {
    const page = await opened();
    const { store, actions } = page;
    const { line } = lane(page, 55);
    const text = JSON.stringify({
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          id: "r1",
          properties: { highway: "primary" },
          geometry: { type: "LineString", coordinates: line },
        },
      ],
    });
    await actions.addFiles([{ name: "barriers.geojson", text }]);
    const cut = store.getState().graph?.links.count ?? 0;
    actions.takeOutObstacle("barrier", "r1");
    expectFreshGraph(page);
    expect(active(store).recipe.barriersRemoved).toEqual(["r1"]);
    expect(store.getState().scene?.barriers).toEqual([]);
    expect(store.getState().graph?.links.count).toBeGreaterThan(cut);
    actions.duplicateScenario("s1");
    actions.putBackObstacle("barrier", "r1");
    expectFreshGraph(page);
    expect(store.getState().graph?.links.count).toBe(cut);
    actions.activateScenario("s1");
    expect(store.getState().scene?.barriers).toEqual([]);
    expectFreshGraph(page);
  });

  it("[S24] another visit has them, undo included; the scenario's file and its plan follow them", async () => {
    const kept = fakeStorage();
    const page = await opened({ storage: kept.storage, access: fakePages().page() });
    const { actions, store } = page;
    actions.drawBarrier({ ...road, line: lane(page, 55).line });
    actions.drawCrossing(lane(page, 55).at);
    await actions.settled();
    const other = createAppStore(
      fakeDeps({ storage: kept.storage, access: fakePages().page() }).deps,
    );
    expect(await other.getState().actions.restore()).toBe(true);
    expect(active(other).recipe).toEqual(active(store).recipe);
    expect(other.getState().graph).toEqual(store.getState().graph);
    expect(other.getState().scene).toEqual(store.getState().scene);
    other.getState().actions.undo();
    expect(active(other).recipe.crossingsDrawn).toEqual([]);

    const files = await actions.exportFiles({ format: "plan" });
    const file = files.find(({ name }) => name.endsWith(".pianqu.json"));
    const text = file && "text" in file ? file.text : "";
    const written = readScenario(text).scenario?.recipe;
    expect(written?.barriersDrawn).toEqual(active(store).recipe.barriersDrawn);
    await actions.plan();
    expectFreshGraph(page);
    const { graph } = store.getState();
    const { assignment } = active(store).zoning;
    expect(assignment.some((d) => d >= 0)).toBe(true);
    expect(graph?.cuts.count).toBeGreaterThan(0);
  });
});
