import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KERNEL_OBJECTIVES, pieces } from "../../search-pieces.ts";

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1 + 1e-9 * Math.abs(expected));
}

describe("objective kernels", () => {
  for (const change of KERNEL_OBJECTIVES) {
    const name = JSON.stringify(change);

    it(`[R50] a node joining or leaving changes the value as from scratch: ${name}`, () => {
      fc.assert(
        fc.property(pieces(change, { min: 3, max: 14 }), fc.nat(), ({ problem, piece }, pick) => {
          const kernel = problem.objective.kernel(piece);
          if (piece.count < 2) return;
          const list = Int32Array.from({ length: piece.count }, (_, k) => (k + pick) % piece.count);
          const sums = new Float64Array(kernel.moments);
          for (let to = 1; to < list.length; to++) {
            const node = list[to];
            for (let m = 0; m < kernel.moments; m++) {
              sums[m] += kernel.momentOf[list[to - 1] * kernel.moments + m];
            }
            const rest = { list, from: 0, to, sums, at: 0 };
            const before = kernel.value(list, 0, to);
            const after = kernel.value(list, 0, to + 1);
            expectClose(kernel.joined(rest, node, before), after);
            expectClose(kernel.left(rest, node, after), before);
            if (kernel.needsMembers) continue;
            const bare = { ...rest, list: new Int32Array(0), to: 0 };
            expectClose(kernel.joined(bare, node, before), after);
            expectClose(kernel.left(bare, node, after), before);
          }
        }),
        { numRuns: 60, seed: 20240 },
      );
    });

    it(`[R50] the kernel's value is the objective's last level: ${name}`, () => {
      fc.assert(
        fc.property(pieces(change, { min: 1, max: 10 }), ({ problem, piece }) => {
          const { objective } = problem;
          const list = Int32Array.from({ length: piece.count }, (_, k) => piece.count - 1 - k);
          const out = new Float64Array(objective.levels);
          objective.evaluate(piece.member, piece.member.length, out);
          const value = objective.kernel(piece).value(list, 0, piece.count);
          expectClose(value, out[objective.levels - 1]);
        }),
        { numRuns: 60, seed: 20241 },
      );
    });
  }
});
