import { describe, expect, it } from "vitest";
import { createAppStore } from "../../src/store/create-app-store.ts";
import { fakeDeps } from "./fake-deps.ts";
import { opened } from "./store-fixture.ts";

describe("the view", () => {
  it("selects, toggles, zooms and remembers what is shown", async () => {
    const { store, actions } = await opened();
    actions.toggleCompound(3);
    actions.toggleCompound(5);
    actions.toggleCompound(3);
    expect(store.getState().selection).toEqual({ kind: "compounds", indices: [5] });
    actions.zoomToSelection();
    const [west, south, east, north] = store.getState().zoom?.bounds ?? [0, 0, 0, 0];
    expect([west < east, south < north, east - west < 0.001]).toEqual([true, true, true]);
    actions.select({ kind: "districts", indices: [0] });
    actions.zoomToSelection();
    expect(store.getState().zoom?.serial).toBe(2);
    actions.toggleCompound(5);
    actions.toggleCompound(5);
    expect(store.getState().selection).toBeNull();
    actions.zoomToSelection();
    expect(store.getState().zoom?.serial).toBe(2);
    actions.setLanguage("en");
    actions.setColorScheme("dark");
    actions.setLayer("links", true);
    actions.setHover(4);
    expect(store.getState()).toMatchObject({
      language: "en",
      colorScheme: "dark",
      hover: 4,
      layers: { links: true, districts: true },
    });
  });

  it("actions without data do nothing", async () => {
    const store = createAppStore(fakeDeps().deps);
    const { actions } = store.getState();
    actions.undo();
    actions.mergeDistricts([0, 1]);
    actions.setParameters({ gapM: 1 });
    await actions.plan();
    expect(await actions.exportFiles({ format: "plan" })).toEqual([]);
    expect(store.getState().scenarios).toEqual([]);
  });
});
