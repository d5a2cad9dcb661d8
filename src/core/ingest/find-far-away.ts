import { eachInSteps, type Steps, untold } from "../base/steps.ts";
import { eachPosition } from "./coordinate-system.ts";
import type { AreaFeature } from "./read-areas.ts";

/** Farther than this from the middle is suspect … */
const FAR_KM = 100;
/** … when it is also this many times the median distance, so that a whole country may be read. */
const FAR_TIMES_MEDIAN = 20;
/** Farther than this is too far for lengths on one plane, however widely the areas are spread. */
const PLANE_KM = 3000;
const KM_PER_DEGREE = 111.2;

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** Without its farthest areas the bulk has another middle; looked at again at most so often. */
const MAX_ROUNDS = 10;

/**
 * Areas with a corner far from the bulk of all areas, with its distance from the bulk's middle, km.
 * Fewer than three areas have no bulk: then only what does not fit one plane is far.
 */
export function* findFarAway<T extends AreaFeature>(areas: readonly T[]): Steps<Map<T, number>> {
  const far = new Map<T, number>();
  let rest = areas;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found = yield* untold(findFarFrom(rest));
    if (found.size === 0) return far;
    for (const [area, km] of found) far.set(area, km);
    rest = rest.filter((area) => !found.has(area));
  }
  return far;
}

function* findFarFrom<T extends AreaFeature>(areas: readonly T[]): Steps<Map<T, number>> {
  const far = new Map<T, number>();
  if (areas.length === 0) return far;
  const lon = median(Float64Array.from(areas, ({ at }) => at[0]));
  const lat = median(Float64Array.from(areas, ({ at }) => at[1]));
  const shrink = Math.cos((lat * Math.PI) / 180);
  const distances = new Float64Array(areas.length);
  yield* eachInSteps(areas, ({ area }, i) => {
    let farthest = 0;
    eachPosition(area, ([x, y]) => {
      farthest = Math.max(farthest, Math.hypot((x - lon) * shrink, y - lat));
    });
    distances[i] = farthest * KM_PER_DEGREE;
  });
  const bulk = Math.max(FAR_KM, FAR_TIMES_MEDIAN * median(distances));
  const limit = areas.length < 3 ? PLANE_KM : Math.min(bulk, PLANE_KM);
  areas.forEach((area, i) => {
    if (distances[i] > limit) far.set(area, Math.round(distances[i]));
  });
  return far;
}
