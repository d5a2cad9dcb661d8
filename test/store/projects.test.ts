import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAppStore } from "../../src/store/create-app-store.ts";
import type { HeldSource } from "../../src/worker/held-text.ts";
import { fakeDeps, GRID } from "./fake-deps.ts";
import { fakePages, fakeStorage } from "./fake-storage.ts";
import { active, expectAgreement, opened } from "./store-fixture.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function page() {
  const kept = fakeStorage();
  const pages = fakePages();
  const first = await opened({ storage: kept.storage, access: pages.page() });
  return { ...first, kept, pages };
}

const OTHER = { name: "other.geojson", text: GRID.text };

describe("projects", () => {
  it("[S34] every set of data opened is one; each is as it was left", async () => {
    const { store, actions } = await page();
    actions.moveCompounds([0], "none");
    const first = store.getState().projectId ?? "";
    const left = active(store);
    await actions.openFiles([OTHER]);
    await actions.listProjects();
    const { projects } = store.getState();
    expect(projects.map(({ name, compounds, scenarios }) => [name, compounds, scenarios])).toEqual([
      ["other", 40, 1],
      ["grid", 40, 1],
    ]);
    expect(store.getState().projectId).toBe(projects[0].id);
    expect(actions.countSteps().done).toBe(0);
    actions.mergeDistricts([0, 1]);
    await actions.openProject(first);
    expect(store.getState().projectId).toBe(first);
    expect(active(store).zoning).toEqual(left.zoning);
    expect(actions.countSteps().done).toBe(1);
    actions.moveCompounds([1], "none");
    expectAgreement(store);
    await actions.openProject(projects[0].id);
    expect(actions.countSteps().done).toBe(1);
  });

  it("[S34] are named and copied; a copy is its own", async () => {
    const { store, actions } = await page();
    const first = store.getState().projectId ?? "";
    await actions.renameProject(first, " 楚雄 ");
    await actions.duplicateProject(first);
    expect(store.getState().projects.map(({ name }) => name)).toEqual(["楚雄 (2)", "楚雄"]);
    const copy = store.getState().projects[0].id;
    await actions.renameProject(copy, "副本");
    actions.moveCompounds([0], "none");
    await actions.openProject(copy);
    expect(
      store
        .getState()
        .projects.map(({ name }) => name)
        .sort(),
    ).toEqual(["副本", "楚雄"]);
    expect(actions.countSteps().done).toBe(0);
    await actions.openProject(first);
    expect(actions.countSteps().done).toBe(1);
  });

  it("[S34] a deleted one can be brought back; the open one gives way to another", async () => {
    const { store, actions, kept, pages } = await page();
    const first = store.getState().projectId ?? "";
    await actions.openFiles([OTHER]);
    const second = store.getState().projectId ?? "";
    await actions.deleteProject(second);
    expect(store.getState().projectId).toBe(first);
    expect(store.getState().projects.find(({ id }) => id === second)?.deleted).toBe(true);
    await actions.undeleteProject(second);
    await actions.openProject(second);
    expect(store.getState().projectId).toBe(second);
    await actions.deleteProject(second);
    await actions.deleteProject(first);
    expect(store.getState().projectId).toBeNull();
    const later = fakeDeps({
      storage: kept.storage,
      access: pages.page(),
      now: () => 1e12,
    });
    const again = createAppStore(later.deps);
    expect(await again.getState().actions.restore()).toBe(false);
    expect(kept.projects.size).toBe(0);
  });

  it("[S34] goes from one browser to another as one file, history and proof included", async () => {
    const { store, actions } = await page();
    actions.duplicateScenario("s1");
    actions.moveCompounds([0], "none");
    actions.moveCompounds([1], "none");
    actions.undo();
    const file = await actions.exportProject(store.getState().projectId ?? "");
    expect(file?.name).toBe("grid.pianqu-project.json");
    expect(file?.text.startsWith('{"version":')).toBe(true);
    const other = createAppStore(fakeDeps().deps);
    const there = other.getState().actions;
    await there.openFiles([file ?? GRID]);
    expect(active(other).zoning).toEqual(active(store).zoning);
    expect(there.countSteps()).toEqual({ done: 1, undone: 1 });
    expect(other.getState().scenarios.map(({ id, name }) => [id, name])).toEqual(
      store.getState().scenarios.map(({ id, name }) => [id, name]),
    );
    there.undo();
    expect(active(other)).toMatchObject({ edited: false, stale: false });
    expect(active(other).plan).not.toBeNull();
    await there.importProject(file ?? GRID);
    await there.listProjects();
    expect(other.getState().projects.map(({ name }) => name)).toEqual(["grid (2)", "grid"]);
  });

  it("[S34] a file that is none, damaged or newer changes nothing and is said", async () => {
    const { store, actions } = await page();
    const before = store.getState();
    const name = "a.pianqu-project.json";
    const file = await actions.exportProject(before.projectId ?? "");
    const content = JSON.parse(file?.text ?? "");
    const cases = [
      ["", "project-file-damaged"],
      ["{}", "project-file-damaged"],
      [JSON.stringify({ ...content, version: 99 }), "project-file-newer"],
      [JSON.stringify({ ...content, sources: [1] }), "project-file-damaged"],
      [JSON.stringify({ ...content, snapshots: [] }), "project-file-damaged"],
    ] as const;
    for (const [text, key] of cases) {
      await actions.openFiles([{ name, text }]);
      expect(store.getState().notice?.key).toBe(key);
      expect(store.getState().projectId).toBe(before.projectId);
    }
    const broken = content.snapshots.map((one: object) => ({ ...one, text: "?" }));
    await actions.openFiles([{ name, text: JSON.stringify({ ...content, snapshots: broken }) }]);
    expect(store.getState().notice?.key).toBe("project-damaged");
    expect(store.getState().projectId).toBe(before.projectId);
    expect(active(store).zoning).toEqual(before.scenarios[0].zoning);
    actions.moveCompounds([0], "none");
    expect(store.getState().saving).toMatchObject({ status: "saved", access: "own" });
  });

  /** The grid with names of owners, large enough to stay where it lies. */
  function personalGrid(): Blob {
    const text = GRID.text.replaceAll('"properties":{', '"properties":{"业主姓名":"张三",');
    return new Blob([text.replace(/\}\s*$/, `${" ".repeat(4_000_000)}}`)]);
  }

  const keptTexts = async (sources: readonly HeldSource[] = []) => {
    const texts = sources.map(async ({ text }) =>
      typeof text === "string" ? text : text.head + (await text.blob.text()),
    );
    return (await Promise.all(texts)).join("");
  };

  it("[I54] a large file is kept, and read again, without personal data", async () => {
    const { store, actions, kept } = await page();
    const files = await actions.unpackFiles([{ name: "large.geojson", blob: personalGrid() }]);
    expect(await keptTexts(files.map((file) => ({ ...file, role: "compounds" })))).toContain(
      "张三",
    );
    await actions.openFiles(files);
    const id = store.getState().projectId ?? "";
    expect(store.getState().world?.compounds).toHaveLength(40);
    const stored = await keptTexts(kept.projects.get(id)?.sources);
    expect(stored).toContain('"compound_id"');
    expect(stored).not.toContain("张三");
    expect(await keptTexts(store.getState().sources)).toBe(stored);
    await actions.setRole("large.geojson", "compounds");
    expect(await keptTexts(store.getState().sources)).toBe(stored);
    const codes = store.getState().world?.issues.map(({ code }) => code);
    expect(codes).toContain("personal-data");
  });

  it("[I54] what was kept with personal data is kept without them once it is opened", async () => {
    const { store, actions, kept } = await page();
    const id = store.getState().projectId ?? "";
    await actions.openFiles([OTHER]);
    const before = kept.projects.get(id);
    if (!before) throw new Error("not kept");
    const text = { blob: personalGrid(), head: "{" };
    const [source] = before.sources;
    kept.projects.set(id, { ...before, sources: [{ ...source, text }] });
    await actions.openProject(id);
    await actions.settled();
    expect(store.getState().scenarios).toHaveLength(1);
    const after = kept.projects.get(id);
    expect(await keptTexts(after?.sources)).not.toContain("张三");
    expect(after?.snapshots).toHaveLength(1);
    expectAgreement(store);
  });
});
