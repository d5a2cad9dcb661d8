import { createRng, deriveSeed, type Rng } from "../base/rng.ts";
import { buildPlan, measureProgress, totalBound, unplaceableHouseholds } from "./build-plan.ts";
import { solveDbscan } from "./dbscan.ts";
import { partitionWindow } from "./exact/partition-window.ts";
import { createWindow, MAX_WINDOW_NODES } from "./exact/window.ts";
import type { Plan, SolveProgress, Solving, Stopped } from "./plan.ts";
import { type Problem, toNodes } from "./problem.ts";
import { type ComponentProof, openProofs } from "./proof.ts";
import { Draft } from "./search/draft.ts";
import { growDistricts } from "./search/grow.ts";
import { improveAround, unpack } from "./search/improve.ts";
import { startDistricts } from "./start-districts.ts";

/** Connected sets beyond which an exact attempt at one component is given up. */
const MOST_SETS = { auto: 400_000, exact: 4_000_000 };
/** Sweeps without any change after which the search has converged. */
const IDLE_SWEEPS = 2;
/** How often the total bound is summed up anew while components are being proven. */
const PROOF_REPORTS = 50;

/** Exact answer for one component, written over what the draft holds there. */
function solveExactly(problem: Problem, draft: Draft, component: readonly number[]): boolean {
  const window = createWindow(problem, toNodes(problem, component));
  const mostSets = problem.parameters.method === "exact" ? MOST_SETS.exact : MOST_SETS.auto;
  const partitions = partitionWindow(problem, window, mostSets);
  const best = partitions?.[0];
  if (!best) return false;
  const old = new Set(component.map((i) => draft.of[i]).filter((d) => d >= 0));
  for (const district of old) draft.remove(district);
  for (const mask of best.districts) draft.add(unpack(window.nodes, mask));
  return true;
}

/** A wanted count couples the components, so none can be settled alone. */
function exactSize(problem: Problem): number {
  const alone = problem.objective.targetCount === null && problem.parameters.method !== "search";
  return alone ? MAX_WINDOW_NODES : 0;
}

/** One pass over the compounds of the searched components in random order. */
function* sweep(
  problem: Problem,
  draft: Draft,
  options: { order: number[]; rng: Rng; report: () => SolveProgress },
): Solving<{ changed: boolean; stopped: boolean }> {
  const { order, rng, report } = options;
  for (let k = order.length - 1; k > 0; k--) {
    const other = rng.int(k + 1);
    [order[k], order[other]] = [order[other], order[k]];
  }
  let changed = false;
  for (const seed of order) {
    if (improveAround(problem, draft, { seed, rng })) changed = true;
    if ((yield report()) === "stop") return { changed, stopped: true };
  }
  return { changed, stopped: false };
}

/** Anytime search over the components that were not solved exactly. */
function* search(
  problem: Problem,
  draft: Draft,
  proofs: readonly ComponentProof[],
): Solving<Stopped> {
  const order = proofs.filter((p) => !p.optimal).flatMap((p) => [...p.members]);
  const rng = createRng(deriveSeed(problem.parameters.seed, -1));
  const budget = problem.parameters.iterations;
  let idle = 0;
  let windows = 0;
  const bound = totalBound(problem, draft, proofs);
  const unplaceable = unplaceableHouseholds(problem);
  const report = () =>
    measureProgress(problem, draft, {
      bound,
      unplaceable,
      done: Math.min(1, ++windows / Math.max(1, budget * order.length)),
    });
  for (let pass = 0; pass < budget && idle < IDLE_SWEEPS && order.length > 0; pass++) {
    const { changed, stopped } = yield* sweep(problem, draft, { order, rng, report });
    if (stopped) return "cancelled";
    idle = changed ? 0 : idle + 1;
  }
  return "done";
}

/** Growth for every component that can hold a district. Returns whether it was stopped. */
function* growAll(problem: Problem, draft: Draft, proofs: ComponentProof[]): Solving<boolean> {
  const taken = Uint8Array.from(draft.of, (district) => (district >= 0 ? 1 : 0));
  const bound = totalBound(problem, draft, proofs);
  const unplaceable = unplaceableHouseholds(problem);
  for (const [c, proof] of proofs.entries()) {
    if (proof.optimal) continue;
    const rng = createRng(deriveSeed(problem.parameters.seed, c));
    growDistricts(problem, draft, { component: proof.members, rng, taken });
    const progress = measureProgress(problem, draft, { bound, unplaceable, done: 0 });
    if ((yield progress) === "stop") return true;
  }
  return false;
}

/** Proof by enumeration, written over the growth, where a component is small enough. */
function* proveSmall(problem: Problem, draft: Draft, proofs: ComponentProof[]): Solving<boolean> {
  const limit = exactSize(problem);
  const every = Math.ceil(proofs.length / PROOF_REPORTS);
  const unplaceable = unplaceableHouseholds(problem);
  let bound = totalBound(problem, draft, proofs);
  for (const [c, proof] of proofs.entries()) {
    if (proof.optimal || toNodes(problem, proof.members).length > limit) continue;
    if (solveExactly(problem, draft, proof.members)) proofs[c] = { ...proof, optimal: true };
    if (c % every === 0) bound = totalBound(problem, draft, proofs);
    const done = c / proofs.length;
    if ((yield measureProgress(problem, draft, { bound, unplaceable, done })) === "stop")
      return true;
  }
  return false;
}

/**
 * Solves a problem step by step: the caller decides how long to go on. `next("stop")` ends it with
 * the best so far (`stopped: "cancelled"`). Same problem, same bytes; steps take milliseconds.
 */
export function* solve(problem: Problem): Solving<Plan> {
  if (problem.parameters.method === "dbscan") return yield* solveDbscan(problem);
  const draft = new Draft(problem);
  for (const district of startDistricts(problem)) draft.add(district);
  const proofs = openProofs(problem);
  const early =
    (yield* growAll(problem, draft, proofs)) || (yield* proveSmall(problem, draft, proofs));
  const stopped = early ? "cancelled" : yield* search(problem, draft, proofs);
  return buildPlan(problem, draft, { proofs, stopped });
}
