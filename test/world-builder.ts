import type { Position } from "geojson";
import type { PolygonSet } from "../src/core/geometry/polygon-set.ts";
import { type LocalProjection, unproject } from "../src/core/geometry/projection.ts";
import type {
  Barrier,
  BarrierClass,
  Community,
  Compound,
  LedgerField,
  Provenance,
  World,
} from "../src/core/ingest/world.ts";

export type Point = readonly [number, number];
/** Open ring in metres (last point ≠ first), either orientation. */
export type Ring = readonly Point[];
/** Polygons, each an outer ring and its holes. */
export type Parts = readonly (readonly Ring[])[];

/** A compound of a test world: its shape in metres and whatever differs from the plain defaults. */
export type TestCompound = Partial<Omit<Compound, "geometry">> & { readonly parts: Parts };

export interface TestBarrier {
  readonly paths: readonly Ring[];
  readonly barrierClass?: BarrierClass;
  readonly area?: boolean;
  readonly id?: string;
  readonly kind?: Barrier["kind"];
}

export interface TestWorldOptions {
  readonly barriers?: readonly TestBarrier[];
  readonly crossings?: readonly Point[];
  readonly communities?: readonly Community[];
  /** where (0, 0) m is; Chuxiong by default */
  readonly projection?: LocalProjection;
}

/** A rectangle as one polygon without holes: lower left corner, width and height, m. */
export function box(x: number, y: number, width: number, height: number): Parts {
  return [
    [
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
    ],
  ];
}

function signedAreaM2(ring: Ring): number {
  let twice = 0;
  ring.forEach(([x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length];
    twice += x * ny - nx * y;
  });
  return twice / 2;
}

function oriented(parts: Parts): Parts {
  return parts.map((rings) =>
    rings.map((ring, r) => (signedAreaM2(ring) > 0 === (r === 0) ? ring : [...ring].reverse())),
  );
}

/** Area and area centroid; plain sums over the rings' triangles. */
function measure(parts: Parts): { areaM2: number; centroid: Point } {
  let area = 0;
  let cx = 0;
  let cy = 0;
  const [ox, oy] = parts[0][0][0];
  for (const ring of parts.flat()) {
    ring.forEach(([x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length];
      const cross = (x - ox) * (ny - oy) - (nx - ox) * (y - oy);
      area += cross / 2;
      cx += (cross * (x + nx - 2 * ox)) / 6;
      cy += (cross * (y + ny - 2 * oy)) / 6;
    });
  }
  return { areaM2: area, centroid: area === 0 ? [ox, oy] : [ox + cx / area, oy + cy / area] };
}

function polygonSet(units: readonly Parts[]): PolygonSet {
  const xy: number[] = [];
  const ringStart = [0];
  const polyStart = [0];
  const unitStart = [0];
  const areaM2: number[] = [];
  const centroid: number[] = [];
  const bounds: number[] = [];
  for (const parts of units) {
    for (const rings of parts) {
      for (const ring of rings) {
        xy.push(...ring.flat());
        ringStart.push(xy.length / 2);
      }
      polyStart.push(ringStart.length - 1);
    }
    unitStart.push(polyStart.length - 1);
    const points = parts.flat(2);
    const xs = points.map((p) => p[0]);
    const ys = points.map((p) => p[1]);
    const { areaM2: area, centroid: centre } = measure(parts);
    areaM2.push(Math.round(area));
    centroid.push(...centre);
    bounds.push(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  return {
    count: units.length,
    xy: Float64Array.from(xy),
    ringStart: Uint32Array.from(ringStart),
    polyStart: Uint32Array.from(polyStart),
    unitStart: Uint32Array.from(unitStart),
    areaM2: Int32Array.from(areaM2),
    centroid: Float64Array.from(centroid),
    bounds: Float64Array.from(bounds),
  };
}

const FIELDS: readonly LedgerField[] = [
  "households",
  "floorAreaM2",
  "builtYear",
  "buildings",
  "parkingSpaces",
  "cars",
  "gates",
  "lifts",
  "feeYuanPerM2Month",
  "collectionRate",
  "fundBalanceYuan",
];

function compound(given: TestCompound, id: string, parts: Parts, at: LocalProjection): Compound {
  const { parts: _, ...overrides } = given;
  const polygons = parts.map((rings) =>
    rings.map((ring): Position[] => [...ring, ring[0]].map(([x, y]) => unproject(at, x, y))),
  );
  return {
    name: id,
    community: null,
    communityName: null,
    street: null,
    managed: false,
    company: null,
    anchor: false,
    households: 200,
    floorAreaM2: 16_000,
    builtYear: 1990,
    buildings: 4,
    parkingSpaces: 40,
    cars: 60,
    gates: 1,
    lifts: 0,
    feeYuanPerM2Month: 0,
    collectionRate: 0,
    fundBalanceYuan: 0,
    provenance: Object.fromEntries(FIELDS.map((f) => [f, "ledger" as Provenance])) as Record<
      LedgerField,
      Provenance
    >,
    properties: {},
    ...overrides,
    id,
    geometry:
      polygons.length === 1
        ? { type: "Polygon", coordinates: polygons[0] }
        : { type: "MultiPolygon", coordinates: polygons },
  };
}

function barrier(given: TestBarrier, position: number): Barrier {
  const area = given.area ?? false;
  return {
    id: given.id ?? `b${String(position).padStart(3, "0")}`,
    name: null,
    kind: given.kind ?? "road",
    barrierClass: given.barrierClass ?? "hard",
    sourceClass: "test",
    area,
    paths: given.paths.map((path) => Float64Array.from((area ? [...path, path[0]] : path).flat())),
  };
}

/**
 * A world straight from polygons in metres, without reading a file: compounds sorted by id,
 * rings turned the right way, everything not given filled with plain values.
 * Ids default to `c000`, `c001`, … in the order given.
 */
export function worldFromPolygons(
  compounds: readonly TestCompound[],
  options: TestWorldOptions = {},
): World {
  const projection = options.projection ?? { lon0: 101.53, lat0: 25.04 };
  const units = compounds
    .map((given, i) => ({
      given,
      id: given.id ?? `c${String(i).padStart(3, "0")}`,
      parts: oriented(given.parts),
    }))
    .sort((p, q) => (p.id < q.id ? -1 : Number(p.id > q.id)));
  return {
    compounds: units.map((u) => compound(u.given, u.id, u.parts, projection)),
    shapes: polygonSet(units.map((u) => u.parts)),
    barriers: (options.barriers ?? []).map(barrier),
    crossings: (options.crossings ?? []).map(([x, y], i) => ({
      id: `x${i}`,
      kind: "bridge",
      x,
      y,
    })),
    communities: options.communities ?? [],
    projection,
    issues: [],
    dataHash: "0".repeat(64),
    featuresRead: compounds.length,
    synthetic: true,
    ledgers: [],
    columns: [],
    positions: [],
  };
}
