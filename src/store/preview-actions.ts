import {
  adoptReplan,
  findReplanRegion,
  invertDiff,
  type LiveZoning,
  previewEdit,
  type ReplanScope,
  replanRecipe,
  type Zoning,
  type ZoningDiff,
} from "../core/index.ts";
import type { Desk } from "./desk.ts";
import { isReady, readyEdit } from "./edit-requests.ts";
import type { DistrictTally, EditActions, EditRequest, PreviewState } from "./edit-state.ts";
import { touchedBy } from "./evaluate-scenario.ts";
import { runPlan } from "./plan-actions.ts";
import { makeStep, record } from "./steps.ts";
import { tallyOf, totalsOf } from "./tallies.ts";
import { boundsOf } from "./view-actions.ts";

type PreviewActions = Pick<
  EditActions,
  "previewEdit" | "previewReplan" | "acceptPreview" | "cancelPreview"
>;

/** What would change place, and the districts before and after. */
interface Foreseen {
  readonly diff: ZoningDiff;
  readonly held: readonly number[];
  readonly before: readonly DistrictTally[];
  readonly after: readonly DistrictTally[];
  readonly leftOut: { readonly before: number; readonly after: number };
}

const tallies = (live: LiveZoning, positions: readonly number[]) =>
  positions.map((at) => tallyOf(live, at));

/** What following a diff would change; the live zoning is as before afterwards. */
function foresee(live: LiveZoning, diff: ZoningDiff): Foreseen {
  const count = Math.max(live.districts.length, ...diff.districts.map(({ at }) => at + 1));
  const positions = [...touchedBy(diff, count)].sort((a, b) => a - b);
  const before = tallies(live, positions);
  const leftOutBefore = live.householdsLeftOut;
  live.follow(diff);
  const after = tallies(live, positions);
  const leftOut = { before: leftOutBefore, after: live.householdsLeftOut };
  live.follow(invertDiff(diff));
  return { diff, held: [], before, after, leftOut };
}

/** Edits made where the person looks: the map stays as it is. */
const BY_POINTER: ReadonlySet<PreviewState["of"]["kind"]> = new Set(["move", "split-by-line"]);

/** What is shown, tried out and waits to be accepted. */
interface Waiting {
  readonly serial: number;
  readonly accept: () => void;
}

/** Edits and re-plans shown before they are made. */
export function createPreviewActions(desk: Desk): PreviewActions {
  let waiting: Waiting | null = null;
  let serial = 0;

  /** Brings the districts into view that a preview is about. */
  const reveal = (tallied: readonly DistrictTally[], diff: ZoningDiff): void => {
    const { world } = desk.state;
    const zoning = desk.active?.zoning;
    if (!world || !zoning) return;
    const touched = new Set(tallied.map(({ at }) => at));
    const compounds = diff.moves.map(({ compound }) => compound);
    zoning.assignment.forEach((at, compound) => {
      if (touched.has(at)) compounds.push(compound);
    });
    const bounds = boundsOf(world, compounds);
    const place = { serial: (desk.state.zoom?.serial ?? 0) + 1, unlessShown: true };
    if (bounds) desk.set({ zoom: { ...place, bounds } });
  };

  const show = (of: PreviewState["of"], seen: Foreseen, accept: () => void): PreviewState => {
    serial += 1;
    const preview: PreviewState = {
      serial,
      of,
      shifted: seen.diff.moves.map(({ compound, from, to }) => ({ compound, from, to })),
      held: seen.held,
      before: seen.before,
      after: seen.after,
      totals: {
        before: totalsOf(seen.before, seen.leftOut.before),
        after: totalsOf(seen.after, seen.leftOut.after),
      },
    };
    waiting = { serial, accept };
    desk.set({ preview });
    if (!BY_POINTER.has(of.kind)) reveal(seen.before, seen.diff);
    return preview;
  };

  const preview = (request: EditRequest): PreviewState | null => {
    const work = desk.state.stroke ? null : desk.table.open();
    desk.set({ preview: null });
    if (!work) return null;
    const made = readyEdit(work, request);
    if (!isReady(made)) {
      if (made.key) desk.notify("info", made.key, { count: made.count });
      return null;
    }
    const { diff, held } = previewEdit(work.live, made.edit);
    const seen = { ...foresee(work.live, diff), held };
    return show(request, seen, () => void makeStep(desk, made.edit, made));
  };

  const foreseeReplan = (
    id: string,
    { standing, diff, scope }: { standing: Zoning; diff: ZoningDiff; scope: ReplanScope },
  ): void => {
    const work = desk.table.open();
    if (desk.active?.id !== id || desk.active.zoning !== standing || !work) {
      desk.notify("info", "replan-outdated");
      return;
    }
    if (diff.moves.length === 0) {
      desk.notify("info", "replan-nothing");
      return;
    }
    show({ kind: "replan", scope }, foresee(work.live, diff), () => record(desk, diff));
  };

  return {
    previewEdit: preview,

    async previewReplan(scope) {
      if (!(await desk.gate.turn())) return;
      const scenario = desk.active;
      const { world } = desk.state;
      if (!scenario || !world) return;
      const { id, recipe, zoning } = scenario;
      const { problem } = desk.backstageOf(id).prepared;
      const region = findReplanRegion(problem, zoning, scope);
      const asked = replanRecipe(recipe, { world, zoning, region });
      const outcome = await runPlan(desk, asked);
      if (!outcome || desk.state.world !== world) return;
      desk.set({ busy: null });
      desk.closeStroke();
      const diff = adoptReplan(zoning, outcome.plan.zoning, { world, recipe: asked, region });
      foreseeReplan(id, { standing: zoning, diff, scope });
    },

    acceptPreview() {
      const shown = desk.state.preview;
      const accepted = waiting;
      if (!shown || accepted?.serial !== shown.serial) return;
      desk.gate.change(() => {
        if (desk.state.preview?.serial === shown.serial) accepted.accept();
        desk.set({ preview: null });
      });
    },

    cancelPreview() {
      waiting = null;
      desk.set({ preview: null });
    },
  };
}
