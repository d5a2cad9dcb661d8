import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS, type Problem, type Zoning } from "../../src/core/index.ts";
import { evaluateZoning } from "../../src/core/regionalization/evaluate-zoning.ts";
import { EMPTY_HISTORY, recordStep, redoStep, undoStep } from "../../src/core/scenario/history.ts";
import { readHistory, writeHistory } from "../../src/core/scenario/history-codec.ts";
import { applyDiff } from "../../src/core/zoning/edit.ts";
import { makeEdit, previewEdit } from "../../src/core/zoning/live-edits.ts";
import { LiveZoning } from "../../src/core/zoning/live-zoning.ts";
import { drawnEdits, drawnSteps, editOf, plainEdit, startOf } from "../edit-builder.ts";
import { type GridProblem, gridProblem } from "../problem-builder.ts";
import { ruledProblems } from "../rule-worlds.ts";

/** Values set for one district alone. */
const OWN = new Map([["P002", { fee_plan: 0.9 }]]);

/** Whatever is known about the zoning is what an evaluation from scratch says. */
function expectSame(live: LiveZoning, problem: Problem, zoning: Zoning): void {
  expect(live.snapshot()).toEqual(zoning);
  const fresh = evaluateZoning(problem, zoning, OWN);
  zoning.districts.forEach((_, d) => {
    expect(live.estimate(d)).toEqual(fresh.estimates[d]);
    expect(live.violations(d)).toEqual(fresh.violations[d]);
    expect(live.brokenRules(d) === 0).toBe(fresh.violations[d].length === 0);
  });
  expect(live.householdsLeftOut).toBe(fresh.levels[0]);
}

function withFeeLimit(grid: GridProblem, maxBreakEvenFeeYuanPerM2Month: number | null) {
  const limits = { ...DEFAULT_LIMITS, ...grid.parameters?.limits, maxBreakEvenFeeYuanPerM2Month };
  return { ...grid, parameters: { ...grid.parameters, limits } };
}

describe("a live zoning", () => {
  it("[Z30] [Z33] [S22] equals the same steps from scratch, undo, redo and reload included; locked things never move", () => {
    fc.assert(
      fc.property(
        ruledProblems({ min: 4, max: 12 }),
        fc.array(drawnSteps, { maxLength: 30 }),
        fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
        (grid, list, maxFee) => {
          const problem = gridProblem(withFeeLimit(grid, maxFee));
          let zoning = startOf(problem);
          let history = EMPTY_HISTORY;
          let live = new LiveZoning(problem, zoning, OWN);
          const locked = problem.rules.locks.flatMap(({ compounds }) => compounds);
          const standing = locked.map((i) => zoning.assignment[i]);
          const closed = new Set(
            problem.bonds.kept.flatMap(({ members }) => members.map((i) => zoning.assignment[i])),
          );
          closed.delete(-1);
          const membersOf = () => [...closed].map((d) => live.members(d));
          const keptMembers = membersOf();
          for (const action of list) {
            if (action.kind === "reload") {
              const text = writeHistory(history, problem.world);
              const read = readHistory(text, problem.world, zoning);
              expect(read).toEqual({ history, issues: [] });
              history = read.history;
              live = new LiveZoning(problem, zoning, OWN);
            } else if (action.kind === "undo" || action.kind === "redo") {
              const change = action.kind === "undo" ? undoStep(history) : redoStep(history);
              if (change === null) continue;
              history = change.history;
              live.follow(change.diff);
              zoning = applyDiff(zoning, change.diff);
            } else if (action.kind === "brush" && action.cancel) {
              live.begin();
              editOf(action, live)(live);
              live.cancel();
            } else {
              const { diff } = makeEdit(live, editOf(action, live));
              if (diff === null) continue;
              history = recordStep(history, diff);
              zoning = applyDiff(zoning, diff);
            }
            expectSame(live, problem, zoning);
            expect(locked.map((i) => live.assignment[i])).toEqual(standing);
            expect(membersOf()).toEqual(keptMembers);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("[Z32] without locks its edits are those of the plain zoning", () => {
    fc.assert(
      fc.property(
        ruledProblems({ min: 4, max: 12 }),
        fc.array(drawnEdits, { maxLength: 20 }),
        (grid, list) => {
          const { rules: _none, ...free } = grid;
          const problem = gridProblem(free);
          let zoning = startOf(problem);
          const live = new LiveZoning(problem, zoning);
          for (const edit of list) {
            if (edit.kind === "brush") continue;
            makeEdit(live, editOf(edit, live));
            zoning = applyDiff(zoning, plainEdit(edit, zoning));
            expect(live.snapshot()).toEqual(zoning);
          }
        },
      ),
    );
  });

  it("[Z34] a preview changes nothing and tells what the edit then does", () => {
    fc.assert(
      fc.property(
        ruledProblems({ min: 4, max: 12 }),
        fc.array(drawnEdits, { maxLength: 12 }),
        (grid, list) => {
          const problem = gridProblem(grid);
          const live = new LiveZoning(problem, startOf(problem));
          for (const action of list) {
            const before = live.snapshot();
            const edit = editOf(action, live);
            const preview = previewEdit(live, edit);
            expect(live.snapshot()).toEqual(before);
            const outcome = makeEdit(live, edit);
            expect(outcome.diff ?? { moves: [], districts: [] }).toEqual(preview.diff);
            expect(outcome.held).toEqual(preview.held);
            expect(live.householdsLeftOut).toBe(preview.householdsLeftOut.after);
            for (const { at, estimate, violations } of preview.after) {
              expect(live.estimate(at)).toEqual(estimate);
              expect(live.violations(at)).toEqual(violations);
            }
          }
        },
      ),
    );
  });
});
