import type { MultiPolygon, Polygon } from "geojson";
import { eachInSteps, mapInSteps, type Steps, within } from "../base/steps.ts";
import type { CommunityOf } from "./assign-communities.ts";
import { assignIds, type Draft, type Identified } from "./assign-ids.ts";
import { cellOf } from "./cell-of.ts";
import { checkLooseRows } from "./check-loose-rows.ts";
import { SourceDifferences, type Teller } from "./compare-sources.ts";
import { completeLedger } from "./complete-ledger.ts";
import { eachPosition } from "./coordinate-system.ts";
import type { SurveyedFile } from "./describe-positions.ts";
import { type Cell, filledCell } from "./filled-cell.ts";
import { findFarAway } from "./find-far-away.ts";
import { memberOf } from "./formats/json-members.ts";
import type { FeatureLabel, IssueLog } from "./issue-log.ts";
import { joinLedger, type LedgerEntry, splitAliases } from "./join/join-ledger.ts";
import type { LedgerReading } from "./join/ledger-reading.ts";
import type { Identity } from "./join/match-rows.ts";
import type { LedgerOptions } from "./join/read-ledger.ts";
import type { ColumnField } from "./ledger-aliases.ts";
import type { Columns } from "./ledger-columns.ts";
import { createLedgerTally, reportTally } from "./ledger-tally.ts";
import type { PlainCompound } from "./plain-compound.ts";
import { readAreas } from "./read-areas.ts";
import { idOf, keepProperties, type Layer, type Properties, readId } from "./read-layer.ts";
import { readFlag, readText } from "./read-value.ts";
import { polygonsOf } from "./repair-geometry.ts";
import type { Compound, SourceFile } from "./world.ts";

/** A compound polygon with the columns of its file and its rows of the ledgers. */
interface CompoundDraft extends Draft {
  readonly columns: Columns;
  readonly refused: ReadonlySet<string>;
  readonly name: string | null;
  /** the one whose cells stand is the last */
  readonly entries: readonly LedgerEntry[];
  /** a person said that its own cells stand before any ledger's */
  readonly leads: boolean;
}

/** A compound but for its community, which needs the projection. */
export interface UnplacedCompound {
  readonly source: string;
  readonly label: FeatureLabel;
  readonly at: readonly [number, number];
  readonly landAreaM2: number;
  readonly communityCode: string | null;
  readonly communityName: string | null;
  readonly compound: Omit<PlainCompound, keyof CommunityPart>;
}

type CommunityPart = Pick<Compound, "community" | "communityName">;

/** Land of an ordinary compound, m². */
const USUAL_LAND_M2 = [50, 5_000_000] as const;

/** Share of the work on shapes that repairs them. */
const REPAIRED = 0.95;

function* draftsOf(layer: Layer, leads: boolean, log: IssueLog): Steps<CompoundDraft[]> {
  const { source, columns, refused } = layer;
  const areas = yield* within(readAreas(layer, log), 0, REPAIRED);
  const drafts = mapInSteps(areas, (area) => ({
    ...area,
    source,
    columns,
    refused,
    ownId: idOf(area.feature, columns),
    name: readText(cellOf(area.feature.properties, columns.get("name"))) || null,
    entries: [],
    leads,
  }));
  return yield* within(drafts, REPAIRED, 1);
}

function* dropFarAway(drafts: readonly CompoundDraft[], log: IssueLog): Steps<CompoundDraft[]> {
  const far = yield* findFarAway(drafts);
  for (const [{ source, label: feature, at }, km] of far) {
    log.add("error", "far-away", { source, feature, at, args: { km } });
  }
  return drafts.filter((draft) => !far.has(draft));
}

/** A ledger file with how it is to be read. */
export interface LedgerFile {
  readonly file: SourceFile;
  readonly options: LedgerOptions;
}

function identityOf({ id, draft }: Identified<CompoundDraft>): Identity {
  return {
    id,
    ownId: draft.ownId,
    name: draft.name,
    aliases: splitAliases(findCell(draft, "alias")?.raw),
    community: textOf(draft, "community"),
    address: textOf(draft, "address"),
  };
}

/** Finds the compound whose ground holds a position. */
function createLocator(drafts: readonly Identified<CompoundDraft>[]) {
  const boxes = drafts.map(({ draft }) => boxOf(draft.area));
  return ([lon, lat]: readonly [number, number]): number | null => {
    const inside = boxes.flatMap(([west, south, east, north], i) =>
      lon >= west && lon <= east && lat >= south && lat <= north && holds(drafts[i].draft, lon, lat)
        ? [i]
        : [],
    );
    return inside.length === 1 ? inside[0] : null;
  };
}

function boxOf(area: Polygon | MultiPolygon): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  eachPosition(area, ([lon, lat]) => {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  });
  return box;
}

function holds({ area }: CompoundDraft, lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of polygonsOf(area).flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
      if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi)
        inside = !inside;
    }
  }
  return inside;
}

/** In an order that is not the one they were given in. */
function sortFiles(ledgers: readonly LedgerFile[]): LedgerFile[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...ledgers].sort(
    ({ file: a }, { file: b }) => compare(a.name, b.name) || compare(a.text, b.text),
  );
}

/** The one that a person chose is last, else the newer one, else the one told before. */
function compareEntries(a: LedgerEntry, b: LedgerEntry): number {
  return Number(a.leads) - Number(b.leads) || (a.asOf ?? 0) - (b.asOf ?? 0);
}

function addLedgers(
  identified: readonly Identified<CompoundDraft>[],
  ledgers: readonly LedgerFile[],
  log: IssueLog,
): {
  identified: Identified<CompoundDraft>[];
  readings: LedgerReading[];
  surveyed: SurveyedFile[];
} {
  const ground = { identities: identified.map(identityOf), findAt: createLocator(identified) };
  const joined = sortFiles(ledgers).map(({ file, options }) =>
    joinLedger(file, { ground, options }, log),
  );
  if (identified.length === 0) for (const { loose } of joined) checkLooseRows(loose, log);
  return {
    identified: identified.map(({ id, draft }, i) => {
      const entries = joined.flatMap((one) => one.entries[i]);
      return { id, draft: { ...draft, entries: entries.sort(compareEntries) } };
    }),
    readings: joined.map(({ reading }) => reading),
    surveyed: joined.map(({ surveyed }) => surveyed).filter((one) => one !== null),
  };
}

/** The cell of a field: from the ledger that leads and fills it, else from the polygon's own properties. */
function findCell(draft: CompoundDraft, field: ColumnField): Cell | null {
  const own = draft.leads ? filledCell(draft.feature.properties, draft, field) : null;
  if (own !== null) return own;
  for (let k = draft.entries.length - 1; k >= 0; k--) {
    const entry = draft.entries[k];
    const cell = filledCell(entry.row, entry, field);
    if (cell !== null) return cell;
  }
  return filledCell(draft.feature.properties, draft, field);
}

/** The files that tell of a compound, the one whose cells stand last. */
function tellersOf(draft: CompoundDraft): Teller[] {
  const own: Teller = {
    source: draft.source,
    sheet: "",
    isLedger: false,
    asOf: null,
    leads: draft.leads,
    cell: (field) => filledCell(draft.feature.properties, draft, field),
  };
  const joined = draft.entries.map(
    (entry): Teller => ({
      source: entry.source,
      sheet: entry.sheet,
      isLedger: true,
      asOf: entry.asOf,
      leads: entry.leads,
      cell: (field) => filledCell(entry.row, entry, field),
    }),
  );
  return draft.leads ? [...joined, own] : [own, ...joined];
}

function textOf(draft: CompoundDraft, field: ColumnField): string | null {
  const cell = findCell(draft, field);
  return cell === null ? null : readText(cell.raw) || null;
}

/** A company manages the compound: its mode says so, or a company is named. */
function isManaged(mode: string | null, company: string | null): boolean {
  if (company !== null) return true;
  if (mode === null) return false;
  if (/物业公司|物业企业|专业物业|专业化/.test(mode)) return !/无|未/.test(mode);
  const flag = readFlag(mode);
  return flag.kind === "value" && flag.value;
}

/** Columns in which an export kept a ledger's number. */
const LEDGER_ID_KEYS = ["ledger_id", "台账编号", "Ledger id"];

/**
 * What the last ledger that numbers its rows calls a compound, else what an export kept of that; null:
 * nothing, or just as it is called.
 */
function ledgerIdOf({ id, draft }: Identified<CompoundDraft>): string | null {
  const numbers = draft.entries.map(({ row, columns }) => {
    const column = columns.get("compound_id");
    return column === undefined || column.by === "weak" ? null : readId(cellOf(row, column));
  });
  const rows = [draft.feature.properties, ...draft.entries.map(({ row }) => row)];
  const kept = rows.flatMap((row) => LEDGER_ID_KEYS.map((key) => readId(memberOf(row, key))));
  const others = [...kept, ...numbers].filter((number) => number !== null && number !== id);
  return others.findLast((number) => number !== "") ?? null;
}

/** Properties of the polygon, then columns of its ledger rows under names not yet taken. */
function mergeProperties(draft: CompoundDraft): Properties {
  const own = keepProperties(draft.feature.properties, draft.refused);
  const extra = draft.entries.flatMap(({ row }) => Object.entries(row));
  const added = extra.filter(([key]) => !Object.hasOwn(own, key));
  return added.length === 0 ? own : Object.fromEntries([...Object.entries(own), ...added]);
}

function readAnchor(draft: CompoundDraft): boolean {
  const cell = findCell(draft, "anchor");
  const flag = cell === null ? null : readFlag(cell.raw);
  return flag?.kind === "value" && flag.value;
}

function checkLand(one: Identified<CompoundDraft>, log: IssueLog): void {
  const { source, at, areaM2 } = one.draft;
  const feature = labelFor(one);
  if (areaM2 >= USUAL_LAND_M2[0] && areaM2 <= USUAL_LAND_M2[1]) return;
  log.add("warning", "area-implausible", {
    source,
    feature,
    at,
    args: { areaM2: Math.round(areaM2) },
  });
}

function labelFor({ id, draft }: Identified<CompoundDraft>): FeatureLabel {
  return { id, name: draft.name?.slice(0, 60) ?? null };
}

function reportNames(drafts: readonly CompoundDraft[], log: IssueLog): void {
  for (const source of new Set(drafts.map((draft) => draft.source))) {
    const own = drafts.filter((draft) => draft.source === source);
    const n = own.filter(({ name }) => name === null).length;
    const args = { n, total: own.length };
    if (n > 0) log.add("info", "names-missing", { source, args });
  }
}

function buildCompound(
  one: Identified<CompoundDraft>,
  ledger: ReturnType<typeof completeLedger>,
): UnplacedCompound {
  const { id, draft } = one;
  const company = textOf(draft, "company");
  const ledgerId = ledgerIdOf(one);
  const geometry: Polygon | MultiPolygon = draft.area;
  return {
    source: draft.source,
    label: labelFor(one),
    at: draft.at,
    landAreaM2: draft.areaM2,
    communityCode: textOf(draft, "community_code")?.replace(/^(\d{12})\.0+$/, "$1") ?? null,
    communityName: textOf(draft, "community"),
    compound: {
      id,
      name: draft.name ?? textOf(draft, "name") ?? id,
      street: textOf(draft, "street"),
      managed: isManaged(textOf(draft, "mgmt_mode"), company),
      company,
      anchor: readAnchor(draft),
      ...ledger.values,
      provenance: ledger.provenance,
      properties: mergeProperties(draft),
      geometry,
      ...(ledgerId !== null ? { ledgerId } : {}),
      ...(draft.approximate === true ? { approximate: true as const } : {}),
    },
  };
}

/** What the files of compounds and the ledgers beside them hold. */
interface CompoundsRead {
  readonly compounds: UnplacedCompound[];
  readonly readings: readonly LedgerReading[];
  readonly surveyed: readonly SurveyedFile[];
}

/** Shares of the work: where shapes, and names by which compounds go, are done. */
const [AREAS_SHARE, IDS_SHARE] = [0.6, 0.7];

/**
 * Compounds of all files, sorted by id, ledgers joined and blanks filled. What cannot be used, and
 * everything that was filled in, becomes an issue.
 */
export function* readCompounds(
  layers: readonly Layer[],
  {
    ledgers,
    isLeading,
  }: {
    readonly ledgers: readonly LedgerFile[];
    /** whether a person said that the cells of a file of compounds stand before any ledger's */
    readonly isLeading: (source: string) => boolean;
  },
  log: IssueLog,
): Steps<CompoundsRead> {
  const drafts: CompoundDraft[][] = [];
  for (const [k, layer] of layers.entries()) {
    const [from, to] = [k, k + 1].map((n) => (AREAS_SHARE * n) / layers.length);
    drafts.push(yield* within(draftsOf(layer, isLeading(layer.source), log), from, to));
  }
  const near = yield* within(dropFarAway(drafts.flat(), log), AREAS_SHARE, AREAS_SHARE);
  reportNames(near, log);
  yield AREAS_SHARE;
  const known = yield* within(assignIds(near, log), AREAS_SHARE, IDS_SHARE);
  const { identified, readings, surveyed } = addLedgers(known, ledgers, log);
  const tally = createLedgerTally();
  const differences = new SourceDifferences();
  const compounds: UnplacedCompound[] = [];
  const completing = eachInSteps(identified, (one) => {
    const { draft } = one;
    checkLand(one, log);
    const place = {
      source: draft.source,
      label: labelFor(one),
      at: draft.at,
      landAreaM2: draft.areaM2,
      cell: (field: ColumnField) => findCell(draft, field),
    };
    compounds.push(buildCompound(one, completeLedger(place, tally, log)));
    if (draft.entries.length > 0) differences.note(place.label, tellersOf(draft));
  });
  yield* within(completing, IDS_SHARE, 1);
  reportTally(tally, log);
  differences.report(log);
  return { compounds, readings, surveyed };
}

/** The compound with its community, in place: copies of so many fields take a hundred times as long. */
export function placeCompound(
  { compound }: UnplacedCompound,
  { key, name }: CommunityOf,
): PlainCompound {
  return Object.assign(compound, { community: key, communityName: name });
}
