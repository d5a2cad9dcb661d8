import { describe, expect, it } from "vitest";
import type { OutputFile } from "../../src/core/index.ts";
import { createAppStore } from "../../src/store/create-app-store.ts";
import { fakeDeps } from "./fake-deps.ts";
import { active, opened } from "./store-fixture.ts";

function textOf(file: OutputFile | undefined): string {
  return file && "text" in file ? file.text : "";
}

describe("scenarios", () => {
  it("copies are independent and know their parent", async () => {
    const { store, actions } = await opened();
    actions.duplicateScenario("s1");
    expect(active(store)).toMatchObject({ id: "s2", name: "grid (2)", parentId: "s1" });
    actions.mergeDistricts([0, 1]);
    const [first, second] = store.getState().scenarios;
    expect(first?.zoning).not.toEqual(second?.zoning);
    actions.activateScenario("s1");
    expect(active(store).canUndo).toBe(false);
    actions.undo();
    actions.activateScenario("s2");
    actions.undo();
    expect(active(store).zoning).toEqual(first?.zoning);
    expect(active(store).plan).not.toBeNull();
  });

  it("the last one stays; deleting the active one shows another", async () => {
    const { store, actions } = await opened();
    actions.deleteScenario("s1");
    expect(store.getState().scenarios).toHaveLength(1);
    actions.duplicateScenario("s1");
    actions.renameScenario("s2", "乙");
    expect(active(store).name).toBe("乙");
    actions.deleteScenario("s2");
    expect(store.getState().activeId).toBe("s1");
    expect(store.getState().scenarios.map(({ id }) => id)).toEqual(["s1"]);
  });

  it("exports the active one; a stale proof is not exported", async () => {
    const { store, actions } = await opened();
    const files = await actions.exportFiles({ format: "plan" });
    expect(files.map(({ name }) => name)).toEqual([
      "districts.geojson",
      "compounds.geojson",
      "scenario.pianqu.json",
      "report.json",
    ]);
    const report = (list: typeof files) => JSON.parse(textOf(list[3]));
    expect(report(files).objective.certificate).not.toBeNull();
    actions.setAssumptions({ vat: 0.05 });
    const before = active(store);
    expect(before).toMatchObject({ stale: true, edited: false });
    expect(report(await actions.exportFiles({ format: "plan" })).objective.certificate).toBeNull();
    expect(store.getState().busy).toBeNull();
  });

  it("an exported scenario opens as it was", async () => {
    const { store, actions } = await opened();
    actions.duplicateScenario("s1");
    actions.renameDistrict(0, "北片");
    const files = await actions.exportFiles({ format: "plan" });
    const before = active(store);
    const scenario = files.find(({ name }) => name === "scenario.pianqu.json");
    if (!scenario || !("text" in scenario)) throw new Error("no scenario file");
    const other = createAppStore(fakeDeps().deps);
    await other.getState().actions.openFiles([scenario]);
    const after = active(other);
    const record = { ...before.record, log: actions.readLog(before.id) };
    expect(after).toEqual({ ...before, record, canUndo: false });
    await other.getState().actions.openFiles([{ name: "a.pianqu.json", text: "{}" }]);
    expect(other.getState().notice).toMatchObject({ key: "scenario-unreadable" });
    expect(active(other)).toBe(after);
  });
});
