import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { Language } from "../../base/language.ts";
import type { World } from "../../ingest/world.ts";
import type { Zoning } from "../../zoning/zoning.ts";
import type { Box, SheetName } from "./sheet.ts";

/** What a map is drawn from. */
export interface MapRequest {
  readonly world: World;
  readonly zoning: Zoning;
  /** features with property `index` = district position */
  readonly outlines: FeatureCollection<Polygon | MultiPolygon>;
  readonly language: Language;
  readonly sheet: SheetName;
  readonly title: string;
  /** who drew it up (编制单位); null: a line to fill in */
  readonly unit?: string | null;
  /** as it is to be read, e.g. `2026-11-25`; null: a line to fill in */
  readonly date?: string | null;
  /** marks the sheet as a draft for comments (征求意见稿); true by default */
  readonly draft?: boolean;
  /** a sketch (示意图) for the public: districts only, no compounds and no minor roads */
  readonly sketch?: boolean;
  /** no districts: every compound on its own, as today; districts of `zoning` only say who takes part */
  readonly alone?: boolean;
  /** roads, railways and water are drawn; true by default */
  readonly barriers?: boolean;
  /** land uses behind the map, WGS 84, by their property `kind` */
  readonly scenery?: FeatureCollection | null;
  /** what is to be seen, m on the world's plane; everything by default */
  readonly extent?: Box | null;
  /** position of the district the map is about: it fills the sheet, the others stand back */
  readonly focus?: number | null;
  /** colour number 0…7 by district position; chosen so that neighbours differ by default */
  readonly colours?: readonly number[] | null;
  /** keeps names inside apart when several drawings stand on one page: letters, digits and `-` */
  readonly key?: string;
}
