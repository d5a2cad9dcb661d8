import { DISTRICT_COLOURS, mix, PAPER_COLOURS } from "../core/index.ts";
import type { MapTheme } from "./map-adapter.ts";

export { DISTRICT_COLOURS, mix };

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
    ...PAPER_COLOURS,
    accent: "#0b5a6e",
    link: "#0b6478",
    cut: "#b3321f",
    wall: "#c2410c",
    component: "#5b3f8c",
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
