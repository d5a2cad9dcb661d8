import type { Geometry, Position } from "geojson";
import { type LocalProjection, projectTo } from "../geometry/projection.ts";
import {
  CLASS_HEADERS,
  type Classified,
  classify,
  HARD_WIDTH_M,
  WIDTH_HEADERS,
} from "./barrier-classes.ts";
import { digestTexts } from "./digest.ts";
import type { IssueLog } from "./issue-log.ts";
import { type GroundBox, isNear, REACH_KM } from "./near-ground.ts";
import { type KnownKeys, plainKeys } from "./plain-keys.ts";
import { type Layer, type Properties, readId } from "./read-layer.ts";
import { readQuantity, readText } from "./read-value.ts";
import { polygonsOf } from "./repair-geometry.ts";
import type { LabelledFeature } from "./resolve-positions.ts";
import type { Barrier, BarrierClass } from "./world.ts";

const WATER_NAME = /water|river|lake|canal|河|水|湖|渠|江/i;

/** What is counted over a file before it is said once. */
interface FileNotes {
  readonly unknown: Map<string, number>;
  inferred: number;
  bare: number;
  outside: number;
}

interface Judged extends Classified {
  readonly sourceClass: string;
}

function textOf(properties: Properties, headers: readonly string[]): string | null {
  for (const header of headers) {
    const text = Object.hasOwn(properties, header) ? readText(properties[header]) : null;
    if (text !== null && text !== "") return text;
  }
  return null;
}

const NO_TUNNEL = /^(?:|f|n|no|false|0|否|无)$/;

/** A tunnel (or culvert) is no barrier on the surface. */
function isUnderground(properties: Properties): boolean {
  return ["tunnel", "隧道"].some((header) => {
    const raw = Object.hasOwn(properties, header) ? properties[header] : null;
    if (typeof raw !== "string" && typeof raw !== "boolean" && typeof raw !== "number")
      return false;
    return !NO_TUNNEL.test(String(raw).trim().toLowerCase());
  });
}

function widthOf(properties: Properties): number | null {
  for (const header of WIDTH_HEADERS) {
    const raw = Object.hasOwn(properties, header) ? properties[header] : null;
    const text = typeof raw === "string" ? raw.replace(/(?:m|米)\s*$/i, "") : raw;
    const reading = readQuantity(text, "blank");
    if (reading.kind === "value") return reading.value.value;
  }
  return null;
}

/** Class of a feature: by its class words, else its width, else by being a bare area or line. */
function judge(
  properties: Properties,
  of: Pick<BarrierContext, "waterFile" | "notes" | "classes"> & { readonly area: boolean },
): Judged {
  const { area, waterFile, notes, classes } = of;
  const words = CLASS_HEADERS.map((header) => textOf(properties, [header]));
  for (const word of words) {
    const found = word === null ? null : classify(word, classes);
    if (word !== null && found !== null) return { ...found, sourceClass: word };
  }
  const sourceClass = words.find((word) => word !== null) ?? "";
  const width = widthOf(properties);
  if (width !== null) {
    notes.inferred += 1;
    const barrierClass = width >= HARD_WIDTH_M ? "hard" : "free";
    return { kind: waterFile ? "water" : "road", barrierClass, sourceClass };
  }
  if (waterFile || (area && sourceClass === "")) {
    notes.bare += 1;
    return { kind: waterFile ? "water" : "other", barrierClass: "hard", sourceClass };
  }
  notes.unknown.set(sourceClass, (notes.unknown.get(sourceClass) ?? 0) + 1);
  return { kind: area ? "other" : "road", barrierClass: "penalised", sourceClass };
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

interface BarrierContext {
  readonly layer: Layer;
  readonly projection: LocalProjection;
  readonly waterFile: boolean;
  readonly keys: KnownKeys;
  readonly notes: FileNotes;
  readonly classes: BarrierTerms["classes"];
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
  const name = textOf(properties, ["name", "名称", "道路名称"]);
  const ownId =
    readId(feature.id) ?? textOf(properties, ["barrier_id", "osm_id", "id"])?.slice(0, 100) ?? null;
  const shapes = [
    { area: true, parts: rings },
    { area: false, parts: lines },
  ];
  return shapes
    .filter(({ parts }) => parts.length > 0)
    .map(({ area, parts }): KeyedBarrier => {
      const judged = judge(properties, { area, ...context });
      const barrierClass = isUnderground(properties) ? "free" : judged.barrierClass;
      const shape = JSON.stringify(parts);
      const id = ownId ?? `b-${digestTexts([shape]).slice(0, 10)}`;
      const { kind, sourceClass } = judged;
      const paths = parts.map((part) => projectPath(part, area, projection));
      const content = JSON.stringify([kind, barrierClass, sourceClass, name, id, area, shape]);
      return { barrier: { id, name, kind, barrierClass, sourceClass, area, paths }, content };
    });
}

function reportNotes({ source, features }: Layer, notes: FileNotes, log: IssueLog): void {
  const { inferred, bare, outside } = notes;
  if (inferred > 0) {
    const args = { n: inferred, limitM: HARD_WIDTH_M };
    log.add("info", "barrier-class-inferred", { source, args });
  }
  if (bare > 0) log.add("info", "barrier-bare-areas", { source, args: { n: bare } });
  // A layer that lies apart as a whole is another matter.
  if (outside > 0 && outside < features.length) {
    log.add("info", "barriers-outside", { source, args: { n: outside, km: REACH_KM } });
  }
  for (const [value, n] of notes.unknown) {
    if (value === "") {
      log.add("warning", "barrier-class-missing", { source, args: { n } });
      continue;
    }
    log.add("warning", "barrier-class-unknown", { source, args: { value: value.slice(0, 60), n } });
  }
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
}

/**
 * Lines and areas that may sever adjacency, in an order that does not depend on the order of features
 * (kind, class, name, shape). Unknown classes, classes inferred from the
 * width, bare areas and features far from every compound become issues.
 */
export function readBarriers(
  layers: readonly Layer[],
  { projection, ground, classes }: BarrierTerms,
  log: IssueLog,
): KeyedBarrier[] {
  const all: KeyedBarrier[] = [];
  for (const layer of layers) {
    const notes: FileNotes = { unknown: new Map(), inferred: 0, bare: 0, outside: 0 };
    const waterFile = WATER_NAME.test(layer.source);
    const keys: KnownKeys = new Map();
    const context = { layer, projection, waterFile, keys, notes, classes };
    for (const one of layer.features) {
      if (ground !== null && !isNear(one.feature.geometry, ground)) notes.outside += 1;
      else all.push(...buildBarriers(one, context, log));
    }
    reportNotes(layer, notes, log);
  }
  all.sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0));
  return withUniqueIds(all);
}
