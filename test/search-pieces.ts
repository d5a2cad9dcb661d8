import fc from "fast-check";
import type { PlanParameters } from "../src/core/index.ts";
import { createPieces, type Piece } from "../src/core/regionalization/piece.ts";
import type { Problem } from "../src/core/regionalization/problem.ts";
import type { SearchGoal } from "../src/core/regionalization/search/create-search.ts";
import { gridProblem, gridProblems } from "./problem-builder.ts";

/** Every objective that has a kernel, as parameters. */
export const KERNEL_OBJECTIVES: Partial<PlanParameters>[] = [
  { objective: "cost" },
  { objective: "max-p", attributes: ["built_year", "households"], dissimilarity: "ssd" },
  { objective: "max-p", attributes: ["built_year", "households"], dissimilarity: "pairwise" },
  { objective: "compact", districts: 3 },
];

/** A piece of some problem. */
export interface PieceOf {
  readonly problem: Problem;
  readonly piece: Piece;
}

/** The largest piece of random grid problems, some pairs of its nodes kept apart. */
export function pieces(change: Partial<PlanParameters>, size: { min: number; max: number }) {
  return fc
    .record({
      grid: gridProblems(size),
      apart: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
    })
    .map(({ grid, apart }) => {
      const problem = gridProblem({ ...grid, parameters: { ...grid.parameters, ...change } });
      return { problem, all: createPieces(problem), apart };
    })
    .filter(({ all }) => all.length > 0)
    .map(({ problem, all, apart }): PieceOf => {
      const largest = all.reduce((a, b) => (b.count > a.count ? b : a));
      return { problem, piece: keepApart(largest, apart) };
    });
}

function keepApart(piece: Piece, pairs: readonly (readonly [number, number])[]): Piece {
  const rows: Set<number>[] = Array.from({ length: piece.count }, () => new Set());
  for (const [x, y] of pairs) {
    const [a, b] = [x % piece.count, y % piece.count];
    if (a === b) continue;
    rows[a].add(b);
    rows[b].add(a);
  }
  const neverStart = new Uint32Array(piece.count + 1);
  rows.forEach((row, k) => {
    neverStart[k + 1] = neverStart[k] + row.size;
  });
  const never = Uint32Array.from(rows.flatMap((row) => [...row].sort((a, b) => a - b)));
  return { ...piece, neverStart, never };
}

/** What a search of a piece minimises, as the problem says. */
export function goalOf({ problem }: PieceOf): SearchGoal {
  const { countsDistricts, hasValue, kernel, targetCount } = problem.objective;
  return { wanted: targetCount, countsDistricts, hasValue, kernel };
}

/** Nodes of each district of a piece's zoning. */
export function nodesByDistrict(district: Int32Array): number[][] {
  const members: number[][] = [];
  district.forEach((d, node) => {
    if (d < 0) return;
    members[d] ??= [];
    members[d].push(node);
  });
  return members;
}
