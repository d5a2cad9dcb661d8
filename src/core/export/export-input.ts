import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { Issue } from "../base/issue.ts";
import type { Language } from "../base/language.ts";
import type { DistrictEstimate } from "../estimate/estimate.ts";
import type { SourceFile } from "../ingest/world.ts";
import type { Plan } from "../regionalization/plan.ts";
import type { Prepared } from "../scenario/prepare.ts";
import type { ScenarioRecord } from "../scenario/scenario-record.ts";
import type { Violation } from "../zoning/violation.ts";
import type { Zoning } from "../zoning/zoning.ts";

/** Wall-clock milliseconds of each stage, measured by the caller. */
export interface TimingsMs {
  readonly read: number;
  readonly check: number;
  readonly link: number;
  readonly estimate: number;
  readonly plan: number;
  readonly outline: number;
  readonly write: number;
}

/** What a run took; the core has no clock, so the caller tells. */
interface Measures {
  readonly timingsMs: TimingsMs;
  /** null where the machine does not tell */
  readonly peakMemoryMb: number | null;
}

/** Everything an exported plan is made from. */
export interface ExportInput {
  readonly prepared: Prepared;
  readonly zoning: Zoning;
  /** proof of the zoning; null when it was edited by hand or its recipe changed */
  readonly plan: Plan | null;
  /** features with property `index` = district position */
  readonly outlines: FeatureCollection<Polygon | MultiPolygon>;
  readonly scenario: {
    readonly id: string;
    readonly name: string;
    readonly parent: string | null;
    readonly edited: boolean;
    readonly stale: boolean;
    /** nothing noted and no log by default */
    readonly record?: ScenarioRecord;
  };
  /** scenarios beside it, for papers that show several */
  readonly others?: readonly {
    readonly name: string;
    readonly note: string;
    readonly prepared: Prepared;
    readonly zoning: Zoning;
    readonly outlines: FeatureCollection<Polygon | MultiPolygon>;
  }[];
  readonly sources: readonly SourceFile[];
  /** faults of files beside the data, e.g. of an assumptions file */
  readonly issues: readonly Issue[];
  /** language of the messages in the report */
  readonly language: Language;
  /** asked when the report is made, after the other files, so that it can tell what they took */
  readonly measure: () => Measures;
}

/** A district as exported: never empty. */
export interface ExportedDistrict {
  /** position in `zoning.districts` */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** compound indices, ascending */
  readonly members: readonly number[];
  readonly estimate: DistrictEstimate;
  readonly violations: readonly Violation[];
}
