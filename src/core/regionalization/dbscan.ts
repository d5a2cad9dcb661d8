import { clustersDbscan } from "@turf/clusters-dbscan";
import { featureCollection, point } from "@turf/helpers";
import { unproject } from "../geometry/projection.ts";
import type { Problem } from "./problem.ts";
import type { Draft } from "./search/draft.ts";
import { splitConnected } from "./split-connected.ts";

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
export function dbscanPieces(problem: Problem, reachM: number): number[][] {
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
export function addAdmissible(
  draft: Draft,
  pieces: readonly number[][],
  admits: (members: readonly number[]) => boolean,
): void {
  for (const piece of pieces) if (admits(piece)) draft.add(piece);
}
