import type { FeatureCollection, Geometry, Position } from "geojson";
import type { Barrier, Community } from "../../ingest/world.ts";
import type { MapRequest } from "./map-request.ts";
import { mm, type Paper } from "./paper.ts";
import { PAPER_COLOURS } from "./paper-colours.ts";

const c = PAPER_COLOURS;

/** Width on the ground (m) and on paper (least and greatest mm) of each class of road. */
const ROAD_WIDTHS = {
  hard: { groundM: 24, least: 0.9, greatest: 5 },
  penalised: { groundM: 14, least: 0.55, greatest: 3 },
  free: { groundM: 7, least: 0.25, greatest: 1.6 },
} as const;
const WATER_WIDTH = { groundM: 18, least: 0.9, greatest: 6 };
const CASING_MM = 0.24;

const SCENERY_FILLS: Readonly<Record<string, string>> = {
  city: c.city,
  park: c.park,
  field: c.field,
  block: c.block,
  water: c.water,
};

interface Width {
  readonly groundM: number;
  readonly least: number;
  readonly greatest: number;
}

function widthOn(paper: Paper, { groundM, least, greatest }: Width): number {
  return Math.max(least, Math.min(greatest, paper.length(groundM)));
}

function polygonsOf(geometry: Geometry | null): readonly Position[][][] {
  if (geometry?.type === "Polygon") return [geometry.coordinates];
  return geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
}

/** Path data of polygons, by the even-odd rule. */
export function traceArea(paper: Paper, geometry: Geometry | null): string {
  return polygonsOf(geometry)
    .flatMap((rings) => rings.map((ring) => paper.trace(paper.flatten(ring), { closed: true })))
    .join("");
}

/** Land uses behind everything; whatever is not a polygon is left out. */
function drawScenery(paper: Paper, scenery: FeatureCollection): string[] {
  return scenery.features.flatMap(({ geometry, properties }) => {
    const path = traceArea(paper, geometry);
    const fill = SCENERY_FILLS[String(properties?.kind)] ?? c.facility;
    return path === "" ? [] : [`<path d="${path}" fill="${fill}"/>`];
  });
}

function traceBarrier(paper: Paper, { paths, area }: Barrier): string {
  return paths.map((path) => paper.trace(path, { closed: area })).join("");
}

function drawWater(paper: Paper, barrier: Barrier): string[] {
  const path = traceBarrier(paper, barrier);
  if (path === "") return [];
  const look = barrier.area
    ? `fill="${c.water}" stroke="${c.waterLine}" stroke-width="0.2"`
    : `stroke="${c.water}" stroke-width="${mm(widthOn(paper, WATER_WIDTH))}"`;
  return [`<path d="${path}" ${look}/>`];
}

function drawRoads(paper: Paper, roads: readonly Barrier[]): string[] {
  const traced = roads.flatMap((barrier) => {
    const path = traceBarrier(paper, barrier);
    const width = widthOn(paper, ROAD_WIDTHS[barrier.barrierClass]);
    const fill = barrier.barrierClass === "hard" ? c.roadHard : c.road;
    return path === "" ? [] : [{ path, width, fill }];
  });
  traced.sort((a, b) => a.width - b.width);
  return [
    ...traced.map(
      ({ path, width }) =>
        `<path d="${path}" stroke="${c.roadCasing}" stroke-width="${mm(width + CASING_MM)}"/>`,
    ),
    ...traced.map(
      ({ path, width, fill }) => `<path d="${path}" stroke="${fill}" stroke-width="${mm(width)}"/>`,
    ),
  ];
}

function drawRail(paper: Paper, barrier: Barrier): string[] {
  const path = traceBarrier(paper, barrier);
  if (path === "") return [];
  return [
    `<path d="${path}" stroke="${c.rail}" stroke-width="0.9"/>`,
    `<path d="${path}" stroke="${c.halo}" stroke-width="0.55" stroke-dasharray="2 2"/>`,
  ];
}

/** Scenery, water, roads and railways: what lies beneath the compounds. */
export function drawGround(paper: Paper, { world, scenery, barriers, sketch }: MapRequest): string {
  const drawn = barriers === false ? [] : world.barriers;
  const shown = sketch ? drawn.filter(({ barrierClass }) => barrierClass !== "free") : drawn;
  const water = shown.filter(({ kind }) => kind === "water");
  const rail = shown.filter(({ kind }) => kind === "rail");
  const roads = shown.filter(({ kind }) => kind !== "water" && kind !== "rail");
  return [
    '<g stroke="none" fill-rule="evenodd">',
    ...(scenery ? drawScenery(paper, scenery) : []),
    "</g>",
    '<g fill="none" fill-rule="evenodd" stroke-linecap="round" stroke-linejoin="round">',
    ...water.flatMap((barrier) => drawWater(paper, barrier)),
    ...drawRoads(paper, roads),
    ...rail.flatMap((barrier) => drawRail(paper, barrier)),
    "</g>",
  ].join("\n");
}

/** Lines around the communities. */
export function drawCommunities(paper: Paper, communities: readonly Community[]): string {
  const paths = communities.map(({ geometry }) => traceArea(paper, geometry)).join("");
  if (paths === "") return "";
  return `<path d="${paths}" fill="none" stroke="${c.community}" stroke-width="0.45" stroke-dasharray="2.4 1.2 0.6 1.2"/>`;
}
