import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EMPTY_HISTORY,
  type History,
  recordStep,
  redoStep,
  squashToMark,
  stepsOf,
  undoStep,
  undoToMark,
} from "../../../src/core/scenario/history.ts";
import { diffZonings, squashDiffs } from "../../../src/core/scenario/squash-diffs.ts";
import {
  applyDiff,
  mergeDistricts,
  moveCompounds,
  renameDistrict,
  type ZoningDiff,
} from "../../../src/core/zoning/edit.ts";
import type { Zoning } from "../../../src/core/zoning/zoning.ts";

const COMPOUNDS = 12;

const START: Zoning = {
  districts: [
    { id: "P001", name: "one" },
    { id: "P002", name: "two" },
  ],
  assignment: Int32Array.from({ length: COMPOUNDS }, (_, i) => (i % 3) - 1),
  reason: Uint8Array.from({ length: COMPOUNDS }, (_, i) => (i % 3 === 0 ? 2 : 0)),
};

type Edit = (zoning: Zoning) => ZoningDiff;

const at = (zoning: Zoning, k: number) => k % zoning.districts.length;

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.array(fc.nat(COMPOUNDS - 1), { minLength: 1, maxLength: 4 }), fc.nat(9)).map(
    ([compounds, k]): Edit =>
      (z) =>
        moveCompounds(z, compounds, at(z, k)),
  ),
  fc.array(fc.nat(COMPOUNDS - 1), { minLength: 1, maxLength: 4 }).map(
    (compounds): Edit =>
      (z) =>
        moveCompounds(z, compounds, "new"),
  ),
  fc.array(fc.nat(COMPOUNDS - 1), { minLength: 1, maxLength: 4 }).map(
    (compounds): Edit =>
      (z) =>
        moveCompounds(z, compounds, "none"),
  ),
  fc.nat(9).map(
    (k): Edit =>
      (z) =>
        mergeDistricts(z, [at(z, k), at(z, k + 1)]),
  ),
  fc.tuple(fc.nat(9), fc.string()).map(
    ([k, name]): Edit =>
      (z) =>
        renameDistrict(z, at(z, k), name),
  ),
);

/** Every zoning on the way, the start included, with the history at the end. */
function play(list: readonly Edit[]): { zonings: Zoning[]; history: History } {
  const zonings = [START];
  let history = EMPTY_HISTORY;
  for (const edit of list) {
    const zoning = zonings[zonings.length - 1];
    const diff = edit(zoning);
    history = recordStep(history, diff);
    zonings.push(applyDiff(zoning, diff));
  }
  return { zonings, history };
}

const editLists = fc.array(edits, { maxLength: 30 });

describe("history", () => {
  it("[S5] undo goes back over the exact zonings, redo forward again", () => {
    fc.assert(
      fc.property(editLists, (list) => {
        const { zonings, history } = play(list);
        let zoning = zonings[zonings.length - 1];
        let now = history;
        for (const expected of zonings.slice(0, -1).reverse()) {
          const change = undoStep(now);
          if (!change) throw new Error("nothing to undo");
          zoning = applyDiff(zoning, change.diff);
          now = change.history;
          expect(zoning).toEqual(expected);
        }
        expect(undoStep(now)).toBeNull();
        for (const expected of zonings.slice(1)) {
          const change = redoStep(now);
          if (!change) throw new Error("nothing to redo");
          zoning = applyDiff(zoning, change.diff);
          now = change.history;
          expect(zoning).toEqual(expected);
        }
        expect(redoStep(now)).toBeNull();
        expect(now).toEqual(history);
      }),
    );
  });

  it("[S5] keeps at least 500 steps", () => {
    const swap: Edit = (z) => moveCompounds(z, [0], z.assignment[0] === 0 ? 1 : 0);
    const { zonings, history } = play(Array.from({ length: 600 }, () => swap));
    let zoning = zonings[600];
    let now = history;
    for (let change = undoStep(now); change; change = undoStep(now)) {
      zoning = applyDiff(zoning, change.diff);
      now = change.history;
    }
    expect(zoning).toEqual(START);
    expect(now.undone?.length).toBe(600);
  });

  it("[S5] undo to a mark takes back every step after it, and redo brings them back", () => {
    fc.assert(
      fc.property(editLists, fc.array(edits, { minLength: 1, maxLength: 8 }), (before, after) => {
        const first = play(before);
        const marked = first.zonings[first.zonings.length - 1];
        let zoning = marked;
        let history = recordStep(first.history, diffZonings(marked, marked), { mark: "saved" });
        for (const edit of after) {
          const diff = edit(zoning);
          history = recordStep(history, diff);
          zoning = applyDiff(zoning, diff);
        }
        const back = undoToMark(history, "saved");
        if (!back) throw new Error("no such mark");
        expect(applyDiff(zoning, back.diff)).toEqual(marked);
        expect(undoToMark(back.history, "saved")).toBeNull();
        let again = marked;
        let now = back.history;
        for (let change = redoStep(now); change; change = redoStep(now)) {
          again = applyDiff(again, change.diff);
          now = change.history;
        }
        expect(again).toEqual(zoning);
      }),
    );
  });

  it("[S5] squashing keeps the effect in one step", () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 20 }), (list) => {
        const { zonings, history } = play(list);
        const end = zonings[zonings.length - 1];
        const squashed = squashToMark(history, "saved");
        expect(squashed.done?.length).toBe(1);
        expect(squashed.done?.step.mark).toBe("saved");
        const change = undoStep(squashed);
        if (!change) throw new Error("nothing to undo");
        expect(applyDiff(end, change.diff)).toEqual(START);
        expect(
          applyDiff(START, squashDiffs([...stepsOf(history.done)].reverse().map((s) => s.diff))),
        ).toEqual(end);
        expect(squashToMark(squashed, "saved")).toBe(squashed);
      }),
    );
  });

  it("[S5] a new step ends what could be redone; an unknown mark changes nothing", () => {
    const { history } = play([(z) => moveCompounds(z, [0], 1), (z) => moveCompounds(z, [1], 1)]);
    const undone = undoStep(history)?.history ?? EMPTY_HISTORY;
    expect(undone.undone?.length).toBe(1);
    const next = recordStep(undone, moveCompounds(START, [2], 0));
    expect(next.undone).toBeNull();
    expect(undoToMark(history, "plan")).toBeNull();
  });

  it("[S20] limits, assumptions and links are steps: undo and redo hand back the parts they changed", () => {
    const fee = { before: { assumptions: {} }, after: { assumptions: { fee_plan: 1 } } };
    const links = { before: { linksAdded: [] }, after: { linksAdded: [["a", "b"] as const] } };
    const dearer = {
      before: { assumptions: { fee_plan: 1 } },
      after: { assumptions: { fee_plan: 2 } },
    };
    const nothing = diffZonings(START, START);
    let history = recordStep(EMPTY_HISTORY, nothing, { mark: "start" });
    for (const recipe of [fee, links, dearer]) history = recordStep(history, nothing, { recipe });
    expect(undoStep(history)?.recipe).toEqual(dearer.before);
    const back = undoToMark(history, "start");
    expect(back?.recipe).toEqual({ assumptions: {}, linksAdded: [] });
    expect(redoStep(back?.history ?? EMPTY_HISTORY)?.recipe).toEqual(fee.after);
    const joined = squashToMark(history, "start");
    expect(redoStep(undoStep(joined)?.history ?? EMPTY_HISTORY)?.recipe).toEqual({
      assumptions: { fee_plan: 2 },
      linksAdded: [["a", "b"]],
    });
  });

  it("[S21] a step shares everything with the history before it", () => {
    const { history } = play([(z) => moveCompounds(z, [0], 1), (z) => moveCompounds(z, [1], 1)]);
    const next = recordStep(history, moveCompounds(START, [2], 0));
    expect(next.done?.rest).toBe(history.done);
    expect(undoStep(next)?.history.done).toBe(history.done);
  });

  it("[S5] the diff of two zonings turns one into the other", () => {
    fc.assert(
      fc.property(editLists, (list) => {
        const { zonings } = play(list);
        const end = zonings[zonings.length - 1];
        expect(applyDiff(START, diffZonings(START, end))).toEqual(end);
      }),
    );
    const short = { ...START, assignment: new Int32Array(3) };
    expect(() => diffZonings(START, short)).toThrow("12 and 3");
    expect(() => squashDiffs([])).toThrow("no diffs");
  });
});
