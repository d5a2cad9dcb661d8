import {
  applyDiff,
  type History,
  type HistoryChange,
  type HistoryStep,
  mergeDistricts,
  moveCompounds,
  recordStep,
  redoStep,
  renameDistrict,
  undoStep,
  type Zoning,
  type ZoningDiff,
} from "../core/index.ts";
import type { Desk } from "./desk.ts";
import { evaluateTouched } from "./evaluate-scenario.ts";
import { PLAN_MARK } from "./plan-actions.ts";
import type { Actions, Selection } from "./state.ts";

type EditActions = Pick<
  Actions,
  "mergeDistricts" | "moveCompounds" | "renameDistrict" | "undo" | "redo"
>;

/** Edits of the active zoning, at once and on this thread; each can be undone. */
export function createEditActions(desk: Desk): EditActions {
  /** Follows a diff: zoning, touched districts, history; outlines come later. */
  const follow = ({ history, diff }: HistoryChange, { redrawn = false } = {}): void => {
    const scenario = desk.active;
    if (!scenario) return;
    const backstage = desk.backstageOf(scenario.id);
    const zoning = applyDiff(scenario.zoning, diff);
    const evaluated = evaluateTouched(backstage.prepared, scenario, { zoning, diff });
    const outlines = redrawn ? null : scenario.outlines;
    desk.settle(scenario.id, { ...backstage, history }, { ...evaluated, outlines });
    desk.set({ selection: keepSelection(desk.state.selection, zoning) });
    desk.refreshOutlines();
  };

  const edit = (make: (zoning: Zoning) => ZoningDiff): void => {
    const scenario = desk.active;
    if (!scenario) return;
    const diff = make(scenario.zoning);
    if (diff.moves.length === 0 && diff.districtsAfter === diff.districtsBefore) return;
    follow({ history: recordStep(desk.backstageOf(scenario.id).history, diff), diff });
  };

  const step = (
    take: (history: History) => HistoryChange | null,
    crossed: (history: History) => HistoryStep | undefined,
  ): void => {
    const scenario = desk.active;
    if (!scenario) return;
    const { history } = desk.backstageOf(scenario.id);
    const change = take(history);
    // A solve renumbers districts, so outlines from across it would show the wrong ones.
    if (change) follow(change, { redrawn: crossed(history)?.mark === PLAN_MARK });
  };

  return {
    mergeDistricts(indices) {
      if (new Set(indices).size > 1) edit((zoning) => mergeDistricts(zoning, indices));
    },
    moveCompounds(compounds, to) {
      const scenario = desk.active;
      if (!scenario) return;
      const { participant } = desk.backstageOf(scenario.id).prepared.problem;
      const movable = compounds.filter((i) => participant[i] > 0);
      const skipped = compounds.length - movable.length;
      if (movable.length > 0) edit((zoning) => moveCompounds(zoning, movable, to));
      if (skipped > 0) desk.notify("info", "out-of-scope", { count: skipped });
    },
    renameDistrict(index, name) {
      const trimmed = name.trim();
      if (trimmed === "" || trimmed === desk.active?.zoning.districts[index]?.name) return;
      edit((zoning) => renameDistrict(zoning, index, trimmed));
    },
    undo: () => step(undoStep, ({ done }) => done.at(-1)),
    redo: () => step(redoStep, ({ undone }) => undone.at(-1)),
  };
}

/** The selection without districts that have no members any more. */
function keepSelection(selection: Selection, zoning: Zoning): Selection {
  if (selection?.kind !== "districts") return selection;
  const used = new Set(zoning.assignment);
  const indices = selection.indices.filter((index) => used.has(index));
  if (indices.length === selection.indices.length) return selection;
  return indices.length > 0 ? { kind: "districts", indices } : null;
}
