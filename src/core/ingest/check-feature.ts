/// <reference path="./geojson-validation.d.ts" />
import type { Feature, Geometry } from "geojson";
import validator from "geojson-validation";
import type { IssueCode } from "../base/issue.ts";
import { isObject, memberOf } from "./formats/json-members.ts";
import { type FeatureLabel, type IssueLog, quoteInput } from "./issue-log.ts";

/** Where a feature stands, for its issues. */
export interface FeaturePlace {
  readonly source: string;
  readonly label: FeatureLabel;
  /** deepest nesting of the whole file */
  readonly depth: number;
}

/** A feature with a geometry of known type and finite coordinates. */
export type CheckedFeature = Feature<Geometry, Readonly<Record<string, unknown>>>;

interface Fault {
  readonly code: IssueCode;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** Levels of arrays around a position. */
const LEVELS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** Deepest nesting of a feature that is still read. */
const MAX_DEPTH = 64;

function isDeeperThan(value: unknown, limit: number): boolean {
  const stack: [unknown, number][] = [[value, 0]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [item, depth] = top;
    if (typeof item !== "object" || item === null) continue;
    if (depth >= limit) return true;
    for (const child of Object.values(item)) stack.push([child, depth + 1]);
  }
  return false;
}

interface Tally {
  misnested: number;
  notNumbers: number;
  example: string;
}

function scanPosition(position: unknown, tally: Tally): void {
  if (!Array.isArray(position) || position.length < 2) {
    tally.misnested += 1;
    return;
  }
  for (const part of position) {
    if (Number.isFinite(part)) continue;
    if (Array.isArray(part) || isObject(part)) {
      tally.misnested += 1;
    } else {
      if (tally.notNumbers === 0) tally.example = quoteInput(part);
      tally.notNumbers += 1;
    }
  }
}

function scanCoordinates(value: unknown, levels: number, tally: Tally): void {
  if (levels === 0) {
    scanPosition(value, tally);
    return;
  }
  if (!Array.isArray(value) || value.length === 0) {
    tally.misnested += 1;
    return;
  }
  for (const item of value) scanCoordinates(item, levels - 1, tally);
}

function findGeometryFault(geometry: unknown): Fault | null {
  if (geometry === null || geometry === undefined) return { code: "no-geometry" };
  const type = memberOf(geometry, "type");
  if (typeof type !== "string") return { code: "feature-malformed" };
  if (type === "GeometryCollection") {
    const parts = memberOf(geometry, "geometries");
    if (!Array.isArray(parts)) return { code: "coordinates-malformed" };
    for (const part of parts) {
      const fault = findGeometryFault(part);
      if (fault) return fault;
    }
    return null;
  }
  if (!Object.hasOwn(LEVELS, type)) {
    return { code: "geometry-type", args: { found: quoteInput(type), needed: "GeoJSON geometry" } };
  }
  const tally = { misnested: 0, notNumbers: 0, example: "" };
  scanCoordinates(memberOf(geometry, "coordinates"), LEVELS[type], tally);
  if (tally.misnested > 0) return { code: "coordinates-malformed" };
  if (tally.notNumbers === 0) return null;
  return { code: "coordinates-not-numbers", args: { n: tally.notNumbers, value: tally.example } };
}

/** What geojson-validation finds but our own repair or reading takes care of, with its own issue. */
const HANDLED_LATER =
  /first and last positions must be equivalent|must have at least four positions|name "properties"/;

function validate(feature: unknown): string[] {
  try {
    const faults = validator.isFeature(feature, true);
    return faults.filter((fault) => !HANDLED_LATER.test(fault));
  } catch (error) {
    return [String(error)];
  }
}

function propertiesOf(feature: unknown, place: FeaturePlace, log: IssueLog) {
  const properties = memberOf(feature, "properties");
  if (isObject(properties)) return properties;
  if (properties !== null) {
    log.add("warning", "properties-missing", { source: place.source, feature: place.label });
  }
  return {};
}

function findFault(feature: unknown, fileDepth: number): Fault | null {
  if (memberOf(feature, "type") !== "Feature") return { code: "feature-malformed" };
  if (fileDepth > MAX_DEPTH && isDeeperThan(feature, MAX_DEPTH)) {
    return { code: "feature-too-deep", args: { limit: MAX_DEPTH } };
  }
  return findGeometryFault(memberOf(feature, "geometry"));
}

/**
 * The gate every feature passes (RFC 7946 by geojson-validation). Faults that no repair can mend
 * become an error and null. Our own scan comes first: it names the fault in both languages and keeps
 * hopeless input away from the library, whose time grows with the square of the faults it finds.
 */
export function checkFeature(
  feature: unknown,
  place: FeaturePlace,
  log: IssueLog,
): CheckedFeature | null {
  const where = { source: place.source, feature: place.label };
  const fault = findFault(feature, place.depth);
  if (fault) {
    log.add("error", fault.code, { ...where, args: fault.args ?? {} });
    return null;
  }
  const faults = validate(feature);
  if (faults.length > 0) {
    const onlyBox = faults.every((text) => text.startsWith("bbox"));
    const args = { detail: faults[0].slice(0, 200) };
    log.add(onlyBox ? "warning" : "error", "geojson-invalid", { ...where, args });
    if (!onlyBox) return null;
  }
  const { id, geometry } = feature as Feature;
  const properties = propertiesOf(feature, place, log);
  const checked = { type: "Feature", geometry, properties } as const;
  return id === undefined ? checked : { ...checked, id };
}
