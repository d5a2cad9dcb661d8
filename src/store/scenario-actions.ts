import {
  changeRecord,
  type LogEntry,
  logOfHistory,
  NEW_RECORD,
  type RecordChange,
  type ScenarioRecord,
} from "../core/index.ts";
import type { Desk } from "./desk.ts";
import { planActive } from "./plan-actions.ts";
import { detach } from "./proofs.ts";
import { copyName, nextScenarioId } from "./scenario-names.ts";
import type { Actions, ScenarioState } from "./state.ts";

type ScenarioActions = Pick<
  Actions,
  | "duplicateScenario"
  | "branchAndPlan"
  | "renameScenario"
  | "annotateScenario"
  | "lockScenario"
  | "archiveScenario"
  | "readLog"
  | "deleteScenario"
  | "activateScenario"
  | "exportFiles"
>;

/** Everything that was done to a scenario, oldest first. */
function logOf(desk: Desk, { id, record }: ScenarioState): readonly LogEntry[] {
  return [...record.log, ...logOfHistory(desk.backstageOf(id).history)];
}

/** Scenarios side by side: copies, names, notes, locks, which one is shown, and its files. */
export function createScenarioActions(desk: Desk): ScenarioActions {
  const now = () => new Date(desk.deps.now()).toISOString();

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

  const duplicate = (id: string): void => {
    const scenario = desk.scenario(id);
    if (!scenario) return;
    const { scenarios } = desk.state;
    const copyId = nextScenarioId(scenarios.map((s) => s.id));
    const name = copyName(
      scenario.name,
      scenarios.map((s) => s.name),
    );
    const record = recordOf(scenario, now());
    const copy = { ...scenario, id: copyId, name, parentId: id, record };
    desk.set({ scenarios: [...scenarios, { ...copy, canUndo: false, canRedo: false }] });
    const copied = detach(desk.backstageOf(id));
    desk.backstage.set(copyId, copied);
    show(copyId);
    desk.settle(copyId, copied);
  };

  const keepRecord = (id: string, change: RecordChange): void =>
    desk.gate.manage(() => {
      const scenario = desk.scenario(id);
      if (!scenario || (change.kind !== "unlock" && !desk.admitChange(id))) return;
      const { name, record } = changeRecord(scenario, change, now());
      desk.change(id, { name, record });
      desk.keeper.keepWhole([id]);
    });

  return {
    duplicateScenario: (id) => desk.gate.manage(() => duplicate(id)),

    async branchAndPlan(id) {
      if (!(await desk.gate.turn("manage"))) return;
      duplicate(id);
      await planActive(desk);
    },

    renameScenario(id, name) {
      const next = name.trim();
      if (next !== "" && next !== desk.scenario(id)?.name)
        keepRecord(id, { kind: "rename", name: next });
    },

    annotateScenario(id, note) {
      if (note.trim() !== desk.scenario(id)?.record.note)
        keepRecord(id, { kind: "annotate", note: note.trim() });
    },

    lockScenario: (id, on) => keepRecord(id, { kind: on ? "lock" : "unlock" }),
    archiveScenario: (id, on) => keepRecord(id, { kind: on ? "archive" : "restore" }),

    readLog(id) {
      const scenario = desk.scenario(id);
      return scenario ? logOf(desk, scenario) : [];
    },

    deleteScenario: (id) =>
      desk.gate.manage(() => {
        const rest = desk.state.scenarios.filter((scenario) => scenario.id !== id);
        const [first] = rest;
        if (!first || rest.length === desk.state.scenarios.length) return;
        if (!desk.admitChange(id)) return;
        if (id === desk.state.activeId) show(desk.scenario(id)?.parentId ?? first.id);
        if (id === desk.state.activeId) show(first.id);
        desk.set({ scenarios: rest });
        desk.backstage.delete(id);
        desk.keeper.keepHead([id]);
      }),

    activateScenario: activate,

    async exportFiles(choice, ids, nameOf = (name) => name) {
      const [first, ...beside] = ids ?? [desk.state.activeId];
      const scenario = desk.scenario(first ?? null);
      if (!scenario) return [];
      const { id, name, parentId: parent, edited, stale, recipe, zoning } = scenario;
      const record = { ...scenario.record, log: logOf(desk, scenario) };
      const others = beside
        .flatMap((other) => desk.scenario(other) ?? [])
        .map((other) => ({
          name: nameOf(other.name),
          note: other.record.note,
          recipe: other.recipe,
          zoning: other.zoning,
        }));
      desk.set({ busy: { task: "export", done: null, gap: null } });
      const files = await desk.attempt("export-failed", () =>
        desk.deps.core.export({
          choice,
          recipe,
          zoning,
          plan: stale ? null : scenario.plan,
          scenario: { id, name: nameOf(name), parent, edited, stale, record },
          others,
          language: desk.state.language,
        }),
      );
      if (desk.state.busy?.task === "export") desk.set({ busy: null });
      return files ?? [];
    },
  };
}

/** The record of a copy: the note stays, lock and log are the original's. */
function recordOf({ name, record }: ScenarioState, at: string): ScenarioRecord {
  const entry = { event: "branched" as const, at, args: { from: name } };
  return { ...NEW_RECORD, note: record.note, log: [entry] };
}
