import { createRng, deriveSeed, type Rng } from "../src/core/base/rng.ts";
import { type BentGrid, createBentGrid } from "./bent-grid.ts";
import { between } from "./draws.ts";
import { type GridLine, type LineRole, layLines } from "./grid-lines.ts";
import { distanceM, type Point } from "./ring.ts";

interface Hill {
  readonly at: Point;
  readonly reachM: number;
}

/** The bones of the city: lines north–south (`uLines`) and east–west (`vLines`), bent by `grid`. */
export interface CityPlan {
  readonly grid: BentGrid;
  readonly uLines: readonly GridLine[];
  readonly vLines: readonly GridLine[];
  /** the river flows between `uLines[riverStrip]` and the next one */
  readonly riverStrip: number;
  readonly riverU: number;
  /** 0 in the old town, about 1 at the edge of the built city, more on the hills */
  remoteness(at: Point): number;
}

/** Half the distance between the streets on both banks, metres. */
const BANK_M = 52;
const WIDTH_M = 5400;
const HEIGHT_M = 6400;
const SMALLEST_M = 1500;

/** Plans a city whose sides grow with the root of the number of compounds, times `stretch`. */
export function planCity(seed: number, compounds: number, stretch: number): CityPlan {
  const scale = Math.sqrt(compounds / 738) * stretch;
  const [width, height] = [
    Math.max(SMALLEST_M, WIDTH_M * scale),
    Math.max(SMALLEST_M, HEIGHT_M * scale),
  ];
  const rng = createRng(deriveSeed(seed, 1));
  const riverU = width * between(rng, 0.04, 0.1);
  const oldTown: Point = [riverU - 620, -0.02 * height];
  const uLines = layNorthSouth(rng, riverU, width);
  const vLines = layEastWest(rng, oldTown[1], height);
  const grid = createBentGrid(rng, riverU, oldTown);
  return {
    grid,
    uLines,
    vLines,
    riverStrip: uLines.findIndex((line) => line.at === riverU - BANK_M),
    riverU,
    remoteness: drawRemoteness(rng, { centre: grid.place(...oldTown), width, height }),
  };
}

function layNorthSouth(rng: Rng, riverU: number, width: number): GridLine[] {
  const bank = (at: number): GridLine => ({ at, west: "bank", east: "bank" });
  const west = layLines(rng, { from: riverU - BANK_M, to: -width / 2, denseM: 0.24 * width });
  const east = layLines(rng, { from: riverU + BANK_M, to: width / 2, denseM: 0.04 * width });
  const outer = east.filter((line) => line.east === "primary" && line.at < 0.42 * width).at(-1);
  const ring = east.map((line) => (line === outer ? withRole(line, "expressway") : line));
  return [...west.reverse(), bank(riverU - BANK_M), bank(riverU + BANK_M), ...ring];
}

function layEastWest(rng: Rng, mainV: number, height: number): GridLine[] {
  const south = layLines(rng, { from: mainV, to: -height / 2, denseM: 0.12 * height });
  const north = layLines(rng, { from: mainV, to: height / 2, denseM: 0.12 * height });
  const canal = south.find((line) => line.east === "secondary" && line.at < -0.12 * height);
  const rail = north.find((line) => line.east === "secondary" && line.at > 0.2 * height);
  return [
    ...south
      .map((line): GridLine => (line === canal ? { ...line, west: "canal" } : line))
      .reverse(),
    { at: mainV, west: "primary", east: "primary" },
    ...north.map((line) => (line === rail ? withRole(line, "railway") : line)),
  ];
}

function withRole(line: GridLine, role: LineRole): GridLine {
  return { at: line.at, west: role, east: role };
}

interface Extent {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
}

function drawRemoteness(rng: Rng, { centre, width, height }: Extent): (at: Point) => number {
  const reach = Math.min(width, height) * 0.47;
  const hills: Hill[] = [
    { at: [-0.5 * width, 0.27 * height], reachM: 0.17 * width },
    { at: [0.5 * width, -0.36 * height], reachM: 0.2 * width },
    { at: [-0.42 * width, -0.42 * height], reachM: 0.14 * width },
    { at: [0.46 * width, 0.4 * height], reachM: 0.16 * width },
    { at: [-0.3 * width, 0.1 * height], reachM: 0.055 * width },
  ];
  const [a, b] = [between(rng, 0, 6.28), between(rng, 0, 6.28)];
  return (at) => {
    const [x, y] = at;
    const uneven =
      Math.sin(x / (0.16 * reach + 200) + a) * Math.cos(y / (0.19 * reach + 180) + b) * 0.07;
    const slopes = hills.reduce(
      (sum, hill) => sum + 0.8 * Math.exp(-((distanceM(at, hill.at) / hill.reachM) ** 2)),
      0,
    );
    return distanceM(at, centre) / (reach * 1.15) + uneven + slopes;
  };
}
