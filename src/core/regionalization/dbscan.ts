import { clustersDbscan } from "@turf/clusters-dbscan";
import { featureCollection, point } from "@turf/helpers";
import { unproject } from "../geometry/projection.ts";
import { buildAtOnce, measureProgress, totalBound, unplaceableHouseholds } from "./build-plan.ts";
import { checkDistrict } from "./evaluate-zoning.ts";
import type { Plan, Solving } from "./plan.ts";
import { keptLevels, type Problem } from "./problem.ts";
import { openProofs } from "./proof.ts";
import { splitConnected } from "./split-connected.ts";
import { compareStandings, measureStandings, type Standing } from "./standing.ts";

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

/** What all components together amount to. */
function sumStandings(standings: readonly Standing[]): Standing {
  return standings.reduce(
    (sum, one) => ({
      householdsLeftOut: sum.householdsLeftOut + one.householdsLeftOut,
      districts: sum.districts + one.districts,
      value: sum.value + one.value,
    }),
    { householdsLeftOut: 0, districts: 0, value: 0 },
  );
}

/** The best of several reaches of the DBSCAN baseline, by the same objective. */
export function* solveDbscan(problem: Problem): Solving<Plan> {
  const opening = openProofs(problem);
  let opened = opening.next();
  while (!opened.done) opened = opening.next();
  const proofs = opened.value;
  const unplaceable = unplaceableHouseholds(problem);
  const kept = keptLevels(problem);
  const order = { wanted: null, countsDistricts: problem.objective.countsDistricts };
  let best: { districts: number[][]; standing: Standing } | null = null;
  for (const [k, reachM] of DBSCAN_REACHES_M.entries()) {
    const districts = dbscanPieces(problem, reachM).filter(
      (members) => checkDistrict(problem, members).length === 0,
    );
    const standings = measureStandings(problem, districts);
    const standing = sumStandings(standings);
    if (best === null || compareStandings(standing, best.standing, order) < 0) {
      best = { districts, standing };
    }
    const done = (k + 1) / DBSCAN_REACHES_M.length;
    const bound = totalBound(problem, measureStandings(problem, best.districts), proofs);
    const progress = measureProgress(problem, best.standing, { bound, unplaceable, kept, done });
    if ((yield progress) === "stop") {
      return buildAtOnce(problem, { districts: best.districts, proofs, stopped: "cancelled" });
    }
  }
  return buildAtOnce(problem, { districts: best?.districts ?? [], proofs, stopped: "done" });
}
