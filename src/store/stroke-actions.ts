import { EMPTY_ESTIMATE, type LiveZoning } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type {
  DistrictTally,
  EditActions,
  MoveTarget,
  ShiftedCompound,
  StrokeState,
  TakeFrom,
} from "./edit-state.ts";
import type { LiveWork } from "./live-table.ts";
import { record } from "./steps.ts";
import { tallyOf, totalsOf } from "./tallies.ts";

type StrokeActions = Pick<
  EditActions,
  "beginStroke" | "paint" | "repaint" | "endStroke" | "cancelStroke" | "readAssignment"
>;

/** A stroke under way: what is known of the districts it touched. */
interface OpenStroke {
  readonly work: LiveWork;
  readonly takeFrom: TakeFrom;
  to: number;
  /** it began with a new district */
  readonly isNew: boolean;
  readonly before: Map<number, DistrictTally>;
  readonly now: Map<number, DistrictTally>;
  readonly held: Set<number>;
  readonly leftOutBefore: number;
  /** where each compound that was touched stood at the beginning */
  readonly from: Map<number, number>;
  /** touched compounds that are elsewhere now */
  moved: number;
}

const ascending = (a: DistrictTally, b: DistrictTally) => a.at - b.at;

function lets(takeFrom: TakeFrom, from: number): boolean {
  if (takeFrom === "anything") return true;
  return takeFrom === "left-out" ? from < 0 : from === takeFrom;
}

function describe(stroke: OpenStroke, serial: number): StrokeState {
  const tallies = [...stroke.now.values()].sort(ascending);
  const before = [...stroke.before.values()].sort(ascending);
  return {
    serial,
    to: stroke.to,
    takeFrom: stroke.takeFrom,
    moved: stroke.moved,
    held: [...stroke.held],
    tallies,
    before,
    totals: {
      before: totalsOf(before, stroke.leftOutBefore),
      after: totalsOf(tallies, stroke.work.live.householdsLeftOut),
    },
  };
}

/** Puts one compound elsewhere and counts it. @returns whether it moved */
function place(stroke: OpenStroke, compound: number, to: number): boolean {
  const { live } = stroke.work;
  const at = live.assignment[compound];
  if (at === to) return false;
  if (!live.place(compound, to)) {
    stroke.held.add(compound);
    return false;
  }
  const start = stroke.from.get(compound) ?? at;
  stroke.from.set(compound, start);
  stroke.moved += Number(start !== to) - Number(start !== at);
  return true;
}

/** Strokes of the active zoning: what a step costs here is the districts it touches, whatever the data. */
export function createStrokeActions(desk: Desk): StrokeActions {
  let stroke: OpenStroke | null = null;
  let serial = 0;

  const publish = (shifted: readonly ShiftedCompound[]): void => {
    if (stroke) desk.set({ stroke: describe(stroke, ++serial), ...desk.shift(shifted) });
  };

  /** As a district was when the stroke began: what the scenario says of it. */
  const asBefore = (at: number): DistrictTally => {
    const scenario = desk.active;
    const estimate = scenario?.estimates[at];
    return {
      at,
      estimate: estimate ?? EMPTY_ESTIMATE,
      violations: (estimate && scenario?.violations[at]) ?? [],
    };
  };

  const tally = (open: OpenStroke, districts: ReadonlySet<number>): void => {
    for (const at of districts) {
      if (at < 0) continue;
      if (!open.before.has(at)) open.before.set(at, asBefore(at));
      open.now.set(at, tallyOf(open.work.live, at));
    }
  };

  const put = (compounds: readonly number[], to: number): void => {
    if (!stroke) return;
    const open = stroke;
    const { live, prepared } = open.work;
    const { participant } = prepared.problem;
    const touched = new Set<number>();
    const shifted: ShiftedCompound[] = [];
    const heldBefore = open.held.size;
    for (const compound of compounds) {
      const from = live.assignment[compound];
      if (!(participant[compound] > 0) || !lets(open.takeFrom, from)) continue;
      if (!place(open, compound, to)) continue;
      touched.add(from).add(to);
      shifted.push({ compound, to });
    }
    if (shifted.length === 0 && open.held.size === heldBefore) return;
    tally(open, touched);
    publish(shifted);
  };

  const targetOf = (live: LiveZoning, to: MoveTarget): number | null => {
    if (to === "new") return live.openDistrict();
    if (to === "none") return -1;
    return live.districts[to] ? to : null;
  };

  const begin = (target: MoveTarget, takeFrom: TakeFrom): boolean => {
    const work = desk.table.open();
    const isThere = typeof target !== "number" || work?.live.districts[target];
    if (!work || !isThere || !desk.keeper.admit()) return false;
    const { live } = work;
    live.begin();
    const to = targetOf(live, target) ?? -1;
    stroke = {
      work,
      takeFrom,
      to,
      isNew: target === "new",
      before: new Map(),
      now: new Map(),
      held: new Set(),
      leftOutBefore: live.householdsLeftOut,
      from: new Map(),
      moved: 0,
    };
    desk.set({ stroke: describe(stroke, ++serial), preview: null });
    return true;
  };

  const cancel = (): void => {
    if (!stroke) return;
    const { live } = stroke.work;
    const back = live.pending().moves.map(({ compound, from }) => ({ compound, to: from }));
    live.cancel();
    stroke = null;
    desk.set({ stroke: null, ...desk.shift(back) });
  };

  const end = (): void => {
    if (!stroke) return;
    const { live } = stroke.work;
    if (stroke.moved === 0) {
      cancel();
      return;
    }
    const { held } = stroke;
    const diff = live.commit();
    stroke = null;
    desk.set({ stroke: null });
    if (diff) record(desk, diff, { isMade: true, isTold: true });
    if (held.size > 0) desk.notify("info", "locks-held", { count: held.size });
  };

  /** Begins anew with exactly these; tells only of who is elsewhere than a moment ago. */
  const replace = (compounds: readonly number[], to: number): void => {
    if (!stroke) return;
    const open = stroke;
    const { live, prepared } = open.work;
    const { participant } = prepared.problem;
    const wasAt = new Map([...open.from.keys()].map((i) => [i, live.assignment[i]]));
    live.cancel();
    live.begin();
    if (open.isNew) live.openDistrict();
    open.from.clear();
    open.held.clear();
    open.moved = 0;
    const touched = new Set(open.now.keys());
    for (const compound of compounds) {
      const from = live.assignment[compound];
      if (!(participant[compound] > 0) || !lets(open.takeFrom, from)) continue;
      if (!wasAt.has(compound)) wasAt.set(compound, from);
      if (place(open, compound, to)) touched.add(from).add(to);
    }
    tally(open, touched);
    const shifted = [...wasAt].flatMap(([compound, at]) => {
      const now = live.assignment[compound];
      return now === at ? [] : [{ compound, to: now }];
    });
    publish(shifted);
  };

  const target = (to: number | "none" | undefined): number | null => {
    if (!stroke) return null;
    if (to === undefined) return stroke.to;
    const at = targetOf(stroke.work.live, to);
    if (at !== null) stroke.to = at;
    return at;
  };

  desk.closeStroke = end;
  desk.dropStroke = () => {
    stroke = null;
    if (desk.state.stroke) desk.set({ stroke: null });
  };

  return {
    beginStroke(to, takeFrom = "anything") {
      if (!desk.active || !desk.admitEdit()) return false;
      if (stroke) desk.gate.take(end);
      let begun = true;
      desk.gate.inOrder(() => {
        begun = begin(to, takeFrom);
      });
      return begun;
    },
    paint: (compounds, to) =>
      desk.gate.inOrder(() => {
        const at = target(to);
        if (at !== null) put(compounds, at);
      }),
    repaint: (compounds, to) =>
      desk.gate.inOrder(() => {
        const at = target(to);
        if (at !== null) replace(compounds, at);
      }),
    endStroke: () => desk.gate.take(end),
    cancelStroke: () => desk.gate.inOrder(cancel),
    readAssignment: () => desk.table.open()?.live.assignment ?? new Int32Array(0),
  };
}
