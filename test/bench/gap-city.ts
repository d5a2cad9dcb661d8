import { createRng, type Rng } from "../../src/core/base/rng.ts";
import type { PolygonSet } from "../../src/core/geometry/polygon-set.ts";
import { type LocalProjection, unproject } from "../../src/core/geometry/projection.ts";
import type { Barrier, World } from "../../src/core/ingest/world.ts";
import { box, worldFromPolygons } from "../world-builder.ts";

/** A town of walled compounds that never touch: blocks of rows, each row with its own cuts. */
export interface GapCity {
  readonly world: World;
  /** the compounds as a GeoJSON file, coordinates to 1e-7° */
  writeText(): string;
}

const PROJECTION: LocalProjection = { lon0: 101.53, lat0: 25.04 };
const ROWS = 5;
const BLOCK_M = 640;
/** Share of lanes between two compounds of a row that are one shared strip of wall. */
const WALL_SHARE = 1 / 6;

interface Shapes {
  readonly xy: number[];
  readonly ringStart: number[];
}

/** A rectangle whose walls run in and out by up to 3 m; 14 to 24 corners, counter-clockwise. */
function addCompound(shapes: Shapes, rng: Rng, [x, y, width, height]: readonly number[]): void {
  const corners = 14 + rng.int(11);
  for (let k = 0; k < corners; k++) {
    const t = (4 * k) / corners;
    const along = t % 1;
    const inward = k % 5 === 0 ? 0 : 3 * rng.real();
    const side = Math.floor(t);
    if (side === 0) shapes.xy.push(x + along * width, y + inward);
    else if (side === 1) shapes.xy.push(x + width - inward, y + along * height);
    else if (side === 2) shapes.xy.push(x + (1 - along) * width, y + height - inward);
    else shapes.xy.push(x + inward, y + (1 - along) * height);
  }
  shapes.ringStart.push(shapes.xy.length / 2);
}

/** One row of compounds from x to x + width: lanes of 5–30 m, now and then a shared wall. */
function addRow(shapes: Shapes, rng: Rng, [x, y, width, height]: readonly number[]): void {
  const end = x + width;
  for (let at = x; at < end; ) {
    const wanted = 70 + 90 * rng.real();
    const size = end - at - wanted < 100 ? end - at : wanted;
    addCompound(shapes, rng, [at, y, size, height]);
    at += size + (rng.real() < WALL_SHARE ? rng.real() : 5 + 25 * rng.real());
  }
}

function addBlock(shapes: Shapes, rng: Rng, x: number, y: number): void {
  const lanes = Array.from({ length: ROWS - 1 }, () => 5 + 25 * rng.real());
  const rowM = (BLOCK_M - lanes.reduce((sum, lane) => sum + lane, 0)) / ROWS;
  let at = y;
  for (let row = 0; row < ROWS; row++) {
    addRow(shapes, rng, [x, at, BLOCK_M, rowM]);
    at += rowM + (lanes[row] ?? 0);
  }
}

/** The middle of a street, drawn as lines of two segments of some 95 m each. */
function addStreet(barriers: Barrier[], rng: Rng, street: readonly number[]): void {
  const [x, y, dx, dy, lengthM] = street;
  const barrierClass = rng.int(4) === 0 ? "penalised" : "hard";
  for (let at = 0; at < lengthM; at += 190) {
    const stops = [at, Math.min(lengthM, at + 95), Math.min(lengthM, at + 190)];
    const path = stops.flatMap((s) => [x + s * dx + 2 * rng.real(), y + s * dy + 2 * rng.real()]);
    barriers.push({
      id: `b${barriers.length}`,
      name: null,
      kind: "road",
      barrierClass,
      sourceClass: barrierClass === "hard" ? "primary" : "secondary",
      area: false,
      paths: [Float64Array.from(path)],
    });
  }
}

function polygonSet({ xy, ringStart }: Shapes): PolygonSet {
  const count = ringStart.length - 1;
  const bounds = new Float64Array(4 * count);
  for (let unit = 0; unit < count; unit++) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let k = ringStart[unit]; k < ringStart[unit + 1]; k++) {
      box[0] = Math.min(box[0], xy[2 * k]);
      box[1] = Math.min(box[1], xy[2 * k + 1]);
      box[2] = Math.max(box[2], xy[2 * k]);
      box[3] = Math.max(box[3], xy[2 * k + 1]);
    }
    bounds.set(box, 4 * unit);
  }
  return {
    count,
    xy: Float64Array.from(xy),
    ringStart: Uint32Array.from(ringStart),
    polyStart: Uint32Array.from(ringStart.keys()),
    unitStart: Uint32Array.from(ringStart.keys()),
    areaM2: new Int32Array(count).fill(12_000),
    centroid: new Float64Array(2 * count),
    bounds,
  };
}

function writeCity(shapes: PolygonSet): string {
  const lines: string[] = [];
  const { xy, ringStart } = shapes;
  for (let unit = 0; unit < shapes.count; unit++) {
    const ring: string[] = [];
    for (let k = ringStart[unit]; k < ringStart[unit + 1]; k++) {
      const [lon, lat] = unproject(PROJECTION, xy[2 * k], xy[2 * k + 1]);
      ring.push(`[${lon.toFixed(7)},${lat.toFixed(7)}]`);
    }
    const properties = {
      id: `C${String(unit).padStart(6, "0")}`,
      households: 120 + (unit % 700),
      floor_area: 9000 + (unit % 40_000),
      built_year: 1978 + (unit % 30),
    };
    lines.push(
      `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":` +
        `{"type":"Polygon","coordinates":[[${ring.join()},${ring[0]}]]}}`,
    );
  }
  return `{"type":"FeatureCollection","features":[${lines.join(",\n")}]}`;
}

/**
 * Seeded; lanes of 5–30 m inside blocks of some 25 compounds, streets of 30–80 m between blocks
 * with about 7 lines of barriers per block. A crossing at every seventh corner.
 */
export function createGapCity(count: number, seed: number): GapCity {
  const rng = createRng(seed);
  const shapes: Shapes = { xy: [], ringStart: [0] };
  const barriers: Barrier[] = [];
  const crossings: { id: string; kind: string; x: number; y: number }[] = [];
  const side = Math.ceil(Math.sqrt(count / 27));
  const streets = Array.from({ length: side }, () => 30 + 50 * rng.real());
  for (let row = 0, y = 0; shapes.ringStart.length <= count; row++) {
    const wideM = streets[row % side];
    for (let column = 0, x = 0; column < side && shapes.ringStart.length <= count; column++) {
      addBlock(shapes, rng, x, y);
      const right = x + BLOCK_M + streets[column] / 2;
      const above = y + BLOCK_M + wideM / 2;
      addStreet(barriers, rng, [right, y - wideM / 2, 0, 1, BLOCK_M + wideM]);
      addStreet(barriers, rng, [x, above, 1, 0, BLOCK_M + streets[column]]);
      if ((row + column) % 7 === 0) {
        crossings.push({ id: `x${crossings.length}`, kind: "crossing", x: right, y: above });
      }
      x += BLOCK_M + streets[column];
    }
    y += BLOCK_M + wideM;
  }
  const set = polygonSet({ xy: shapes.xy, ringStart: shapes.ringStart.slice(0, count + 1) });
  const plain = worldFromPolygons([{ parts: box(0, 0, 1, 1) }], { projection: PROJECTION });
  return {
    world: {
      ...plain,
      compounds: new Array(count).fill(plain.compounds[0]),
      shapes: { ...set, xy: set.xy.slice(0, 2 * set.ringStart[count]) },
      barriers,
      crossings,
    },
    writeText: () => writeCity(set),
  };
}
