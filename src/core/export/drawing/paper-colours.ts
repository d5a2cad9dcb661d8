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

/** Colours of a map on white paper; the map on a light screen has the same. */
export const PAPER_COLOURS = {
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
  districts: DISTRICT_COLOURS.map((colour) => mix(colour, "#ffffff", 0.26)),
  districtTone: "#14242c",
} as const;
