import fc from "fast-check";
import { expect, it } from "vitest";
import { sortRange } from "../../../src/core/zoning/sort-range.ts";

it("sorts the beginning of a list and leaves the rest alone", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 300 }), fc.nat(300), (values, part) => {
      const count = Math.min(part, values.length);
      const list = Int32Array.from(values);
      sortRange(list, count);
      expect([...list.subarray(0, count)]).toEqual(values.slice(0, count).sort((a, b) => a - b));
      expect([...list.subarray(count)]).toEqual(values.slice(count));
    }),
  );
});
