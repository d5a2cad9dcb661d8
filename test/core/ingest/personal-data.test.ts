import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hideNumbers,
  mayHoldNumbers,
  PersonalCount,
} from "../../../src/core/ingest/personal-data.ts";

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
const landline = fc
  .tuple(
    fc.constantFrom("0571", "010", "0871"),
    fc.constantFrom("-", " ", ") ", "－", "—"),
    fc.array(digit, { minLength: 7, maxLength: 8 }),
  )
  .map(([area, sign, rest]) => `${area}${sign}${rest.join("")}`);
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
  landline,
  landline.map((number) => `电话${number}，日夜`),
);

describe("whose a number is", () => {
  it.each([
    ["联系王五 13800138000", "联系*** ***"],
    ["漏水请联系王小五（13800138000）", "漏水请联系***（***）"],
    ["王五13800138000、赵六13800138001", "******、******"],
    ["值班电话13800138000", "值班电话***"],
    ["物业热线 0871-6543210", "物业热线 ***"],
    ["东门漏水，维修手机13800138000", "东门漏水，维修手机***"],
  ])("[I54] %j becomes %j", (text, shown) => {
    expect(hideNumbers("备注", text)).toBe(shown);
  });
});

describe("headers that leave it open", () => {
  const refuses = (header: string, cells: readonly unknown[]) => {
    const count = new PersonalCount();
    for (const cell of cells) count.add(header, cell);
    return count.refused().has(header);
  };

  it.each(["住户", "租户", "物业管理员"])("[I28] %s is refused when it holds names", (header) => {
    expect(refuses(header, ["张三丰", "李四光、王五", ""])).toBe(true);
    expect(refuses(header, [128, "96户", "约130", "无", "有"])).toBe(false);
  });
});

describe("telephones with an area code", () => {
  it.each(["0571-88001234", "（0871）6543210", "0871－654 3210漏水", "电话010 62345678"])(
    "[I54] %s is hidden in a text",
    (text) => {
      const cell = `物业${text.padEnd(9)}`;
      expect(hideNumbers("备注", cell)).toContain("***");
      expect(hideNumbers("备注", cell)).not.toMatch(/\d{5}/);
    },
  );

  it.each(["532301-0571-88001234", "001-12345678", "2024-01-01 10:00", "0.571-88001234"])(
    "[I54] %s is none",
    (text) => expect(hideNumbers("备注", `编号${text}`)).toBe(`编号${text}`),
  );
});

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
