import type { Position } from "geojson";
import { type LocalProjection, projectTo, unproject } from "../../geometry/projection.ts";
import { cellOf } from "../cell-of.ts";
import { eachPosition } from "../coordinate-system.ts";
import type { IssueLog } from "../issue-log.ts";
import { FLOOR_AREA_PER_HOUSEHOLD_M2, PLOT_RATIO } from "../ledger-defaults.ts";
import type { Layer } from "../read-layer.ts";
import { readLandArea, readLedgerCell } from "../read-ledger-cell.ts";
import { polygonsOf } from "../repair-geometry.ts";
import type { LabelledFeature } from "../resolve-positions.ts";
import { drawPlots, type PlotSeed } from "./draw-plots.ts";

/** Land of a compound of which nothing is known, and the bounds within which a ledger is believed, m². */
const USUAL_LAND_M2 = 6000;
const LAND_BOUNDS_M2 = [200, 400_000] as const;
/** A plot that has less than this share of its land is said. */
const SHORT = 0.7;

interface PointFeature extends LabelledFeature {
  readonly position: Position;
}

/** The position of a feature that is a single point. */
function pointOf({ feature }: LabelledFeature): Position | null {
  const { geometry } = feature;
  if (geometry.type === "Point") return geometry.coordinates;
  const isLone = geometry.type === "MultiPoint" && geometry.coordinates.length === 1;
  return isLone ? geometry.coordinates[0] : null;
}

/** Land area a compound states, or would have by its floor area or households, m². */
function landOf({ feature }: LabelledFeature, { columns }: Layer): number {
  const cell = (field: Parameters<typeof columns.get>[0]) => {
    const column = columns.get(field);
    return column === undefined ? null : { column, raw: cellOf(feature.properties, column) };
  };
  const clamp = (value: number) => Math.min(LAND_BOUNDS_M2[1], Math.max(LAND_BOUNDS_M2[0], value));
  const land = cell("land_area");
  const stated = land === null ? null : readLandArea(land.raw, land.column.unit);
  if (stated !== null) return clamp(stated);
  const floor = cell("floor_area");
  const floorArea = floor && readLedgerCell("floorAreaM2", floor.raw, floor.column);
  if (floorArea?.kind === "value" && floorArea.value > 0)
    return clamp(floorArea.value / PLOT_RATIO);
  const flats = cell("households");
  const households = flats && readLedgerCell("households", flats.raw, flats.column);
  if (households?.kind !== "value" || !(households.value > 0)) return USUAL_LAND_M2;
  return clamp((households.value * FLOOR_AREA_PER_HOUSEHOLD_M2) / PLOT_RATIO);
}

function middleOf(points: readonly PointFeature[]): LocalProjection {
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const round4 = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    lon0: round4(median(points.map(({ position }) => position[0]))),
    lat0: round4(median(points.map(({ position }) => position[1]))),
  };
}

function projectAll(positions: readonly Position[], projection: LocalProjection): number[] {
  const flat = new Array<number>(positions.length * 2);
  positions.forEach(([lon, lat], i) => {
    projectTo(projection, lon, lat, flat, 2 * i);
  });
  return flat;
}

/** Lines of the barrier layers, and rings of their areas, as streets that plots do not cross. */
function streetsOf(layers: readonly Layer[], projection: LocalProjection): number[][] {
  return layers.flatMap(({ features }) =>
    features.flatMap(({ feature: { geometry } }) => {
      if (geometry.type === "LineString") return [projectAll(geometry.coordinates, projection)];
      if (geometry.type === "MultiLineString") {
        return geometry.coordinates.map((line) => projectAll(line, projection));
      }
      return polygonsOf(geometry)
        .flat()
        .map((ring) => projectAll(ring, projection));
    }),
  );
}

function takenBy(layers: readonly Layer[], projection: LocalProjection): number[][] {
  return layers.flatMap(({ features }) =>
    features.flatMap(({ feature }) =>
      polygonsOf(feature.geometry).map(([outer]) => projectAll(outer.slice(0, -1), projection)),
    ),
  );
}

/** Points inside a polygon are the labels of a drawing, not compounds. */
function isCovered([lon, lat]: Position, boxes: readonly (readonly number[])[]): boolean {
  return boxes.some(
    ([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north,
  );
}

function boxesOf(layers: readonly Layer[]): number[][] {
  return layers.flatMap(({ features }) =>
    features
      .filter(({ feature }) => polygonsOf(feature.geometry).length > 0)
      .map(({ feature }) => {
        const box = [Infinity, Infinity, -Infinity, -Infinity];
        eachPosition(feature.geometry, ([lon, lat]) => {
          box[0] = Math.min(box[0], lon);
          box[1] = Math.min(box[1], lat);
          box[2] = Math.max(box[2], lon);
          box[3] = Math.max(box[3], lat);
        });
        return box;
      }),
  );
}

interface Seeded {
  readonly layer: Layer;
  readonly point: PointFeature;
  readonly landAreaM2: number;
}

function collectSeeds(layers: readonly Layer[]): Seeded[] {
  const boxes = boxesOf(layers);
  return layers.flatMap((layer) =>
    layer.features.flatMap((one): Seeded[] => {
      const position = pointOf(one);
      if (position === null || isCovered(position, boxes)) return [];
      return [{ layer, point: { ...one, position }, landAreaM2: landOf(one, layer) }];
    }),
  );
}

function polygonFrom(ring: readonly number[], projection: LocalProjection): Position[] {
  const round8 = (value: number) => Math.round(value * 1e8) / 1e8;
  const positions: Position[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const [lon, lat] = unproject(projection, ring[i], ring[i + 1]);
    positions.push([round8(lon), round8(lat)]);
  }
  return [...positions, positions[0]];
}

/**
 * Draws approximate plots for the compounds that are points: of their land area (stated, else by floor
 * area or households), cut by the barrier layers' lines and by neighbours, off compounds with a shape.
 * They are marked approximate, counted in an issue per file, and named where the ground is short.
 */
export function plotPoints(
  layers: readonly Layer[],
  barriers: readonly Layer[],
  log: IssueLog,
): Layer[] {
  const seeded = collectSeeds(layers);
  if (seeded.length === 0) return [...layers];
  const projection = middleOf(seeded.map(({ point }) => point));
  const seeds = seeded.map(({ point, landAreaM2 }): PlotSeed => {
    const [x, y] = projectAll([point.position], projection);
    return { x, y, landAreaM2 };
  });
  const obstacles = {
    streets: streetsOf(barriers, projection),
    taken: takenBy(layers, projection),
  };
  const plots = drawPlots(seeds, obstacles);
  const drawn = new Map<unknown, LabelledFeature>();
  const counts = new Map<string, number>();
  seeded.forEach(({ layer: { source }, point, landAreaM2 }, i) => {
    const plot = plots[i];
    if (plot === null) return;
    const geometry = {
      type: "Polygon" as const,
      coordinates: plot.rings.map((ring) => polygonFrom(ring, projection)),
    };
    const feature = { ...point.feature, geometry };
    drawn.set(point.feature, { feature, label: point.label, approximate: true });
    counts.set(source, (counts.get(source) ?? 0) + 1);
    if (plot.areaM2 >= landAreaM2 * SHORT) return;
    const [lon, lat] = point.position;
    const args = { areaM2: Math.round(plot.areaM2), wantedM2: Math.round(landAreaM2) };
    log.add("warning", "plot-short", { source, feature: point.label, at: [lon, lat], args });
  });
  for (const [source, n] of counts) log.add("warning", "points-plotted", { source, args: { n } });
  return layers.map((layer) => ({
    ...layer,
    features: layer.features.map((one) => drawn.get(one.feature) ?? one),
  }));
}
