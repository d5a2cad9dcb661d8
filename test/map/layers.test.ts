import { describe, expect, it } from "vitest";
import { DISTRICT_COLOURS, MAP_COLOURS, mix } from "../../src/map/colours.ts";
import { buildLayers, buildStyle } from "../../src/map/layers.ts";
import { MAP_SOURCES } from "../../src/map/map-adapter.ts";

describe("the map's style", () => {
  it("names no address of any kind", () => {
    for (const theme of ["light", "dark"] as const) {
      const style = buildStyle(theme);
      expect(JSON.stringify(style)).not.toMatch(/https?:|\/\//);
      expect(style.glyphs).toBeUndefined();
      expect(style.sprite).toBeUndefined();
    }
  });

  it("draws only from sources that exist, each layer once", () => {
    const layers = buildLayers("light").map(({ layer }) => layer);
    const sources = layers.flatMap((layer) => ("source" in layer ? [layer.source] : []));
    expect(sources.every((source) => MAP_SOURCES.some((known) => known === source))).toBe(true);
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
  });

  it("has the same layers in both themes", () => {
    const ids = (theme: "light" | "dark") => buildLayers(theme).map(({ layer }) => layer.id);
    expect(ids("dark")).toEqual(ids("light"));
  });
});

describe("colours", () => {
  it("mixes by share", () => {
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
    expect(mix("#102030", "#ffffff", 0)).toBe("#102030");
  });

  it("offers eight different fills in each theme", () => {
    expect(DISTRICT_COLOURS).toHaveLength(8);
    for (const theme of ["light", "dark"] as const)
      expect(new Set(MAP_COLOURS[theme].districts).size).toBe(8);
  });
});
