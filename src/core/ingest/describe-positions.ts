import { findCoordinateSystem } from "./coordinate-system.ts";
import type {
  PlacedCandidate,
  PositionReading,
  PositionSurvey,
  SystemCandidate,
} from "./position-reading.ts";
import { placeIn, proposeSystems, scoreNamed } from "./propose-systems.ts";

/** A file whose positions were surveyed, and some of them as they were read. */
export interface SurveyedFile {
  readonly source: string;
  readonly survey: PositionSurvey;
  /** `[lon, lat]`; empty: none could be placed */
  readonly points: readonly (readonly [number, number])[];
}

function middleOf(ground: readonly number[] | null): [number, number] | null {
  return ground === null ? null : [(ground[0] + ground[2]) / 2, (ground[1] + ground[3]) / 2];
}

type Written = Pick<PositionSurvey, "sample" | "written">;

function placeCandidates(
  { sample, written }: Written,
  near: readonly [number, number] | null,
): PlacedCandidate[] {
  if (sample === null) return [];
  return proposeSystems(sample, near).map((candidate) => withPoints(candidate, written));
}

function withPoints(candidate: SystemCandidate, written: Written["written"]): PlacedCandidate {
  const points = written
    .map(([x, y]) => (candidate.swapped ? ([y, x] as const) : ([x, y] as const)))
    .map(([x, y]) => placeIn(candidate.crs, x, y))
    .filter((point) => point !== null);
  return { ...candidate, points };
}

/**
 * A system that a person names, with where the positions of a file would lie in it, for that person
 * to see; null when the system is not known here or has no such positions.
 * @param crs as `ReadOptions.crs` takes it
 */
export function placeNamed(
  { sample, written }: Written,
  { crs, swapped }: Pick<SystemCandidate, "crs" | "swapped">,
  near: readonly [number, number] | null,
): PlacedCandidate | null {
  const named = sample && scoreNamed(sample, { crs, swapped }, near);
  return named && withPoints(named, written);
}

/**
 * How the coordinates of each file were understood, with the systems they may be in.
 * @param ground box of all compounds, degrees, or null; candidates near it come first
 */
export function describePositions(
  files: readonly SurveyedFile[],
  ground: readonly number[] | null,
): PositionReading[] {
  const sorted = [...files].sort((a, b) =>
    a.source < b.source ? -1 : a.source > b.source ? 1 : 0,
  );
  const near = middleOf(ground);
  return sorted.map(({ source, survey, points }): PositionReading => {
    const { sample, written, declared, decided, swapped, format } = survey;
    const isKnown =
      decided !== null || (declared !== null && findCoordinateSystem(declared) !== null);
    const settles = format === null || format === "kml";
    return {
      source,
      declared,
      decided,
      swapped,
      sample,
      written,
      placed: points.length > 0,
      toConfirm: sample !== null && !isKnown && (!settles || points.length === 0),
      candidates: placeCandidates(survey, near),
      points,
    };
  });
}
