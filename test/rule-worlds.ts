import fc from "fast-check";
import type { Lock, PlanRules } from "../src/core/index.ts";
import { type GridProblem, gridProblems } from "./problem-builder.ts";

/** Positions that are turned into compound indices by the size of the world. */
const position = fc.nat(30);

const rulesArbitrary = fc.record({
  must: fc.array(fc.array(position, { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
  never: fc.array(fc.tuple(position, position), { maxLength: 3 }),
  locks: fc.array(
    fc.record({
      compounds: fc.array(position, { minLength: 1, maxLength: 3 }),
      whole: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});

function readRules(
  drawn: typeof rulesArbitrary extends fc.Arbitrary<infer T> ? T : never,
  n: number,
) {
  const at = (k: number) => k % n;
  return {
    mustTogether: drawn.must.map((group) => group.map(at)),
    neverTogether: drawn.never
      .map(([a, b]): [number, number] => [at(a), at(b)])
      .filter(([a, b]) => a !== b),
    locks: drawn.locks.map(
      ({ compounds, whole }, k): Lock => ({
        id: `L${k}`,
        name: `锁定${k}`,
        compounds: compounds.map(at),
        whole,
      }),
    ),
  } satisfies PlanRules;
}

/** Random grid problems with random rules, anchors among the compounds. */
export function ruledProblems(size: {
  readonly min: number;
  readonly max: number;
}): fc.Arbitrary<GridProblem> {
  return fc
    .record({
      grid: gridProblems(size),
      rules: rulesArbitrary,
      anchors: fc.array(fc.boolean(), { minLength: size.max, maxLength: size.max }),
      anchorsAsSeeds: fc.boolean(),
    })
    .map(({ grid, rules, anchors, anchorsAsSeeds }) => ({
      ...grid,
      ledger: grid.ledger.map((values, i) => ({ ...values, anchor: anchors[i] })),
      parameters: { ...grid.parameters, anchorsAsSeeds },
      rules: readRules(rules, grid.ledger.length),
    }));
}
