import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAppStore } from "../../src/store/create-app-store.ts";
import { StorageFault } from "../../src/store/stored-project.ts";
import { fakeDeps } from "./fake-deps.ts";
import { fakePages, fakeStorage } from "./fake-storage.ts";
import { active, expectAgreement, opened } from "./store-fixture.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page with the grid opened, on a storage that others can open, too. */
async function page() {
  const kept = fakeStorage();
  const pages = fakePages();
  const first = await opened({ storage: kept.storage, access: pages.page() });
  return { ...first, kept, pages };
}

type Page = Awaited<ReturnType<typeof page>>;

/** The same project in another visit. */
async function again({ kept, pages }: Pick<Page, "kept" | "pages">) {
  let id = 0;
  const newId = () => {
    id += 1;
    return `again${id}`;
  };
  const { deps } = fakeDeps({ storage: kept.storage, access: pages.page(), newId });
  const store = createAppStore(deps);
  const restored = await store.getState().actions.restore();
  return { store, actions: store.getState().actions, restored };
}

/** Everything of the scenarios but what is drawn later. */
function plain(store: Page["store"]) {
  return store.getState().scenarios.map(({ outlines: _, locks, ...rest }) => ({
    ...rest,
    locks: { compounds: [...locks.compounds].sort(), districts: [...locks.districts].sort() },
  }));
}

const forgetRedo = (one: ReturnType<typeof plain>[number]) => ({ ...one, canRedo: false });

function undoAll({ store, actions }: Pick<Page, "store" | "actions">): void {
  for (let left = actions.countSteps().done; left > 0; left--) actions.undo();
  expect(active(store).canUndo).toBe(false);
}

/** Opens the project in another visit, which writes it from then on. */
async function expectSameAgain(first: Page) {
  const other = await again({ kept: first.kept, pages: fakePages() });
  expect(other.restored).toBe(true);
  expect(other.store.getState().activeId).toBe(first.store.getState().activeId);
  expect(other.store.getState().world).toEqual(first.store.getState().world);
  expect(plain(other.store)).toEqual(plain(first.store));
  expect(other.actions.countSteps()).toEqual(first.actions.countSteps());
  return other;
}

describe("keeping", () => {
  it("[S24] every step is one entry of a log, and a new visit has all of it, undo included", async () => {
    const first = await page();
    const { actions, kept } = first;
    actions.duplicateScenario("s1");
    const start = plain(first.store);
    kept.written.length = 0;
    actions.mergeDistricts([0, 1]);
    actions.moveCompounds([2], "new");
    actions.renameDistrict(2, "北片");
    actions.lockDistricts([2], true);
    const { limits } = active(first.store).recipe.parameters;
    actions.setParameters({ limits: { ...limits, maxCompounds: 9 } });
    actions.setPair([0, 1], "cut");
    actions.undo();
    actions.undo();
    actions.redo();
    expect(kept.written.map(({ log }) => log?.length)).toEqual(new Array(9).fill(1));
    expect(kept.written.every(({ snapshots, sources }) => !snapshots && !sources)).toBe(true);
    const other = await expectSameAgain(first);
    undoAll(other);
    expect(plain(other.store).map(forgetRedo)).toEqual(start);
    expect(active(other.store)).toMatchObject({ edited: false, stale: false });
    expect(active(other.store).plan).not.toBeNull();
    expectAgreement(other.store);
  });

  it("[S24] proofs of earlier plans are back with the steps that made them", async () => {
    const first = await page();
    const { actions } = first;
    const start = plain(first.store);
    const { limits } = active(first.store).recipe.parameters;
    actions.setParameters({ limits: { ...limits, maxCompounds: 3 } });
    await actions.plan();
    const planned = plain(first.store);
    expect(planned[0].plan).not.toBeNull();
    actions.moveCompounds([0], "none");
    const other = await expectSameAgain(first);
    other.actions.undo();
    expect(plain(other.store).map(forgetRedo)).toEqual(planned);
    undoAll(other);
    expect(plain(other.store).map(forgetRedo)).toEqual(start);
  });

  it("[S25] a change that comes while one is being written waits for it, in order", async () => {
    const first = await page();
    const { store, actions, kept } = first;
    kept.conduct.isInstant = false;
    const before = active(store).zoning;
    actions.moveCompounds([0], "none");
    actions.moveCompounds([1], "none");
    expect(actions.beginStroke("none")).toBe(true);
    actions.paint([2]);
    actions.endStroke();
    expect(store.getState().saving.status).toBe("saving");
    expect(active(store).zoning.assignment[0]).toBe(-1);
    expect(active(store).zoning.assignment[1]).toBe(before.assignment[1]);
    await kept.settle();
    await actions.settled();
    expect([...active(store).zoning.assignment.slice(0, 3)]).toEqual([-1, -1, -1]);
    expect(actions.countSteps().done).toBe(3);
    expect(store.getState().saving.status).toBe("saved");
    await expectSameAgain(first);
  });

  it("[S25] a page that is killed loses at most the change that was being written", async () => {
    const first = await page();
    const { store, actions, kept } = first;
    actions.moveCompounds([0], "none");
    const before = plain(store);
    kept.conduct.isInstant = false;
    actions.moveCompounds([1], "none");
    actions.moveCompounds([2], "none");
    kept.kill();
    const other = await again({ kept: { ...kept }, pages: fakePages() });
    expect(plain(other.store)).toEqual(before);
  });

  it("[S26] without room it is said, edits wait, and a retry keeps everything", async () => {
    const first = await page();
    const { store, actions, kept } = first;
    kept.conduct.fault = new StorageFault("quota", "full");
    actions.moveCompounds([0], "none");
    expect(store.getState().saving).toMatchObject({ status: "failed", reason: "quota" });
    expect(store.getState().notice?.key).toBe("storage-full");
    actions.moveCompounds([1], "none");
    expect(store.getState().notice?.key).toBe("edits-wait");
    expect(actions.beginStroke("none")).toBe(false);
    expect(actions.countSteps().done).toBe(1);
    await actions.retrySave();
    expect(store.getState().saving.status).toBe("failed");
    kept.conduct.fault = null;
    await actions.retrySave();
    expect(store.getState().saving).toMatchObject({ status: "saved", reason: null });
    actions.moveCompounds([1], "none");
    await expectSameAgain(first);
  });

  it("[S26] one can go on without keeping, and keep it all later", async () => {
    const first = await page();
    const { store, actions, kept } = first;
    kept.conduct.fault = new StorageFault("other", "gone");
    actions.moveCompounds([0], "none");
    expect(store.getState().notice).toMatchObject({
      key: "autosave-failed",
      args: { detail: "gone" },
    });
    actions.editUnsaved();
    actions.moveCompounds([1], "none");
    expect(active(store).zoning.assignment[1]).toBe(-1);
    expect(store.getState().saving.status).toBe("unsaved");
    kept.conduct.fault = null;
    await actions.retrySave();
    expect(store.getState().saving.status).toBe("saved");
    actions.moveCompounds([2], "none");
    await expectSameAgain(first);
  });

  it("[S26] where nothing can be kept everything works, and it is said", async () => {
    const kept = fakeStorage();
    kept.conduct.fault = new StorageFault("other", "forbidden");
    const { store, actions } = await opened({ storage: kept.storage });
    expect(store.getState().notice?.key).toBe("storage-unusable");
    actions.moveCompounds([0], "none");
    expect(active(store).zoning.assignment[0]).toBe(-1);
    expect(store.getState().saving.status).toBe("unsaved");
  });

  it("[S26] little room is said before it runs out, once", async () => {
    const first = await page();
    const { store, actions, kept } = first;
    kept.conduct.room = { usedBytes: 90, quotaBytes: 100 };
    for (let k = 0; k < 120; k++) actions.moveCompounds([0], k % 2 === 0 ? "none" : 1);
    await vi.waitFor(() => expect(store.getState().saving.room?.usedBytes).toBe(90));
    expect(store.getState().notice).toMatchObject({ key: "storage-low", args: { share: 90 } });
  });

  it("[S27] a second page only shows the project, and may take it over as it stands", async () => {
    const first = await page();
    first.actions.moveCompounds([0], "none");
    const second = await again(first);
    expect(second.store.getState().saving.access).toBe("elsewhere");
    expect(second.store.getState().notice?.key).toBe("project-open-elsewhere");
    second.actions.moveCompounds([1], "none");
    expect(second.store.getState().notice?.key).toBe("project-elsewhere");
    expect(second.actions.countSteps().done).toBe(1);
    first.actions.moveCompounds([2], "none");
    await second.actions.takeOver();
    expect(second.store.getState().saving.access).toBe("own");
    expect(second.actions.countSteps().done).toBe(2);
    expect(first.store.getState().saving.access).toBe("elsewhere");
    expect(first.store.getState().notice?.key).toBe("project-taken");
    first.actions.moveCompounds([5], "none");
    expect(first.actions.countSteps().done).toBe(2);
    second.actions.moveCompounds([4], "none");
    await expectSameAgain({ ...first, ...second });
  });

  it("[S27] without the browser's locks a page that lost its project learns it at its next write", async () => {
    const first = await page();
    const second = await again({ kept: first.kept, pages: fakePages() });
    expect(second.store.getState().saving.access).toBe("own");
    first.actions.moveCompounds([0], "none");
    expect(first.store.getState().saving.access).toBe("elsewhere");
    second.actions.moveCompounds([1], "none");
    await expectSameAgain({ ...first, ...second });
  });

  it("[S28] what a newer version kept is not touched", async () => {
    const first = await page();
    const [id, stored] = [...first.kept.projects][0];
    first.kept.projects.set(id, { ...stored, head: { ...stored.head, version: 99 } });
    const before = structuredClone(first.kept.projects);
    const { store, restored } = await again({ kept: first.kept, pages: fakePages() });
    expect(restored).toBe(false);
    expect(store.getState().notice?.key).toBe("project-newer");
    expect(first.kept.projects).toEqual(before);
  });

  it("[S28] a damaged log is followed as far as it goes, and it is said", async () => {
    const first = await page();
    const { actions, store, kept } = first;
    actions.moveCompounds([0], "none");
    const before = plain(store);
    actions.moveCompounds([1], "none");
    actions.undo();
    const [id, stored] = [...kept.projects][0];
    const log = stored.log.map((entry) =>
      entry.seq === 2
        ? { ...entry, change: { kind: "step", step: { moves: "?" }, proof: null } }
        : entry,
    );
    kept.projects.set(id, { ...stored, log: log as never });
    const other = await again({ kept, pages: fakePages() });
    expect(other.store.getState().notice?.key).toBe("changes-lost");
    expect(plain(other.store)).toEqual(before);
    other.actions.moveCompounds([5], "none");
    await expectSameAgain({ ...first, ...other });
  });

  it("[S24] a long log becomes a snapshot; edits need not wait for it", async () => {
    const first = await page();
    const { actions, kept } = first;
    for (let k = 0; k < 250; k++) actions.moveCompounds([0], k % 2 === 0 ? "none" : 1);
    const logOf = () => [...kept.projects.values()][0].log.length;
    expect(logOf()).toBeGreaterThan(200);
    await vi.advanceTimersByTimeAsync(5000);
    expect(logOf()).toBe(0);
    actions.undo();
    actions.moveCompounds([7], "none");
    await expectSameAgain(first);
  });

  it("without a saved project there is nothing to restore", async () => {
    const store = createAppStore(fakeDeps().deps);
    expect(await store.getState().actions.restore()).toBe(false);
    expect(store.getState().notice).toBeNull();
  });
});
