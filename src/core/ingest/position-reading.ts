/** A system that positions may be in, with what they would mean. */
export interface SystemCandidate {
  /** as `ReadOptions.crs` takes it */
  readonly crs: string;
  /** the two axes stand the other way round */
  readonly swapped: boolean;
  /** 0…1; a guess for a person to judge, never acted upon */
  readonly score: number;
  /** where the middle of the file would lie, `[lon, lat]` */
  readonly middle: readonly [number, number];
}

/** A candidate with where the file's positions would lie, for a person to see. */
export interface PlacedCandidate extends SystemCandidate {
  /** `[lon, lat]` of up to {@link SHOWN_POSITIONS} positions */
  readonly points: readonly (readonly [number, number])[];
}

/** Most positions of a file that are shown. */
export const SHOWN_POSITIONS = 60;

/** What was known of a file's coordinates before they were placed. */
export interface PositionSurvey {
  readonly declared: string | null;
  readonly decided: string | null;
  readonly swapped: boolean;
  readonly format: string | null;
  /** medians of both axes as the file writes them */
  readonly sample: readonly [number, number] | null;
  /** up to {@link SHOWN_POSITIONS} positions as the file writes them */
  readonly written: readonly (readonly [number, number])[];
}

/** Medians of both axes, which do not depend on the order of positions; null without any. */
export function middlePosition(
  positions: readonly (readonly [number, number])[],
): [number, number] | null {
  if (positions.length === 0) return null;
  const median = (axis: 0 | 1) => {
    const sorted = Float64Array.from(positions, (position) => position[axis]).sort();
    return sorted[Math.floor((sorted.length - 1) / 2)];
  };
  return [median(0), median(1)];
}

/** Positions spread over the file, the same in any order. */
export function choosePositions(
  positions: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  const [x, y] = [0, 1].map((axis) => Float64Array.from(positions, (one) => one[axis]));
  const order = Uint32Array.from(positions.keys()).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  const step = Math.max(1, order.length / SHOWN_POSITIONS);
  const count = Math.min(order.length, SHOWN_POSITIONS);
  return Array.from({ length: count }, (_, i) => positions[order[Math.floor(i * step)]]);
}

/** What is known of the coordinates of one file, for a person to confirm. */
export interface PositionReading {
  readonly source: string;
  /** system the file declares, or null */
  readonly declared: string | null;
  /** system a person said it is in, or null */
  readonly decided: string | null;
  readonly swapped: boolean;
  /** medians of both axes as the file writes them, or null when it has no position */
  readonly sample: readonly [number, number] | null;
  /** up to {@link SHOWN_POSITIONS} positions as the file writes them */
  readonly written: readonly (readonly [number, number])[];
  /** its features could be placed */
  readonly placed: boolean;
  /** nobody said what it is in, and the format does not settle it */
  readonly toConfirm: boolean;
  /** systems that the numbers allow, best first */
  readonly candidates: readonly PlacedCandidate[];
  /** `[lon, lat]` of some of its positions as they were read; empty: none could be placed */
  readonly points: readonly (readonly [number, number])[];
}
