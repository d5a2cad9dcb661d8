import {
  type History,
  type HistoryChange,
  type HistoryStep,
  type Recipe,
  type RecipeLock,
  readPairByHand,
  redoStep,
  setPairByHand,
  undoStep,
} from "../core/index.ts";
import type { Desk } from "./desk.ts";
import { isReady, readyEdit } from "./edit-requests.ts";
import type { EditActions, EditRequest } from "./edit-state.ts";
import type { LiveWork } from "./live-table.ts";
import type { Actions } from "./state.ts";
import { changeParts, follow, makeStep, PLAN_MARK } from "./steps.ts";

type EditingActions = Pick<
  Actions,
  "mergeDistricts" | "moveCompounds" | "renameDistrict" | "setPair" | "undo" | "redo"
> &
  Pick<EditActions, "edit" | "lockCompounds" | "lockDistricts" | "countSteps">;

/** Locks without these compounds; one that loses any holds the others only where they are. */
function without(locks: readonly RecipeLock[], ids: ReadonlySet<string>): RecipeLock[] {
  return locks.flatMap((lock) => {
    const compounds = lock.compounds.filter((id) => !ids.has(id));
    if (compounds.length === lock.compounds.length) return [lock];
    return compounds.length > 0 ? [{ ...lock, compounds, whole: false }] : [];
  });
}

/** Locks with these compounds held where they are. */
function withCompounds(
  { live, prepared: { world, recipe } }: LiveWork,
  compounds: readonly number[],
): RecipeLock[] {
  const known = new Set(recipe.locks.flatMap((lock) => lock.compounds));
  const locks = [...recipe.locks];
  for (const i of compounds) {
    const { id } = world.compounds[i];
    const district = live.districts[live.assignment[i]];
    if (known.has(id)) continue;
    const at = locks.findIndex((lock) => lock.id === district.id);
    if (at < 0) locks.push({ ...district, compounds: [id], whole: false });
    else locks[at] = { ...locks[at], compounds: [...locks[at].compounds, id] };
  }
  return locks;
}

/** Edits of the active zoning, at once and on this thread; each can be undone. */
export function createEditActions(desk: Desk): EditingActions {
  const edit = (request: EditRequest): void =>
    desk.gate.change(() => {
      const work = desk.table.open();
      if (!work) return;
      const made = readyEdit(work, request);
      if (isReady(made)) makeStep(desk, made.edit, made);
      else if (made.key) desk.notify("info", made.key, { count: made.count });
    });

  const step = (
    take: (history: History) => HistoryChange | null,
    crossed: (history: History) => HistoryStep | undefined,
  ): void =>
    desk.gate.change(() => {
      const scenario = desk.active;
      if (!scenario) return;
      const { history } = desk.backstageOf(scenario.id);
      const change = take(history);
      // A solve renumbers districts, so outlines from across it would show the wrong ones.
      const renumbered = crossed(history)?.mark === PLAN_MARK;
      if (change) follow(desk, { ...change, renumbered });
    });

  const changeLocks = (make: (work: LiveWork) => readonly RecipeLock[]): void =>
    desk.gate.change(() => {
      const scenario = desk.active;
      const work = desk.table.open();
      if (!scenario || !work) return;
      const locks = make(work);
      const isSame = JSON.stringify(locks) === JSON.stringify(scenario.recipe.locks);
      if (!isSame) changeParts(desk, scenario, { locks });
    });

  const idsOf = ({ prepared: { world } }: LiveWork, compounds: readonly number[]) =>
    new Set(compounds.flatMap((i) => world.compounds[i]?.id ?? []));

  return {
    edit,
    mergeDistricts: (districts) => edit({ kind: "merge", districts }),
    moveCompounds(compounds, to) {
      const problem = desk.active && desk.backstageOf(desk.active.id).prepared.problem;
      const skipped = compounds.filter((i) => problem?.participant[i] === 0).length;
      edit({ kind: "move", compounds, to });
      if (skipped > 0) desk.notify("info", "out-of-scope", { count: skipped });
    },
    renameDistrict: (district, name) => edit({ kind: "rename", district, name }),

    setPair: ([a, b], by) =>
      desk.gate.change(() => {
        const scenario = desk.active;
        const compounds = desk.state.world?.compounds;
        if (!scenario || !compounds?.[a] || !compounds[b] || a === b) return;
        const ids = [compounds[a].id, compounds[b].id] as const;
        if (readPairByHand(scenario.recipe, ids) === by) return;
        const links: Partial<Recipe> = setPairByHand(scenario.recipe, ids, by);
        changeParts(desk, scenario, links);
      }),

    undo: () => step(undoStep, ({ done }) => done?.step),
    redo: () => step(redoStep, ({ undone }) => undone?.step),

    lockCompounds: (compounds, on) =>
      changeLocks((work) => {
        const { live, prepared } = work;
        if (!on) return without(prepared.recipe.locks, idsOf(work, compounds));
        const placed = compounds.filter((i) => live.assignment[i] >= 0);
        const skipped = compounds.length - placed.length;
        if (skipped > 0) desk.notify("info", "lock-left-out", { count: skipped });
        return withCompounds(work, placed);
      }),

    lockDistricts: (districts, on) =>
      changeLocks((work) => {
        const { live, prepared } = work;
        const { recipe, world } = prepared;
        const there = [...new Set(districts)].filter((d) => live.lists.size[d] > 0);
        const members = there.map((d) => live.members(d).map((i) => world.compounds[i].id));
        const rest = without(recipe.locks, new Set(members.flat()));
        if (!on) return rest;
        const whole = there.map((d, k) => ({
          ...live.districts[d],
          compounds: members[k],
          whole: true,
        }));
        return [...rest, ...whole];
      }),

    countSteps() {
      const { done, undone } = desk.active
        ? desk.backstageOf(desk.active.id).history
        : { done: null, undone: null };
      return { done: done?.length ?? 0, undone: undone?.length ?? 0 };
    },
  };
}
