import { eachInSteps, finish, type Steps, untold, within } from "../base/steps.ts";
import { cellOf } from "./cell-of.ts";
import { type CheckedFeature, checkFeature } from "./check-feature.ts";
import { firstPosition } from "./coordinate-system.ts";
import { isObject, memberOf } from "./formats/json-members.ts";
import type { FeatureFile } from "./formats/read-geojson.ts";
import type { FeatureLabel, IssueLog } from "./issue-log.ts";
import { type Columns, type FieldMap, isPersonalHeader, matchColumns } from "./ledger-columns.ts";
import { PersonalCount, withoutPersonal } from "./personal-data.ts";
import { choosePositions, middlePosition, type PositionSurvey } from "./position-reading.ts";
import { readText } from "./read-value.ts";
import { type LabelledFeature, resolvePositions } from "./resolve-positions.ts";
import type { FileReading } from "./world.ts";

/** One property bag of a file, as read. */
export type Properties = Readonly<Record<string, unknown>>;

/** A GeoJSON file behind the gate: checked features in WGS 84 and what its columns mean. */
export interface Layer {
  readonly source: string;
  readonly features: readonly LabelledFeature[];
  readonly columns: Columns;
  /** headers refused as personal data */
  readonly refused: ReadonlySet<string>;
  /** features found, good or bad */
  readonly featuresRead: number;
  readonly synthetic: boolean;
  readonly survey: PositionSurvey;
  /** `[lon, lat]` of some of its positions as they were read */
  readonly points: readonly (readonly [number, number])[];
  /** names of its columns, sorted */
  readonly headers: readonly string[];
}

/** How a layer is to be read. */
export interface LayerOptions {
  readonly fieldMap: FieldMap | null;
  readonly crs: string | null;
  /** what a person decided about this file */
  readonly byHand: FileReading | null;
}

/** All headers that occur in the rows, sorted. */
export function collectHeaders(rows: readonly unknown[]): string[] {
  const headers = new Set<string>();
  for (const row of rows) {
    if (typeof row !== "object" || row === null || Array.isArray(row)) continue;
    for (const key of Object.keys(row)) headers.add(key);
  }
  return [...headers].sort();
}

/** Headers of personal data; each is reported with the number of values refused or hidden, never a value. */
export function refusePersonalData(
  headers: readonly string[],
  { source, rows }: { source: string; rows: readonly unknown[] },
  log: IssueLog,
): ReadonlySet<string> {
  return finish(refuseInSteps(headers, { source, rows }, log));
}

function* refuseInSteps(
  headers: readonly string[],
  { source, rows }: { source: string; rows: readonly unknown[] },
  log: IssueLog,
): Steps<ReadonlySet<string>> {
  const count = new PersonalCount();
  yield* untold(
    eachInSteps(rows, (row) => {
      if (isObject(row)) for (const header of headers) count.add(header, row[header]);
    }),
  );
  // What was taken out when a container was opened has been reported then, and is not met again.
  for (const { severity, code, args } of count.notes()) log.add(severity, code, { source, args });
  return new Set([...count.refused(), ...headers.filter(isPersonalHeader)]);
}

/** Id as text: numbers lose a trailing `.0`, blanks give null. */
export function readId(raw: unknown): string | null {
  const text = readText(raw);
  return text === null || text === "" ? null : text.replace(/^(\d+)\.0+$/, "$1").slice(0, 100);
}

/** The id a feature brings: its id column, else the feature's own id, else `osm_id`. */
export function idOf(feature: unknown, columns: Columns): string | null {
  const properties = memberOf(feature, "properties");
  return (
    readId(cellOf(properties, columns.get("compound_id"))) ??
    readId(memberOf(feature, "id")) ??
    readId(memberOf(properties, "osm_id"))
  );
}

function labelOf(feature: unknown, index: number, columns: Columns): FeatureLabel {
  const name = readText(cellOf(memberOf(feature, "properties"), columns.get("name")));
  const short = name === null || name === "" ? null : name.slice(0, 60);
  return { id: idOf(feature, columns) ?? short ?? `#${index}`, name: short };
}

/** `序号` and `id` number the rows of many files; they are ids only when no value repeats. */
function dropRepeatedIds(columns: Columns, rows: readonly unknown[]): Columns {
  const column = columns.get("compound_id");
  if (column === undefined || !["id", "序号"].includes(column.header.trim().toLowerCase())) {
    return columns;
  }
  const values = rows.map((row) => readId(cellOf(row, column))).filter((id) => id !== null);
  if (new Set(values).size === values.length) return columns;
  return new Map([...columns].filter(([field]) => field !== "compound_id"));
}

function firstPositions(features: readonly LabelledFeature[]): [number, number][] {
  return features
    .map(({ feature }) => firstPosition(feature.geometry))
    .filter((position) => position !== null);
}

/** Tables and shapefiles without `.prj` say nothing of their coordinates; GeoJSON and KML are WGS 84. */
function isUnsettled({ declared, decided, format }: PositionSurvey): boolean {
  const silent = format === "table" || format === "shapefile";
  return silent && declared === null && decided === null;
}

function hidePersonal(feature: unknown, refused: ReadonlySet<string>): unknown {
  const properties = memberOf(feature, "properties");
  if (!isObject(properties) || !isObject(feature)) return feature;
  const kept = withoutPersonal(properties, refused);
  return kept === properties ? feature : { ...feature, properties: kept };
}

/** Share of the work that goes into checking. */
const CHECKED = 0.7;

/** Checks every feature of a file and brings it to WGS 84; faults become issues. */
export function* readLayer(file: FeatureFile, options: LayerOptions, log: IssueLog): Steps<Layer> {
  const source = file.name;
  const rows = file.features.map((feature) => memberOf(feature, "properties"));
  const headers = collectHeaders(rows);
  const refused = yield* refuseInSteps(headers, { source, rows }, log);
  const accepted = headers.filter((header) => !refused.has(header));
  const { fieldMap, byHand } = options;
  const matched = matchColumns(accepted, { source, fieldMap, byHand }, log);
  const columns = dropRepeatedIds(matched, rows);
  const checked: LabelledFeature[] = [];
  yield 0;
  const checking = eachInSteps(file.features, (given, i) => {
    const raw = hidePersonal(given, refused);
    const label = labelOf(raw, i, columns);
    const feature: CheckedFeature | null = checkFeature(
      raw,
      { source, label, depth: file.depth },
      log,
    );
    if (feature) checked.push({ feature, label });
  });
  yield* within(checking, 0, CHECKED);
  const asked = byHand?.crs ?? options.crs;
  const context = { source, declared: file.crs, asked, swapped: byHand?.swapped === true };
  const written = firstPositions(checked);
  const survey: PositionSurvey = {
    declared: file.crs,
    decided: asked ?? null,
    swapped: context.swapped,
    format: file.format,
    sample: middlePosition(written),
    written: choosePositions(written),
  };
  yield CHECKED;
  const features = yield* within(resolvePositions(checked, context, log), CHECKED, 1);
  if (isUnsettled(survey) && features.length > 0) log.add("warning", "crs-to-confirm", { source });
  const { synthetic } = file;
  const featuresRead = file.features.length;
  const points = choosePositions(firstPositions(features));
  return { source, features, columns, refused, featuresRead, synthetic, survey, points, headers };
}

/** The properties without refused columns and hidden numbers; keys such as `__proto__` stay plain own properties. */
export function keepProperties(properties: Properties, refused: ReadonlySet<string>): Properties {
  return withoutPersonal(properties, refused);
}
