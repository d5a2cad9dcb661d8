import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packProperties, unpackProperties } from "../../src/worker/packed-properties.ts";

const bag = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue(), {
  noNullPrototype: true,
});

describe("property bags as JSON in one buffer", () => {
  it("[I71] any bag that a file can hold comes out as it went in", () => {
    fc.assert(
      fc.property(fc.array(bag, { maxLength: 8 }), (bags) => {
        const packed = packProperties(bags);
        const texts = bags.map((_, k) => JSON.stringify(unpackProperties(packed, k)));
        expect(texts).toEqual(bags.map((one) => JSON.stringify(one)));
      }),
    );
  });

  it("[I71] a key such as `__proto__` stays a plain own key", () => {
    const bags = [{}, JSON.parse('{"__proto__":{"a":1},"小区":"甲"}')];
    const packed = packProperties(bags);
    expect(JSON.stringify(unpackProperties(packed, 1))).toBe(JSON.stringify(bags[1]));
    expect(Object.keys(unpackProperties(packed, 1))).toEqual(["__proto__", "小区"]);
  });
});
