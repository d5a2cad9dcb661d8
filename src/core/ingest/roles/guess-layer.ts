import { WIDTH_HEADERS } from "../barrier-classes.ts";
import { isHousing, LAND_HEADERS, nameOfCode } from "../land-classes.ts";
import type { ColumnField } from "../ledger-aliases.ts";
import { normalizeHeader } from "../ledger-columns.ts";
import type { SourceRole } from "../world.ts";
import { countCrossings, isClassed, type LayerEvidence } from "./layer-evidence.ts";
import { nounOf, nounsOf } from "./name-noun.ts";

/** What a file is taken for, and as what it is the compounds where no other file brings any. */
export interface Guess {
  readonly role: SourceRole;
  readonly spare: "points" | "housing" | "table" | null;
}

function sure(role: SourceRole): Guess {
  return { role, spare: null };
}

/** Quantities that only a ledger of compounds states; bridges have a length and a year, too. */
const LEDGER_FIELDS = [
  "households",
  "floor_area",
  "buildings",
  "mgmt_mode",
  "fee",
] as const satisfies readonly ColumnField[];

function hasQuantities({ columns }: LayerEvidence, fields: readonly ColumnField[]): boolean {
  return fields.some((field) => columns.has(field) && columns.get(field)?.by !== "weak");
}

const COMPOUND_HEADERS =
  /^(?:(?:住宅)?小区(?:名称|编号|编码|代码)?|(?:院落|楼院|家属院)名称|compound(?:_?id|_name)?|estate)$/;

/** A column says that its values are names or numbers of compounds. */
function namesCompounds({ keys }: LayerEvidence): boolean {
  return keys.some((key) => COMPOUND_HEADERS.test(normalizeHeader(key).key));
}

/** Outlines of districts as the program writes them: shown behind the compounds, never taken for such. */
function isOwnDistricts({ keys }: LayerEvidence): boolean {
  return ["limits_met", "compounds", "id"].every((key) => keys.includes(key));
}

/** Land uses that scenery is made of. */
const SCENERY = /^(?:city|block|field|park|school|hospital|market|office|industry|shops)$/;

function isScenery({ values }: LayerEvidence): boolean {
  return (values.get("kind") ?? []).some((value) => SCENERY.test(value));
}

function landOf({ values }: LayerEvidence): string[] {
  return LAND_HEADERS.flatMap((header) =>
    (values.get(header) ?? []).map((value) => nameOfCode(header, value) ?? value),
  );
}

/** Parcels of land: barriers, unless they are housing only. */
function guessLand(evidence: LayerEvidence): Guess | null {
  const land = landOf(evidence).filter((word) => !/^\d+[A-Z]?$/i.test(word));
  if (land.length === 0) return null;
  return land.every(isHousing) ? { role: "context", spare: "housing" } : sure("barriers");
}

/** Names of administrative areas in land surveys (TD/T 1057: 行政区, 村级调查区), of 社区 and grids. */
const AREA_KEYS = /^(?:XZQMC|CJDCQMC|SQMC|网格(?:名称|编号|编码)?)$/i;
/** Headers under which a feature says what it is, not what it belongs to. */
const COMMUNITY_HEADERS = [
  "社区名称",
  "社区名",
  "社区",
  "居委会",
  "居委会名称",
  "村居",
  "community",
];
/** Share of the features that must tell. */
const MOST = 0.8;

function isMost(n: number, { features }: LayerEvidence): boolean {
  return features > 0 && n >= MOST * features;
}

/** Every feature is a 社区 of its own, or is called one. */
function namesCommunities(evidence: LayerEvidence): boolean {
  const { values, columns } = evidence;
  const called = (header: string) => values.get(header) ?? [];
  const own = COMMUNITY_HEADERS.some((header) => isMost(new Set(called(header)).size, evidence));
  if (!columns.has("name")) return own;
  const names = called(normalizeHeader(columns.get("name")?.header ?? "").key);
  return isMost(names.filter((name) => /(?:社区|居委会|村委会)$/.test(name)).length, evidence);
}

function guessArea(name: string, evidence: LayerEvidence): Guess {
  const noun = nounOf(name);
  const { columns, keys } = evidence;
  const isCompounds = namesCompounds(evidence);
  const isCounted = hasQuantities(evidence, [...LEDGER_FIELDS, "built_year"]);
  const isNeighbourhood = noun === "communities" && namesCommunities(evidence);
  if (isCompounds || (isCounted && !isNeighbourhood)) return sure("compounds");
  const land = guessLand(evidence);
  if (land !== null) return land;
  if (isClassed(evidence)) return sure("barriers");
  if (noun === "compounds") return sure("compounds");
  const isAdministrative = keys.some((key) => AREA_KEYS.test(key)) || columns.has("community_code");
  if (isAdministrative || namesCommunities(evidence)) return sure("communities");
  if (noun === "communities") return sure("communities");
  return sure(noun === "water" || noun === "ways" ? "barriers" : "compounds");
}

/** Bridges and underpasses by their class, or by the layer's name where that names nothing else. */
function areCrossings(name: string, evidence: LayerEvidence): boolean {
  if (isClassed(evidence)) return false;
  if (countCrossings(evidence) * 2 >= Math.max(1, evidence.features)) return true;
  return nounsOf(name).length > 0 && nounsOf(name).every((noun) => noun === "crossings");
}

function hasWidth({ keys }: LayerEvidence): boolean {
  return keys.some((key) => WIDTH_HEADERS.some((header) => header === normalizeHeader(key).key));
}

function guessLine(name: string, evidence: LayerEvidence): Guess {
  if (hasQuantities(evidence, LEDGER_FIELDS) || namesCompounds(evidence)) return sure("compounds");
  return sure(areCrossings(name, evidence) ? "crossings" : "barriers");
}

function guessPoint(name: string, evidence: LayerEvidence): Guess {
  if (countCrossings(evidence) * 2 >= Math.max(1, evidence.features)) return sure("crossings");
  const noun = nounOf(name);
  if (hasQuantities(evidence, LEDGER_FIELDS)) {
    return noun === "compounds" ? sure("compounds") : { role: "ledger", spare: "points" };
  }
  if (namesCompounds(evidence) || (noun === "compounds" && !hasWidth(evidence)))
    return sure("compounds");
  return sure("crossings");
}

/** What a layer probably holds: by its columns and classes, then its geometry, then its name. */
export function guessLayer(name: string, evidence: LayerEvidence): Guess {
  if (isScenery(evidence) || isOwnDistricts(evidence)) return sure("context");
  if (evidence.shape === "area") return guessArea(name, evidence);
  if (evidence.shape === "line") return guessLine(name, evidence);
  if (evidence.shape === "point") return guessPoint(name, evidence);
  return sure(roleOfName(name) ?? "compounds");
}

/** The role that a name's noun stands for, or null. */
export function roleOfName(name: string): SourceRole | null {
  const noun = nounOf(name);
  return noun === "water" || noun === "ways" ? "barriers" : noun;
}
