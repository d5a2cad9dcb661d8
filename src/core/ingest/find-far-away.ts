import type { AreaFeature } from "./read-areas.ts";

/** Farther than this from the middle is suspect … */
const FAR_KM = 100;
/** … when it is also this many times the median distance, so that a whole country may be read. */
const FAR_TIMES_MEDIAN = 20;
const KM_PER_DEGREE = 111.2;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/**
 * Areas far from the bulk of all areas, with their distance from its middle, km. Fewer than three
 * areas have no bulk.
 */
export function findFarAway<T extends AreaFeature>(areas: readonly T[]): Map<T, number> {
  const far = new Map<T, number>();
  if (areas.length < 3) return far;
  const lon = median(areas.map(({ at }) => at[0]));
  const lat = median(areas.map(({ at }) => at[1]));
  const shrink = Math.cos((lat * Math.PI) / 180);
  const distances = areas.map(({ at }) =>
    Math.hypot((at[0] - lon) * shrink * KM_PER_DEGREE, (at[1] - lat) * KM_PER_DEGREE),
  );
  const limit = Math.max(FAR_KM, FAR_TIMES_MEDIAN * median(distances));
  areas.forEach((area, i) => {
    if (distances[i] > limit) far.set(area, Math.round(distances[i]));
  });
  return far;
}
