import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileFiles, soundFiles } from "../fuzz/hostile-files.ts";
import { mutated } from "../fuzz/mutate.ts";
import { faultOf, NEIGHBOUR, openFiles } from "../fuzz/open-files.ts";

describe("files that are damaged or mean harm", () => {
  it("[I50] sound files of every kind load beside their neighbour", async () => {
    for (const file of await soundFiles()) {
      const world = await openFiles([file, NEIGHBOUR]);
      const ids = world.compounds.map(({ id }) => id).filter((id) => id.startsWith("A"));
      expect([file.name, ids, faultOf(world)]).toEqual([file.name, ["A1", "A2", "A3"], null]);
    }
  });

  it("[I3, I51] hostile files are said, and cost their neighbour nothing", async () => {
    for (const file of await hostileFiles()) {
      const world = await openFiles([file, NEIGHBOUR]);
      expect([file.name, faultOf(world)]).toEqual([file.name, null]);
    }
  });

  it("[I3, I53] bytes changed anywhere give compounds and issues, and keep the neighbour", async () => {
    const files = await soundFiles();
    await fc.assert(
      fc.asyncProperty(mutated(files), async (file) => {
        expect(faultOf(await openFiles([file, NEIGHBOUR]))).toBeNull();
      }),
      { seed: 20261125, numRuns: 250 },
    );
  });
});
