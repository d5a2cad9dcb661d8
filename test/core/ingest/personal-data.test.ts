import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayHoldNumbers, PersonalCount } from "../../../src/core/ingest/personal-data.ts";

function holdsNumbers(cell: unknown): boolean {
  const count = new PersonalCount();
  count.add("备用", cell);
  return !count.clean;
}

const digit = fc.constantFrom(..."0123456789");
const mobile = fc
  .tuple(
    fc.constantFrom("", "86", "+86"),
    fc.constantFrom(..."3456789"),
    fc.array(digit, { minLength: 9, maxLength: 9 }),
  )
  .map(([before, second, rest]) => `${before}1${second}${rest.join("")}`);
const identity = fc
  .tuple(
    fc.integer({ min: 110000, max: 659000 }),
    fc.integer({ min: 1930, max: 2020 }),
    fc.constantFrom("0101", "1231"),
    fc.constantFrom("1236", "012X", "003x"),
  )
  .map((parts) => parts.join(""));
const between = fc.constantFrom("", "", "", "", "", " ", "-", "\n", "\t", "\u3000", "\uff0d");
/** A number with anything between its digits, some of them of full width. */
const written = fc.oneof(mobile, identity).chain((number) =>
  fc
    .array(fc.tuple(between, fc.boolean()), { minLength: number.length, maxLength: number.length })
    .map((slips) =>
      [...number]
        .map((sign, i) => {
          const [gap, isWide] = slips[i];
          const isDigit = sign >= "0" && sign <= "9";
          return `${isWide && isDigit ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign}${gap}`;
        })
        .join(""),
    ),
);
const cell = fc.oneof(
  written,
  fc
    .tuple(fc.constantFrom("", "电话", "+", ":"), written, fc.constantFrom("", "转", "、"))
    .map((parts) => parts.join("")),
  fc.string({ unit: fc.constantFrom(..."0123456789 -+.x/电\n"), maxLength: 40 }),
  mobile.map(Number),
);

describe("numbers in JSON", () => {
  it("[I54] law: a text with a number that is refused or hidden is looked into", () => {
    fc.assert(
      fc.property(cell, fc.boolean(), (value, isEscaped) => {
        fc.pre(holdsNumbers(value));
        const json = JSON.stringify({ 备用: value });
        const asEscape = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
        const text = isEscaped ? json.replace(/[^ -~]/g, asEscape) : json;
        expect(mayHoldNumbers(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["corners", "[[101.13812345678,25.0],[101.5,13812345678.25]]"],
    ["codes of communities", '{"社区代码":"532301001201"}'],
    ["dates", '{"built":"1998-06-01","at":"2020-01-01 10:00"}'],
    ["escapes of words", '{"\\u4e00":"\\u9fa5"}'],
  ])("[I54] %s alone spare it", (_, json) => {
    expect(mayHoldNumbers(json)).toBe(false);
  });
});
