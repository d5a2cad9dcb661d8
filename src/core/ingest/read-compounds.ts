import type { MultiPolygon, Polygon } from "geojson";
import type { CommunityOf } from "./assign-communities.ts";
import { assignIds, type Draft, type Identified } from "./assign-ids.ts";
import { completeLedger } from "./complete-ledger.ts";
import { findFarAway } from "./find-far-away.ts";
import type { FeatureLabel, IssueLog } from "./issue-log.ts";
import { joinLedger, type LedgerEntry } from "./join-ledger.ts";
import type { Cell, LedgerPlace } from "./ledger-bounds.ts";
import type { Column, ColumnField, Columns, FieldMap } from "./ledger-columns.ts";
import { createLedgerTally, reportTally } from "./ledger-tally.ts";
import { readAreas } from "./read-areas.ts";
import { cellOf, idOf, keepProperties, type Layer, type Properties } from "./read-layer.ts";
import { isBlank, readFlag, readText } from "./read-value.ts";
import type { Compound, SourceFile } from "./world.ts";

/** A compound polygon with the columns of its file and its rows of the ledgers. */
interface CompoundDraft extends Draft {
  readonly columns: Columns;
  readonly refused: ReadonlySet<string>;
  readonly name: string | null;
  readonly entries: readonly LedgerEntry[];
}

/** A compound but for its community, which needs the projection. */
export interface UnplacedCompound {
  readonly source: string;
  readonly label: FeatureLabel;
  readonly at: readonly [number, number];
  readonly landAreaM2: number;
  readonly communityCode: string | null;
  readonly communityName: string | null;
  readonly compound: Omit<Compound, keyof CommunityPart>;
}

type CommunityPart = Pick<Compound, "community" | "communityName">;

/** Land of an ordinary compound, m². */
const USUAL_LAND_M2 = [50, 5_000_000] as const;

function draftsOf(layer: Layer, log: IssueLog): CompoundDraft[] {
  const { source, columns, refused } = layer;
  return readAreas(layer, log).map((area) => ({
    ...area,
    source,
    columns,
    refused,
    ownId: idOf(area.feature, columns),
    name: readText(cellOf(area.feature.properties, columns.get("name"))) || null,
    entries: [],
  }));
}

function dropFarAway(drafts: readonly CompoundDraft[], log: IssueLog): CompoundDraft[] {
  const far = findFarAway(drafts);
  for (const [{ source, label: feature, at }, km] of far) {
    log.add("error", "far-away", { source, feature, at, args: { km } });
  }
  return drafts.filter((draft) => !far.has(draft));
}

function addLedgers(
  drafts: readonly CompoundDraft[],
  { ledgers, fieldMap }: { ledgers: readonly SourceFile[]; fieldMap: FieldMap },
  log: IssueLog,
): CompoundDraft[] {
  if (drafts.length === 0) return [];
  const identities = drafts.map(({ ownId: id, name }) => ({ id, name }));
  const joined = ledgers.map((file) => joinLedger(file, { identities, fieldMap }, log));
  return drafts.map((draft, i) => ({
    ...draft,
    entries: joined.map((entries) => entries[i]).filter((entry) => entry !== null),
  }));
}

/** The cell of a field: from the last ledger that fills it, else from the polygon's own properties. */
function findCell(draft: CompoundDraft, field: ColumnField): Cell | null {
  const bags = [
    ...draft.entries.map(({ row, columns }) => ({ row, columns })).reverse(),
    { row: draft.feature.properties, columns: draft.columns },
  ];
  for (const { row, columns } of bags) {
    const column: Column | undefined = columns.get(field);
    const raw = cellOf(row, column);
    if (column !== undefined && raw !== undefined && raw !== "" && raw !== null) {
      if (!isBlank(raw) || raw === "无") return { raw, column };
    }
  }
  return null;
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
  const geometry: Polygon | MultiPolygon = draft.area;
  return {
    source: draft.source,
    label: labelFor(one),
    at: draft.at,
    landAreaM2: draft.areaM2,
    communityCode: textOf(draft, "community_code"),
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
    },
  };
}

/**
 * Compounds of all files, sorted by id, ledgers joined and blanks filled. What cannot be used, and
 * everything that was filled in, becomes an issue.
 */
export function readCompounds(
  layers: readonly Layer[],
  { ledgers, fieldMap }: { ledgers: readonly SourceFile[]; fieldMap: FieldMap },
  log: IssueLog,
): UnplacedCompound[] {
  const near = dropFarAway(
    layers.flatMap((layer) => draftsOf(layer, log)),
    log,
  );
  reportNames(near, log);
  const drafts = addLedgers(near, { ledgers, fieldMap }, log);
  const tally = createLedgerTally();
  const compounds = assignIds(drafts, log).map((one) => {
    const { draft } = one;
    checkLand(one, log);
    const place: LedgerPlace = {
      source: draft.source,
      label: labelFor(one),
      at: draft.at,
      landAreaM2: draft.areaM2,
      cell: (field) => findCell(draft, field),
    };
    return buildCompound(one, completeLedger(place, tally, log));
  });
  reportTally(tally, log);
  return compounds;
}

/** A compound with its community. */
export function placeCompound(
  { compound }: UnplacedCompound,
  { key, name }: CommunityOf,
): Compound {
  return { ...compound, community: key, communityName: name };
}
