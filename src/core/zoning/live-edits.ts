import type { DistrictEstimate } from "../estimate/estimate.ts";
import type { ZoningDiff } from "./edit.ts";
import type { LiveZoning } from "./live-zoning.ts";
import type { Violation } from "./violation.ts";

/** An edit made inside an open step. @returns compounds that locks held back, ascending */
export type LiveEdit = (live: LiveZoning) => readonly number[];

function placeAll(live: LiveZoning, compounds: readonly number[], to: number): number[] {
  return compounds.filter((i) => live.assignment[i] !== to && !live.place(i, to));
}

/** Moves compounds to a district, a new one, or out of all; locked ones stay. */
export function moveAll(compounds: readonly number[], to: number | "new" | "none"): LiveEdit {
  return (live) => {
    if (to === "none") return placeAll(live, compounds, -1);
    if (to !== "new") return placeAll(live, compounds, to);
    const isFree = (i: number) => live.locks.allows(i, live.assignment[i], -1);
    const free = compounds.filter(isFree);
    if (free.length > 0) placeAll(live, free, live.openDistrict());
    return compounds.filter((i) => !free.includes(i));
  };
}

/** Joins districts into the first, which keeps its id and name. */
export function mergeAll(positions: readonly number[]): LiveEdit {
  const [into, ...rest] = [...new Set(positions)];
  return (live) => rest.flatMap((position) => placeAll(live, live.members(position), into));
}

/** The first part keeps the district, each other one becomes a district of its own. */
export function splitInto(parts: readonly (readonly number[])[]): LiveEdit {
  return (live) => {
    const whole = live.assignment[parts.flat()[0]] ?? -1;
    const origin = whole < 0 ? null : whole;
    return parts.slice(1).flatMap((part) => placeAll(live, part, live.openDistrict(origin)));
  };
}

/** Leaves all members of a district out, by hand. */
export function dissolve(position: number): LiveEdit {
  return (live) => placeAll(live, live.members(position), -1);
}

/** Gives a district another name. */
export function renameTo(position: number, name: string): LiveEdit {
  return (live) => {
    live.rename(position, name);
    return [];
  };
}

/** How a made edit ended. */
export interface EditOutcome {
  /** null: nothing changed */
  readonly diff: ZoningDiff | null;
  readonly held: readonly number[];
}

/**
 * Makes an edit as one step.
 * @param options.whole all or nothing: when a lock holds anybody back nothing changes
 */
export function makeEdit(
  live: LiveZoning,
  edit: LiveEdit,
  { whole = false }: { readonly whole?: boolean } = {},
): EditOutcome {
  live.begin();
  const held = edit(live);
  if (!whole || held.length === 0) return { diff: live.commit(), held };
  live.cancel();
  return { diff: null, held };
}

/** A district before or after an edit; estimate null where it has no members. */
export interface DistrictFigures {
  readonly at: number;
  readonly estimate: DistrictEstimate | null;
  readonly violations: readonly Violation[];
}

/** What an edit would do, without doing it. */
export interface EditPreview {
  readonly diff: ZoningDiff;
  readonly held: readonly number[];
  /** the districts it touches, by position */
  readonly before: readonly DistrictFigures[];
  readonly after: readonly DistrictFigures[];
  readonly householdsLeftOut: { readonly before: number; readonly after: number };
}

function figuresOf(live: LiveZoning, positions: readonly number[]): DistrictFigures[] {
  return positions.map((at) => ({
    at,
    estimate: live.estimate(at),
    violations: live.violations(at),
  }));
}

/** What an edit would change; the zoning is as before afterwards. O(touched districts). */
export function previewEdit(live: LiveZoning, edit: LiveEdit): EditPreview {
  live.begin();
  const held = edit(live);
  const diff = live.pending();
  const touched = new Set(diff.moves.flatMap(({ from, to }) => [from, to]));
  const positions = [...touched].filter((at) => at >= 0).sort((a, b) => a - b);
  const after = figuresOf(live, positions);
  const leftOutAfter = live.householdsLeftOut;
  live.cancel();
  const standing = positions.filter((at) => at < live.districts.length);
  return {
    diff,
    held,
    before: figuresOf(live, standing),
    after,
    householdsLeftOut: { before: live.householdsLeftOut, after: leftOutAfter },
  };
}
