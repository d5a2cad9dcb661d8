import type { Feature, FeatureCollection, Position } from "geojson";
import { type ComponentFound, chooseWay, unproject, type World } from "../core/index.ts";
import { toCollection } from "./world-features.ts";

/** Room between a component's compounds and the line around them, m. */
const ROOM_M = 12;

type Point = readonly [number, number];

/** Corners of the members' boundaries, each with some room around it, m. */
function corners(world: World, members: readonly number[]): Point[] {
  const { xy, ringStart, polyStart, unitStart } = world.shapes;
  const points: Point[] = [];
  for (const unit of members) {
    const start = ringStart[polyStart[unitStart[unit]]];
    const end = ringStart[polyStart[unitStart[unit + 1]]];
    for (let k = start; k < end; k++) {
      const [x, y] = [xy[2 * k], xy[2 * k + 1]];
      points.push([x - ROOM_M, y], [x + ROOM_M, y], [x, y - ROOM_M], [x, y + ROOM_M]);
    }
  }
  return points;
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

/** Each component as the area around its compounds; `kind` isolate or several. */
export function buildComponentAreas(
  world: World,
  found: readonly ComponentFound[],
): FeatureCollection {
  return toCollection(
    found.map(({ members, reason }, index): Feature => {
      const ring = convexHull(corners(world, members)).map(
        ([x, y]): Position => unproject(world.projection, x, y),
      );
      const kind = members.length > 1 ? "several" : "isolate";
      const properties = { index, kind, reason, label: labelOf(world, members) };
      const coordinates = [[...ring, ring[0]]];
      return { type: "Feature", properties, geometry: { type: "Polygon", coordinates } };
    }),
  );
}

/** A way out in few signs: the barriers to pass, or the metres to bridge. */
function wayLabel(world: World, component: ComponentFound): string {
  const { reason, crossing } = component;
  if (reason === "crossing" && crossing) {
    const names = crossing.barriers.map(
      (b) => world.barriers[b].name ?? world.barriers[b].sourceClass,
    );
    return [...new Set(names)].join(" · ");
  }
  return `${Math.ceil(chooseWay(component)?.gapM ?? 0)} m`;
}

/** The smallest change that would connect each component, drawn from compound to compound. */
export function buildWayFeatures(
  world: World,
  found: readonly ComponentFound[],
): FeatureCollection {
  const { centroid } = world.shapes;
  const middle = (i: number) =>
    unproject(world.projection, centroid[2 * i], centroid[2 * i + 1]) as Position;
  const features = found.flatMap((component): Feature[] => {
    const way = chooseWay(component);
    if (way === null) return [];
    const { from, to } = way;
    const properties = {
      a: from,
      b: to,
      kind: component.reason,
      label: wayLabel(world, component),
    };
    const coordinates = [middle(from), middle(to)];
    return [{ type: "Feature", properties, geometry: { type: "LineString", coordinates } }];
  });
  features.forEach((feature, index) => {
    feature.properties = { ...feature.properties, index };
  });
  return toCollection(features);
}
