import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { drawMap } from "../../../src/core/export/draw-map.ts";
import type { MapRequest } from "../../../src/core/export/drawing/map-request.ts";
import {
  chooseBarM,
  chooseScale,
  SHEETS,
  type SheetName,
} from "../../../src/core/export/drawing/sheet.ts";
import { sampleInput } from "./export-sample.ts";

const INPUT = sampleInput();

function requestOf(change: Partial<MapRequest> = {}): MapRequest {
  const { prepared, zoning, outlines } = INPUT;
  return {
    world: prepared.world,
    zoning,
    outlines,
    language: "zh",
    sheet: "a3",
    title: "试点片区划分图",
    unit: "某市住建局",
    date: "2026-11-25",
    ...change,
  };
}

/** Parses strictly: anything not well-formed throws. */
function parse(svg: string) {
  const onError = (level: string, message: string): never => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(svg, "image/svg+xml");
}

function textsOf(svg: string): string[] {
  return [...parse(svg).getElementsByTagName("text")].map((node) => node.textContent ?? "");
}

describe("a map as a drawing", () => {
  it("[X26] is well-formed XML in every language and size, whatever the names", () => {
    for (const language of ["zh", "en"] as const)
      for (const sheet of Object.keys(SHEETS) as SheetName[]) {
        const svg = drawMap(requestOf({ language, sheet, title: '<"&\u0007\ud800>', focus: 0 }));
        const root = parse(svg).documentElement;
        expect(root?.getAttribute("width")).toBe(`${SHEETS[sheet].width}mm`);
        expect(svg).not.toMatch(/<script|\son\w+=|href=/);
      }
  });

  it("[X26] gives the same bytes for the same request", () => {
    expect(drawMap(requestOf())).toBe(drawMap(requestOf()));
  });

  it("[X27] says title, unit, date, that it is a draft, and what the signs mean", () => {
    const texts = textsOf(drawMap(requestOf()));
    const said = texts.join("\n");
    expect(said).toContain("试点片区划分图");
    expect(said).toContain("某市住建局");
    expect(said).toContain("2026-11-25");
    expect(texts).toContain("征求意见稿");
    expect(texts).toContain("图例");
    expect(texts).toContain("暂不纳入");
    expect(texts).toContain("北");
    expect(textsOf(drawMap(requestOf({ draft: false })))).not.toContain("征求意见稿");
  });

  it("[X27] names every district that has members, on the map or in its legend", () => {
    const said = textsOf(drawMap(requestOf())).join("\n");
    const used = new Set(INPUT.zoning.assignment.filter((d) => d >= 0));
    expect(used.size).toBeGreaterThan(0);
    for (const d of used) expect(said).toContain(INPUT.zoning.districts[d].id);
  });

  it("[X27] draws every compound within sight once by its role, and hatches what is not included", () => {
    const svg = drawMap(requestOf());
    const out = INPUT.zoning.assignment.reduce(
      (count, d, i) => count + Number(d < 0 && INPUT.zoning.reason[i] !== 1),
      0,
    );
    expect(out).toBeGreaterThan(0);
    const hatched = svg
      .split("\n")
      .filter((line) => line.startsWith("<path") && /map-out/.test(line));
    expect(hatched).toHaveLength(out);
  });

  it("[X26] keeps the names inside of two drawings apart by their keys", () => {
    const ids = (key: string) =>
      [...drawMap(requestOf({ key })).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids("a").some((id) => ids("b").includes(id))).toBe(false);
  });

  it("[X28] is drawn at a usual scale at which everything fits, with a bar true to it", () => {
    const frame = { x: 0, y: 0, width: 300, height: 200 };
    const square = (side: number) => ({ minX: 0, minY: 0, maxX: side, maxY: side });
    expect(chooseScale(square(1000), frame)).toBe(5000);
    expect(chooseScale(square(1001), frame)).toBe(6000);
    expect(chooseScale(square(1), frame)).toBe(500);
    expect(chooseScale(square(1990), frame)).toBe(10_000);
    expect(chooseBarM(5000, 60)).toBe(200);
    expect(chooseBarM(2000, 26)).toBe(50);
  });

  it("[X26] draws a world without compounds", () => {
    const world = { ...INPUT.prepared.world, compounds: [], shapes: emptyShapes() };
    const zoning = { districts: [], assignment: new Int32Array(), reason: new Uint8Array() };
    const outlines = { type: "FeatureCollection" as const, features: [] };
    expect(() => parse(drawMap(requestOf({ world, zoning, outlines })))).not.toThrow();
  });
});

function emptyShapes() {
  const starts = Uint32Array.of(0);
  const none = new Float64Array();
  return {
    count: 0,
    xy: none,
    ringStart: starts,
    polyStart: starts,
    unitStart: starts,
    areaM2: new Int32Array(),
    centroid: none,
    bounds: none,
  };
}
