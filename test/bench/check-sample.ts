import { booleanIntersects } from "@turf/boolean-intersects";
import type {
  Feature,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from "geojson";
import proj4 from "proj4";
import type { ContiguityGraph } from "../../src/core/contiguity/graph.ts";
import { unproject } from "../../src/core/geometry/projection.ts";
import type { Barrier, Compound, World } from "../../src/core/ingest/world.ts";

type Points = readonly Position[];

/** Every ring of a compound on the plane given. */
function ringsOf({ geometry }: Compound, toPlane: (position: Position) => Position): Points[] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => ring.map(toPlane));
}

/** minX, minY, maxX, maxY */
function boundsOf(rings: readonly Points[]): number[] {
  const xs = rings.flat().map(([x]) => x);
  const ys = rings.flat().map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function areApart(one: number[], other: number[], byM: number): boolean {
  const over = (p: number[], q: number[]) => p[0] - byM > q[2] || p[1] - byM > q[3];
  return over(one, other) || over(other, one);
}

function pointToSegmentM([px, py]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length2 === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length2;
  const u = Math.min(1, Math.max(0, along));
  return Math.hypot(px - ax - u * (bx - ax), py - ay - u * (by - ay));
}

/** Least distance of the corners of one boundary from the segments of the other, m. */
function cornersToRingsM(of: readonly Points[], to: readonly Points[]): number {
  let least = Infinity;
  for (const point of of.flat()) {
    for (const ring of to) {
      for (let k = 1; k < ring.length; k++) {
        least = Math.min(least, pointToSegmentM(point, ring[k - 1], ring[k]));
      }
    }
  }
  return least;
}

/**
 * Boundary distances of all pairs, a · n + b → m, on proj4's transverse Mercator plane; whether a
 * pair touches is Turf's word.
 */
function measureAll({ compounds, projection }: World, withinM: number): Map<number, number> {
  const { lon0, lat0 } = projection;
  const plane = proj4("WGS84", `+proj=tmerc +lat_0=${lat0} +lon_0=${lon0} +k=1 +datum=WGS84`);
  const rings = compounds.map((compound) => ringsOf(compound, (p) => plane.forward(p)));
  const bounds = rings.map(boundsOf);
  const found = new Map<number, number>();
  for (let a = 0; a < rings.length; a++) {
    for (let b = a + 1; b < rings.length; b++) {
      if (areApart(bounds[a], bounds[b], withinM + 1)) continue;
      const touches = booleanIntersects(compounds[a].geometry, compounds[b].geometry);
      const gapM = touches
        ? 0
        : Math.min(cornersToRingsM(rings[a], rings[b]), cornersToRingsM(rings[b], rings[a]));
      if (gapM <= withinM) found.set(a * rings.length + b, gapM);
    }
  }
  return found;
}

type BarrierGeometry = Polygon | MultiPolygon | LineString | MultiLineString;

function barrierInDegrees({ area, paths }: Barrier, world: World): BarrierGeometry {
  const lines = paths.map((path) => {
    const line: Position[] = [];
    for (let i = 0; i < path.length; i += 2) {
      line.push([...unproject(world.projection, path[i], path[i + 1])]);
    }
    return line;
  });
  return area
    ? { type: "Polygon", coordinates: lines }
    : { type: "MultiLineString", coordinates: lines };
}

function lineOf(world: World, connection: Float64Array): Feature<LineString> {
  const [x1, y1, x2, y2] = connection;
  const coordinates = [
    [...unproject(world.projection, x1, y1)],
    [...unproject(world.projection, x2, y2)],
  ];
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } };
}

/** Every so many rows of a table, so that some `sample` are taken. */
function takeRows(count: number, sample: number): number[] {
  const taken = Math.min(count, sample);
  return Array.from({ length: taken }, (_, k) => Math.floor((k * count) / taken));
}

/** Links and cuts sampled: how many Turf, asked barrier by barrier, decides alike. */
function compareWithTurf(world: World, graph: ContiguityGraph, sample: number): [number, number] {
  const hard = world.barriers
    .filter(({ barrierClass }) => barrierClass === "hard")
    .map((barrier) => barrierInDegrees(barrier, world));
  const judged = [
    { table: graph.links, isCut: false },
    { table: graph.cuts, isCut: true },
  ].flatMap(({ table, isCut }) =>
    takeRows(table.count, sample / 2).map((row) => {
      const line = lineOf(world, table.connection.subarray(4 * row, 4 * row + 4));
      const isMet = table.gapM[row] > 0 && hard.some((barrier) => booleanIntersects(line, barrier));
      return isMet === isCut;
    }),
  );
  return [judged.length, judged.filter(Boolean).length];
}

/**
 * Compares a graph without crossings with what comes from another way: all pairs by brute force on
 * proj4's plane, and a sample of links and cuts by Turf on degrees.
 * @returns pairs of the graph, pairs by brute force (and how many differ), greatest difference of
 * gaps in m, rows sampled, rows on which Turf agrees
 */
export function checkSample(
  world: World,
  { graph, gapM, sample }: { graph: ContiguityGraph; gapM: number; sample: number },
): (string | number)[] {
  const expected = measureAll(world, gapM);
  let different = 0;
  let greatestM = 0;
  for (const table of [graph.links, graph.cuts]) {
    for (let row = 0; row < table.count; row++) {
      const bruteM = expected.get(table.a[row] * graph.count + table.b[row]);
      if (bruteM === undefined) different++;
      else greatestM = Math.max(greatestM, Math.abs(bruteM - table.gapM[row]));
    }
  }
  const pairs = graph.links.count + graph.cuts.count;
  return [
    pairs,
    `${expected.size} (${different + Math.max(0, expected.size - pairs + different)} differ)`,
    greatestM.toExponential(1),
    ...compareWithTurf(world, graph, sample),
  ];
}
