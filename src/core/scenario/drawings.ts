import type { Issue } from "../base/issue.ts";
import { projectTo } from "../geometry/projection.ts";
import type { Barrier, BarrierClass, BarrierKind, Crossing, World } from "../ingest/world.ts";

/** Longitude, latitude in degrees (WGS 84). */
export type LonLat = readonly [number, number];

/** A barrier that a person drew: a line of two points or more. */
export interface DrawnBarrier {
  readonly id: string;
  readonly kind: BarrierKind;
  readonly barrierClass: BarrierClass;
  readonly line: readonly LonLat[];
}

/** A crossing that a person drew. */
export interface DrawnCrossing {
  readonly id: string;
  readonly at: LonLat;
}

/** What a person drew on the data's barriers and crossings, and which of theirs they took out, by id. */
export interface Drawings {
  readonly barriersDrawn: readonly DrawnBarrier[];
  readonly barriersRemoved: readonly string[];
  readonly crossingsDrawn: readonly DrawnCrossing[];
  readonly crossingsRemoved: readonly string[];
}

export const NOTHING_DRAWN: Drawings = {
  barriersDrawn: [],
  barriersRemoved: [],
  crossingsDrawn: [],
  crossingsRemoved: [],
};

/** Class word of what was drawn, where files have words of their own. */
const DRAWN = "drawn";

/** Whether a barrier or crossing of a world was drawn by hand. */
export function isDrawn(one: Barrier | Crossing): boolean {
  return ("sourceClass" in one ? one.sourceClass : one.kind) === DRAWN;
}

/** A world with the drawings on it. */
export interface DrawnWorld {
  readonly world: World;
  /** drawings that name nothing in the data */
  readonly issues: readonly Issue[];
}

/**
 * The world with what was drawn and without what was taken out: barriers and crossings of the data in
 * their order, then those drawn by id. The same object where nothing was drawn. O(barriers + drawn).
 */
export function drawOnWorld(world: World, drawings: Drawings): DrawnWorld {
  const { barriersDrawn, barriersRemoved, crossingsDrawn, crossingsRemoved } = drawings;
  const lists = [barriersDrawn, barriersRemoved, crossingsDrawn, crossingsRemoved];
  if (lists.every((list) => list.length === 0)) return { world, issues: [] };
  const barriers = place(world.barriers, {
    removed: barriersRemoved,
    drawn: [...barriersDrawn].sort(byId).map((one) => toBarrier(world, one)),
  });
  const crossings = place(world.crossings, {
    removed: crossingsRemoved,
    drawn: [...crossingsDrawn].sort(byId).map((one) => toCrossing(world, one)),
  });
  const issues = [
    ...warnOfUnknown("barrier-unknown", world.barriers, barriersRemoved),
    ...warnOfUnknown("crossing-unknown", world.crossings, crossingsRemoved),
  ];
  return { world: { ...world, barriers, crossings }, issues };
}

interface Named {
  readonly id: string;
}

const byId = (a: Named, b: Named) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Those of the data that stay, then those drawn; an id that the data have is made another one. */
function place<T extends Named>(
  given: readonly T[],
  { removed, drawn }: { readonly removed: readonly string[]; readonly drawn: readonly T[] },
): T[] {
  const gone = new Set(removed);
  const taken = new Set(given.map(({ id }) => id));
  const placed = drawn.map((one) => {
    let { id } = one;
    while (taken.has(id)) id = `${id}~`;
    taken.add(id);
    return id === one.id ? one : { ...one, id };
  });
  return [...given.filter(({ id }) => !gone.has(id)), ...placed];
}

function toBarrier({ projection }: World, { id, kind, barrierClass, line }: DrawnBarrier): Barrier {
  const path = new Float64Array(2 * line.length);
  line.forEach(([lon, lat], k) => {
    projectTo(projection, lon, lat, path, 2 * k);
  });
  return { id, name: null, kind, barrierClass, sourceClass: DRAWN, area: false, paths: [path] };
}

function toCrossing({ projection }: World, { id, at: [lon, lat] }: DrawnCrossing): Crossing {
  const xy = [0, 0];
  projectTo(projection, lon, lat, xy);
  return { id, kind: DRAWN, x: xy[0], y: xy[1] };
}

function warnOfUnknown(
  code: "barrier-unknown" | "crossing-unknown",
  given: readonly Named[],
  removed: readonly string[],
): Issue[] {
  const known = new Set(given.map(({ id }) => id));
  return removed
    .filter((id) => !known.has(id))
    .map((id) => ({
      code,
      severity: "warning",
      source: null,
      feature: null,
      at: null,
      args: { id },
    }));
}

const isSameBarrier = (a: Barrier, b: Barrier) =>
  a === b ||
  (a.kind === b.kind &&
    a.barrierClass === b.barrierClass &&
    a.sourceClass === b.sourceClass &&
    JSON.stringify(a.paths.map((path) => [...path])) ===
      JSON.stringify(b.paths.map((path) => [...path])));

const isSameCrossing = (a: Crossing, b: Crossing) => a === b || (a.x === b.x && a.y === b.y);

/** One barrier or crossing put in or taken out; `at`: its position in the list that has it. */
export type DrawingChange =
  | { readonly kind: "barrier"; readonly isAdded: boolean; readonly at: number }
  | { readonly kind: "crossing"; readonly isAdded: boolean; readonly at: number };

/** Positions of those in `from` that `to` has not, or has otherwise. */
function missing<T extends Named>(
  from: readonly T[],
  to: readonly T[],
  isSame: (a: T, b: T) => boolean,
): number[] {
  const known = new Map(to.map((one) => [one.id, one]));
  return from.flatMap((one, at) => {
    const other = known.get(one.id);
    return other && isSame(one, other) ? [] : [at];
  });
}

/**
 * What leads from the barriers and crossings of one world to those of another over the same data, in
 * an order in which each can be made: what goes, the last first, then what comes, the first first.
 */
export function diffDrawings(before: World, after: World): DrawingChange[] {
  if (before === after) return [];
  const change =
    (kind: DrawingChange["kind"], isAdded: boolean) =>
    (at: number): DrawingChange => ({ kind, isAdded, at });
  const [wasB, isB, wasC, isC] = [
    before.barriers,
    after.barriers,
    before.crossings,
    after.crossings,
  ];
  return [
    ...missing(wasB, isB, isSameBarrier).reverse().map(change("barrier", false)),
    ...missing(isB, wasB, isSameBarrier).map(change("barrier", true)),
    ...missing(wasC, isC, isSameCrossing).reverse().map(change("crossing", false)),
    ...missing(isC, wasC, isSameCrossing).map(change("crossing", true)),
  ];
}
