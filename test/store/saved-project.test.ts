import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAppStore } from "../../src/store/create-app-store.ts";
import { fakeDeps } from "./fake-deps.ts";
import { opened } from "./store-fixture.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("autosave", () => {
  it("saves after a change and restores the project as it was", async () => {
    const { store, actions, deps, saved } = await opened();
    actions.duplicateScenario("s1");
    actions.mergeDistricts([0, 1]);
    await vi.advanceTimersByTimeAsync(500);
    await vi.waitFor(() => expect(saved.project).not.toBeNull());
    const again = createAppStore(fakeDeps({ storage: deps.storage }).deps);
    expect(await again.getState().actions.restore()).toBe(true);
    const [a, b] = [store.getState(), again.getState()];
    expect(b.activeId).toBe("s2");
    expect(b.world).toEqual(a.world);
    const plain = ({ scenarios }: typeof a) =>
      scenarios.map(({ outlines: _, canUndo: __, ...rest }) => rest);
    expect(plain(b)).toEqual(plain(a));
  });

  it("without a saved project there is nothing to restore", async () => {
    const store = createAppStore(fakeDeps().deps);
    expect(await store.getState().actions.restore()).toBe(false);
    expect(store.getState().notice).toBeNull();
  });

  it("a failure to save is told", async () => {
    const { store, actions } = await opened({
      storage: {
        load: async () => null,
        save: async () => {
          throw new Error("quota");
        },
      },
    });
    actions.moveCompounds([0], "none");
    await vi.advanceTimersByTimeAsync(500);
    await vi.waitFor(() => expect(store.getState().notice?.key).toBe("autosave-failed"));
    expect(store.getState().notice?.args).toEqual({ detail: "quota" });
  });
});
