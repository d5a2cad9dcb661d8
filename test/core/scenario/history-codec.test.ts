import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_HISTORY, recordStep, undoStep } from "../../../src/core/scenario/history.ts";
import { readHistory, writeHistory } from "../../../src/core/scenario/history-codec.ts";
import { applyDiff, mergeDistricts, moveCompounds } from "../../../src/core/zoning/edit.ts";
import type { Zoning } from "../../../src/core/zoning/zoning.ts";
import { gridWorld } from "../../prepared-builder.ts";

const WORLD = gridWorld(8);
const START: Zoning = {
  districts: ["P001", "P002"].map((id) => ({ id, name: id })),
  assignment: Int32Array.of(0, 0, 0, 1, 1, 1, -1, -1),
  reason: Uint8Array.of(0, 0, 0, 0, 0, 0, 6, 2),
};

/** A merge, a change of the recipe, a new district, and the last of them undone. */
function sample() {
  const merge = mergeDistricts(START, [0, 1]);
  const merged = applyDiff(START, merge);
  const split = moveCompounds(merged, [0, 6], "new");
  const links = { before: { linksAdded: [] }, after: { linksAdded: [["c000", "c005"] as const] } };
  let history = recordStep(EMPTY_HISTORY, merge, { mark: "plan" });
  history = recordStep(history, { moves: [], districts: [] }, { recipe: links });
  history = recordStep(history, split);
  return { history: undoStep(history)?.history ?? EMPTY_HISTORY, zoning: merged };
}

describe("the history as text", () => {
  it("[S22] reading what was written is the identity, recipe, marks and undone steps included", () => {
    const { history, zoning } = sample();
    const text = writeHistory(history, WORLD);
    expect(readHistory(text, WORLD, zoning)).toEqual({ history, issues: [] });
    expect(writeHistory(readHistory(text, WORLD, zoning).history, WORLD)).toBe(text);
  });

  it("[S22] what does not lead to the zoning, is damaged or newer, is let go and said", () => {
    const { history, zoning } = sample();
    const text = writeHistory(history, WORLD);
    const codeOf = (damaged: string, to = zoning) => {
      const read = readHistory(damaged, WORLD, to);
      expect(read.history).toEqual(EMPTY_HISTORY);
      return read.issues.map(({ code }) => code);
    };
    expect(codeOf(text, START)).toEqual(["history-damaged"]);
    expect(codeOf(text.slice(0, -3))).toEqual(["history-damaged"]);
    expect(codeOf(text.replace("c004", "nobody"))).toEqual(["history-damaged"]);
    expect(codeOf(text.replace('"reasonTo":0', '"reasonTo":"0"'))).toEqual(["history-damaged"]);
    expect(codeOf(text.replace('"version":1', '"version":2'))).toEqual(["history-newer"]);
    expect(codeOf(text.replace('"linksAdded"', '"linksAdd"'))).toEqual(["history-damaged"]);
  });

  it("[S22] any text is read without a throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readHistory(text, WORLD, START).history).toEqual(EMPTY_HISTORY);
      }),
    );
  });
});
