import type { Feature, FeatureCollection, Position } from "geojson";
import {
  type ContiguityGraph,
  createWallPlanner,
  findWalls,
  type PairStory,
  unproject,
  type World,
  type Zoning,
} from "../core/index.ts";
import type { Selection } from "../store/state.ts";
import { toCollection } from "./world-features.ts";

/** The two compounds looked at: a pair, or exactly two selected compounds; null otherwise. */
export function pairOf(selection: Selection): readonly [number, number] | null {
  if (selection?.kind === "pair") return selection.indices;
  if (selection?.kind !== "compounds" || selection.indices.length !== 2) return null;
  return [selection.indices[0], selection.indices[1]];
}

/** A middle farther from the connection than this is that of other parts of the compound, m. */
const OWN_MIDDLE_M = 600;

/**
 * From the middle of one compound over the shortest connection to the middle of the other.
 * @param pair lower compound first, as the connection runs
 */
export function bend(
  world: World,
  pair: readonly [number, number],
  connection: ArrayLike<number>,
): Position[] {
  const { centroid } = world.shapes;
  const middle = (i: number, x: number, y: number): [number, number][] => {
    const [mx, my] = [centroid[2 * i], centroid[2 * i + 1]];
    return Math.hypot(mx - x, my - y) > OWN_MIDDLE_M ? [] : [[mx, my]];
  };
  const [x1, y1, x2, y2] = [connection[0], connection[1], connection[2], connection[3]];
  const points = [...middle(pair[0], x1, y1), [x1, y1], [x2, y2], ...middle(pair[1], x2, y2)];
  return points.map(([x, y]): Position => unproject(world.projection, x, y));
}

/** Where the shortest connection runs, as properties that survive the map's tiles, degrees. */
export function connectionEnds(world: World, connection: ArrayLike<number>) {
  const [lon1, lat1] = unproject(world.projection, connection[0], connection[1]);
  const [lon2, lat2] = unproject(world.projection, connection[2], connection[3]);
  return { lon1, lat1, lon2, lat2 };
}

/** All links, or all cuts, of a graph; `kind` tells what a link rests on. */
export function buildConnectionFeatures(
  graph: ContiguityGraph,
  options: {
    readonly table: "links" | "cuts";
    readonly world: World;
    /** false: the compound takes no part in the plan, its connections are drawn faint */
    readonly isIn: (compound: number) => boolean;
  },
): FeatureCollection {
  const { table, world, isIn } = options;
  const { a, b, connection, count } = graph[table];
  const kindOf = (row: number): string => {
    if (table === "cuts") return graph.cuts.barrier[row] < 0 ? "hand" : "barrier";
    if (graph.links.byHand[row]) return "hand";
    return graph.links.needsCrossing[row] ? "crossing" : "rule";
  };
  return toCollection(
    Array.from({ length: count }, (_, row): Feature => {
      const ends = connection.subarray(4 * row, 4 * row + 4);
      const coordinates = bend(world, [a[row], b[row]], ends);
      return {
        type: "Feature",
        properties: {
          index: row,
          a: a[row],
          b: b[row],
          kind: kindOf(row),
          faint: !isIn(a[row]) || !isIn(b[row]),
          ...connectionEnds(world, ends),
        },
        geometry: { type: "LineString", coordinates },
      };
    }),
  );
}

/** The pair a person looks at: its connection, and where that meets barriers and passes them. */
export function buildPairFeatures(story: PairStory, world: World): FeatureCollection {
  const { standing, line, barriers, severing } = story;
  const points = barriers.flatMap(({ index, barrier, at, crossing }): Feature[] => {
    const severs = severing.includes(index);
    const place = (kind: string, x: number, y: number): Feature => ({
      type: "Feature",
      properties: { kind, severs, name: barrier.name ?? "" },
      geometry: { type: "Point", coordinates: unproject(world.projection, x, y) },
    });
    const met = place("meeting", at[0], at[1]);
    return crossing ? [met, place("crossing", crossing.x, crossing.y)] : [met];
  });
  const features: Feature[] = [
    {
      type: "Feature",
      properties: { kind: standing },
      geometry: { type: "LineString", coordinates: line.map((point) => [...point]) },
    },
    ...points,
  ];
  features.forEach((feature, index) => {
    feature.properties = { ...feature.properties, index };
  });
  return toCollection(features);
}

/** The walls that open the districts given (all when null): a spanning choice, not every wall. */
export function chosenWalls(
  graph: ContiguityGraph,
  zoning: Zoning,
  only: ReadonlySet<number> | null,
): number[] {
  const members: number[][] = zoning.districts.map(() => []);
  zoning.assignment.forEach((district, compound) => {
    if (district >= 0 && (only === null || only.has(district))) members[district].push(compound);
  });
  // Which walls open does not depend on the lane kept at each.
  const planner = createWallPlanner(graph, 0);
  return members.flatMap((list) => {
    const { links, opened } = planner.plan(list, list.length);
    return [...links.subarray(0, opened)];
  });
}

/** The links whose walls the map shows: of all districts, or of what is selected. */
export function wallsToShow(
  graph: ContiguityGraph,
  options: { readonly zoning: Zoning; readonly selection: Selection; readonly all: boolean },
): number[] {
  const { zoning, selection, all } = options;
  if (all) return chosenWalls(graph, zoning, null);
  if (selection?.kind === "districts")
    return chosenWalls(graph, zoning, new Set(selection.indices));
  const pair = pairOf(selection);
  if (!pair) return [];
  for (let e = graph.offset[pair[0]]; e < graph.offset[pair[0] + 1]; e++)
    if (graph.neighbor[e] === pair[1]) return [graph.linkOf[e]];
  return [];
}

/** Metres as the cards write them: one decimal below 100 m. */
function writeMetres(metres: number): string {
  return `${metres < 100 ? Math.round(metres * 10) / 10 : Math.round(metres)} m`;
}

/** The stretches of wall of the links given; the longest of a link bears the metres of them all. */
export function buildWallFeatures(
  world: World,
  graph: ContiguityGraph,
  options: { readonly links: readonly number[]; readonly gapM: number },
): FeatureCollection {
  if (options.links.length === 0) return toCollection([]);
  const walls = findWalls(world, graph, options);
  const features = walls.flatMap((stretches, k) => {
    const total = writeMetres(graph.links.wallM[options.links[k]]);
    const longest = stretches.reduce(
      (best, { lengthM }, at) => (lengthM > stretches[best].lengthM ? at : best),
      0,
    );
    return stretches.map(({ line }, at): Feature => {
      const coordinates = line.map((point) => [...point]);
      const properties = { metres: at === longest ? total : "" };
      return { type: "Feature", properties, geometry: { type: "LineString", coordinates } };
    });
  });
  features.forEach((feature, index) => {
    feature.properties = { ...feature.properties, index };
  });
  return toCollection(features);
}
