import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Piece } from "../../../../src/core/regionalization/piece.ts";
import {
  createSearch,
  type Search,
  type SearchResult,
} from "../../../../src/core/regionalization/search/create-search.ts";
import { compareStandings, type Standing } from "../../../../src/core/regionalization/standing.ts";
import {
  goalOf,
  KERNEL_OBJECTIVES,
  nodesByDistrict,
  type PieceOf,
  pieces,
} from "../../../search-pieces.ts";

function finish(search: Search, effort = 1000): SearchResult {
  while (search.step(effort));
  return search.best();
}

function searchOf(of: PieceOf, options: { seed?: number; start?: Int32Array } = {}): Search {
  return createSearch(of.piece, goalOf(of), { seed: 1, iterations: 3, ...options });
}

/** What a zoning of the piece amounts to, from scratch. */
function measure({ problem, piece }: PieceOf, district: Int32Array): Standing {
  const kernel = problem.objective.kernel(piece);
  const members = nodesByDistrict(district);
  return {
    householdsLeftOut: district.reduce((sum, d, k) => sum + (d < 0 ? piece.households[k] : 0), 0),
    districts: members.length,
    value: members.reduce((sum, m) => sum + kernel.value(Int32Array.from(m), 0, m.length), 0),
  };
}

function isConnected(piece: Piece, nodes: readonly number[]): boolean {
  const inside = new Set(nodes);
  const seen = new Set([nodes[0]]);
  for (const node of seen) {
    for (let e = piece.offset[node]; e < piece.offset[node + 1]; e++) {
      if (inside.has(piece.neighbor[e])) seen.add(piece.neighbor[e]);
    }
  }
  return seen.size === inside.size;
}

function spanM({ centroid, memberStart }: Piece, nodes: readonly number[]): number {
  const at = nodes.flatMap((node) =>
    Array.from({ length: memberStart[node + 1] - memberStart[node] }, (_, k) => {
      const m = memberStart[node] + k;
      return [centroid[2 * m], centroid[2 * m + 1]];
    }),
  );
  return Math.max(0, ...at.flatMap(([x, y]) => at.map(([u, v]) => Math.hypot(x - u, y - v))));
}

function expectAdmissible(piece: Piece, nodes: readonly number[]): void {
  const { rules } = piece;
  const sum = (column: ArrayLike<number>) => nodes.reduce((s, node) => s + column[node], 0);
  expect(isConnected(piece, nodes)).toBe(true);
  expect(sum(piece.households)).toBeGreaterThanOrEqual(rules.minHouseholds);
  expect(sum(piece.households)).toBeLessThanOrEqual(rules.maxHouseholds);
  expect(sum(piece.floorAreaM2)).toBeGreaterThanOrEqual(rules.minFloorAreaM2);
  expect(sum(piece.floorAreaM2)).toBeLessThanOrEqual(rules.maxFloorAreaM2);
  expect(sum(piece.threshold)).toBeGreaterThanOrEqual(rules.minThreshold);
  expect(sum(piece.size)).toBeLessThanOrEqual(rules.maxCompounds);
  expect(spanM(piece, nodes)).toBeLessThanOrEqual(rules.maxSpanM + 1e-9);
  for (const node of nodes) {
    const never = piece.never.subarray(piece.neverStart[node], piece.neverStart[node + 1]);
    expect(nodes.some((other) => never.includes(other))).toBe(false);
  }
}

describe("search", () => {
  for (const change of KERNEL_OBJECTIVES) {
    const name = JSON.stringify(change);

    it(`[R8] standing step by step equals the one from scratch, and every district keeps every rule: ${name}`, () => {
      fc.assert(
        fc.property(pieces(change, { min: 2, max: 30 }), (of) => {
          const search = searchOf(of);
          for (let more = true, k = 0; more && k < 400; k++) {
            more = search.step(40);
            if (k % 20 !== 0) continue;
            const { district, ...standing } = search.best();
            const scratch = measure(of, district);
            expect(standing.householdsLeftOut).toBe(scratch.householdsLeftOut);
            expect(standing.districts).toBe(scratch.districts);
            expect(standing.value).toBeCloseTo(scratch.value, 6);
            for (const nodes of nodesByDistrict(district)) expectAdmissible(of.piece, nodes);
          }
        }),
        { numRuns: 25, seed: 20242 },
      );
    });

    it(`[R9] never worse than the zoning it is given: ${name}`, () => {
      fc.assert(
        fc.property(pieces(change, { min: 2, max: 24 }), (of) => {
          const start = finish(searchOf(of, { seed: 5 }));
          const again = finish(searchOf(of, { seed: 9, start: start.district }));
          expect(compareStandings(again, start, goalOf(of))).toBeLessThanOrEqual(0);
          const atOnce = createSearch(of.piece, goalOf(of), {
            ...{ seed: 9, iterations: 0, start: start.district },
          });
          expect(compareStandings(finish(atOnce), start, goalOf(of))).toBeLessThanOrEqual(0);
        }),
        { numRuns: 25, seed: 20243 },
      );
    });
  }

  it("[R51] the course does not depend on how it is stepped", () => {
    fc.assert(
      fc.property(pieces({ objective: "cost" }, { min: 5, max: 30 }), (of) => {
        expect(finish(searchOf(of), 7)).toEqual(finish(searchOf(of), 100_000));
      }),
      { numRuns: 15, seed: 20244 },
    );
  });

  it("[R9] districts of a start that break a rule are dissolved, the others kept", () => {
    fc.assert(
      fc.property(pieces({ objective: "cost" }, { min: 4, max: 20 }), fc.nat(3), (of, k) => {
        const start = Int32Array.from({ length: of.piece.count }, (_, i) => (i % (k + 1)) - 1);
        const search = createSearch(of.piece, goalOf(of), { seed: 1, iterations: 1, start });
        const { district } = finish(search);
        for (const nodes of nodesByDistrict(district)) expectAdmissible(of.piece, nodes);
      }),
      { numRuns: 40, seed: 20245 },
    );
  });
});
