import Flatbush from "flatbush";
import type { Feature, FeatureCollection, MultiPolygon, Position } from "geojson";
import {
  barrierWords,
  type ComponentFound,
  chooseWay,
  connectPairs,
  type Language,
  readReason,
  shownGapM,
  unproject,
  type World,
} from "../core/index.ts";
import { bend, connectionEnds } from "./connection-features.ts";
import { toCollection } from "./world-features.ts";

/** Room between a component's compounds and the line around them, m. */
const ROOM_M = 12;

type Point = readonly [number, number];

/** Corners of one polygon's outer ring, each with some room around it, m. */
function corners({ shapes }: World, polygon: number): Point[] {
  const { xy, ringStart, polyStart } = shapes;
  const ring = polyStart[polygon];
  const points: Point[] = [];
  for (let k = ringStart[ring]; k < ringStart[ring + 1]; k++) {
    const [x, y] = [xy[2 * k], xy[2 * k + 1]];
    points.push([x - ROOM_M, y], [x + ROOM_M, y], [x, y - ROOM_M], [x, y + ROOM_M]);
  }
  return points;
}

/** The members' polygons in groups that lie within reach of each other; a scattered compound has several. */
function groupPolygons(world: World, members: readonly number[], reachM: number): Point[][] {
  const { unitStart } = world.shapes;
  const hulls = members.flatMap((unit) =>
    Array.from({ length: unitStart[unit + 1] - unitStart[unit] }, (_, k) =>
      convexHull(corners(world, unitStart[unit] + k)),
    ),
  );
  const tree = new Flatbush(hulls.length);
  const boxes = hulls.map((hull) => {
    const xs = hull.map(([x]) => x);
    const ys = hull.map(([, y]) => y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  });
  for (const box of boxes) tree.add(...box);
  tree.finish();
  const groups: Point[][] = [];
  const seen = new Set<number>();
  for (const start of hulls.keys()) {
    if (seen.has(start)) continue;
    const queue = [start];
    seen.add(start);
    for (const k of queue) {
      const [x1, y1, x2, y2] = boxes[k];
      for (const near of tree.search(x1 - reachM, y1 - reachM, x2 + reachM, y2 + reachM)) {
        if (!seen.has(near)) queue.push(near);
        seen.add(near);
      }
    }
    groups.push(queue.flatMap((k) => hulls[k]));
  }
  return groups;
}

const turn = (o: Point, a: Point, b: Point) =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

/** Convex hull, counter-clockwise, first corner not repeated (monotone chain, Andrew 1979). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0)
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** The most populous compound of a component; its name stands for the component. */
export function leadOf(world: World, members: readonly number[]): number {
  return members.reduce((lead, i) =>
    world.compounds[i].households > world.compounds[lead].households ? i : lead,
  );
}

/** A component in few signs: its lead's name, and how many more there are. */
function labelOf(world: World, members: readonly number[]): string {
  const { name } = world.compounds[leadOf(world, members)];
  return members.length > 1 ? `${name} +${members.length - 1}` : name;
}

/**
 * Each component as the area around its compounds; `kind` isolate or several.
 * @param reachM polygons this near are drawn as one area, m
 */
export function buildComponentAreas(
  world: World,
  found: readonly ComponentFound[],
  reachM: number,
): FeatureCollection {
  return toCollection(
    found.map(({ members, reason }, index): Feature => {
      const rings = groupPolygons(world, members, reachM).map((points) => {
        const ring = convexHull(points).map(
          ([x, y]): Position => unproject(world.projection, x, y),
        );
        return [[...ring, ring[0]]];
      });
      const kind = members.length > 1 ? "several" : "isolate";
      const properties = { index, kind, reason, label: labelOf(world, members) };
      const geometry = { type: "MultiPolygon" as const, coordinates: rings };
      return { type: "Feature", properties, geometry };
    }),
  );
}

/** Twice the area within a closed ring, and its middle, in the ring's units. */
function measureRing(ring: readonly Position[]): { area: number; middle: Position } {
  const [x0, y0] = ring[0];
  let [area, mx, my] = [0, 0, 0];
  for (let k = 0; k + 1 < ring.length; k++) {
    const [x1, y1] = [ring[k][0] - x0, ring[k][1] - y0];
    const [x2, y2] = [ring[k + 1][0] - x0, ring[k + 1][1] - y0];
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    mx += (x1 + x2) * cross;
    my += (y1 + y2) * cross;
  }
  return { area: Math.abs(area), middle: [x0 + mx / (3 * area), y0 + my / (3 * area)] };
}

/** One point per component, in the middle of its largest part. */
export function buildComponentLabels(areas: FeatureCollection): FeatureCollection {
  return toCollection(
    areas.features.map(({ properties, geometry }): Feature => {
      const parts = (geometry as MultiPolygon).coordinates.map(([ring]) => measureRing(ring));
      const largest = parts.reduce((most, part) => (part.area > most.area ? part : most));
      const point = { type: "Point" as const, coordinates: largest.middle };
      return { type: "Feature", properties, geometry: point };
    }),
  );
}

/** A way out in few signs: the barriers to pass, or the metres to bridge. */
function wayLabel(world: World, component: ComponentFound, language: Language): string {
  const { reason, crossing } = component;
  if (reason === "crossing" && crossing) {
    const names = crossing.barriers.map((b) => barrierWords(world.barriers[b], language));
    return [...new Set(names)].join(" · ");
  }
  return `${shownGapM(readReason(component), chooseWay(component) ?? { gapM: 0 })} m`;
}

/** The smallest change that would connect each component, drawn over the place it is about. */
export function buildWayFeatures(
  world: World,
  found: readonly ComponentFound[],
  language: Language,
): FeatureCollection {
  const ways = found.flatMap((component) => {
    const way = chooseWay(component);
    return way ? [{ component, pair: orderPair(way.from, way.to) }] : [];
  });
  const connections = connectPairs(
    world,
    ways.map(({ pair }) => pair),
  );
  return toCollection(
    ways.map(({ component, pair }, index): Feature => {
      const label = wayLabel(world, component, language);
      const connection = connections.subarray(4 * index, 4 * index + 4);
      const ends = connectionEnds(world, connection);
      const properties = { index, a: pair[0], b: pair[1], kind: component.reason, label, ...ends };
      const coordinates = bend(world, pair, connection);
      return { type: "Feature", properties, geometry: { type: "LineString", coordinates } };
    }),
  );
}

const orderPair = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);
