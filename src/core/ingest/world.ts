import type { MultiPolygon, Polygon } from "geojson";
import type { Issue } from "../base/issue.ts";
import type { PolygonSet } from "../geometry/polygon-set.ts";
import type { LocalProjection } from "../geometry/projection.ts";
import type { FileColumns, LedgerReading } from "./join/ledger-reading.ts";
import type { LedgerField, LedgerValues } from "./ledger-values.ts";
import type { PositionReading } from "./position-reading.ts";

export type { LedgerField, LedgerValues } from "./ledger-values.ts";

/** What a file is read as. `context` is scenery: drawn, never read. */
export type SourceRole =
  | "compounds"
  | "ledger"
  | "barriers"
  | "crossings"
  | "communities"
  | "context";

/** One input file as text; the only form in which untrusted bytes enter the core. */
export interface SourceFile {
  readonly role: SourceRole;
  readonly name: string;
  readonly text: string;
}

/** A file that was parsed while its bytes were read; see `CollectionStream`. */
export interface ParsedFile {
  readonly role: SourceRole;
  readonly name: string;
  readonly parsed: { readonly value: unknown; readonly depth: number };
}

/** How the files are to be read. */
export interface ReadOptions {
  /** canonical ledger field → property of the file, e.g. `{ households: "units" }` */
  readonly fieldMap: Readonly<Record<string, string>>;
  /** `EPSG:n`, `gcj02`, `bd09`, or null: as the file says, else WGS 84 */
  readonly crs: string | null;
  /** class words of barrier layers, in lower case, that mean something else than usual */
  readonly barrierClasses?: Readonly<Record<string, BarrierClass>>;
  /** decisions about single files, by their name; a file that is not named is read as it comes */
  readonly files?: Readonly<Record<string, FileReading>>;
}

/** What makes buildings one compound. */
export type BuildingGroup = "name" | "id" | "block";

/** What a person decided about one file; it is kept with the recipe and asked for once. */
export interface FileReading {
  /** system its coordinates are in, or null: as `ReadOptions.crs` or the file says */
  readonly crs: string | null;
  /** its positions are latitude, longitude (or north, east) */
  readonly swapped: boolean;
  /** header → field, or `""` for a column that means nothing */
  readonly columns: Readonly<Record<string, string>>;
  /** header → unit of its plain numbers, e.g. `万㎡` */
  readonly units: Readonly<Record<string, string>>;
  /** key of a ledger row → compound id, or `""` for a row that is about none */
  readonly joins: Readonly<Record<string, string>>;
  /** its features are buildings, to be put together to compounds; null: they are compounds */
  readonly group: BuildingGroup | null;
  /** its figures stand where another file tells others; absent: the newer ledger's do */
  readonly leads?: true;
}

/** A file about which nothing is decided. */
export const UNDECIDED: FileReading = {
  crs: null,
  swapped: false,
  columns: {},
  units: {},
  joins: {},
  group: null,
};

/** Where a value came from (rule R-61). */
export type Provenance = "ledger" | "measured" | "default";

/**
 * One compound as checked and completed. Position in `World.compounds` is its index. The page holds it
 * packed, without fields of its own, so that a copy by `...` would be empty: declared as a class with
 * getters, which it is there, it makes such a copy lack every field to the compiler, too. What copies
 * takes a `PlainCompound`.
 */
export declare abstract class Compound implements LedgerValues {
  get id(): string;
  get name(): string;
  /** key of the 社区 (12-digit code, else its name); null = unknown */
  get community(): string | null;
  get communityName(): string | null;
  get street(): string | null;
  /** a company manages it today */
  get managed(): boolean;
  get company(): string | null;
  /** the file marks it as able to carry weaker neighbours (牵头小区) */
  get anchor(): boolean;
  get provenance(): Readonly<Record<LedgerField, Provenance>>;
  /** every input property, as read */
  get properties(): Readonly<Record<string, unknown>>;
  /** WGS 84 lon/lat, as repaired */
  get geometry(): Polygon | MultiPolygon;
  /** number of the compound in the ledger joined to it, where it is another than its id */
  readonly ledgerId?: string | undefined;
  /** the shape was made up around a point, or put together from buildings; absent: surveyed */
  readonly approximate?: true | undefined;
  /** whole households ≥ 0 */
  get households(): number;
  /** whole m² ≥ 0 */
  get floorAreaM2(): number;
  /** calendar year, or null when unknown (then treated as aged, and said) */
  get builtYear(): number | null;
  get buildings(): number;
  get parkingSpaces(): number;
  get cars(): number;
  get gates(): number;
  get lifts(): number;
  /** current fee, 元/㎡·月; 0 = none charged */
  get feeYuanPerM2Month(): number;
  /** current collection rate 0…1 */
  get collectionRate(): number;
  /** maintenance fund balance, whole yuan */
  get fundBalanceYuan(): number;
}

/** hard severs links, penalised costs, free does nothing (DESIGN §4). */
export type BarrierClass = "hard" | "penalised" | "free";
export type BarrierKind = "road" | "rail" | "water" | "cliff" | "other";

/** A line or area that may sever adjacency. */
export interface Barrier {
  readonly id: string;
  readonly name: string | null;
  readonly kind: BarrierKind;
  readonly barrierClass: BarrierClass;
  /** class as the file gives it, e.g. `primary`, `主干路` */
  readonly sourceClass: string;
  /** true: `paths` are closed rings of an area (even-odd); false: open lines */
  readonly area: boolean;
  /** polylines in metres, each x0,y0,x1,y1,… ; rings of an area repeat their first point */
  readonly paths: readonly Float64Array[];
}

/** A point where hard barriers can be passed. */
export interface Crossing {
  readonly id: string;
  readonly kind: string;
  readonly x: number;
  readonly y: number;
}

/** A 社区 with its area. */
export interface Community {
  /** 12-digit code, else name; equals `Compound.community` */
  readonly key: string;
  readonly name: string;
  /** the 街道 it lies in, as the layer says; null when it does not */
  readonly street: string | null;
  readonly geometry: Polygon | MultiPolygon;
}

/** All that was read, checked and completed. Structured-cloneable. */
export interface World {
  /** sorted by id, code-unit order */
  readonly compounds: readonly Compound[];
  readonly shapes: PolygonSet;
  readonly barriers: readonly Barrier[];
  readonly crossings: readonly Crossing[];
  readonly communities: readonly Community[];
  readonly projection: LocalProjection;
  readonly issues: readonly Issue[];
  /** hex SHA-256 of the canonical content (order of features does not matter) */
  readonly dataHash: string;
  /** features found in the compounds file, good or bad */
  readonly featuresRead: number;
  /** the file declares its data synthetic */
  readonly synthetic: boolean;
  /** how each ledger was understood and joined */
  readonly ledgers: readonly LedgerReading[];
  /** how the columns of compounds, communities and barriers were understood, file by file */
  readonly columns: readonly FileColumns[];
  /** how the coordinates of each file were understood, and what they may be */
  readonly positions: readonly PositionReading[];
}
