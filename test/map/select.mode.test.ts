import { describe, expect, it } from "vitest";
import type { Zoning } from "../../src/core/index.ts";
import { nextSelection, type Pick } from "../../src/map/select.mode.ts";
import type { Selection } from "../../src/store/state.ts";

/** Compounds 0, 1 in district 0; 2, 3 in district 1; 4 in none. */
const ZONING: Zoning = {
  districts: [
    { id: "P001", name: "一" },
    { id: "P002", name: "二" },
  ],
  assignment: Int32Array.of(0, 0, 1, 1, -1),
  reason: Uint8Array.of(0, 0, 0, 0, 2),
};

function click(selection: Selection, compound: number | null, change: Partial<Pick> = {}) {
  const district = compound === null ? null : ZONING.assignment[compound];
  const hit = { compound, district: district === -1 ? null : district, pair: null };
  return nextSelection(selection, { hit, add: false, unit: "districts", ...change }, ZONING);
}

describe("selecting on the map", () => {
  it("takes the district first and a compound inside it next", () => {
    const first = click(null, 0);
    expect(first).toEqual({ kind: "districts", indices: [0] });
    const second = click(first, 1);
    expect(second).toEqual({ kind: "compounds", indices: [1] });
    expect(click(second, 0)).toEqual({ kind: "compounds", indices: [0] });
    expect(click(second, 2)).toEqual({ kind: "districts", indices: [1] });
  });

  it("takes compounds at once in unit compounds", () => {
    expect(click(null, 0, { unit: "compounds" })).toEqual({ kind: "compounds", indices: [0] });
  });

  it("collects districts with add, and lets them go again", () => {
    const one = click(null, 0);
    const two = click(one, 2, { add: true });
    expect(two).toEqual({ kind: "districts", indices: [0, 1] });
    expect(click(two, 3, { add: true })).toEqual({ kind: "districts", indices: [0] });
  });

  it("collects compounds with add once inside a district", () => {
    const inside: Selection = { kind: "compounds", indices: [0] };
    expect(click(inside, 1, { add: true })).toEqual({ kind: "compounds", indices: [0, 1] });
    expect(click(inside, 0, { add: true })).toBeNull();
  });

  it("takes a compound that is in no district as a compound", () => {
    expect(click(null, 4)).toEqual({ kind: "compounds", indices: [4] });
  });

  it("clears on empty ground unless adding", () => {
    const one = click(null, 0);
    expect(click(one, null)).toBeNull();
    expect(click(one, null, { add: true })).toBe(one);
  });

  it("takes a link before what lies under it, but never adds it", () => {
    const hit = { compound: 0, district: 0, pair: [0, 1] as const };
    const pick: Pick = { hit, add: false, unit: "districts" };
    expect(nextSelection(null, pick, ZONING)).toEqual({ kind: "pair", indices: [0, 1] });
    const added = nextSelection(null, { ...pick, add: true }, ZONING);
    expect(added).toEqual({ kind: "districts", indices: [0] });
    const after = nextSelection(
      { kind: "pair", indices: [0, 1] },
      { ...pick, hit: { ...hit, pair: null } },
      ZONING,
    );
    expect(after).toEqual({ kind: "districts", indices: [0] });
  });

  it("takes a compound before a line where single compounds are picked", () => {
    const hit = { compound: 0, district: 0, pair: [0, 1] as const };
    const pick: Pick = { hit, add: false, unit: "compounds" };
    expect(nextSelection(null, pick, ZONING)).toEqual({ kind: "compounds", indices: [0] });
    const between = { ...pick, hit: { ...hit, compound: null } };
    expect(nextSelection(null, between, ZONING)).toEqual({ kind: "pair", indices: [0, 1] });
  });

  it("takes the district where its ground is hit between compounds", () => {
    const hit = { compound: null, district: 1, pair: null };
    const pick: Pick = { hit, add: false, unit: "compounds" };
    expect(nextSelection(null, pick, ZONING)).toEqual({ kind: "districts", indices: [1] });
  });
});
