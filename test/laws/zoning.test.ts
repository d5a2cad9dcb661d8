import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyDiff,
  dissolveDistrict,
  invertDiff,
  mergeDistricts,
  moveCompounds,
  renameDistrict,
  splitDistrict,
  Tallies,
  type World,
  type Zoning,
  type ZoningDiff,
} from "../../src/core/index.ts";
import { box, worldFromPolygons } from "../world-builder.ts";

const N = 14;

function startZoning(): Zoning {
  return {
    districts: [
      { id: "P001", name: "one" },
      { id: "P002", name: "two" },
      { id: "P003", name: "three" },
    ],
    assignment: Int32Array.from({ length: N }, (_, i) => (i % 4) - 1),
    reason: Uint8Array.from({ length: N }, (_, i) => (i % 4 === 0 ? 3 : 0)),
  };
}

function world(): World {
  return worldFromPolygons(
    Array.from({ length: N }, (_, i) => ({
      parts: box(i * 60, 0, 50, 50),
      households: 10 + i * i,
      floorAreaM2: 1000 * i,
    })),
  );
}

/** Random edits as functions of the zoning they meet. */
const editArbitrary = fc.oneof(
  fc
    .tuple(fc.array(fc.nat(N - 1), { minLength: 1, maxLength: 5 }), fc.nat(50), fc.nat(3))
    .map(([compounds, pick, kind]) => (z: Zoning): ZoningDiff => {
      const to = kind === 0 ? "new" : kind === 1 ? "none" : pick % z.districts.length;
      return moveCompounds(z, compounds, to);
    }),
  fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => (z: Zoning): ZoningDiff => {
    const count = z.districts.length;
    const first = a % count;
    const second = (first + 1 + (b % (count - 1))) % count;
    return mergeDistricts(z, [first, second]);
  }),
  fc.tuple(fc.nat(50), fc.nat(3)).map(([a, parts]) => (z: Zoning): ZoningDiff => {
    const position = a % z.districts.length;
    const members = [...z.assignment.keys()].filter((i) => z.assignment[i] === position);
    if (parts === 0) return dissolveDistrict(z, position);
    const split = Array.from({ length: parts }, (_, k) => members.filter((i) => i % parts === k));
    return splitDistrict(z, position, split);
  }),
  fc.tuple(fc.nat(50), fc.string()).map(
    ([a, name]) =>
      (z: Zoning): ZoningDiff =>
        renameDistrict(z, a % z.districts.length, name),
  ),
);

describe("zoning laws", () => {
  it("[Z1] applying an edit and its inverse gives the same zoning back", () => {
    fc.assert(
      fc.property(fc.array(editArbitrary, { maxLength: 30 }), (edits) => {
        let zoning = startZoning();
        for (const edit of edits) {
          const diff = edit(zoning);
          const after = applyDiff(zoning, diff);
          expect(applyDiff(after, invertDiff(diff))).toEqual(zoning);
          zoning = after;
        }
      }),
    );
  });

  it("[Z2] incremental tallies equal those from scratch after any edits, undone or not", () => {
    const w = world();
    fc.assert(
      fc.property(fc.array(fc.tuple(editArbitrary, fc.boolean()), { maxLength: 40 }), (steps) => {
        let zoning = startZoning();
        const tallies = new Tallies(w, zoning);
        const done: ZoningDiff[] = [];
        for (const [edit, undo] of steps) {
          const last = undo ? done.pop() : undefined;
          const diff = last ? invertDiff(last) : edit(zoning);
          if (!last) done.push(diff);
          zoning = applyDiff(zoning, diff);
          tallies.apply(diff);
        }
        const scratch = new Tallies(w, zoning);
        zoning.districts.forEach((_, d) => {
          expect(tallies.of(d)).toEqual(scratch.of(d));
        });
      }),
    );
  });

  it("[Z3] an edit moves only the compounds it names and never touches its input", () => {
    fc.assert(
      fc.property(editArbitrary, (edit) => {
        const zoning = startZoning();
        const diff = edit(zoning);
        const after = applyDiff(zoning, diff);
        expect(zoning).toEqual(startZoning());
        const moved = new Set(diff.moves.map((m) => m.compound));
        for (let i = 0; i < N; i++) {
          if (!moved.has(i)) expect(after.assignment[i]).toBe(zoning.assignment[i]);
        }
      }),
    );
  });

  it("[Z4] ids stay unique and stable", () => {
    fc.assert(
      fc.property(fc.array(editArbitrary, { maxLength: 30 }), (edits) => {
        let zoning = startZoning();
        for (const edit of edits) {
          const before = zoning.districts.map((d) => d.id);
          zoning = applyDiff(zoning, edit(zoning));
          const ids = zoning.districts.map((d) => d.id);
          expect(ids.slice(0, before.length)).toEqual(before);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
    );
  });

  it("[Z4] what a split makes continues the name of the whole, by numbers nobody has", () => {
    const zoning: Zoning = {
      districts: [
        { id: "P001", name: "东门 1" },
        { id: "P002", name: "东门 2" },
        { id: "P003", name: "P003" },
      ],
      assignment: Int32Array.of(0, 0, 0, 1, 2, 2),
      reason: new Uint8Array(6),
    };
    const names = (at: number, parts: number[][]) =>
      splitDistrict(zoning, at, parts).districts.map(({ after }) => after?.name);
    expect(names(0, [[0], [1], [2]])).toEqual(["东门 3", "东门 4"]);
    expect(names(2, [[4], [5]])).toEqual(["P004"]);
  });

  it("[Z5] misuse throws with the numbers", () => {
    const zoning = startZoning();
    expect(() => moveCompounds(zoning, [0], 9)).toThrow(/9 of 3/);
    expect(() => moveCompounds(zoning, [99], 0)).toThrow(/99/);
    expect(() => mergeDistricts(zoning, [1, 1])).toThrow(/two districts/);
    expect(() => renameDistrict(zoning, 7, "x")).toThrow(/7/);
    expect(() => dissolveDistrict(zoning, 7)).toThrow(/7/);
    expect(() => splitDistrict(zoning, 7, [])).toThrow(/7/);
    expect(() => splitDistrict(zoning, 0, [[2]])).toThrow(/compound 2 is not in 0/);
  });
});
