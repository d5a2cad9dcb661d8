import type { MapTheme } from "./map-adapter.ts";

/**
 * District fills: the "light" qualitative scheme of Paul Tol (SRON/EPS/TN/09-002, 2021), made for
 * labelled areas and distinct under the common colour-vision deficiencies; its grey is kept for
 * compounds that are in no district.
 */
export const DISTRICT_COLOURS = [
  "#77aadd",
  "#ee8866",
  "#eedd88",
  "#ffaabb",
  "#44bb99",
  "#99ddff",
  "#bbcc33",
  "#aaaa00",
] as const;

/** Mixes two `#rrggbb` colours; `share` 0…1 of the second. */
export function mix(a: string, b: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) =>
    Math.round(channel(a, at) * (1 - share) + channel(b, at) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${parts.join("")}`;
}

/** Colours of everything but districts. */
export interface MapColours {
  readonly background: string;
  readonly halo: string;
  readonly text: string;
  readonly textSoft: string;
  readonly park: string;
  readonly field: string;
  readonly city: string;
  readonly block: string;
  readonly facility: string;
  readonly water: string;
  readonly waterLine: string;
  readonly waterText: string;
  readonly road: string;
  readonly roadHard: string;
  readonly roadCasing: string;
  readonly rail: string;
  readonly community: string;
  readonly compoundLine: string;
  readonly leftOut: string;
  readonly leftOutLine: string;
  readonly context: string;
  readonly contextLine: string;
  readonly accent: string;
  readonly link: string;
  readonly cut: string;
  readonly wall: string;
  readonly component: string;
  /** fills, in the order of {@link DISTRICT_COLOURS} */
  readonly districts: readonly string[];
  /** what district outlines lean towards */
  readonly districtTone: string;
}

export const MAP_COLOURS: Readonly<Record<MapTheme, MapColours>> = {
  light: {
    background: "#f4f3ef",
    halo: "#ffffff",
    text: "#1d2b33",
    textSoft: "#56646d",
    park: "#d3e3c8",
    field: "#e9eddf",
    city: "#efeee9",
    block: "#e9e7e0",
    facility: "#e0ddd6",
    water: "#b7d3e4",
    waterLine: "#8db6d0",
    waterText: "#3d6f90",
    road: "#ffffff",
    roadHard: "#d9c9a8",
    roadCasing: "#bdb5a5",
    rail: "#7d7a75",
    community: "#7a6b93",
    compoundLine: "#3c4a52",
    leftOut: "#c9cbcb",
    leftOutLine: "#5d666b",
    context: "#e2e1dc",
    contextLine: "#b9b7b0",
    accent: "#0b5a6e",
    link: "#0b6478",
    cut: "#b3321f",
    wall: "#c2410c",
    component: "#5b3f8c",
    districts: DISTRICT_COLOURS.map((colour) => mix(colour, "#ffffff", 0.26)),
    districtTone: "#14242c",
  },
  dark: {
    background: "#161c22",
    halo: "#12171c",
    text: "#eef3f6",
    textSoft: "#a9b6bf",
    park: "#22362b",
    field: "#1a241f",
    city: "#191f25",
    block: "#1e252b",
    facility: "#262e35",
    water: "#1f3d52",
    waterLine: "#34617f",
    waterText: "#8fbfe0",
    road: "#39434c",
    roadHard: "#6a5f48",
    roadCasing: "#0f1418",
    rail: "#87909a",
    community: "#a893cf",
    compoundLine: "#0e1317",
    leftOut: "#5a646c",
    leftOutLine: "#b0bac1",
    context: "#2a3138",
    contextLine: "#434d56",
    accent: "#7fd3e8",
    link: "#7fd3e8",
    cut: "#ff8f7a",
    wall: "#ffb38a",
    component: "#c9b3f2",
    districts: DISTRICT_COLOURS.map((colour) => mix(colour, "#182026", 0.42)),
    districtTone: "#f2f6f8",
  },
};
