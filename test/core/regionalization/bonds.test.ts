import { describe, expect, it } from "vitest";
import {
  checkDistrict,
  DEFAULT_LIMITS,
  describeIssue,
  membersByDistrict,
  type PlanRules,
  zoneAlone,
} from "../../../src/core/index.ts";
import { solveAll } from "../../brute-force.ts";
import { type GridProblem, gridProblem } from "../../problem-builder.ts";

const OPEN = {
  ...DEFAULT_LIMITS,
  minHouseholds: null,
  maxHouseholds: null,
  minFloorAreaM2: null,
  maxFloorAreaM2: null,
  maxCompounds: null,
  maxSpanM: null,
};

/** Six compounds in two rows, all linked; 社区 A except the last. */
function grid(rules: Partial<PlanRules>, change: Partial<GridProblem> = {}) {
  return gridProblem({
    columns: 3,
    edges: [],
    ledger: Array.from({ length: 6 }, (_, i) => ({
      households: 200,
      community: i === 5 ? "B" : "A",
    })),
    ...change,
    parameters: { limits: OPEN, ...change.parameters },
    rules: { mustTogether: [], neverTogether: [], locks: [], ...rules },
  });
}

const lock = (compounds: number[], whole = false, id = "P007") => ({
  id,
  name: "试点片区",
  compounds,
  whole,
});

function codes(problem: ReturnType<typeof grid>) {
  return problem.bonds.issues.map(({ code, args }) => [code, args.a, args.b]);
}

describe("rules settled against each other and the data", () => {
  it("[R32] groups that overlap are one", () => {
    const { bonds } = grid({
      mustTogether: [
        [0, 1],
        [1, 4],
        [2, 5],
      ],
    });
    expect(bonds.groups.map(({ members }) => members)).toEqual([
      [0, 1, 4],
      [2, 5],
    ]);
    expect([...bonds.groupOf]).toEqual([0, 0, 1, -1, 0, 1]);
  });

  it("[R33] never wins over must, also along a chain; both compounds are named", () => {
    const problem = grid({
      mustTogether: [
        [0, 1],
        [1, 2],
      ],
      neverTogether: [[0, 2]],
    });
    expect(problem.bonds.groups.map(({ members }) => members)).toEqual([[0, 1]]);
    expect(codes(problem)).toEqual([["must-and-never", "c000", "c002"]]);
    for (const language of ["zh", "en"] as const)
      expect(describeIssue(problem.bonds.issues[0], language).message).toContain("c002");
  });

  it("[R33] across cells, into a kept district, or between two anchors must is not applied", () => {
    const across = grid({ mustTogether: [[0, 5]] }, { parameters: { envelope: "community" } });
    expect(codes(across)).toEqual([["must-across-cells", "c000", "c005"]]);
    const kept = grid({ mustTogether: [[0, 4]], locks: [lock([3, 4], true)] });
    expect(codes(kept)).toEqual([["must-in-kept", "c000", "c004"]]);
    const anchors = grid(
      { mustTogether: [[0, 1]] },
      {
        ledger: [{ anchor: true }, { anchor: true }],
        parameters: { anchorsAsSeeds: true },
      },
    );
    expect(codes(anchors)).toEqual([["must-and-never", "c000", "c001"]]);
  });

  it("[R34] a group that is not linked is linked by hand for this plan, and said", () => {
    const problem = grid({ mustTogether: [[0, 2]] });
    expect(codes(problem)).toEqual([["must-not-linked", "c000", "c002"]]);
    const { links } = problem.graph;
    const added = [...links.byHand.keys()].filter((l) => links.byHand[l] === 1);
    expect(added.map((l) => [links.a[l], links.b[l]])).toEqual([[0, 2]]);
  });

  it("[R30] a compound in two locks stays in the first; young compounds are in none", () => {
    const problem = grid(
      { locks: [lock([0, 1]), lock([1, 5], false, "P008")] },
      {
        ledger: Array.from({ length: 6 }, (_, i) => ({
          households: 200,
          builtYear: i === 5 ? 2020 : 1990,
        })),
      },
    );
    expect(codes(problem)).toEqual([
      ["lock-twice", "c001", undefined],
      ["rule-no-participant", "c005", undefined],
    ]);
    expect(problem.bonds.groups.map(({ members }) => members)).toEqual([[0, 1]]);
  });

  it("[R30] a lock the limits leave no room for is kept alone, with what it breaks", () => {
    const limits = { ...OPEN, minHouseholds: 300 };
    const problem = grid(
      { locks: [lock([0])], neverTogether: [1, 2, 3, 4, 5].map((i) => [0, i] as const) },
      { parameters: { limits } },
    );
    const plan = solveAll(problem);
    const home = plan.zoning.assignment[0];
    expect(plan.zoning.districts[home]).toEqual({ id: "P007", name: "试点片区" });
    expect(membersByDistrict(plan.zoning)[home]).toEqual([0]);
    expect(checkDistrict(problem, [0]).map(({ rule }) => rule)).toEqual(["min-households"]);
    expect(plan.leftOut).toEqual([]);
  });

  it("[R30] ids of locks are not given to other districts", () => {
    const limits = { ...OPEN, maxCompounds: 2 };
    const problem = grid({ locks: [lock([4], false, "P001")] }, { parameters: { limits } });
    const { districts, assignment } = solveAll(problem).zoning;
    expect(districts[assignment[4]].id).toBe("P001");
    expect(new Set(districts.map(({ id }) => id)).size).toBe(districts.length);
  });

  it("[R33] a group beyond an upper limit is left out together, and what would help is verified", () => {
    const limits = { ...OPEN, maxHouseholds: 300 };
    const problem = grid({ mustTogether: [[0, 1]] }, { parameters: { limits } });
    expect(codes(problem)).toEqual([["must-beyond-limit", "c000", "c001"]]);
    const { leftOut } = solveAll(problem);
    expect(leftOut.map(({ compound, reason }) => [compound, reason])).toEqual([
      [0, "conflicting-rules"],
      [1, "conflicting-rules"],
    ]);
    expect(leftOut[0].relaxations).toEqual([
      { what: "max-households", from: 300, to: 400, verified: true },
      { what: "must-together", from: "c000", to: "c001", verified: true },
    ]);
  });

  it("[R1] alone: who meets every limit is a district, the others are left out or counted all the same", () => {
    const ledger = [100, 400, 100, 400].map((households) => ({ households }));
    const limits = { ...OPEN, minHouseholds: 300 };
    const problem = grid({}, { ledger, parameters: { limits } });
    const alone = zoneAlone(problem);
    expect(alone.cannot).toEqual([0, 2]);
    expect([...alone.zoning.assignment]).toEqual([-1, 0, -1, 1]);
    expect(alone.levels[0]).toBe(200);
    const regardless = zoneAlone(problem, { regardless: true });
    expect(regardless.zoning.districts).toHaveLength(4);
    expect(regardless.levels[1]).toBe(
      [0, 1, 2, 3].reduce((sum, i) => sum + problem.estimator.netCostYuan([i], 1), 0),
    );
  });
});
