import type { Geometry, MultiPolygon, Polygon, Position } from "geojson";
import type { IssueCode, Severity } from "../base/issue.ts";
import { createProjector, type LocalProjection, unproject } from "../geometry/projection.ts";
import { signedRingArea } from "../geometry/ring-area.ts";
import {
  type FlatPolygon,
  type FlatRing,
  inspectPolygons,
  untanglePolygons,
} from "../geometry/untangle-polygons.ts";

/** One thing done to a shape, or the reason it cannot be used (severity `error`). */
export interface Repair {
  readonly severity: Severity;
  readonly code: IssueCode;
  readonly at: readonly [number, number] | null;
  readonly args: Readonly<Record<string, string | number>>;
}

export interface RepairedArea {
  /** null: not usable; the last repair says why */
  readonly geometry: Polygon | MultiPolygon | null;
  readonly repairs: readonly Repair[];
  /** rings ran against RFC 7946 and were turned */
  readonly turned: boolean;
  /** land area, m² */
  readonly areaM2: number;
}

/** Grid of repaired coordinates: 10⁻⁸ degrees, about 1 mm. */
const GRID_PER_DEGREE = 1e8;
const GRID_M = 1.1e-3;
/** Clipper rounds crossings to the grid, which may leave another; more rounds never helped. */
const MAX_ROUNDS = 3;
const MIN_AREA_M2 = 1;

/** All polygons of a geometry, those inside collections included. */
export function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  if (geometry.type === "MultiPolygon") return geometry.coordinates;
  return geometry.type === "GeometryCollection" ? geometry.geometries.flatMap(polygonsOf) : [];
}

interface Counts {
  unclosed: number;
  repeated: number;
  short: number;
}

function same(ring: FlatRing, i: number, j: number): boolean {
  return ring[i] === ring[j] && ring[i + 1] === ring[j + 1];
}

/** Pushes a point unless it repeats the last one or doubles back to the one before. */
function pushPoint(ring: FlatRing, x: number, y: number): boolean {
  ring.push(x, y);
  const n = ring.length;
  if (n >= 4 && same(ring, n - 2, n - 4)) ring.length -= 2;
  else if (n >= 6 && same(ring, n - 2, n - 6)) ring.length -= 4;
  else return true;
  return false;
}

/** Open flat ring without repeated and doubling-back points. */
function flatten(positions: readonly Position[], counts: Counts): FlatRing {
  const [first, last] = [positions[0], positions[positions.length - 1]];
  const closed = positions.length > 1 && first[0] === last[0] && first[1] === last[1];
  if (!closed) counts.unclosed += 1;
  const ring: FlatRing = [];
  const end = closed ? positions.length - 1 : positions.length;
  for (let i = 0; i < end; i++) {
    if (!pushPoint(ring, positions[i][0], positions[i][1])) counts.repeated += 1;
  }
  for (let n = ring.length; n >= 6; n = ring.length) {
    if (same(ring, 0, n - 2) || same(ring, 0, n - 4)) ring.length -= 2;
    else if (same(ring, 2, n - 2)) ring.splice(0, 2);
    else break;
    counts.repeated += 1;
  }
  return ring;
}

/** Below a square of the grid the sign of an area, which tells how a ring runs, is noise. */
function hasArea(ring: FlatRing): boolean {
  return Math.abs(signedRingArea(ring)) > 1 / GRID_PER_DEGREE ** 2;
}

/** Without rings of no area; a shape that has no others keeps them, for its area to be told. */
function flattenAll(polygons: readonly Position[][][], counts: Counts): FlatPolygon[] {
  const all: FlatPolygon[] = [];
  const solid: FlatPolygon[] = [];
  for (const polygon of polygons) {
    const rings = polygon.map((ring) => flatten(ring, counts));
    const usable = rings.filter((ring, i) => i === 0 || (ring.length >= 6 && hasArea(ring)));
    counts.short += rings.length - usable.length;
    if (usable[0].length < 6) counts.short += 1;
    else all.push(usable);
    if (usable[0].length >= 6 && hasArea(usable[0])) solid.push(usable);
  }
  if (solid.length === 0) return all;
  counts.short += all.length - solid.length;
  return solid;
}

function middleOf(polygons: readonly FlatPolygon[]): LocalProjection {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of polygons) {
    for (let i = 0; i < outer.length; i += 2) {
      box[0] = Math.min(box[0], outer[i]);
      box[1] = Math.min(box[1], outer[i + 1]);
      box[2] = Math.max(box[2], outer[i]);
      box[3] = Math.max(box[3], outer[i + 1]);
    }
  }
  return { lon0: (box[0] + box[2]) / 2, lat0: (box[1] + box[3]) / 2 };
}

function toMetres(polygons: readonly FlatPolygon[], projection: LocalProjection): FlatPolygon[] {
  const project = createProjector(projection);
  return polygons.map((polygon) =>
    polygon.map((ring) => {
      const out = new Array<number>(ring.length);
      for (let i = 0; i < ring.length; i += 2) project(ring[i], ring[i + 1], out, i);
      return out;
    }),
  );
}

/** Outer rings count, holes are subtracted, whatever their direction. */
function areaOf(polygons: readonly FlatPolygon[]): number {
  let area = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, i) => {
      area += (i === 0 ? 1 : -1) * Math.abs(signedRingArea(ring));
    });
  }
  return area;
}

/** Turns rings to RFC 7946 (outer counter-clockwise) in place; true when any was turned. */
function orient(polygons: readonly FlatPolygon[]): boolean {
  let turned = false;
  for (const polygon of polygons) {
    polygon.forEach((ring, k) => {
      if (signedRingArea(ring) > 0 === (k === 0)) return;
      turned = true;
      for (let i = 0, j = ring.length - 2; i < j; i += 2, j -= 2) {
        [ring[i], ring[j]] = [ring[j], ring[i]];
        [ring[i + 1], ring[j + 1]] = [ring[j + 1], ring[i + 1]];
      }
    });
  }
  return turned;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

function toGeometry(
  polygons: readonly FlatPolygon[],
  type: Geometry["type"],
): Polygon | MultiPolygon {
  const coordinates = polygons.map((polygon) =>
    polygon.map((ring) => {
      const positions: Position[] = [];
      for (let i = 0; i < ring.length; i += 2) positions.push([ring[i], ring[i + 1]]);
      positions.push([ring[0], ring[1]]);
      return positions;
    }),
  );
  if (coordinates.length === 1 && type !== "MultiPolygon") {
    return { type: "Polygon", coordinates: coordinates[0] };
  }
  return { type: "MultiPolygon", coordinates };
}

function countRepairs({ unclosed, repeated, short }: Counts): Repair[] {
  const repairs: Repair[] = [];
  const add = (severity: Severity, code: IssueCode, n: number) => {
    if (n > 0) repairs.push({ severity, code, at: null, args: { n } });
  };
  add("warning", "ring-not-closed", unclosed);
  add("info", "duplicate-vertices", repeated);
  add("warning", "ring-too-short", short);
  return repairs;
}

/** Untangles in rounds; null when a shape stays tangled. */
function untangle(polygons: FlatPolygon[], projection: LocalProjection): FlatPolygon[] | null {
  let shape = polygons;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    shape = untanglePolygons(shape, { scale: GRID_PER_DEGREE, gridM: GRID_M });
    const state = inspectPolygons(toMetres(shape, projection));
    if (!state.tangled) return shape;
    if (state.hopeless) return null;
  }
  return null;
}

/**
 * Repairs polygons given in WGS 84: closes rings, merges repeated vertices, turns rings to RFC 7946,
 * resolves crossings, self-touches, misplaced holes and overlapping parts. Every change that is not
 * void is a repair that states the area before and after, m². Repairing the result changes nothing.
 */
export function repairArea(geometry: Geometry): RepairedArea {
  const counts = { unclosed: 0, repeated: 0, short: 0 };
  let polygons = flattenAll(polygonsOf(geometry), counts);
  const repairs = countRepairs(counts);
  const turned = orient(polygons);
  const projection = middleOf(polygons);
  const metres = toMetres(polygons, projection);
  const state = inspectPolygons(metres);
  const fail = (code: IssueCode, areaM2: number): RepairedArea => {
    const args = { areaM2: round1(areaM2) };
    repairs.push({ severity: "error", code, at: firstPoint(polygonsOf(geometry)), args });
    return { geometry: null, repairs, turned, areaM2: 0 };
  };
  const beforeM2 = areaOf(metres);
  let areaM2 = beforeM2;
  if (state.tangled) {
    const repaired = state.hopeless ? null : untangle(polygons, projection);
    if (repaired === null) return fail("self-intersection-unrepaired", beforeM2);
    polygons = repaired;
    areaM2 = areaOf(toMetres(polygons, projection));
    const at = state.at === null ? null : unproject(projection, state.at[0], state.at[1]);
    const [before, after] = [round1(beforeM2), round1(areaM2)];
    const args = { beforeM2: before, afterM2: after, changeM2: round1(after - before) };
    repairs.push({ severity: "warning", code: "self-intersection", at, args });
  }
  if (!(areaM2 >= MIN_AREA_M2)) return fail("zero-area", areaM2 || 0);
  if (repairs.length === 0 && !turned && isPlain(geometry))
    return { geometry, repairs, turned, areaM2 };
  return { geometry: toGeometry(polygons, geometry.type), repairs, turned, areaM2 };
}

/** Nothing but polygons of two numbers a corner: where nothing is repaired it can stay as it is. */
function isPlain(geometry: Geometry): geometry is Polygon | MultiPolygon {
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return false;
  const keys = Object.keys(geometry);
  if (keys.length !== 2 || keys[0] !== "type") return false;
  return polygonsOf(geometry).every((polygon) =>
    polygon.every((ring) => ring.every((position) => position.length === 2)),
  );
}

function firstPoint(polygons: readonly Position[][][]): [number, number] | null {
  const point = polygons[0]?.[0]?.[0];
  return point === undefined ? null : [point[0], point[1]];
}
