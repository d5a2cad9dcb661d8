import { mm } from "./paper.ts";
import { mix, PAPER_COLOURS } from "./paper-colours.ts";

const c = PAPER_COLOURS;

/** Line work of one tile of side 1 for each district colour: the same as on the screen. */
const TILES: readonly string[] = [
  "M0 .5H1",
  "M.5 0V1",
  "M-1 1L0 0M0 1L1 0M1 1L2 0",
  "M-1 0L0 1M0 0L1 1M1 0L2 1",
  "M0 .5H1M.5 0V1",
  "M-1 1L0 0M0 1L1 0M1 1L2 0M-1 0L0 1M0 0L1 1M1 0L2 1",
  "M.375 .5a.125 .125 0 1 0 .25 0a.125 .125 0 1 0 -.25 0Z",
  "M.19 .5a.31 .31 0 1 0 .62 0a.31 .31 0 1 0 -.62 0Z",
];
const RISING = TILES[2];

/** The fills of a drawing; `key` keeps their names apart from those of other drawings on a page. */
export interface Fills {
  readonly definitions: string;
  /** fill of a district's compounds, by its colour number */
  readonly district: (colour: number) => string;
  /** fill of compounds that are not included */
  readonly leftOut: string;
}

/**
 * Printing turns every shape filled with a pattern into a picture of its own, so sheets that stand on
 * page after page of a brief have plain colours; names and dashed outlines tell there what is what.
 * @param tile side of a tile, mm; 0: plain colours
 */
export function makeFills(key: string, tile: number): Fills {
  if (tile === 0)
    return {
      definitions: "",
      district: (colour) => c.districts[colour % c.districts.length],
      leftOut: c.halo,
    };
  const pattern = (name: string, ground: string, ink: string, path: string) =>
    `<pattern id="${key}-${name}" width="${mm(tile)}" height="${mm(tile)}" patternUnits="userSpaceOnUse">` +
    `<rect width="${mm(tile)}" height="${mm(tile)}" fill="${ground}"/>` +
    `<path transform="scale(${mm(tile)})" d="${path}" fill="none" stroke="${ink}" stroke-width="0.08"/></pattern>`;
  const patterns = c.districts.map((colour, k) =>
    pattern(`p${k}`, colour, mix(colour, c.text, 0.42), TILES[k]),
  );
  const hatch = pattern("out", c.halo, c.leftOutLine, RISING);
  return {
    definitions: [...patterns, hatch].join("\n"),
    district: (colour) => `url(#${key}-p${colour % c.districts.length})`,
    leftOut: `url(#${key}-out)`,
  };
}
