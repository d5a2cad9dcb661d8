import fc from "fast-check";
import type { Problem, Zoning } from "../src/core/index.ts";
import {
  dissolveDistrict,
  mergeDistricts,
  moveCompounds,
  renameDistrict,
  splitDistrict,
  type ZoningDiff,
} from "../src/core/zoning/edit.ts";
import {
  dissolve,
  type LiveEdit,
  mergeAll,
  moveAll,
  renameTo,
  splitInto,
} from "../src/core/zoning/live-edits.ts";
import type { LiveZoning } from "../src/core/zoning/live-zoning.ts";

/** A start with three districts, some compounds out of all. */
export function startOf({ world, participant }: Problem): Zoning {
  const n = world.compounds.length;
  const assignment = Int32Array.from({ length: n }, (_, i) => (participant[i] ? (i % 4) - 1 : -1));
  return {
    districts: ["P001", "P002", "P003"].map((id) => ({ id, name: id })),
    assignment,
    reason: Uint8Array.from(assignment, (d) => (d < 0 ? 6 : 0)),
  };
}

/** An edit as drawn; numbers are taken modulo what there is. */
export type DrawnEdit =
  | { readonly kind: "move"; readonly picks: readonly number[]; readonly to: number }
  | { readonly kind: "merge" | "rename" | "dissolve"; readonly a: number; readonly b: number }
  | { readonly kind: "split"; readonly a: number; readonly parts: number }
  | { readonly kind: "brush"; readonly picks: readonly number[]; readonly cancel: boolean };

export type DrawnStep =
  | DrawnEdit
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  /** written, and read again into a new session */
  | { readonly kind: "reload" };

const pick = fc.nat(40);
export const drawnEdits: fc.Arbitrary<DrawnEdit> = fc.oneof(
  fc.record({
    kind: fc.constant("move" as const),
    picks: fc.array(pick, { minLength: 1, maxLength: 4 }),
    to: fc.integer({ min: -2, max: 9 }),
  }),
  fc.record({
    kind: fc.constantFrom("merge" as const, "rename" as const, "dissolve" as const),
    a: pick,
    b: pick,
  }),
  fc.record({
    kind: fc.constant("split" as const),
    a: pick,
    parts: fc.integer({ min: 2, max: 3 }),
  }),
  fc.record({
    kind: fc.constant("brush" as const),
    picks: fc.array(pick, { minLength: 1, maxLength: 12 }),
    cancel: fc.boolean(),
  }),
);

export const drawnSteps: fc.Arbitrary<DrawnStep> = fc.oneof(
  { weight: 5, arbitrary: drawnEdits },
  { weight: 3, arbitrary: fc.constantFrom<DrawnStep>({ kind: "undo" }, { kind: "redo" }) },
  { weight: 1, arbitrary: fc.constant<DrawnStep>({ kind: "reload" }) },
);

/** Every compound of the picks in turn to the district of the pick before it, as a brush would. */
function brush(picks: readonly number[]): LiveEdit {
  return (live) => {
    const n = live.assignment.length;
    const held: number[] = [];
    picks.forEach((at, k) => {
      const to = (picks[k - 1] ?? at) % live.districts.length;
      if (live.assignment[at % n] !== to && !live.place(at % n, to)) held.push(at % n);
    });
    return held;
  };
}

/** The edit on the zoning as it is. */
export function editOf(action: DrawnEdit, live: LiveZoning): LiveEdit {
  const n = live.assignment.length;
  const at = (k: number) => k % live.districts.length;
  switch (action.kind) {
    case "move": {
      const picks = [...new Set(action.picks.map((i) => i % n))];
      return moveAll(picks, action.to < -1 ? "new" : action.to < 0 ? "none" : at(action.to));
    }
    case "merge":
      return mergeAll([at(action.a), at(action.a + 1)]);
    case "rename":
      return renameTo(at(action.a), `name ${action.b % 5}`);
    case "dissolve":
      return dissolve(at(action.a));
    case "split": {
      const members = live.members(at(action.a));
      const { parts } = action;
      return splitInto(
        Array.from({ length: parts }, (_, k) => members.filter((i) => i % parts === k)),
      );
    }
    case "brush":
      return brush(action.picks);
  }
}

/** The edit on a plain zoning, knowing no locks; not for brushes, which are several moves. */
export function plainEdit(edit: Exclude<DrawnEdit, { kind: "brush" }>, zoning: Zoning): ZoningDiff {
  const n = zoning.assignment.length;
  const at = (k: number) => k % zoning.districts.length;
  switch (edit.kind) {
    case "move": {
      const to = edit.to < -1 ? "new" : edit.to < 0 ? "none" : at(edit.to);
      return moveCompounds(
        zoning,
        edit.picks.map((i) => i % n),
        to,
      );
    }
    case "merge":
      return mergeDistricts(zoning, [at(edit.a), at(edit.a + 1)]);
    case "rename":
      return renameDistrict(zoning, at(edit.a), `name ${edit.b % 5}`);
    case "dissolve":
      return dissolveDistrict(zoning, at(edit.a));
    case "split": {
      const members = [...zoning.assignment.keys()].filter(
        (i) => zoning.assignment[i] === at(edit.a),
      );
      const parts = Array.from({ length: edit.parts }, (_, k) =>
        members.filter((i) => i % edit.parts === k),
      );
      return splitDistrict(zoning, at(edit.a), parts);
    }
  }
}
