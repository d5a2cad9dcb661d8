import type { Geometry, Position } from "geojson";
import { type LocalProjection, projectTo } from "../geometry/projection.ts";
import { classHeadersOf } from "./class-column.ts";
import { digestTexts } from "./digest.ts";
import type { IssueLog } from "./issue-log.ts";
import {
  createNotes,
  type JudgeContext,
  judge,
  nameOf,
  reportNotes,
  textOf,
} from "./judge-barrier.ts";
import { type GroundBox, isNear, REACH_KM } from "./near-ground.ts";
import { type KnownKeys, plainKeys } from "./plain-keys.ts";
import { type Layer, type Properties, readId } from "./read-layer.ts";
import { polygonsOf } from "./repair-geometry.ts";
import type { LabelledFeature } from "./resolve-positions.ts";
import { nounOf } from "./roles/name-noun.ts";
import type { Barrier, BarrierClass, FileReading } from "./world.ts";

const NO_TUNNEL = /^(?:|f|n|no|false|0|否|无)$/;

/** A tunnel (or culvert) is no barrier on the surface, and neither is a line laid below it. */
function isUnderground(properties: Properties): boolean {
  if (/地下|隧道/.test(textOf(properties, ["敷设方式", "敷设形式"]) ?? "")) return true;
  return ["tunnel", "隧道"].some((header) => {
    const raw = Object.hasOwn(properties, header) ? properties[header] : null;
    if (typeof raw !== "string" && typeof raw !== "boolean" && typeof raw !== "number")
      return false;
    return !NO_TUNNEL.test(String(raw).trim().toLowerCase());
  });
}

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === "LineString") return [geometry.coordinates];
  if (geometry.type === "MultiLineString") return geometry.coordinates;
  return geometry.type === "GeometryCollection" ? geometry.geometries.flatMap(linesOf) : [];
}

function projectPath(
  positions: readonly Position[],
  area: boolean,
  projection: LocalProjection,
): Float64Array {
  const first = positions[0];
  const last = positions[positions.length - 1];
  const open = area && (first[0] !== last[0] || first[1] !== last[1]);
  const points = open ? [...positions, first] : positions;
  const path = new Float64Array(points.length * 2);
  points.forEach(([lon, lat], i) => {
    projectTo(projection, lon, lat, path, i * 2);
  });
  return path;
}

/** A barrier with what orders it and enters the data hash. */
export interface KeyedBarrier {
  readonly barrier: Barrier;
  readonly content: string;
}

interface BarrierContext extends Omit<JudgeContext, "area"> {
  readonly layer: Layer;
  readonly projection: LocalProjection;
  readonly keys: KnownKeys;
}

function buildBarriers(
  { feature, label }: LabelledFeature,
  context: BarrierContext,
  log: IssueLog,
) {
  const { layer, projection } = context;
  const { geometry } = feature;
  const properties = plainKeys(feature.properties, context.keys);
  const rings = polygonsOf(geometry).flat();
  const lines = linesOf(geometry);
  if (rings.length + lines.length === 0) {
    const args = { found: geometry.type, needed: "LineString / Polygon" };
    log.add("error", "geometry-type", { source: layer.source, feature: label, args });
  }
  const name = nameOf(properties);
  const ownId =
    readId(feature.id) ?? textOf(properties, ["barrier_id", "osm_id", "id"])?.slice(0, 100) ?? null;
  const shapes = [
    { area: true, parts: rings },
    { area: false, parts: lines },
  ];
  return shapes
    .filter(({ parts }) => parts.length > 0)
    .flatMap(({ area, parts }): KeyedBarrier[] => {
      const judged = judge(properties, { area, ...context });
      if (judged === null) return [];
      const barrierClass = isUnderground(properties) ? "free" : judged.barrierClass;
      const shape = JSON.stringify(parts);
      const id = ownId ?? `b-${digestTexts([shape]).slice(0, 10)}`;
      const { kind, sourceClass } = judged;
      const paths = parts.map((part) => projectPath(part, area, projection));
      const content = JSON.stringify([kind, barrierClass, sourceClass, name, id, area, shape]);
      return [{ barrier: { id, name, kind, barrierClass, sourceClass, area, paths }, content }];
    });
}

/** Ids are made unique in the canonical order. */
function withUniqueIds(keyed: readonly KeyedBarrier[]): KeyedBarrier[] {
  const seen = new Map<string, number>();
  return keyed.map(({ barrier, content }) => {
    const n = (seen.get(barrier.id) ?? 0) + 1;
    seen.set(barrier.id, n);
    return n === 1
      ? { barrier, content }
      : { barrier: { ...barrier, id: `${barrier.id}~${n}` }, content };
  });
}

/** What barrier layers are read under. */
export interface BarrierTerms {
  readonly projection: LocalProjection;
  /** null: nothing is too far away */
  readonly ground: GroundBox | null;
  /** class words that mean something else here */
  readonly classes: Readonly<Record<string, BarrierClass>>;
  /** what a person decided about a file */
  readonly decisionOn: (source: string) => FileReading | null;
}

/**
 * Lines and areas that may sever adjacency, in an order that does not depend on the order of features
 * (kind, class, name, shape). Unknown classes, classes told by width or name, bare areas, parcels of
 * land and features far from every compound become issues.
 */
export function readBarriers(
  layers: readonly Layer[],
  { projection, ground, classes, decisionOn }: BarrierTerms,
  log: IssueLog,
): KeyedBarrier[] {
  const all: KeyedBarrier[] = [];
  for (const layer of layers) {
    const notes = createNotes();
    let outside = 0;
    const waterFile = nounOf(layer.source) === "water";
    const keys: KnownKeys = new Map();
    const headers = classHeadersOf(layer, decisionOn(layer.source));
    const context = { layer, projection, waterFile, keys, notes, classes, headers };
    for (const one of layer.features) {
      if (ground !== null && !isNear(one.feature.geometry, ground)) outside += 1;
      else all.push(...buildBarriers(one, context, log));
    }
    const { source, features } = layer;
    reportNotes(source, notes, log);
    // A layer that lies apart as a whole is another matter.
    if (outside > 0 && outside < features.length)
      log.add("info", "barriers-outside", { source, args: { n: outside, km: REACH_KM } });
  }
  all.sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0));
  return withUniqueIds(all);
}
