import { findCoordinateSystem } from "./coordinate-system.ts";
import type { PlacedCandidate, PositionReading, PositionSurvey } from "./position-reading.ts";
import { placeIn, proposeSystems } from "./propose-systems.ts";

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

function placeCandidates(
  { sample, written }: PositionSurvey,
  near: readonly [number, number] | null,
): PlacedCandidate[] {
  if (sample === null) return [];
  return proposeSystems(sample, near).map((candidate) => ({
    ...candidate,
    points: written
      .map(([x, y]) => (candidate.swapped ? ([y, x] as const) : ([x, y] as const)))
      .map(([x, y]) => placeIn(candidate.crs, x, y))
      .filter((point) => point !== null),
  }));
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
    const { sample, declared, decided, swapped, format } = survey;
    const isKnown =
      decided !== null || (declared !== null && findCoordinateSystem(declared) !== null);
    const settles = format === null || format === "kml";
    return {
      source,
      declared,
      decided,
      swapped,
      sample,
      placed: points.length > 0,
      toConfirm: sample !== null && !isKnown && (!settles || points.length === 0),
      candidates: placeCandidates(survey, near),
      points,
    };
  });
}
