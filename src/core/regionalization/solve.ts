import { createRng, deriveSeed, type Rng } from "../base/rng.ts";
import { componentBound } from "./bound.ts";
import {
  buildPlan,
  type ComponentProof,
  measureProgress,
  totalBound,
  unplaceableHouseholds,
} from "./build-plan.ts";
import { addAdmissible, dbscanPieces } from "./dbscan.ts";
import { checkDistrict } from "./evaluate-zoning.ts";
import { partitionWindow } from "./exact/partition-window.ts";
import { createWindow, MAX_WINDOW_NODES } from "./exact/window.ts";
import { componentSums, missedMinimums } from "./left-out.ts";
import type { Plan, SolveProgress, Stopped } from "./plan.ts";
import { componentMembers, type Problem } from "./problem.ts";
import { Draft } from "./search/draft.ts";
import { growDistricts } from "./search/grow.ts";
import { improveAround, unpack } from "./search/improve.ts";

/** Components up to this size are solved exactly by `auto`; `exact` goes on to MAX_WINDOW_NODES. */
const AUTO_EXACT_COMPOUNDS = 20;
/** Connected sets beyond which an exact attempt is given up. */
const EXACT_SETS = 400_000;
/** Sweeps without any change after which the search has converged. */
const IDLE_SWEEPS = 2;
/** How often the total bound is summed up anew while components are being proven. */
const PROOF_REPORTS = 50;
/** Reaches the DBSCAN baseline is tried with, m. */
const DBSCAN_REACHES_M = [60, 90, 120, 160, 200, 260, 340];

type Solving<T> = Generator<SolveProgress, T, "stop" | undefined>;

/** Exact answer for one component, written over what the draft holds there. */
function solveExactly(problem: Problem, draft: Draft, component: readonly number[]): boolean {
  const window = createWindow(
    problem,
    component.map((i) => [i]),
  );
  const partitions = partitionWindow(problem, window, EXACT_SETS);
  const best = partitions?.[0];
  if (!best) return false;
  const old = new Set(component.map((i) => draft.of[i]).filter((d) => d >= 0));
  for (const district of old) draft.remove(district);
  for (const mask of best.districts) draft.add(unpack(window.nodes, mask));
  return true;
}

function exactSize(problem: Problem): number {
  const { method } = problem.parameters;
  if (problem.objective.targetCount !== null || method === "search") return 0;
  return method === "exact" ? MAX_WINDOW_NODES : AUTO_EXACT_COMPOUNDS;
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

/** Growth for every component that can hold a district, then proof by enumeration where it fits. */
function* construct(
  problem: Problem,
  draft: Draft,
): Solving<{ proofs: ComponentProof[]; stopped: boolean }> {
  const sums = componentSums(problem);
  const components = componentMembers(problem);
  const taken = new Uint8Array(problem.world.compounds.length);
  const proofs: ComponentProof[] = [];
  components.forEach((members, c) => {
    const hopeless = missedMinimums(problem, sums[c]).length > 0;
    if (!hopeless) {
      const rng = createRng(deriveSeed(problem.parameters.seed, c));
      growDistricts(problem, draft, { component: members, rng, taken });
    }
    const bound = hopeless ? null : componentBound(problem, members);
    proofs.push({ members, optimal: hopeless, bound });
  });
  const limit = exactSize(problem);
  const every = Math.ceil(proofs.length / PROOF_REPORTS);
  const unplaceable = unplaceableHouseholds(problem);
  let bound = totalBound(problem, draft, proofs);
  let stopped = false;
  for (const [c, proof] of proofs.entries()) {
    if (proof.optimal || proof.members.length > limit) continue;
    if (solveExactly(problem, draft, proof.members)) proofs[c] = { ...proof, optimal: true };
    if (c % every === 0) bound = totalBound(problem, draft, proofs);
    const done = c / proofs.length;
    if ((yield measureProgress(problem, draft, { bound, unplaceable, done })) === "stop") {
      stopped = true;
      break;
    }
  }
  return { proofs, stopped };
}

/** The best of several reaches of the DBSCAN baseline, by the same objective. */
function* solveDbscan(problem: Problem): Solving<Plan> {
  const proofs = componentMembers(problem).map((members) => ({
    members,
    optimal: false,
    bound: componentBound(problem, members),
  }));
  const sums = componentSums(problem);
  proofs.forEach((proof, c) => {
    if (missedMinimums(problem, sums[c]).length > 0) proof.optimal = true;
  });
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

/**
 * Solves a problem step by step: the caller decides how long to go on. `next("stop")` ends it with
 * the best so far (`stopped: "cancelled"`). Same problem, same bytes; steps take milliseconds.
 */
export function* solve(problem: Problem): Solving<Plan> {
  if (problem.parameters.method === "dbscan") return yield* solveDbscan(problem);
  const draft = new Draft(problem);
  const { proofs, stopped } = yield* construct(problem, draft);
  const ended = stopped ? "cancelled" : yield* search(problem, draft, proofs);
  return buildPlan(problem, draft, { proofs, stopped: ended });
}
