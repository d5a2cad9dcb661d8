import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { highsSolver } from "../../src/core/index.ts";
import { enumerateSets } from "../../src/core/regionalization/exact/enumerate-sets.ts";
import type { LinearSolver } from "../../src/core/regionalization/exact/linear-solver.ts";
import type { PiecePartition } from "../../src/core/regionalization/exact/partition-piece.ts";
import type {
  PieceProof,
  ProofBudget,
} from "../../src/core/regionalization/exact/proof-options.ts";
import { proveCounts } from "../../src/core/regionalization/exact/prove-counts.ts";
import { provePacking } from "../../src/core/regionalization/exact/prove-packing.ts";
import { provePiece } from "../../src/core/regionalization/exact/prove-piece.ts";
import type { Piece } from "../../src/core/regionalization/piece.ts";
import { pieces, SCRAMBLED } from "../piece-builder.ts";
import { admissibleMasks, bestByBruteForce, compareValues } from "../piece-oracle.ts";

const solver = highsSolver(await loadHighs());

const BUDGET: ProofBudget = {
  mayChoose: true,
  maskNodes: 20,
  visited: 1e6,
  sets: 1e6,
  solverSets: 1e6,
};

function finish<T>(steps: Generator<void, T, void>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function masksOf(piece: Piece, minimal: boolean): number[] {
  const pool = finish(enumerateSets(piece, { minimal, maxVisited: 1e6 }));
  if (!pool) throw new Error("budget");
  return Array.from({ length: pool.count }, (_, k) =>
    pool.node.subarray(pool.start[k], pool.start[k + 1]).reduce((mask, i) => mask | (1 << i), 0),
  );
}

function prove(
  piece: Piece,
  name: keyof typeof SCRAMBLED,
  options: { readonly solver: LinearSolver | null; readonly budget?: Partial<ProofBudget> },
): PieceProof {
  const budget = { ...BUDGET, ...options.budget };
  const objective = SCRAMBLED[name];
  return finish(provePiece(piece, { objective, incumbent: null, budget, solver: options.solver }));
}

/** Value of what a proof found, checked to be a partition into admissible districts. */
function foundValue(piece: Piece, proof: PieceProof): number[] {
  const { partition } = proof;
  if (!partition) throw new Error("nothing found");
  const masks = new Set(admissibleMasks(piece));
  const used = partition.districts.flat();
  expect(new Set(used).size).toBe(used.length);
  for (const nodes of partition.districts) {
    expect(masks.has(nodes.reduce((mask, i) => mask | (1 << i), 0))).toBe(true);
  }
  return [partition.householdsLeftOut, ...partition.levels];
}

describe("exact laws", () => {
  for (const minimal of [false, true]) {
    it(`[R20] ${minimal ? "minimal" : "admissible"} sets are those of brute force, each once`, () => {
      fc.assert(
        fc.property(pieces({ min: 1, max: 9 }), (piece) => {
          const found = masksOf(piece, minimal);
          expect([...found].sort((a, b) => a - b)).toEqual(admissibleMasks(piece, minimal));
        }),
        { numRuns: 1500, seed: 20 },
      );
    });
  }

  for (const name of ["cost", "max-p"] as const) {
    it(`[R21] dynamic programming equals brute force: ${name}`, () => {
      fc.assert(
        fc.property(pieces({ min: 1, max: 8 }), (piece) => {
          const proof = prove(piece, name, { solver: null });
          expect(proof.optimal).toBe(true);
          const best = bestByBruteForce(piece, SCRAMBLED[name]) ?? [];
          expect(compareValues(foundValue(piece, proof), best)).toBe(0);
          expect(compareValues(proof.bound ?? [], best)).toBe(0);
        }),
        { numRuns: 1000, seed: 21 },
      );
    });

    it(`[R21] set programs equal brute force: ${name}`, () => {
      fc.assert(
        fc.property(pieces({ min: 1, max: 9 }), (piece) => {
          const proof = prove(piece, name, { solver, budget: { maskNodes: 0 } });
          expect(proof.optimal).toBe(true);
          const best = bestByBruteForce(piece, SCRAMBLED[name]) ?? [];
          expect(compareValues(foundValue(piece, proof), best)).toBe(0);
        }),
        { numRuns: 600, seed: 22 },
      );
    });

    it(`[R22] bounds without a linear solver stay below the optimum: ${name}`, () => {
      fc.assert(
        fc.property(pieces({ min: 1, max: 9 }), (piece) => {
          const proof = prove(piece, name, { solver: null, budget: { mayChoose: false } });
          const best = bestByBruteForce(piece, SCRAMBLED[name]) ?? [];
          expect(compareValues(proof.bound ?? [], best)).toBeLessThanOrEqual(0);
        }),
        { numRuns: 1500, seed: 23 },
      );
    });
  }

  for (const [how, given] of [
    ["with", solver],
    ["without", null],
  ] as const) {
    it(`[R23] packing minimal sets ${how} a solver bounds the number of districts`, () => {
      fc.assert(
        fc.property(pieces({ min: 1, max: 9 }), (piece) => {
          const objective = SCRAMBLED["max-p"];
          const options = { objective, solver: given, incumbent: null, budget: BUDGET };
          const { bound, partition } = finish(provePacking(piece, options));
          const best = bestByBruteForce(piece, objective) ?? [];
          expect(compareValues(bound ?? [], best)).toBeLessThanOrEqual(0);
          if (!partition || partition.districts.length === 0) return;
          const value = [partition.householdsLeftOut, ...partition.levels];
          expect(compareValues(value.slice(0, 2), best.slice(0, 2))).toBe(0);
          foundValue(piece, { partition, bound, optimal: false });
        }),
        { numRuns: 1000, seed: 24 },
      );
    });
  }

  it("[R72] sets sifted by prices still hold the optimum", () => {
    fc.assert(
      fc.property(pieces({ min: 3, max: 9 }), fc.boolean(), (piece, hasBest) => {
        const start = prove(piece, "cost", { solver: null });
        const { partition } = start;
        const objective = SCRAMBLED.cost;
        const budget = { ...BUDGET, maskNodes: 0, sets: 0, sifted: 1e5 };
        const dear = partition && { ...partition, levels: [partition.levels[0] + 1e4] };
        const incumbent = hasBest ? partition : dear;
        const options = { objective, incumbent, budget, solver };
        const proof = finish(provePiece(piece, options));
        if (partition?.householdsLeftOut !== 0 || partition.districts.length === 0) return;
        const best = bestByBruteForce(piece, SCRAMBLED.cost) ?? [];
        expect(proof.optimal).toBe(true);
        expect(compareValues(proof.bound ?? [], best)).toBe(0);
        if (!hasBest) expect(compareValues(foundValue(piece, proof), best)).toBe(0);
      }),
      { numRuns: 400, seed: 72 },
    );
  });

  it("[R73] a searched packing bounds and finds the number of districts like any other", () => {
    fc.assert(
      fc.property(pieces({ min: 1, max: 9 }), (piece) => {
        const objective = SCRAMBLED["max-p"];
        const budget = { ...BUDGET, packing: [60, 60] } as const;
        const options = { objective, solver, incumbent: null, budget };
        const { bound, partition } = finish(provePacking(piece, options));
        const best = bestByBruteForce(piece, objective) ?? [];
        expect(compareValues(bound ?? [], best)).toBeLessThanOrEqual(0);
        if (!partition || partition.districts.length === 0) return;
        const value = [partition.householdsLeftOut, ...partition.levels];
        expect(compareValues(value.slice(0, 2), best.slice(0, 2))).toBe(0);
        foundValue(piece, { partition, bound, optimal: false });
      }),
      { numRuns: 150, seed: 73 },
    );
  });

  for (const mayChoose of [true, false]) {
    it(`[R26] a wanted number over two pieces: ${mayChoose ? "equal to" : "a bound below"} brute force`, () => {
      fc.assert(
        fc.property(
          pieces({ min: 1, max: 5 }),
          pieces({ min: 1, max: 5 }),
          fc.nat(7),
          (first, second, wanted) => {
            const objective = SCRAMBLED.cost;
            const known = [first, second].map((piece) => ({ piece, incumbent: null }));
            const budget = { ...BUDGET, mayChoose };
            const { bound, partitions } = finish(proveCounts(known, { objective, budget, wanted }));
            const best = bestPair([first, second], wanted);
            if (!mayChoose) {
              expect(compareValues(bound, best)).toBeLessThanOrEqual(0);
              return;
            }
            expect(compareValues(bound, best)).toBe(0);
            expect(pairValue(partitions ?? [], wanted)).toEqual(bound);
          },
        ),
        { numRuns: 600, seed: 26 },
      );
    });
  }
});

/** Households left out, distance to the wanted count, value of some partitions together. */
function pairValue(partitions: readonly PiecePartition[], wanted: number): number[] {
  const sum = (of: (p: PiecePartition) => number) => partitions.reduce((s, p) => s + of(p), 0);
  const off = Math.abs(sum((p) => p.districts.length) - wanted);
  return [sum((p) => p.householdsLeftOut), off, sum((p) => p.levels[0])];
}

/** Best of all pairs of counts, each by brute force. */
function bestPair(pair: readonly Piece[], wanted: number): number[] {
  const [first, second] = pair.map((piece) =>
    Array.from({ length: piece.count + 1 }, (_, k) => bestByBruteForce(piece, SCRAMBLED.cost, k)),
  );
  let best: number[] | null = null;
  first.forEach((a, k) => {
    second.forEach((b, j) => {
      if (!a || !b) return;
      const value = [a[0] + b[0], Math.abs(k + j - wanted), a[1] + b[1]];
      if (best === null || compareValues(value, best) < 0) best = value;
    });
  });
  return best ?? [];
}
