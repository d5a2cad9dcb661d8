import { describe, expect, it } from "vitest";
import { readWorld, readWorldInSteps, type SourceFile } from "../../../src/core/index.ts";
import { geojsonOf } from "../../geojson-builder.ts";
import { gridWorld } from "../../prepared-builder.ts";

const AS_GIVEN = { fieldMap: {}, crs: null };
const FILES: readonly SourceFile[] = [
  { role: "compounds", name: "a.geojson", text: geojsonOf(gridWorld(900, { columns: 30 })) },
];

describe("reading in steps", () => {
  it("[I70] gives the world that reading at once gives, and only goes forward", () => {
    const steps = readWorldInSteps(FILES, AS_GIVEN);
    const told: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) told.push(step.value);
    expect(step.value).toEqual(readWorld(FILES, AS_GIVEN));
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.every((done) => done >= 0 && done <= 1)).toBe(true);
  });
});
