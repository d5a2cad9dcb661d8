import type { Compound, Issue, World } from "../core/index.ts";
import { type CompoundSlice, holdCompounds, packCompounds } from "./held-compound.ts";
import { holdIssues, type IssueSlice, packIssues } from "./held-issue.ts";

/** Lists of a world that are no more than their entries; they travel in slices, too. */
const LISTS = ["barriers", "crossings", "communities"] as const;
type ListName = (typeof LISTS)[number];
type Lists = { -readonly [L in ListName]: World[L][number][] };

/** Compounds or issues of a slice: some 30 ms to pack, and nearly nothing to take in. */
const PACKED = 2000;
/** Entries of a slice of any other list: some 5 ms to take in. */
const SLICE = 250;

/** The shapes, or a slice of one list, in order. */
export type WorldSlice = Pick<World, "shapes"> | CompoundSlice | IssueSlice | Partial<Lists>;
/** A world without what travels in slices. */
export type WorldRest = Omit<World, ListName | "compounds" | "issues" | "shapes">;

/** A part of a world with the buffers that may go along uncopied. */
export interface Parcel<T> {
  readonly part: T;
  readonly buffers: readonly ArrayBuffer[];
}

/** Shapes copied, so that they can be handed over. */
function packShapes({ count, ...shapes }: World["shapes"]): Parcel<WorldSlice> {
  const arrays = {
    xy: shapes.xy.slice(),
    ringStart: shapes.ringStart.slice(),
    polyStart: shapes.polyStart.slice(),
    unitStart: shapes.unitStart.slice(),
    areaM2: shapes.areaM2.slice(),
    centroid: shapes.centroid.slice(),
    bounds: shapes.bounds.slice(),
  };
  const buffers = Object.values(arrays).map(({ buffer }) => buffer);
  return { part: { shapes: { count, ...arrays } }, buffers };
}

/** A world in small messages; the largest first, so that what it costs is not paid when all is shown. */
export function* sliceWorld(world: World): Generator<Parcel<WorldSlice>, void, void> {
  const { compounds, issues } = world;
  yield packShapes(world.shapes);
  for (let at = 0; at < compounds.length; at += PACKED)
    yield packCompounds(compounds.slice(at, at + PACKED));
  for (let at = 0; at < issues.length; at += PACKED)
    yield packIssues(issues.slice(at, at + PACKED));
  for (const list of LISTS)
    for (let at = 0; at < world[list].length; at += SLICE)
      yield { part: { [list]: world[list].slice(at, at + SLICE) }, buffers: [] };
}

/** What slices leave over. */
export function restOf<W extends World>(
  world: W,
): Omit<W, ListName | "compounds" | "issues" | "shapes"> {
  const {
    compounds: _c,
    barriers: _b,
    crossings: _x,
    communities: _s,
    issues: _i,
    shapes: _h,
    ...rest
  } = world;
  return rest;
}

/** Puts a world together again; its compounds and issues stay packed. */
export function createCollector(): {
  take(slice: WorldSlice): void;
  finish<R extends WorldRest>(rest: R): World & R;
} {
  const compounds: Compound[] = [];
  const issues: Issue[] = [];
  const lists: Lists = { barriers: [], crossings: [], communities: [] };
  let shapes: World["shapes"] | null = null;
  return {
    take(slice) {
      if ("shapes" in slice) {
        shapes = slice.shapes;
        return;
      }
      if ("areas" in slice) {
        for (const compound of holdCompounds(slice)) compounds.push(compound);
        return;
      }
      if ("faults" in slice) {
        for (const issue of holdIssues(slice)) issues.push(issue);
        return;
      }
      for (const list of LISTS)
        for (const entry of slice[list] ?? []) lists[list].push(entry as never);
    },
    finish(rest) {
      if (shapes === null) throw new Error("a world came without its shapes");
      return { ...rest, ...lists, compounds, issues, shapes };
    },
  };
}
