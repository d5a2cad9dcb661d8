import { NEW_RECORD, type ScenarioRecord } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import { detach } from "./proofs.ts";
import type { Actions, ScenarioState } from "./state.ts";

type ScenarioActions = Pick<
  Actions,
  "duplicateScenario" | "renameScenario" | "deleteScenario" | "activateScenario" | "exportFiles"
>;

/** Scenarios side by side: copies, names, which one is shown, and its files. */
export function createScenarioActions(desk: Desk): ScenarioActions {
  const show = (id: string): void => {
    const scenario = desk.scenario(id);
    if (!scenario || id === desk.state.activeId) return;
    desk.show(id);
    desk.set({ selection: null, hover: null });
    if (!scenario.outlines) desk.refreshOutlines();
  };

  const activate = (id: string): void => {
    desk.gate.take(() => {
      desk.closeStroke();
      // The stroke's step is being kept: what is shown changes after it.
      desk.gate.take(() => {
        show(id);
        desk.keeper.keepHead();
      });
    });
  };

  return {
    duplicateScenario: (id) =>
      desk.gate.change(() => {
        const scenario = desk.scenario(id);
        if (!scenario) return;
        const { scenarios } = desk.state;
        const copyId = nextScenarioId(scenarios.map((s) => s.id));
        const name = copyName(
          scenario.name,
          scenarios.map((s) => s.name),
        );
        const copy = { ...scenario, id: copyId, name, parentId: id, record: recordOf(scenario) };
        desk.set({ scenarios: [...scenarios, { ...copy, canUndo: false, canRedo: false }] });
        const copied = detach(desk.backstageOf(id));
        desk.backstage.set(copyId, copied);
        show(copyId);
        desk.settle(copyId, copied);
      }),

    renameScenario: (id, name) =>
      desk.gate.change(() => {
        if (name.trim() === "") return;
        desk.change(id, { name: name.trim() });
        desk.keeper.keepHead();
      }),

    deleteScenario: (id) =>
      desk.gate.change(() => {
        const rest = desk.state.scenarios.filter((scenario) => scenario.id !== id);
        const [first] = rest;
        if (!first || rest.length === desk.state.scenarios.length) return;
        if (id === desk.state.activeId) show(desk.scenario(id)?.parentId ?? first.id);
        if (id === desk.state.activeId) show(first.id);
        desk.set({ scenarios: rest });
        desk.backstage.delete(id);
        desk.keeper.keepHead([id]);
      }),

    activateScenario: activate,

    async exportFiles(choice) {
      const scenario = desk.active;
      if (!scenario) return [];
      const { id, name, parentId: parent, edited, stale, record, recipe, zoning } = scenario;
      desk.set({ busy: { task: "export", done: null, gap: null } });
      const files = await desk.attempt("export-failed", () =>
        desk.deps.core.export({
          choice,
          recipe,
          zoning,
          plan: stale ? null : scenario.plan,
          scenario: { id, name, parent, edited, stale, record },
          language: desk.state.language,
        }),
      );
      if (desk.state.busy?.task === "export") desk.set({ busy: null });
      return files ?? [];
    },
  };
}

/** The record of a copy: the note stays, lock and log are the original's. */
function recordOf({ name, record }: ScenarioState): ScenarioRecord {
  const entry = { event: "branched" as const, at: null, args: { from: name } };
  return { ...NEW_RECORD, note: record.note, log: [entry] };
}

/** `s` and one above the highest number in use. */
function nextScenarioId(ids: readonly string[]): string {
  const highest = ids.reduce((max, id) => Math.max(max, Number(/\d+$/.exec(id)?.[0] ?? 0)), 0);
  return `s${highest + 1}`;
}

/** The name with the lowest number in brackets that is free. */
function copyName(name: string, taken: readonly string[]): string {
  const stem = name.replace(/ \(\d+\)$/, "");
  let number = 2;
  while (taken.includes(`${stem} (${number})`)) number += 1;
  return `${stem} (${number})`;
}
