import { describe, expect, it } from "vitest";
import { fillTemplate, marksOf } from "../../../src/core/base/language.ts";

const TEXT = "{source}: {n row was|rows were} read, of {m} “{n}”.";

describe("templates", () => {
  it.each([
    [1, "a: 1 row was read, of 2 “1”."],
    [0, "a: 0 rows were read, of 2 “0”."],
    ["11", "a: 11 rows were read, of 2 “11”."],
  ])("a count of %s takes its word", (n, filled) => {
    expect(fillTemplate(TEXT, { source: "a", n, m: 2 })).toBe(filled);
  });

  it("marks in what is filled in are left alone, and so is a mark without argument", () => {
    expect(fillTemplate("{a} {b x|y}", { a: "{b x|y}" })).toBe("{b x|y} {b x|y}");
  });

  it("every argument is named, with or without words", () => {
    expect(marksOf(TEXT)).toEqual(["source", "n", "m", "n"]);
  });
});
