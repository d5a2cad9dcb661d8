import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ISSUE_TEXTS } from "../../src/core/base/issue-codes.ts";
import type { Issue } from "../../src/core/index.ts";
import { holdIssues, packIssues } from "../../src/worker/held-issue.ts";

const text = fc.string({ unit: "grapheme", maxLength: 8 });
const degrees = fc.double({ min: -180, max: 180, noNaN: true });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0));
const issue: fc.Arbitrary<Issue> = fc.record({
  code: fc.constantFrom(...(Object.keys(ISSUE_TEXTS) as Issue["code"][])),
  severity: fc.constantFrom("error", "warning", "info"),
  source: fc.option(text),
  feature: fc.option(text),
  at: fc.option(fc.tuple(degrees, degrees)),
  args: fc.dictionary(text, fc.oneof(text, number), { noNullPrototype: true }),
});

describe("issues on their way to the page", () => {
  it("[I71] give every field as it was found", () => {
    fc.assert(
      fc.property(fc.array(issue, { maxLength: 12 }), (issues) => {
        const held = holdIssues(structuredClone(packIssues(issues).part));
        const plain = held.map(({ code, severity, source, feature, at, args }) => {
          return { code, severity, source, feature, at, args };
        });
        expect(plain).toEqual(issues);
      }),
    );
  });

  it("[I71] a copy by spread would be empty, which the compiler knows", () => {
    const found = { severity: "info", source: null, feature: null, at: null, args: {} } as const;
    const [held] = holdIssues(packIssues([{ ...found, code: "no-features" }]).part);
    expect(held.code).toBe("no-features");
    // @ts-expect-error a spread issue has no code
    expect({ ...held }.code).toBeUndefined();
  });
});
