import {
  applyDiff,
  diffZonings,
  type HandLinks,
  type History,
  type HistoryChange,
  type HistoryStep,
  mergeDistricts,
  moveCompounds,
  type Recipe,
  readPairByHand,
  recordStep,
  redoStep,
  relink,
  renameDistrict,
  setPairByHand,
  undoStep,
  type Zoning,
  type ZoningDiff,
} from "../core/index.ts";
import type { Backstage, Desk } from "./desk.ts";
import { evaluateAll, evaluateTouched } from "./evaluate-scenario.ts";
import { PLAN_MARK } from "./plan-actions.ts";
import type { Actions, ScenarioState, Selection } from "./state.ts";

type EditActions = Pick<
  Actions,
  "mergeDistricts" | "moveCompounds" | "renameDistrict" | "setPair" | "undo" | "redo"
>;

/** Edits of the active zoning, at once and on this thread; each can be undone. */
export function createEditActions(desk: Desk): EditActions {
  /** Other hand-made links: the graph and all that rests on it. */
  const relinked = (backstage: Backstage, recipe: Recipe, change: Partial<Recipe>): Backstage => {
    const { prepared } = backstage;
    const next = { ...recipe, ...change };
    const graph = relink({ ...prepared, recipe }, next);
    return { ...backstage, prepared: desk.prepare(next, graph) };
  };

  /** Follows a change: links, zoning, touched districts, history; outlines come later. */
  const follow = (change: HistoryChange, { redrawn = false } = {}): void => {
    const scenario = desk.active;
    if (!scenario) return;
    const { history, diff, recipe: changed } = change;
    const before = desk.backstageOf(scenario.id);
    const backstage = changed ? relinked(before, scenario.recipe, changed) : before;
    const { prepared } = backstage;
    const zoning = applyDiff(scenario.zoning, diff);
    const evaluated = changed
      ? evaluateAll(prepared, zoning)
      : evaluateTouched(prepared, scenario, { zoning, diff });
    const outlines = redrawn ? null : scenario.outlines;
    const recipe = changed ? prepared.recipe : scenario.recipe;
    desk.settle(scenario.id, { ...backstage, history }, { ...evaluated, recipe, outlines });
    desk.set({ selection: keepSelection(desk.state.selection, zoning) });
    desk.refreshOutlines();
  };

  const edit = (make: (zoning: Zoning) => ZoningDiff): void => {
    const scenario = desk.active;
    if (!scenario) return;
    const diff = make(scenario.zoning);
    if (diff.moves.length === 0 && diff.districts.length === 0) return;
    const history = recordStep(desk.backstageOf(scenario.id).history, diff);
    follow({ history, diff, recipe: null });
  };

  const editLinks = (scenario: ScenarioState, after: HandLinks): void => {
    const { linksAdded, linksRemoved } = scenario.recipe;
    const recipe = { before: { linksAdded, linksRemoved }, after };
    const diff = diffZonings(scenario.zoning, scenario.zoning);
    const history = recordStep(desk.backstageOf(scenario.id).history, diff, { recipe });
    follow({ history, diff, recipe: after });
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
    setPair([a, b], by) {
      const scenario = desk.active;
      const compounds = desk.state.world?.compounds;
      if (!scenario || !compounds?.[a] || !compounds[b] || a === b) return;
      const ids = [compounds[a].id, compounds[b].id] as const;
      if (readPairByHand(scenario.recipe, ids) === by) return;
      editLinks(scenario, setPairByHand(scenario.recipe, ids, by));
    },
    undo: () => step(undoStep, ({ done }) => done?.step),
    redo: () => step(redoStep, ({ undone }) => undone?.step),
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
