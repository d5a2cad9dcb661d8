import { clustersDbscan } from "@turf/clusters-dbscan";
import { featureCollection, point } from "@turf/helpers";
import { unproject } from "../geometry/projection.ts";
import { buildPlan, measureProgress, totalBound, unplaceableHouseholds } from "./build-plan.ts";
import { checkDistrict } from "./evaluate-zoning.ts";
import type { Plan, Solving, Stopped } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { openProofs } from "./proof.ts";
import { Draft } from "./search/draft.ts";
import { splitConnected } from "./split-connected.ts";

/** Reaches the DBSCAN baseline is tried with, m. */
const DBSCAN_REACHES_M = [60, 90, 120, 160, 200, 260, 340];

/** Cluster of each placeable compound (null: noise) at one reach. */
function clusterAt(problem: Problem, candidates: readonly number[], reachM: number) {
  const { shapes, projection } = problem.world;
  const points = candidates.map((i) =>
    point(unproject(projection, shapes.centroid[2 * i], shapes.centroid[2 * i + 1])),
  );
  const clustered = clustersDbscan(featureCollection(points), reachM / 1000, {
    minPoints: 2,
    units: "kilometers",
  });
  return clustered.features.map((feature) => feature.properties.cluster ?? null);
}

/**
 * Baseline: Turf's DBSCAN (Ester et al. 1996) on representative points, cut to connected pieces
 * inside the envelope; pieces that break a limit are not districts.
 * @returns the connected pieces, admissible or not
 */
function dbscanPieces(problem: Problem, reachM: number): number[][] {
  const candidates = [...problem.placeable.keys()].filter((i) => problem.placeable[i]);
  if (candidates.length === 0) return [];
  const cluster = clusterAt(problem, candidates, reachM);
  const groups = new Map<number, number[]>();
  const alone: number[][] = [];
  candidates.forEach((i, k) => {
    const c = cluster[k];
    if (c === null || c === undefined) alone.push([i]);
    else groups.set(c, [...(groups.get(c) ?? []), i]);
  });
  return [...[...groups.values()].flatMap((group) => splitConnected(problem, group)), ...alone];
}

/** Adds the admissible pieces as districts. */
function addAdmissible(
  draft: Draft,
  pieces: readonly number[][],
  admits: (members: readonly number[]) => boolean,
): void {
  for (const piece of pieces) if (admits(piece)) draft.add(piece);
}

/** The best of several reaches of the DBSCAN baseline, by the same objective. */
export function* solveDbscan(problem: Problem): Solving<Plan> {
  const proofs = openProofs(problem);
  const admits = (members: readonly number[]) => checkDistrict(problem, members).length === 0;
  const unplaceable = unplaceableHouseholds(problem);
  let best: Draft | null = null;
  let stopped: Stopped = "done";
  for (const [k, reachM] of DBSCAN_REACHES_M.entries()) {
    const draft = new Draft(problem);
    addAdmissible(draft, dbscanPieces(problem, reachM), admits);
    if (best === null || isBetter(draft, best)) best = draft;
    const done = (k + 1) / DBSCAN_REACHES_M.length;
    const bound = totalBound(problem, best, proofs);
    if ((yield measureProgress(problem, best, { bound, unplaceable, done })) === "stop") {
      stopped = "cancelled";
      break;
    }
  }
  return buildPlan(problem, best ?? new Draft(problem), { proofs, stopped });
}

function isBetter(a: Draft, b: Draft): boolean {
  if (a.householdsLeftOut !== b.householdsLeftOut) return a.householdsLeftOut < b.householdsLeftOut;
  for (let k = 0; k < a.levels.length; k++) {
    if (a.levels[k] !== b.levels[k]) return a.levels[k] < b.levels[k];
  }
  return false;
}
