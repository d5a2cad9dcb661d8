import type { Position } from "geojson";
import { eachInSteps, mapInSteps, type Steps, within } from "../base/steps.ts";
import type { CheckedFeature } from "./check-feature.ts";
import { type CoordinateSystem, eachPosition, findCoordinateSystem } from "./coordinate-system.ts";
import type { FeatureLabel, IssueDetail, IssueLog } from "./issue-log.ts";
import type { SystemCandidate } from "./position-reading.ts";
import { placeIn, proposeSystems } from "./propose-systems.ts";

/** A checked feature of a file with the name it goes by in issues. */
export interface LabelledFeature {
  readonly feature: CheckedFeature;
  readonly label: FeatureLabel;
  /** its shape was made up around a point, or put together from buildings */
  readonly approximate?: true;
}

/** What a file says of its coordinates, and what the caller says. */
export interface PositionContext {
  readonly source: string;
  readonly declared: string | null;
  readonly asked: string | null;
  /** a person said that the positions are latitude, longitude (or north, east) */
  readonly swapped: boolean;
}

/** Systems that the numbers point at at least this surely are named in the issue. */
const HINT_SCORE = 0.5;

/** Shares of the work: where surveying and converting end. */
const [SURVEYED, CONVERTED] = [0.4, 0.7];

type Range = "degrees" | "swapped" | "outside";

const WGS84: CoordinateSystem = {
  name: "WGS 84",
  projected: false,
  toWgs84: null,
  uncertaintyM: 0,
};

function rangeOf([x, y]: Position): Range {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return "degrees";
  return Math.abs(x) <= 90 && Math.abs(y) <= 180 ? "swapped" : "outside";
}

interface Survey {
  readonly range: Range;
  /** a position of that range */
  readonly example: Position;
  readonly zero: boolean;
}

/** The worst range among the positions of a feature. */
function surveyFeature({ feature }: LabelledFeature): Survey {
  let range: Range = "degrees";
  let example: Position | null = null;
  let zero = false;
  eachPosition(feature.geometry, (position) => {
    const found = rangeOf(position);
    const worse = found === "outside" ? range !== "outside" : found !== "degrees" && !example;
    if (worse) {
      range = found;
      // Positions are converted in place.
      example = [...position];
    }
    zero ||= position[0] === 0 && position[1] === 0;
  });
  return { range, example: example ?? [0, 0], zero };
}

function mostlyDegrees(surveys: readonly Survey[]): boolean {
  return surveys.filter(({ range }) => range === "degrees").length * 2 >= surveys.length;
}

/** The system asked for or declared; null when the file cannot be read. */
function chooseSystem(
  context: PositionContext,
  surveys: readonly Survey[],
  log: IssueLog,
): CoordinateSystem | null {
  const { source, declared, asked } = context;
  const name = asked ?? declared;
  if (name === null) return WGS84;
  const system = findCoordinateSystem(name);
  const degrees = mostlyDegrees(surveys);
  if (system === null) {
    const ignorable = asked === null && degrees;
    const args = { crs: name, n: surveys.length };
    log.add(ignorable ? "warning" : "error", ignorable ? "crs-unknown" : "crs-unsupported", {
      source,
      args,
    });
    return ignorable ? WGS84 : null;
  }
  if (system.projected && degrees && surveys.length > 0) {
    log.add("warning", "crs-mismatch", { source, args: { crs: system.name } });
    return WGS84;
  }
  const stated = declared === null || asked === null ? null : findCoordinateSystem(declared);
  if (stated !== null && stated.name !== system.name) {
    const args = { declared: stated.name, crs: system.name };
    log.add("warning", "crs-overridden", { source, args });
  }
  if (system.uncertaintyM > 1) {
    const args = { crs: system.name, m: system.uncertaintyM };
    log.add("warning", "crs-old-datum", { source, args });
  }
  return system;
}

/** A coordinate as a person reads it: degrees to 0.1 m, metres to 1 cm. */
function shorten(value: number): number {
  const digits = Math.abs(value) > 360 ? 100 : 1e6;
  return Math.round(value * digits) / digits;
}

function reportWholeFile(surveys: readonly Survey[], source: string, log: IssueLog): void {
  const wrong = surveys.filter(({ range }) => range !== "degrees");
  const swapped = wrong.filter(({ range }) => range === "swapped").length * 2 > wrong.length;
  const { example } = wrong.find(({ range }) => (range === "swapped") === swapped) ?? wrong[0];
  const args = { n: surveys.length, x: shorten(example[0]), y: shorten(example[1]) };
  if (swapped) log.add("error", "swapped-lon-lat", { source, args });
  else {
    const hint = writeHint(
      proposeSystems(example, null).filter(({ score }) => score >= HINT_SCORE),
    );
    log.add("error", "looks-projected", { source, args: { ...args, hint } });
  }
}

type Hint = Pick<SystemCandidate, "crs" | "swapped">;

function writeHint(found: readonly Hint[]): string {
  const words = found.map(({ crs, swapped }) => `${crs}${swapped ? " (y, x)" : ""}?`);
  return [...new Set(words)].slice(0, 3).join(" ");
}

/** Positions that a plane has no place for: the axes, or the zone, are probably others. */
function reportUnfit(
  unfit: readonly Survey[],
  { system, source }: { readonly system: CoordinateSystem; readonly source: string },
  log: IssueLog,
): void {
  const [x, y] = unfit[0].example;
  const crs = system.name;
  const likely = proposeSystems([x, y], null).filter(({ score }) => score >= HINT_SCORE);
  const turned = placeIn(crs, y, x) === null ? [] : [{ crs, swapped: true }];
  const hint = writeHint([...turned, ...likely]);
  const args = { n: unfit.length, x: shorten(x), y: shorten(y), crs, hint };
  log.add("error", "crs-unfit", { source, args });
}

function reportFeature(survey: Survey, where: IssueDetail, log: IssueLog): boolean {
  const { range, example, zero } = survey;
  const args = { x: shorten(example[0]), y: shorten(example[1]) };
  if (range === "swapped")
    log.add("error", "swapped-lon-lat", { ...where, args: { ...args, n: 1 } });
  else if (range === "outside") log.add("error", "out-of-range", { ...where, args });
  else if (zero) log.add("error", "null-island", { ...where, at: [0, 0] });
  return range === "degrees" && !zero;
}

/** Converts in place (the parsed text belongs to this read) and counts features with heights. */
function* convert(
  features: readonly LabelledFeature[],
  { toWgs84 }: CoordinateSystem,
): Steps<number> {
  let withHeight = 0;
  yield* eachInSteps(features, ({ feature }) => {
    let heights = false;
    eachPosition(feature.geometry, (position) => {
      if (toWgs84) {
        const moved = toWgs84(position);
        position[0] = moved[0];
        position[1] = moved[1];
      }
      if (position.length === 2) return;
      heights = true;
      position.length = 2;
    });
    if (heights) withHeight += 1;
  });
  return withHeight;
}

function swapAll(features: readonly LabelledFeature[], source: string, log: IssueLog): void {
  for (const { feature } of features) {
    eachPosition(feature.geometry, (position) => {
      const [first, second] = position;
      position[0] = second;
      position[1] = first;
    });
  }
  log.add("info", "axes-swapped", { source, args: { n: features.length } });
}

/**
 * Brings the positions of a file to WGS 84 degrees, two numbers each, in place. Features that cannot
 * be placed (unknown system, outside the range of degrees or the plane, swapped, at 0, 0) become issues and are
 * left out; nothing is guessed.
 */
export function* resolvePositions(
  features: readonly LabelledFeature[],
  context: PositionContext,
  log: IssueLog,
): Steps<LabelledFeature[]> {
  const { source } = context;
  if (context.swapped) swapAll(features, source, log);
  const raw = yield* within(mapInSteps(features, surveyFeature), 0, SURVEYED);
  const system = chooseSystem(context, raw, log);
  if (system === null) return [];
  if (!system.projected && !mostlyDegrees(raw)) {
    reportWholeFile(raw, source, log);
    return [];
  }
  const withHeight = yield* within(convert(features, system), SURVEYED, CONVERTED);
  if (withHeight > 0) log.add("info", "height-ignored", { source, args: { n: withHeight } });
  const placed = system.toWgs84
    ? yield* within(mapInSteps(features, surveyFeature), CONVERTED, 1)
    : raw;
  const unfit = system.projected ? raw.filter((_, i) => placed[i].range !== "degrees") : [];
  if (unfit.length > 0) reportUnfit(unfit, { system, source }, log);
  const kept = features.filter((one, i) => {
    if (system.projected && placed[i].range !== "degrees") return false;
    return reportFeature(placed[i], { source, feature: one.label }, log);
  });
  if (system.toWgs84 && kept.length > 0)
    log.add("info", "crs-converted", { source, args: { crs: system.name } });
  return kept;
}
