import { finish, type Steps, within } from "../base/steps.ts";
import { buildPolygonSetInSteps } from "../geometry/build-polygon-set.ts";
import { findOverlaps } from "../geometry/find-overlaps.ts";
import type { PolygonSet } from "../geometry/polygon-set.ts";
import { type LocalProjection, unproject } from "../geometry/projection.ts";
import { assignCommunities } from "./assign-communities.ts";
import { classColumnOf } from "./class-column.ts";
import { eachPosition } from "./coordinate-system.ts";
import { describePositions } from "./describe-positions.ts";
import { detectShift, type ShiftFound } from "./detect-shift.ts";
import { canonicalJson, digestInSteps } from "./digest.ts";
import { type FeatureFile, readGeojson, readParsed } from "./formats/read-geojson.ts";
import { isJsonLines } from "./formats/read-json-lines.ts";
import { isJsonText, readLedgerRows } from "./formats/read-ledger-rows.ts";
import { createIssueLog, type FeatureLabel, type IssueLog } from "./issue-log.ts";
import type { ColumnReading, FileColumns } from "./join/ledger-reading.ts";
import { splitName } from "./join/normalise-name.ts";
import { readColumns, reportUnsplit } from "./join/read-columns.ts";
import { keepHousing } from "./keep-housing.ts";
import { type FieldMap, readFieldMap, reportUnfound } from "./ledger-columns.ts";
import { type GroundBox, reportApart } from "./near-ground.ts";
import { nestStreets } from "./nest-streets.ts";
import type { PlainCompound } from "./plain-compound.ts";
import { shapeCompounds } from "./plots/shape-compounds.ts";
import { type KeyedBarrier, readBarriers } from "./read-barriers.ts";
import { readCommunities } from "./read-communities.ts";
import { placeCompound, readCompounds, type UnplacedCompound } from "./read-compounds.ts";
import { type KeyedCrossing, readCrossings } from "./read-crossings.ts";
import { type Layer, type LayerOptions, readLayer } from "./read-layer.ts";
import { reportUnits } from "./report-units.ts";
import { tellOwnProduct } from "./roles/own-products.ts";
import { isTableText } from "./table/table.ts";
import { readTableFeatures } from "./table/table-features.ts";
import type {
  Community,
  Compound,
  FileReading,
  ParsedFile,
  ReadOptions,
  SourceFile,
  SourceRole,
  World,
} from "./world.ts";

/** A file as text, or parsed while it was read. */
type ReadFile = SourceFile | ParsedFile;

/** Compounds that fit the barriers better in another system: said, never acted upon. */
function reportShift(layers: readonly Layer[], found: ShiftFound | null, log: IssueLog): void {
  if (found === null) return;
  const { crs, n, m } = found;
  for (const { source } of layers) {
    log.add("warning", "coordinates-shifted", { source, args: { crs, n, m } });
  }
}

/** Overlap from this share of the smaller compound on is a fault, below it a sliver. */
const OVERLAP_SHARE = 0.2;

function readFile(source: ReadFile, options: LayerOptions, log: IssueLog): FeatureFile | null {
  if ("parsed" in source) return readParsed(source, log);
  const { text, name } = source;
  if (!isTableText(text) && isJsonText(text)) return readGeojson(source, log);
  if (isJsonLines(text)) return readGeojson(source, log);
  if (!isTableText(text) && !looksSeparated(text)) return readGeojson(source, log);
  const raw = readLedgerRows(source, log);
  if (raw === null || raw.kind === "rows") return null;
  const context = { source: name, fieldMap: options.fieldMap, byHand: options.byHand };
  const features = readTableFeatures(raw.sheets, context, log);
  return { name, features, crs: null, synthetic: false, depth: 0, format: "table" };
}

/** Several lines of separated values, the first one being no beginning of anything else. */
function looksSeparated(text: string): boolean {
  const head = text.slice(0, 20_000).trimStart();
  return !/^[<{[]/.test(head) && /^[^\n]*[,;\t][^\n]*\n/.test(head);
}

function* readLayers(
  sources: readonly ReadFile[],
  {
    role,
    fieldMap,
    options,
  }: { role: SourceRole; fieldMap: FieldMap | null; options: ReadOptions },
  log: IssueLog,
): Steps<Layer[]> {
  const layers: Layer[] = [];
  for (const source of sources) {
    if (source.role !== role) continue;
    const layerOptions = { fieldMap, crs: options.crs, byHand: decisionOn(source, options) };
    const file = readFile(source, layerOptions, log);
    if (file !== null) layers.push(yield* readLayer(file, layerOptions, log));
  }
  return layers;
}

function decisionOn(
  { name }: Pick<SourceFile, "name">,
  { files = {} }: ReadOptions,
): FileReading | null {
  return Object.hasOwn(files, name) ? files[name] : null;
}

/** How the columns of a layer's features were understood. */
function* describeColumns({
  source,
  headers,
  columns,
  refused,
  features,
}: Layer): Steps<FileColumns> {
  const rows = features.map(({ feature }, i) => ({ number: i + 1, row: feature.properties }));
  const read: ColumnReading[] = [];
  for (const header of headers) {
    yield 0;
    read.push(...readColumns({ name: "", headers: [header], rows }, columns, refused));
  }
  return { source, columns: read };
}

/** A city's roads are described whole; of a province's the column of the class only, for time. */
const MANY_FEATURES = 50_000;

function withClassColumn(layer: Layer, byHand: FileReading | null): Layer {
  const columns = classColumnOf(layer, byHand);
  if (layer.features.length <= MANY_FEATURES) return { ...layer, columns };
  return { ...layer, columns, headers: [...columns.values()].map(({ header }) => header) };
}

function groundOf(compounds: readonly UnplacedCompound[]): GroundBox | null {
  if (compounds.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { compound } of compounds) {
    eachPosition(compound.geometry, ([lon, lat]) => {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    });
  }
  return [west, south, east, north];
}

/** Origin at the middle of the ground, on whole 10⁻⁴ degrees so that small edits do not move it. */
function originOf(ground: GroundBox | null): LocalProjection {
  if (ground === null) return { lon0: 0, lat0: 0 };
  const round4 = (value: number) => Math.round(value * 1e4) / 1e4;
  return { lon0: round4((ground[0] + ground[2]) / 2), lat0: round4((ground[1] + ground[3]) / 2) };
}

/** From this share of the smaller one on it lies inside the other. */
const NESTED_SHARE = 0.95;

/** The root that two names share when they differ by their phase only, or null. */
function findPhase(one: FeatureLabel, other: FeatureLabel): string | null {
  if (one.name === null || other.name === null) return null;
  const [a, b] = [splitName(one.name), splitName(other.name)];
  return a.root === b.root && a.phase !== b.phase ? a.root : null;
}

function nameFor(other: FeatureLabel, one: FeatureLabel): string {
  return other.name !== null && other.name !== one.name ? other.name : other.id;
}

function* reportOverlaps(
  compounds: readonly UnplacedCompound[],
  { shapes, projection }: { shapes: PolygonSet; projection: LocalProjection },
  log: IssueLog,
): Steps<void> {
  const { pairs, complete, looked } = yield* findOverlaps(shapes);
  for (const { a, b, areaM2, at } of pairs) {
    const share = areaM2 / Math.max(1, Math.min(shapes.areaM2[a], shapes.areaM2[b]));
    const [one, other] = [compounds[a], compounds[b]];
    const where = { source: one.source, feature: one.label, at: unproject(projection, ...at) };
    const percent = Math.min(100, Math.round(share * 1000) / 10);
    const args = { other: nameFor(other.label, one.label), areaM2: Math.round(areaM2), percent };
    const nested = share >= NESTED_SHARE ? findPhase(one.label, other.label) : null;
    if (nested !== null) {
      const inner = shapes.areaM2[a] <= shapes.areaM2[b] ? one : other;
      const outer = inner === one ? other : one;
      const what = { source: inner.source, feature: inner.label, at: where.at };
      log.add("warning", "nested-phase", {
        ...what,
        args: { other: nameFor(outer.label, inner.label) },
      });
      continue;
    }
    if (share > OVERLAP_SHARE) log.add("warning", "overlap", { ...where, args });
    else log.add("info", "overlap-sliver", { ...where, args });
  }
  if (!complete) log.add("warning", "overlap-check-cut-short", { args: { n: looked } });
}

function reportSameNames(compounds: readonly Compound[], log: IssueLog): void {
  const counts = new Map<string, { compound: Compound; n: number }>();
  for (const compound of compounds) {
    if (compound.name === compound.id || compound.community === null) continue;
    const key = JSON.stringify([compound.community, compound.name]);
    const seen = counts.get(key);
    if (seen) seen.n += 1;
    else counts.set(key, { compound, n: 1 });
  }
  for (const { compound, n } of counts.values()) {
    if (n < 2) continue;
    const label = { id: compound.id, name: compound.name };
    const args = { n, community: compound.communityName ?? "" };
    log.add("warning", "duplicate-name", { feature: label, args });
  }
}

function* canonicalTexts(
  compounds: readonly PlainCompound[],
  layers: {
    barriers: readonly KeyedBarrier[];
    crossings: readonly KeyedCrossing[];
    communities: readonly Community[];
  },
): Generator<string> {
  yield `compounds ${compounds.length}`;
  for (const compound of compounds) {
    yield JSON.stringify({ ...compound, properties: undefined, ledgerId: undefined });
    yield canonicalJson(compound.properties);
  }
  for (const { content } of layers.barriers) yield `barrier ${content}`;
  for (const { content } of layers.crossings) yield `crossing ${content}`;
  for (const community of layers.communities) yield `community ${JSON.stringify(community)}`;
}

/** Tables among the scenery are what the program wrote beside its layers. */
function reportOwnProducts(sources: readonly ReadFile[], log: IssueLog): void {
  for (const { name, text } of sources.filter(isText).filter(({ role }) => role === "context")) {
    const code = tellOwnProduct(text);
    if (code !== null) log.add("info", code, { source: name });
  }
}

/** Ledgers are texts; a parsed file among them is none. */
function isText(source: ReadFile): source is SourceFile {
  return "text" in source;
}

/**
 * Reads files into a world. Total: any text gives a world and issues, never a throw. Compounds are
 * sorted by id, every other layer in a canonical order, so that the order of features plays no part.
 * @param sources files with their roles; several files may share a role
 */
export function readWorld(sources: readonly ReadFile[], options: ReadOptions): World {
  return finish(readWorldInSteps(sources, options));
}

/** Shares of the whole: where checking, shapes, and what follows from them end. */
const [CHECKED, SHAPED, MEASURED, ASSIGNED, PLACED] = [0.2, 0.6, 0.64, 0.68, 0.8];

/** As {@link readWorld}, to be left between steps. Whoever leaves it for good keeps nothing of it. */
export function* readWorldInSteps(
  sources: readonly ReadFile[],
  options: ReadOptions,
): Steps<World> {
  const log = createIssueLog();
  const fieldMap = readFieldMap(options.fieldMap, log);
  reportOwnProducts(sources, log);
  const layers = yield* within(
    readLayers(sources, { role: "compounds", fieldMap, options }, log),
    0,
    CHECKED,
  );
  const compoundLayers = layers.map((layer) => keepHousing(layer, log));
  const layersOf = (role: SourceRole) =>
    finish(readLayers(sources, { role, fieldMap: null, options }, log));
  const ledgers = sources
    .filter(isText)
    .filter(({ role }) => role === "ledger")
    .map((file) => ({ file, options: { fieldMap, byHand: decisionOn(file, options) } }));
  const barrierLayers = layersOf("barriers");
  const decided = (name: string) => decisionOn({ name }, options);
  const shaped = shapeCompounds(
    compoundLayers,
    { barriers: barrierLayers, decisionOn: decided },
    log,
  );
  const isLeading = (name: string) => decisionOn({ name }, options)?.leads === true;
  const {
    compounds: unplaced,
    readings,
    surveyed,
  } = yield* within(readCompounds(shaped, { ledgers, isLeading }, log), CHECKED, SHAPED);
  reportUnfound(fieldMap, log);
  if (unplaced.length === 0) log.add("error", "no-compounds", {});
  const ground = groundOf(unplaced);
  const projection = originOf(ground);
  const geometries = unplaced.map(({ compound }) => compound.geometry);
  const shapes = yield* within(buildPolygonSetInSteps(geometries, projection), SHAPED, MEASURED);
  const communityLayers = layersOf("communities");
  const communities = readCommunities(communityLayers, log);
  const claims = unplaced.map(({ source, label, at, communityCode, communityName }) => ({
    source,
    label,
    at,
    code: communityCode,
    name: communityName,
  }));
  const assigning = assignCommunities(claims, { communities, shapes, projection }, log);
  const placed = yield* within(assigning, MEASURED, ASSIGNED);
  const compounds = nestStreets(
    unplaced.map((one, i) => placeCompound(one, placed[i])),
    communities,
    log,
  );
  yield ASSIGNED;
  yield* within(reportOverlaps(unplaced, { shapes, projection }, log), ASSIGNED, PLACED);
  reportSameNames(compounds, log);
  yield PLACED;
  const barriers = readBarriers(
    barrierLayers,
    { projection, ground, classes: options.barrierClasses ?? {}, decisionOn: decided },
    log,
  );
  const barrierList = barriers.map(({ barrier }) => barrier);
  const crossingLayers = layersOf("crossings");
  const crossings = readCrossings(crossingLayers, projection, log);
  reportApart([...barrierLayers, ...crossingLayers, ...communityLayers], ground, log);
  reportShift(compoundLayers, detectShift(shapes, { barriers: barrierList, projection }), log);
  const columns: FileColumns[] = [];
  for (const layer of [...compoundLayers, ...communityLayers]) {
    const described = yield* within(describeColumns(layer), PLACED, PLACED);
    const { source } = layer;
    reportUnsplit(described.columns, source, log);
    reportUnits(described.columns, { source, byHand: decided(source) }, log);
    columns.push(described);
  }
  for (const layer of barrierLayers) {
    const described = withClassColumn(layer, decided(layer.source));
    columns.push(yield* within(describeColumns(described), PLACED, PLACED));
  }
  const digest = digestInSteps(canonicalTexts(compounds, { barriers, crossings, communities }));
  const dataHash = yield* within(digest, PLACED, 1);
  return {
    compounds,
    shapes,
    barriers: barrierList,
    crossings: crossings.map(({ crossing }) => crossing),
    communities,
    projection,
    issues: log.list(),
    dataHash,
    featuresRead: compoundLayers.reduce((sum, { featuresRead }) => sum + featuresRead, 0),
    synthetic: compoundLayers.some(({ synthetic }) => synthetic),
    ledgers: readings,
    columns,
    positions: describePositions(
      [...compoundLayers, ...barrierLayers, ...crossingLayers, ...communityLayers, ...surveyed],
      ground,
    ),
  };
}
