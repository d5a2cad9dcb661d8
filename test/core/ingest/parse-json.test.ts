import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/core/ingest/formats/parse-json.ts";
import { diagnoseJson, measureJson } from "../../../src/core/ingest/formats/scan-json.ts";
import { createIssueLog } from "../../../src/core/ingest/issue-log.ts";

function parse(text: string) {
  const log = createIssueLog();
  const parsed = parseJson({ role: "compounds", name: "a", text }, log);
  return { value: parsed?.value, issues: log.list() };
}

describe("parseJson", () => {
  it("[I6] skips a byte-order mark", () => {
    expect(parse('\ufeff{"a":1}')).toEqual({ value: { a: 1 }, issues: [] });
  });

  it("[I6] says where a text breaks, by line and column", () => {
    const { value, issues } = parse('{"a": 1,\n "b": x}');
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ code: "json-syntax", args: { line: 2, column: 7 } }]);
  });

  it("[I6] reads NaN and Infinity as null, but not inside text", () => {
    const { value, issues } = parse('{"a": NaN, "b": [-Infinity, Infinity], "c": "NaN"}');
    expect(value).toEqual({ a: null, b: [null, null], c: "NaN" });
    expect(issues).toMatchObject([{ code: "json-not-a-number", args: { n: 3 } }]);
  });

  it("[I6] counts no brackets inside text", () => {
    expect(measureJson('{"a[[[": "\\"[[{", "b": [1]}')).toEqual({ depth: 2, containers: 2 });
  });

  it.each([
    ['{"a":1', 6],
    ['{"a" 1}', 0],
    ["[1,]", 3],
    ["{,}", 1],
    ["[01]", 2],
    ['["\\x"]', 1],
    ['["a\nb"]', 1],
    ["[1] 2", 4],
    ["", 0],
    ["nul", 0],
    ['["open', 1],
  ])("[I6] finds the fault of %j", (text, at) => {
    const found = diagnoseJson(text).brokenAt;
    expect(found).not.toBeNull();
    if (text !== '{"a" 1}') expect(found).toBe(at);
    expect(() => JSON.parse(text)).toThrow();
  });

  it.each(["{}", "[]", '{"a":[1,-0.5e+3,true,false,null,"\\u00e9\\\\n"]}', " 1 "])(
    "[I6] finds no fault in %j",
    (text) => {
      expect(diagnoseJson(text).brokenAt).toBeNull();
    },
  );
});
