import fc from "fast-check";
import type { ObjectiveFunction } from "../src/core/regionalization/objective.ts";
import type { Piece, PieceRules } from "../src/core/regionalization/piece.ts";

/** No rule at all. */
export const OPEN_RULES: PieceRules = {
  minHouseholds: -Infinity,
  maxHouseholds: Infinity,
  minFloorAreaM2: -Infinity,
  maxFloorAreaM2: Infinity,
  minThreshold: -Infinity,
  maxCompounds: Infinity,
  maxSpanM: Infinity,
};

/** A piece made by hand. */
export interface TestPiece {
  readonly nodes: readonly {
    readonly households: number;
    readonly floorAreaM2: number;
    readonly threshold: number;
    /** centroid of each compound of the node, m */
    readonly at: readonly (readonly [number, number])[];
  }[];
  readonly links: readonly (readonly [number, number])[];
  readonly never?: readonly (readonly [number, number])[];
  readonly rules?: Partial<PieceRules>;
}

/** Both directions of undirected pairs as rows, ascending, without repeats and loops. */
function rowsOf(count: number, pairs: readonly (readonly [number, number])[]) {
  const sets = Array.from({ length: count }, () => new Set<number>());
  for (const [a, b] of pairs) {
    if (a === b) continue;
    sets[a].add(b);
    sets[b].add(a);
  }
  const start = new Uint32Array(count + 1);
  sets.forEach((set, k) => {
    start[k + 1] = start[k] + set.size;
  });
  return { start, rows: Uint32Array.from(sets.flatMap((set) => [...set].sort((a, b) => a - b))) };
}

/** Compounds are numbered node by node. */
export function pieceOf({ nodes, links, never = [], rules = {} }: TestPiece): Piece {
  const neighbors = rowsOf(nodes.length, links);
  const apart = rowsOf(nodes.length, never);
  const memberStart = new Uint32Array(nodes.length + 1);
  nodes.forEach((node, k) => {
    memberStart[k + 1] = memberStart[k] + node.at.length;
  });
  return {
    count: nodes.length,
    memberStart,
    member: Uint32Array.from({ length: memberStart[nodes.length] }, (_, i) => i),
    offset: neighbors.start,
    neighbor: neighbors.rows,
    neverStart: apart.start,
    never: apart.rows,
    households: Float64Array.from(nodes, (node) => node.households),
    floorAreaM2: Float64Array.from(nodes, (node) => node.floorAreaM2),
    threshold: Float64Array.from(nodes, (node) => node.threshold),
    size: Int32Array.from(nodes, (node) => node.at.length),
    centroid: Float64Array.from(nodes.flatMap((node) => node.at.flat())),
    rules: { ...OPEN_RULES, ...rules },
  };
}

const metre = fc.integer({ min: 0, max: 400 });
const node = fc.record({
  households: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 600 })),
  floorAreaM2: fc.integer({ min: 500, max: 50_000 }),
  threshold: fc.integer({ min: 0, max: 5 }),
  at: fc.array(fc.tuple(metre, metre), { minLength: 1, maxLength: 3 }),
});

const rule = <T>(value: fc.Arbitrary<T>, off: T) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(off) }, { weight: 1, arbitrary: value });

const rules: fc.Arbitrary<PieceRules> = fc.record({
  minHouseholds: rule(fc.integer({ min: 1, max: 900 }), -Infinity),
  maxHouseholds: rule(fc.integer({ min: 300, max: 1600 }), Infinity),
  minFloorAreaM2: rule(fc.integer({ min: 1_000, max: 50_000 }), -Infinity),
  maxFloorAreaM2: rule(fc.integer({ min: 20_000, max: 120_000 }), Infinity),
  minThreshold: rule(fc.integer({ min: 1, max: 8 }), -Infinity),
  maxCompounds: rule(fc.integer({ min: 1, max: 8 }), Infinity),
  maxSpanM: rule(fc.integer({ min: 0, max: 500 }), Infinity),
});

/** Random connected pieces: a tree, some more links, some pairs kept apart, every mix of rules. */
export function pieces(size: { readonly min: number; readonly max: number }): fc.Arbitrary<Piece> {
  return fc
    .record({
      nodes: fc.array(node, { minLength: size.min, maxLength: size.max }),
      parents: fc.array(fc.nat(), { minLength: size.max, maxLength: size.max }),
      more: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: size.max }),
      apart: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
      rules,
    })
    .map(({ nodes, parents, more, apart, rules: own }) => {
      const n = nodes.length;
      const within = ([a, b]: readonly [number, number]) => [a % n, b % n] as const;
      const tree = nodes.slice(1).map((_, k) => [parents[k] % (k + 1), k + 1] as const);
      return pieceOf({
        nodes,
        links: [...tree, ...more.map(within)],
        never: apart.map(within),
        rules: own,
      });
    });
}

/** A whole number that depends on the members alone, in −500 … 4 499: no structure to lean on. */
function scramble(members: ArrayLike<number>, count: number): number {
  let h = 17;
  for (let k = 0; k < count; k++) {
    h = Math.imul(h ^ (members[k] + 1), 0x85ebca6b);
    h ^= h >>> 13;
  }
  return ((h >>> 0) % 5000) - 500;
}

/** A kernel for objectives that only proofs are asked about. */
const NEVER_SEARCHED = {
  hasValue: true,
  kernel: () => {
    throw new Error("scrambled objectives are not searched");
  },
};

/** Objectives without any structure: whole costs of either sign; a count, then costs that are no whole numbers. */
export const SCRAMBLED: Readonly<Record<"cost" | "max-p", ObjectiveFunction>> = {
  cost: {
    ...NEVER_SEARCHED,
    levels: 1,
    targetCount: null,
    countsDistricts: false,
    admits: null,
    evaluate(members, count, out) {
      out[0] = scramble(members, count);
    },
  },
  "max-p": {
    ...NEVER_SEARCHED,
    levels: 2,
    targetCount: null,
    countsDistricts: true,
    admits: null,
    evaluate(members, count, out) {
      out[0] = -1;
      out[1] = (scramble(members, count) + 500) / 7;
    },
  },
};
