import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Compound } from "../../src/core/index.ts";
import { COMPOUND_FIELDS, plainCompound } from "../../src/core/ingest/plain-compound.ts";
import { holdCompounds, packCompounds } from "../../src/worker/held-compound.ts";
import { gridWorld } from "../prepared-builder.ts";

const [MODEL] = gridWorld(1).compounds;
const TEXTS = ["community", "communityName", "street", "company"] as const;
const FLAGS = ["managed", "anchor"] as const;
const FIGURES = COMPOUND_FIELDS.filter((field) => typeof MODEL[field] === "number");

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("甲小区", "甲小区二期", ""),
);
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const source = fc.constantFrom("ledger", "measured", "default");
const all = <T>(fields: readonly string[], value: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(fields.map((field) => [field, value])));

/** Any compound at all, in the shape that types give it. */
const compound: fc.Arbitrary<Compound> = fc
  .tuple(
    all(["id", "name"], text),
    all(TEXTS, fc.option(text)),
    all(FLAGS, fc.boolean()),
    all(FIGURES, finite),
    fc.record({ builtYear: fc.option(fc.integer({ min: 1900, max: 2030 })) }),
    all(Object.keys(MODEL.provenance), source),
    fc.record({ approximate: fc.constant(true as const), ledgerId: text }, { requiredKeys: [] }),
  )
  .map(([names, texts, flags, figures, year, provenance, more]) => ({
    ...plainCompound(MODEL),
    ...{ ...names, ...texts, ...flags, ...figures, ...year, ...more },
    provenance: provenance as Compound["provenance"],
  }));

describe("compounds on their way to the page", () => {
  it("[I71] give every field as it was read, and lack what they lacked", () => {
    fc.assert(
      fc.property(fc.array(compound, { maxLength: 12 }), (compounds) => {
        const held = holdCompounds(structuredClone(packCompounds(compounds).part));
        expect(held.map(plainCompound)).toEqual(compounds.map(plainCompound));
      }),
    );
  });

  it("[I71] a copy by spread would be empty, which the compiler knows; one field by field is whole", () => {
    const [held] = holdCompounds(packCompounds([MODEL]).part);
    // @ts-expect-error a spread compound has no id
    expect({ ...held }.id).toBeUndefined();
    const { name: _, ...rest } = held;
    // @ts-expect-error what is left of one has none either
    expect(rest.id).toBeUndefined();
    expect({ ...plainCompound(held), street: "北街道" }).toEqual({
      ...plainCompound(MODEL),
      street: "北街道",
    });
  });
});
