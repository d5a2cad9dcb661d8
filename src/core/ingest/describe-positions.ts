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

/** Share of points within a box. */
function shareInside(points: readonly (readonly [number, number])[], ground: readonly number[]) {
  const [west, south, east, north] = ground;
  const inside = points.filter(
    ([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north,
  );
  return points.length === 0 ? 0 : inside.length / points.length;
}

/** From this share of points on the compounds' ground on a system explains the file. */
const EXPLAINS = 0.8;

/** Where one system puts the points on the compounds' ground and another beside it, the first is likelier. */
function weighByGround(
  candidates: readonly PlacedCandidate[],
  ground: readonly number[] | null,
): PlacedCandidate[] {
  if (ground === null) return [...candidates];
  const shares = candidates.map(({ points }) => shareInside(points, ground));
  const best = Math.max(0, ...shares);
  if (best < EXPLAINS || shares.every((share) => share >= EXPLAINS)) return [...candidates];
  const weighed = candidates.map((one, i) => {
    const score = shares[i] >= EXPLAINS ? Math.max(one.score, 0.9) : one.score * 0.5;
    return { ...one, score: Math.round(score * 100) / 100 };
  });
  return weighed.sort((a, b) => b.score - a.score || (a.crs < b.crs ? -1 : 1));
}

type Written = Pick<PositionSurvey, "sample" | "written">;

function placeCandidates(
  { sample, written }: Written,
  ground: readonly number[] | null,
): PlacedCandidate[] {
  if (sample === null) return [];
  const proposed = proposeSystems(sample, middleOf(ground));
  return weighByGround(
    proposed.map((candidate) => withPoints(candidate, written)),
    ground,
  );
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
      candidates: placeCandidates(survey, ground),
      points,
    };
  });
}
