import { EndType, inflatePaths, JoinType, type Path64, type Paths64 } from "clipper2-ts";
import Flatbush from "flatbush";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { levelPaths, unitePaths } from "../../geometry/clip-paths.ts";
import { type LocalProjection, projectTo, unproject } from "../../geometry/projection.ts";
import { commonCell, SUMMED, sumCells, weighBuildings } from "../building-cells.ts";
import { cellOf } from "../cell-of.ts";
import type { IssueLog } from "../issue-log.ts";
import { createIssueLog } from "../issue-log.ts";
import { type ColumnField, QUANTITY_FIELDS } from "../ledger-aliases.ts";
import { type Columns, matchColumns } from "../ledger-columns.ts";
import { type Layer, readId } from "../read-layer.ts";
import { readText } from "../read-value.ts";
import { polygonsOf } from "../repair-geometry.ts";
import type { LabelledFeature } from "../resolve-positions.ts";
import type { BuildingGroup } from "../world.ts";

/** Buildings of one name nearer than twice this stand on one plot, m. */
const CLOSING_M = 15;
/** Buildings without name are one block when nearer than this and no street lies between, m. */
const BLOCK_GAP_M = 30;
/** The yard that stays around the outermost buildings, m. */
const YARD_M = 3;
const GRID = 1000;

interface Building {
  readonly one: LabelledFeature;
  /** outer rings, metres, open */
  readonly rings: readonly number[][];
  readonly box: readonly [number, number, number, number];
}

function projectRing(ring: readonly Position[], projection: LocalProjection): number[] {
  const flat: number[] = [];
  ring.slice(0, -1).forEach(([lon, lat], i) => {
    projectTo(projection, lon, lat, flat, 2 * i);
  });
  return flat;
}

function boxOf(rings: readonly number[][]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]);
      box[1] = Math.min(box[1], ring[i + 1]);
      box[2] = Math.max(box[2], ring[i]);
      box[3] = Math.max(box[3], ring[i + 1]);
    }
  }
  return box;
}

function openBuildings(
  features: readonly LabelledFeature[],
  projection: LocalProjection,
): Building[] {
  return features.flatMap((one) => {
    const rings = polygonsOf(one.feature.geometry).map(([outer]) => projectRing(outer, projection));
    return rings.length === 0 ? [] : [{ one, rings, box: boxOf(rings) }];
  });
}

/** Key by name (within a 社区) or id; null leaves a building alone. */
function keyOf({ one }: Building, columns: Columns, group: "name" | "id"): string | null {
  const cell = (field: ColumnField) => cellOf(one.feature.properties, columns.get(field));
  if (group === "id") return readId(cell("compound_id"));
  const name = readText(cell("name"));
  return name === null || name === "" ? null : `${name}|${readText(cell("community")) ?? ""}`;
}

function crosses(a: readonly number[], b: readonly number[]): boolean {
  const turn = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  const [ax, ay, bx, by] = a;
  const [cx, cy, dx, dy] = b;
  return (
    turn(ax, ay, bx, by, cx, cy) !== turn(ax, ay, bx, by, dx, dy) &&
    turn(cx, cy, dx, dy, ax, ay) !== turn(cx, cy, dx, dy, bx, by)
  );
}

/** Segments of streets, findable by box. */
function createStreetTest(streets: readonly ArrayLike<number>[]) {
  const segments: [number, number, number, number][] = [];
  for (const line of streets) {
    for (let i = 0; i + 3 < line.length; i += 2) {
      segments.push([line[i], line[i + 1], line[i + 2], line[i + 3]]);
    }
  }
  if (segments.length === 0) return () => false;
  const tree = new Flatbush(segments.length);
  for (const [ax, ay, bx, by] of segments) {
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  tree.finish();
  return (path: readonly [number, number, number, number]) => {
    const [ax, ay, bx, by] = path;
    const near = tree.search(
      Math.min(ax, bx),
      Math.min(ay, by),
      Math.max(ax, bx),
      Math.max(ay, by),
    );
    return near.some((i) => crosses(path, segments[i]));
  };
}

function middleOf([west, south, east, north]: Building["box"]): [number, number] {
  return [(west + east) / 2, (south + north) / 2];
}

/** Blocks: buildings joined to near ones without a street between their middles. */
function groupByBlock(
  buildings: readonly Building[],
  streets: readonly ArrayLike<number>[],
): number[] {
  const parent = buildings.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root];
    parent[i] = root;
    return root;
  };
  const isCut = createStreetTest(streets);
  const tree = new Flatbush(buildings.length);
  for (const { box } of buildings) tree.add(...box);
  tree.finish();
  buildings.forEach(({ box: [west, south, east, north] }, i) => {
    const near = tree.search(
      west - BLOCK_GAP_M,
      south - BLOCK_GAP_M,
      east + BLOCK_GAP_M,
      north + BLOCK_GAP_M,
    );
    for (const j of near) {
      if (j <= i || find(i) === find(j)) continue;
      if (isCut([...middleOf(buildings[i].box), ...middleOf(buildings[j].box)])) continue;
      const [a, b] = [find(i), find(j)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  });
  return parent.map((_, i) => find(i));
}

function groupAll(
  buildings: readonly Building[],
  {
    columns,
    group,
    streets,
  }: { columns: Columns; group: BuildingGroup; streets: readonly ArrayLike<number>[] },
): Building[][] {
  const keys =
    group === "block"
      ? groupByBlock(buildings, streets).map(String)
      : buildings.map((building, i) => keyOf(building, columns, group) ?? `#${i}`);
  const groups = new Map<string, Building[]>();
  buildings.forEach((building, i) => {
    const list = groups.get(keys[i]);
    if (list) list.push(building);
    else groups.set(keys[i], [building]);
  });
  return [...groups.values()];
}

/** Ground of a group: buildings grown until they meet and shrunk again but for a yard. */
function groundOf(group: readonly Building[], projection: LocalProjection): Polygon | MultiPolygon {
  const paths: Paths64 = group.flatMap(({ rings }) =>
    rings.map((ring) => {
      const path: Path64 = [];
      for (let i = 0; i < ring.length; i += 2) {
        path.push({ x: Math.round(ring[i] * GRID), y: Math.round(ring[i + 1] * GRID) });
      }
      return path;
    }),
  );
  const out = CLOSING_M * GRID;
  const back = (YARD_M - CLOSING_M) * GRID;
  const grown = inflatePaths(unitePaths(paths), out, JoinType.Miter, EndType.Polygon, 2);
  const closed = inflatePaths(levelPaths(grown), back, JoinType.Miter, EndType.Polygon, 2);
  const outers = closed.filter((path) => areaOf(path) > 0).map((path) => toRing(path, projection));
  return outers.length === 1
    ? { type: "Polygon", coordinates: [outers[0]] }
    : { type: "MultiPolygon", coordinates: outers.map((ring) => [ring]) };
}

function areaOf(path: Path64): number {
  let twice = 0;
  path.forEach(({ x, y }, i) => {
    const next = path[(i + 1) % path.length];
    twice += x * next.y - next.x * y;
  });
  return twice / 2;
}

function toRing(path: Path64, projection: LocalProjection): Position[] {
  const round8 = (value: number) => Math.round(value * 1e8) / 1e8;
  const ring = path.map(({ x, y }): Position => {
    const [lon, lat] = unproject(projection, x / GRID, y / GRID);
    return [round8(lon), round8(lat)];
  });
  return [...ring, ring[0]];
}

/** Fields of which the one that most floor area has is taken. */
const COMMON: readonly ColumnField[] = [
  "compound_id",
  "name",
  "community",
  "community_code",
  "street",
  "mgmt_mode",
  "company",
  "fee",
  "collection",
  "built_year",
];

function mergeCells(group: readonly Building[], columns: Columns): Record<string, unknown> {
  const rows = group.map(({ one }) => one.feature.properties);
  const weights = weighBuildings(rows, columns);
  const merged: Record<string, unknown> = {};
  for (const field of COMMON) {
    const column = columns.get(field);
    const value = column === undefined ? undefined : commonCell(rows, column, weights);
    if (value !== undefined) merged[field] = value;
  }
  for (const [ledgerField, field] of QUANTITY_FIELDS) {
    const column = columns.get(field);
    if (column === undefined || !SUMMED.has(field)) continue;
    const sum = sumCells(rows, ledgerField, column);
    if (sum !== null) merged[field] = sum;
  }
  return { ...merged, buildings: group.length };
}

/**
 * Puts buildings together to compounds by the compound's name (within its 社区), its id, or street
 * block. Households, floor area, parking, cars, lifts and funds add up; of texts and years the one with most
 * floor area stands. Boundaries are the buildings' closing and marked approximate.
 * @param streets middle lines of streets, metres on the plane, for blocks
 */
export function groupBuildings(
  layer: Layer,
  {
    group,
    streets,
    projection,
  }: {
    readonly group: BuildingGroup;
    readonly streets: readonly ArrayLike<number>[];
    readonly projection: LocalProjection;
  },
  log: IssueLog,
): Layer {
  const buildings = openBuildings(layer.features, projection);
  if (buildings.length === 0) return layer;
  const groups = groupAll(buildings, { columns: layer.columns, group, streets });
  const features = groups.map((members): LabelledFeature => {
    const properties = mergeCells(members, layer.columns);
    const geometry = groundOf(members, projection);
    const name = readText(properties.name) || null;
    const id = readId(properties.compound_id) ?? name ?? members[0].one.label.id;
    return {
      feature: { type: "Feature", properties, geometry },
      label: { id, name },
      approximate: true,
    };
  });
  const args = { n: buildings.length, m: groups.length };
  log.add("warning", "buildings-grouped", { source: layer.source, args });
  const headers = [...new Set(features.flatMap(({ feature }) => Object.keys(feature.properties)))];
  const context = { source: layer.source, fieldMap: null };
  return { ...layer, features, columns: matchColumns(headers, context, createIssueLog()) };
}

/** Features share names so often that they are probably buildings. */
const MANY = 0.5;

/** Says when a layer of compounds looks like one of single buildings. */
export function reportBuildings({ source, features, columns }: Layer, log: IssueLog): void {
  const column = columns.get("name");
  if (column === undefined || !columns.has("building") || features.length < 4) return;
  const names = features.map(({ feature }) => readText(cellOf(feature.properties, column)) ?? "");
  const m = new Set(names).size;
  if (m > names.length * MANY) return;
  log.add("warning", "looks-like-buildings", { source, args: { n: names.length, m } });
}
