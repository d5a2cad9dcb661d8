import { describe, expect, it } from "vitest";
import { choosePair } from "../../src/map/pair-hit.ts";

/** Degrees as pixels. */
const project = ([x, y]: [number, number]) => ({ x, y });
const LINES = [
  { a: 0, b: 1, lon1: 50, lat1: 0, lon2: 60, lat2: 0 },
  { a: 0, b: 2, lon1: 0, lat1: 50, lon2: 0, lat2: 60 },
];
const choose = (x: number, y: number, isInside: boolean) =>
  choosePair(LINES, { point: { x, y }, isInside }, project);

describe("the line under the pointer", () => {
  it("is none in the middle of a compound, where lines meet", () => {
    expect(choose(0, 0, true)).toBeNull();
    expect(choose(20, 0, true)).toBeNull();
  });

  it("is the nearest connection, at its ends also within a compound", () => {
    expect(choose(47, 1, true)).toEqual([0, 1]);
    expect(choose(1, 55, false)).toEqual([0, 2]);
    expect(choose(80, 0, false)).toEqual([0, 1]);
  });

  it("is none where there are no lines", () => {
    expect(choosePair([], { point: { x: 0, y: 0 }, isInside: false }, project)).toBeNull();
  });
});
