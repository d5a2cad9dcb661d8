import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { exportBrief } from "../../../src/core/export/brief/write-brief.ts";
import { exportSlides } from "../../../src/core/export/brief/write-slides.ts";
import { describeBounds, findBounds } from "../../../src/core/export/district-bounds.ts";
import { PAPER_COLOURS } from "../../../src/core/export/drawing/paper-colours.ts";
import type { ExportInput } from "../../../src/core/export/export-input.ts";
import { membersByDistrict } from "../../../src/core/zoning/members.ts";
import { box, worldFromPolygons } from "../../world-builder.ts";
import { sampleInput } from "./export-sample.ts";

/** The sample beside a copy of itself under another name. */
function inputOf(language: "zh" | "en"): ExportInput {
  const { prepared, zoning, outlines, ...input } = sampleInput(language);
  const other = { name: "<i>乙</i>", note: "代价 & 好处", prepared, zoning, outlines };
  return { ...input, prepared, zoning, outlines, others: [other] };
}

const PAGES = { zh: inputOf("zh"), en: inputOf("en") };
const briefOf = (input: ExportInput) => exportBrief(input)[0].text;
const pagesOf = (text: string) => text.split('<section class="page">').slice(1);

describe("the brief", () => {
  it("[S71] has a page that compares, one of today, one a candidate and one a district with members", () => {
    for (const language of ["zh", "en"] as const) {
      const input = PAGES[language];
      const pages = pagesOf(briefOf(input));
      const used = membersByDistrict(input.zoning).filter((members) => members.length > 0);
      expect(pages).toHaveLength(1 + 1 + 2 + used.length);
      const mark = language === "zh" ? "征求意见稿" : "Draft for comments";
      for (const page of pages) {
        expect(page).toContain(`<p class="mark">${mark}</p>`);
        expect(page).toContain(language === "zh" ? "候选方案" : "andidate");
      }
      const cards = pages.slice(4);
      input.zoning.districts.forEach(({ name }, d) => {
        if (membersByDistrict(input.zoning)[d].length > 0)
          expect(cards.some((card) => card.includes(name))).toBe(true);
      });
    }
    const { others: _, ...alone } = PAGES.zh;
    const used = membersByDistrict(alone.zoning).filter((members) => members.length > 0);
    expect(pagesOf(briefOf(alone))).toHaveLength(1 + 1 + used.length);
  });

  it("[S71] loads nothing, runs nothing, escapes every text, and is the same bytes each time", () => {
    const text = briefOf(PAGES.zh);
    expect(text).not.toMatch(/<script|<link|\son\w+=|src=|url\((?!#)/i);
    expect(text.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/=\s*"https?:/);
    expect(text).not.toContain("<b>&小区");
    expect(text).not.toContain("<i>乙</i>");
    expect(text).toContain("&lt;i&gt;乙&lt;/i&gt;");
    expect(text).not.toMatch(/\bnull\b|undefined|NaN|\{\w+\}(?!\s*[{.])/);
    expect(briefOf(inputOf("zh"))).toBe(text);
  });

  it("[S73] slides are well-formed pictures of 16:9, one of today and one a candidate", () => {
    const slides = exportSlides(PAGES.en);
    expect(slides.map(({ name }) => name)).toEqual([
      "slide-today.svg",
      "slide-1.svg",
      "slide-2.svg",
    ]);
    for (const { text } of slides) {
      const onError = (level: string, message: string): never => {
        throw new Error(`${level}: ${message}`);
      };
      const root = new DOMParser({ onError }).parseFromString(
        text,
        "image/svg+xml",
      ).documentElement;
      const [, , width, height] = (root?.getAttribute("viewBox") ?? "").split(" ").map(Number);
      expect(width / height).toBeCloseTo(16 / 9, 2);
      expect(text).toContain("A candidate, for comment");
    }
  });
});

describe("today on a map", () => {
  it("[S76] has no district, no colour of one, and says that compounds are on their own", () => {
    const [slide] = exportSlides(PAGES.zh);
    const [, today] = pagesOf(briefOf(PAGES.zh));
    for (const text of [today, "text" in slide ? slide.text : ""]) {
      expect(text).toContain("各小区各自管理，没有片区");
      for (const { id } of PAGES.zh.zoning.districts) expect(text).not.toContain(`>${id}<`);
      const drawn = text.replace(/<defs>.*?<\/defs>/s, "");
      expect(drawn).not.toMatch(/fill="url/);
      for (const colour of PAPER_COLOURS.districts) expect(drawn).not.toContain(`"${colour}"`);
    }
  });
});

describe("draft bounds", () => {
  const street = (id: string, name: string | null, path: readonly number[], hard = true) => ({
    id,
    name,
    kind: "road" as const,
    barrierClass: hard ? ("hard" as const) : ("free" as const),
    sourceClass: hard ? "primary" : "residential",
    area: false,
    paths: [Float64Array.from(path)],
  });
  const world = {
    ...worldFromPolygons([
      { parts: box(0, 0, 100, 100), name: "甲" },
      { parts: box(110, 0, 100, 100), name: "乙" },
      { parts: box(0, -250, 100, 100), name: "南邻" },
    ]),
    barriers: [
      street("e1", "东大街", [240, -50, 240, 150]),
      street("e2", "东小巷", [225, -50, 225, 150], false),
      street("e0", "中间路", [105, -50, 105, 150], false),
      street("n", "北路", [-50, 130, 300, 130]),
      street("far", "远路", [-50, 700, 300, 700]),
      street("w", null, [-20, -50, -20, 150]),
      street("w2", "短路", [-30, 0, -30, 10]),
    ],
  };

  it("[S72] name what runs along each side, what nobody crosses first, else the next compound, else nothing", () => {
    const bounds = findBounds(world, [0, 1]);
    expect(bounds.east).toEqual({ name: "东大街", kind: "barrier" });
    expect(bounds.north).toEqual({ name: "北路", kind: "barrier" });
    expect(bounds.south).toEqual({ name: "南邻", kind: "compound" });
    expect(bounds.west).toBeNull();
    const words = describeBounds(bounds);
    expect(words.zh).toBe("东至东大街，南至南邻，西至（待现场核定），北至北路");
    expect(words.en).toContain("east to 东大街");
  });

  it("[S72] turned by a quarter, the sides turn with it", () => {
    const turn = (path: Float64Array) => path.map((_, k) => (k % 2 ? path[k - 1] : -path[k + 1]));
    const turned = {
      ...worldFromPolygons([
        { parts: box(-100, 0, 100, 100), name: "甲" },
        { parts: box(-100, 110, 100, 100), name: "乙" },
        { parts: box(150, 0, 100, 100), name: "南邻" },
      ]),
      barriers: world.barriers.map((one) => ({ ...one, paths: one.paths.map(turn) })),
    };
    const [own, other] = [findBounds(world, [0, 1]), findBounds(turned, [0, 1])];
    expect(other).toEqual({
      north: own.east,
      east: own.south,
      south: own.west,
      west: own.north,
    });
  });
});
