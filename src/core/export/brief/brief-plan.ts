import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { Language } from "../../base/language.ts";
import type { Prepared } from "../../scenario/prepare.ts";
import { TODAY_NAME, viewToday } from "../../scenario/today.ts";
import { type ScenarioView, viewScenario } from "../../scenario/view.ts";
import { carriedYuan } from "../../scenario/winners.ts";
import type { Zoning } from "../../zoning/zoning.ts";
import { colourDistricts, findNearPairs } from "../drawing/district-colours.ts";
import type { ExportInput } from "../export-input.ts";

/** A plan as a brief shows it, evaluated once. */
export interface BriefPlan {
  readonly name: string;
  readonly note: string;
  readonly prepared: Prepared;
  readonly zoning: Zoning;
  readonly outlines: FeatureCollection<Polygon | MultiPolygon>;
  readonly view: ScenarioView;
  readonly today: ScenarioView;
  /** carried for others, by compound */
  readonly carried: Float64Array;
  /** by district position */
  readonly colours: readonly number[];
  readonly language: Language;
}

type Other = NonNullable<ExportInput["others"]>[number];

function evaluate(
  { name, note, prepared, zoning, outlines }: Other,
  language: Language,
): BriefPlan {
  const view = viewScenario({ name, prepared, zoning });
  const today = viewToday(prepared, TODAY_NAME[language]);
  const colours = colourDistricts(findNearPairs(prepared.world), zoning, new Map());
  const carried = carriedYuan(view);
  return { name, note, prepared, zoning, outlines, view, today, carried, colours, language };
}

/** The scenario of an export and those beside it. O(n) each. */
export function briefPlans(input: ExportInput): readonly [BriefPlan, ...BriefPlan[]] {
  const { scenario, prepared, zoning, outlines, language, others = [] } = input;
  const own = {
    name: scenario.name,
    note: scenario.record?.note ?? "",
    prepared,
    zoning,
    outlines,
  };
  return [evaluate(own, language), ...others.map((other) => evaluate(other, language))];
}
