import { describe, expect, it } from "vitest";
import { compareEn } from "../../src/ui/messages/compare-en.ts";
import { compareZh } from "../../src/ui/messages/compare-zh.ts";
import { editEn } from "../../src/ui/messages/edit-en.ts";
import { editZh } from "../../src/ui/messages/edit-zh.ts";
import { en } from "../../src/ui/messages/en.ts";
import { intakeEn } from "../../src/ui/messages/intake-en.ts";
import { intakeZh } from "../../src/ui/messages/intake-zh.ts";
import { zh } from "../../src/ui/messages/zh.ts";

function flatten(catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  return new Map(
    Object.entries(catalogue).flatMap(([group, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text] as const),
    ),
  );
}

function marksOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
}

/** Groups of the same name in two catalogues are told apart. */
function prefixed<T>(name: string, catalogue: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(catalogue).map(([k, texts]) => [`${name}:${k}`, texts]));
}

type Texts = Readonly<Record<string, string>>;

const ZH = flatten({
  ...zh,
  ...editZh,
  ...prefixed<Texts>("compare", compareZh),
  ...prefixed<Texts>("intake", intakeZh),
});
const EN = flatten({
  ...en,
  ...editEn,
  ...prefixed<Texts>("compare", compareEn),
  ...prefixed<Texts>("intake", intakeEn),
});

describe("message catalogues", () => {
  it("have the same keys in both languages", () => {
    expect([...EN.keys()]).toEqual([...ZH.keys()]);
  });

  it("have the same marks in both languages", () => {
    for (const [key, text] of ZH) {
      expect([key, marksOf(EN.get(key) ?? "")]).toEqual([key, marksOf(text)]);
    }
  });

  it("are written in their own language and never empty", () => {
    for (const [key, text] of ZH) {
      if (key !== "header.otherLanguage")
        expect([key, text]).toEqual([key, expect.stringMatching(/\p{Script=Han}/u)]);
    }
    for (const [key, text] of EN) {
      if (key !== "header.otherLanguage")
        expect([key, text]).toEqual([key, expect.not.stringMatching(/\p{Script=Han}/u)]);
      expect(text.trim()).not.toBe("");
    }
  });
});
