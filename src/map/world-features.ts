import type { Feature, FeatureCollection, Position } from "geojson";
import { isDrawn, unproject, type World, type Zoning } from "../core/index.ts";
import type { PageWorld } from "../worker/protocol.ts";
import { toBarrierFeature } from "./barrier-features.ts";
import type { MapSource } from "./map-adapter.ts";

/** A collection of the features given. */
export function toCollection(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}

/** Compounds of a world that came without a drawing. */
function compoundFeatures(world: World): FeatureCollection {
  return toCollection(
    world.compounds.map(({ name, geometry, approximate = false }, index) => ({
      type: "Feature",
      properties: { index, name, approximate },
      geometry,
    })),
  );
}

/** Everything drawn that changes only with the data. */
export function buildWorldFeatures(
  world: PageWorld,
): Partial<Record<MapSource, FeatureCollection | Blob>> {
  return {
    compounds: world.drawing ?? compoundFeatures(world),
    communities: toCollection(
      world.communities.map(({ name, geometry }, index) => ({
        type: "Feature",
        properties: { index, name },
        geometry,
      })),
    ),
    "community-labels": toCollection(
      world.communities.map(({ name, geometry }, index) => ({
        type: "Feature",
        properties: { index, name },
        geometry: {
          type: "Point",
          coordinates: middleOf(geometry.coordinates.flat(9) as number[]),
        },
      })),
    ),
  };
}

/** What a scenario can draw and take out: barriers and crossings. */
export function buildObstacleFeatures(world: World): Partial<Record<MapSource, FeatureCollection>> {
  return {
    barriers: toCollection(
      world.barriers.map((barrier, index) => toBarrierFeature(barrier, index, world.projection)),
    ),
    crossings: toCollection(
      world.crossings.map((crossing, index) => ({
        type: "Feature",
        properties: { index, drawn: isDrawn(crossing) },
        geometry: {
          type: "Point",
          coordinates: unproject(world.projection, crossing.x, crossing.y),
        },
      })),
    ),
  };
}

/** Middle of the box around flat lon, lat, lon, lat, … */
function middleOf(flat: readonly number[]): Position {
  const [west, south, east, north] = boxOf(flat);
  return [(west + east) / 2, (south + north) / 2];
}

function boxOf(flat: ArrayLike<number>): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k + 1 < flat.length; k += 2) {
    box[0] = Math.min(box[0], flat[k]);
    box[1] = Math.min(box[1], flat[k + 1]);
    box[2] = Math.max(box[2], flat[k]);
    box[3] = Math.max(box[3], flat[k + 1]);
  }
  return box;
}

/** West, south, east, north of all compounds and communities, degrees; null when there are none. */
export function boundsOfWorld(world: World): [number, number, number, number] | null {
  const compounds = boundsOfCompounds(world);
  if (!compounds) return null;
  const around = world.communities.flatMap((c) => c.geometry.coordinates.flat(9) as number[]);
  return boxOf([...compounds, ...around]);
}

/** The box around all compounds in the plane, in degrees; its middle bulges, so it is looked at, too. */
function boundsOfCompounds({ shapes, projection }: World): [number, number, number, number] | null {
  if (shapes.count === 0) return null;
  const [minX, minY, maxX, maxY] = boxOf(shapes.bounds);
  const edge = [minX, (minX + maxX) / 2, maxX].flatMap((x) =>
    [minY, maxY].map((y) => unproject(projection, x, y)),
  );
  return boxOf(edge.flat());
}

/** One point per district with members: the middle of its compounds, weighted by their area. */
export function buildDistrictLabels(world: World, zoning: Zoning): FeatureCollection {
  const sums = zoning.districts.map(() => ({ x: 0, y: 0, weight: 0, households: 0 }));
  const { centroid, areaM2 } = world.shapes;
  zoning.assignment.forEach((district, i) => {
    if (district < 0) return;
    const sum = sums[district];
    const weight = Math.max(1, areaM2[i]);
    sum.x += centroid[2 * i] * weight;
    sum.y += centroid[2 * i + 1] * weight;
    sum.weight += weight;
    sum.households += world.compounds[i].households;
  });
  const features = sums.flatMap(({ x, y, weight, households }, index): Feature[] => {
    if (weight === 0) return [];
    const coordinates = unproject(world.projection, x / weight, y / weight);
    const { name } = zoning.districts[index];
    const properties = { index, name, households };
    return [{ type: "Feature", properties, geometry: { type: "Point", coordinates } }];
  });
  return toCollection(features);
}
