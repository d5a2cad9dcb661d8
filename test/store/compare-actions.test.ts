import { describe, expect, it } from "vitest";
import type { ComparisonOptions, ComparisonReport } from "../../src/core/index.ts";
import { createAppStore } from "../../src/store/create-app-store.ts";
import { fakeDeps } from "./fake-deps.ts";
import { fakePages, fakeStorage } from "./fake-storage.ts";
import { active, opened } from "./store-fixture.ts";

const OPTIONS: ComparisonOptions = {
  by: "netCostYuan",
  weights: null,
  seed: 1,
  draws: 3,
  phasing: { startYear: 2026, years: 3 },
};

async function candidates() {
  const kept = fakeStorage();
  const page = await opened({ storage: kept.storage, access: fakePages().page() });
  const ids = await page.actions.findCandidates();
  return { ...page, kept, ids };
}

describe("candidates", () => {
  it("[S48] become scenarios that say what they give up, under the names of the one shown, and are kept", async () => {
    const { store, actions, kept, ids } = await candidates();
    expect(ids.length).toBeGreaterThan(0);
    const before = active(store);
    expect(before.id).toBe("s1");
    const added = store.getState().scenarios.filter(({ id }) => ids.includes(id));
    for (const { record, zoning, plan, parentId, stale } of added) {
      expect(record.note).toMatch(/[一-龥]/);
      expect(plan?.zoning).toBe(zoning);
      expect([parentId, stale]).toEqual(["s1", false]);
      const own = zoning.districts.map(({ id }) => id);
      expect(new Set(own).size).toBe(own.length);
    }
    expect(store.getState().busy).toBeNull();
    await actions.settled();
    const other = createAppStore(
      fakeDeps({ storage: kept.storage, access: fakePages().page(), newId: () => "x" }).deps,
    );
    expect(await other.getState().actions.restore()).toBe(true);
    expect(other.getState().scenarios.map(({ id, record }) => [id, record])).toEqual(
      store.getState().scenarios.map(({ id, record }) => [id, record]),
    );
  });
});

describe("what is kept beside a plan", () => {
  it("[S51] a locked scenario refuses every change but unlocking, and says so", async () => {
    const { store, actions } = await opened();
    actions.lockScenario("s1", true);
    const locked = active(store);
    expect(locked.record.locked).toBe(true);
    const refused: (() => unknown)[] = [
      () => actions.mergeDistricts([0, 1]),
      () => actions.setAssumptions({ vat: 0.05 }),
      () => actions.setParameters({ gapM: 20 }),
      () => actions.beginStroke(0),
      () => actions.plan(),
      () => actions.renameScenario("s1", "乙"),
      () => actions.annotateScenario("s1", "x"),
      () => actions.archiveScenario("s1", true),
      () => actions.lockDistricts([0], true),
    ];
    for (const change of refused) {
      const before = store.getState().notice?.serial ?? 0;
      await change();
      expect(store.getState().notice).toMatchObject({ key: "scenario-locked" });
      expect(store.getState().notice?.serial).toBeGreaterThan(before);
      expect(active(store)).toBe(locked);
    }
    actions.duplicateScenario("s1");
    actions.deleteScenario("s1");
    expect(store.getState().scenarios).toHaveLength(2);
    actions.lockScenario("s1", false);
    actions.deleteScenario("s1");
    expect(store.getState().scenarios).toHaveLength(1);
  });

  it("[S51] [S74] note, name and archive are lines of the log; undoing a step takes its line back", async () => {
    const { store, actions } = await opened();
    actions.annotateScenario("s1", "会上讨论");
    actions.renameScenario("s1", "甲");
    actions.archiveScenario("s1", true);
    actions.archiveScenario("s1", false);
    actions.mergeDistricts([0, 1]);
    actions.setAssumptions({ vat: 0.05 });
    const events = () => actions.readLog("s1").map(({ event }) => event);
    const kept = ["noted", "renamed", "archived", "restored"];
    expect(events()).toEqual([...kept, "edited", "assumed"]);
    actions.undo();
    expect(events()).toEqual([...kept, "edited"]);
    actions.undo();
    expect(events()).toEqual(kept);
    expect(active(store).record.note).toBe("会上讨论");
  });

  it("a copy can be planned at once; its parent stays", async () => {
    const { store, actions } = await opened();
    actions.mergeDistricts([0, 1]);
    const { zoning } = active(store);
    await actions.branchAndPlan("s1");
    expect(active(store)).toMatchObject({ id: "s2", parentId: "s1", edited: false });
    expect(store.getState().scenarios[0]?.zoning).toBe(zoning);
  });
});

describe("comparing", () => {
  it("[S57] holds what the core reports, part by part", async () => {
    const { store, actions } = await opened();
    actions.duplicateScenario("s1");
    actions.mergeDistricts([0, 1]);
    await actions.compare(["s2", "s1"], OPTIONS);
    await Promise.resolve();
    const { comparison, scenarios } = store.getState();
    if (!comparison?.table || !comparison.together) throw new Error("no comparison");
    expect([comparison.status, comparison.done]).toEqual(["done", 1]);
    const file = await actions.writeComparison();
    const report: ComparisonReport = JSON.parse(new TextDecoder().decode(file?.bytes));
    const plain = JSON.parse(JSON.stringify(comparison));
    expect(plain.table).toEqual({ scenarios: report.scenarios, indicators: report.indicators });
    expect(plain.each).toEqual(report.each);
    expect(report.scenarios).toEqual([...[1, 0].map((k) => scenarios[k]?.name), "现状"]);
    expect(plain.pairs.map(({ realignment }: { realignment: unknown }) => realignment)).toEqual(
      report.pairs.map(({ realignment }) => realignment),
    );
    expect(plain.together.ranking).toEqual(report.ranking);
  });

  it("is forgotten with the data it is of; one that is stopped says so", async () => {
    const { store, actions } = await opened();
    const running = actions.compare(["s1"], { ...OPTIONS, draws: 4000 });
    actions.stopComparing();
    await running;
    expect(store.getState().comparison?.status).toBe("stopped");
    expect(await actions.writeComparison()).toBeNull();
    await actions.openDemo();
    expect(store.getState().comparison).toBeNull();
  });
});
