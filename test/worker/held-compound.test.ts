import { describe, expect, it } from "vitest";
import type { Compound } from "../../src/core/index.ts";
import { holdCompounds, packCompounds } from "../../src/worker/held-compound.ts";
import { gridWorld } from "../prepared-builder.ts";

/** Compounds that differ in what few compounds have. */
const MIXED = gridWorld(12).compounds.map((compound, i): Compound => {
  const provenance = { ...compound.provenance, lifts: i % 3 === 0 ? "ledger" : "default" } as const;
  return {
    ...compound,
    provenance,
    ...(i % 4 === 0 && { approximate: true as const }),
    ...(i % 5 === 0 && { company: null, builtYear: null }),
    properties: i % 2 === 0 ? { 编号: `甲${i}`, note: null } : {},
  };
});

describe("compounds on their way to the page", () => {
  it("[I71] keep every field, and lack what they lacked", () => {
    const held = holdCompounds(structuredClone(packCompounds(MIXED).part));
    expect(
      held.map((one) => ({ ...one, ...{ geometry: one.geometry, properties: one.properties } })),
    ).toEqual(MIXED);
    expect(held.map((one) => "approximate" in one)).toEqual(
      MIXED.map((one) => "approximate" in one),
    );
  });
});
