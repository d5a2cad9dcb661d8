import { membersByDistrict } from "../zoning/members.ts";
import type { Violation } from "../zoning/violation.ts";
import type { Zoning } from "../zoning/zoning.ts";
import { groupMembers } from "./bonds.ts";
import { checkDistrict, zoningLevels } from "./evaluate-zoning.ts";
import type { Problem } from "./problem.ts";

/** What it would mean to move a compound, with those it must stay with, to another district. */
export interface MoveStory {
  /** what moves, ascending: the compound and its must-together group */
  readonly compounds: readonly number[];
  /** district position, −1 = in none */
  readonly from: number;
  readonly to: number;
  /** objective levels of the zoning after the move less those before; the first difference decides */
  readonly delta: readonly number[];
  /** yearly net cost after less before, whole yuan, whatever the objective */
  readonly netCostYuan: number;
  /** what the move newly breaks in the district left and in the one joined; [] and []: it is allowed */
  readonly breaks: { readonly from: readonly Violation[]; readonly to: readonly Violation[] };
}

/** Why a compound is in its district and not in a neighbour. */
export interface CompoundStory {
  readonly compound: number;
  /** its district, −1 = in none */
  readonly district: number;
  /** levels of the zoning as it is, see `zoningLevels` */
  readonly levels: readonly number[];
  /** one move to each neighbouring district, allowed ones first, then by `delta` */
  readonly moves: readonly MoveStory[];
}

/** What it would cost to shift the border between two districts by one move. */
export interface BorderStory {
  readonly districts: readonly [number, number];
  /** every single move across the border, allowed ones first, then by `delta` */
  readonly shifts: readonly MoveStory[];
  /** the cheapest allowed move from the first to the second, and back; null: none is allowed */
  readonly cheapest: readonly [MoveStory | null, MoveStory | null];
}

/** Explains the moves of one zoning. */
export interface MoveExplainer {
  /** O(degree · district). @throws if there is no such compound */
  compound(compound: number): CompoundStory;
  /** O(border · district). @throws if there is no such district */
  border(first: number, second: number): BorderStory;
}

/** Violations after a move whose rule held before. */
function newBreaks(before: readonly Violation[], after: readonly Violation[]): Violation[] {
  const known = new Set(before.map(({ rule }) => rule));
  return after.filter(({ rule }) => !known.has(rule));
}

function isAllowed({ breaks }: MoveStory): boolean {
  return breaks.from.length === 0 && breaks.to.length === 0;
}

/** Allowed moves first, then the better objective, then the smaller index and district. */
function compareMoves(a: MoveStory, b: MoveStory): number {
  if (isAllowed(a) !== isAllowed(b)) return isAllowed(a) ? -1 : 1;
  const level = a.delta.findIndex((value, k) => value !== b.delta[k]);
  if (level >= 0) return a.delta[level] - b.delta[level];
  return a.compounds[0] - b.compounds[0] || a.to - b.to;
}

/** Levels and net cost of districts given by their members; empty ones weigh nothing. */
function weigh(problem: Problem, districts: readonly (readonly number[])[]) {
  const { objective, estimator } = problem;
  const levels = new Array<number>(objective.levels).fill(0);
  const out = new Float64Array(objective.levels);
  const living = districts.filter((members) => members.length > 0);
  let netCostYuan = 0;
  for (const members of living) {
    objective.evaluate(members, members.length, out);
    for (let k = 0; k < levels.length; k++) levels[k] += out[k];
    netCostYuan += estimator.netCostYuan(members, members.length);
  }
  return { levels, netCostYuan, count: living.length };
}

/** Two sorted-by-index sets of members after `moved` goes from the one to the other. */
function shift(
  source: readonly number[],
  target: readonly number[],
  moved: readonly number[],
): [number[], number[]] {
  const leaving = new Set(moved);
  const joined = new Set([...target, ...moved]);
  return [source.filter((i) => !leaving.has(i)), [...joined].sort((a, b) => a - b)];
}

/** An open lock stays with its district: its group cannot be moved to another. */
function lockBreaks({ bonds }: Problem, compound: number): Violation[] {
  const lock = bonds.groups[bonds.groupOf[compound]]?.lock ?? null;
  return lock === null ? [] : [{ rule: "locked", value: lock.compounds.length, limit: 0 }];
}

/** A zoning taken up: who is where, and what is broken already. */
interface Ground {
  readonly problem: Problem;
  readonly zoning: Zoning;
  readonly members: readonly (readonly number[])[];
  /** districts with members */
  readonly living: number;
  readonly brokenNow: (district: number) => readonly Violation[];
}

function takeUp(problem: Problem, zoning: Zoning): Ground {
  const members = membersByDistrict(zoning);
  const broken = new Map<number, readonly Violation[]>();
  const brokenNow = (district: number) => {
    const known = broken.get(district) ?? checkDistrict(problem, members[district]);
    broken.set(district, known);
    return known;
  };
  const living = members.filter((list) => list.length > 0).length;
  return { problem, zoning, members, living, brokenNow };
}

/** Change of the distance to the wanted number of districts; [] where none is wanted. */
function countDelta({ problem: { bonds, objective }, living }: Ground, more: number): number[] {
  const { targetCount } = objective;
  if (targetCount === null) return [];
  const distance = (count: number) => Math.abs(count - bonds.kept.length - targetCount);
  return [distance(living + more) - distance(living)];
}

function tellMove(ground: Ground, compound: number, to: number): MoveStory {
  const { problem, zoning, members, brokenNow } = ground;
  const from = zoning.assignment[compound];
  const group = groupMembers(problem.bonds, compound).filter((i) => zoning.assignment[i] === from);
  const source = from < 0 ? [] : members[from];
  const [rest, joined] = shift(source, members[to], group);
  const before = weigh(problem, [source, members[to]]);
  const after = weigh(problem, [rest, joined]);
  const households = group.reduce((sum, i) => sum + problem.world.compounds[i].households, 0);
  const leaving = from < 0 ? [] : newBreaks(brokenNow(from), checkDistrict(problem, rest));
  return {
    compounds: group,
    from,
    to,
    delta: [
      from < 0 ? -households : 0,
      ...countDelta(ground, after.count - before.count),
      ...after.levels.map((value, k) => value - before.levels[k]),
    ],
    netCostYuan: after.netCostYuan - before.netCostYuan,
    breaks: {
      from: [...leaving, ...lockBreaks(problem, compound)],
      to: newBreaks(brokenNow(to), checkDistrict(problem, joined)),
    },
  };
}

/** Other districts that a compound, or those it must stay with, are linked to, ascending. */
function neighboursOf({ problem: { graph, bonds }, zoning }: Ground, compound: number): number[] {
  const found = new Set<number>();
  for (const i of groupMembers(bonds, compound)) {
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
      const district = zoning.assignment[graph.neighbor[e]];
      if (district >= 0 && district !== zoning.assignment[compound]) found.add(district);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Every single move out of `from` over its border with `to`. */
function movesAcross(ground: Ground, from: number, to: number): MoveStory[] {
  const { problem, members } = ground;
  return members[from]
    .filter((i) => groupMembers(problem.bonds, i)[0] === i)
    .filter((i) => neighboursOf(ground, i).includes(to))
    .map((i) => tellMove(ground, i, to))
    .sort(compareMoves);
}

/**
 * Takes up a zoning so that its moves can be explained: every figure is the difference that the move
 * makes to the zoning evaluated from scratch (R39). O(n) once.
 */
export function createMoveExplainer(problem: Problem, zoning: Zoning): MoveExplainer {
  const ground = takeUp(problem, zoning);
  const levels = zoningLevels(problem, zoning);
  return {
    compound(compound) {
      const isMovable = problem.participant[compound];
      if (isMovable === undefined) throw new Error(`no compound ${compound}`);
      const targets = isMovable ? neighboursOf(ground, compound) : [];
      const moves = targets.map((to) => tellMove(ground, compound, to)).sort(compareMoves);
      return { compound, district: zoning.assignment[compound], levels, moves };
    },
    border(first, second) {
      for (const d of [first, second])
        if (!ground.members[d]) throw new Error(`no district at position ${d}`);
      const there = movesAcross(ground, first, second);
      const back = movesAcross(ground, second, first);
      const cheapest = ([best]: MoveStory[]) => (best && isAllowed(best) ? best : null);
      return {
        districts: [first, second],
        shifts: [...there, ...back].sort(compareMoves),
        cheapest: [cheapest(there), cheapest(back)],
      };
    },
  };
}
