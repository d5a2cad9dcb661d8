import { createRng, deriveSeed, type Rng } from "../base/rng.ts";
import { buildPlan, measureProgress, totalBound, unplaceableHouseholds } from "./build-plan.ts";
import { solveDbscan } from "./dbscan.ts";
import type { LinearSolver } from "./exact/linear-solver.ts";
import type { PiecePartition } from "./exact/partition-piece.ts";
import { compoundsOf } from "./exact/piece-sets.ts";
import { proveCounts } from "./exact/prove-counts.ts";
import { createPieces, type Piece } from "./piece.ts";
import type { Plan, SolveProgress, Solving, Stopped } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { type ComponentProof, openProofs } from "./proof.ts";
import { proofBudget, proveComponent } from "./prove-components.ts";
import { Draft } from "./search/draft.ts";
import { growDistricts } from "./search/grow.ts";
import { improveAround } from "./search/improve.ts";

/** Sweeps without any change after which the search has converged. */
const IDLE_SWEEPS = 2;
/** How often the total bound is summed up anew while components are being proven. */
const PROOF_REPORTS = 50;

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
  const taken = new Uint8Array(problem.world.compounds.length);
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

/** What the draft holds of one piece; all compounds of a node share their district. */
function draftPartition(draft: Draft, piece: Piece): PiecePartition {
  const nodesOf = new Map<number, number[]>();
  let householdsLeftOut = 0;
  for (let node = 0; node < piece.count; node++) {
    const district = draft.of[piece.member[piece.memberStart[node]]];
    if (district < 0) householdsLeftOut += piece.households[node];
    else nodesOf.set(district, [...(nodesOf.get(district) ?? []), node]);
  }
  const levels = new Array<number>(draft.levels.length).fill(0);
  for (const district of nodesOf.keys()) {
    draft.valueOf(district).forEach((value, l) => {
      levels[l] += value;
    });
  }
  return { districts: [...nodesOf.values()], householdsLeftOut, levels };
}

/** Puts a partition in the place of what the draft holds of the piece. */
function writePartition(draft: Draft, piece: Piece, { districts }: PiecePartition): void {
  const old = new Set([...piece.member].map((i) => draft.of[i]).filter((d) => d >= 0));
  for (const district of old) draft.remove(district);
  for (const nodes of districts) draft.add(compoundsOf(piece, nodes));
}

/**
 * Components proven or bounded one by one: the small ones before the search, the rest after it,
 * when a good plan is at hand. Returns whether it was stopped.
 */
function* prove(
  problem: Problem,
  draft: Draft,
  proofs: ComponentProof[],
  options: { readonly pieces: readonly Piece[]; readonly solver: LinearSolver | null },
): Solving<boolean> {
  const { pieces, solver } = options;
  const every = Math.ceil(proofs.length / PROOF_REPORTS);
  const unplaceable = unplaceableHouseholds(problem);
  let bound = totalBound(problem, draft, proofs);
  for (const [c, known] of proofs.entries()) {
    if (known.optimal) continue;
    const piece = pieces[c];
    const incumbent = draftPartition(draft, piece);
    const steps = proveComponent(problem, { piece, known, solver, incumbent });
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        proofs[c] = step.value.proof;
        if (step.value.partition) writePartition(draft, piece, step.value.partition);
      }
      if (step.done && c % every === 0) bound = totalBound(problem, draft, proofs);
      const done = c / proofs.length;
      if ((yield measureProgress(problem, draft, { bound, unplaceable, done })) === "stop")
        return true;
      if (step.done) break;
    }
  }
  return false;
}

/** Proof or bound of a zoning with a wanted number of districts, which couples the components. */
function* proveCount(
  problem: Problem,
  draft: Draft,
  proofs: ComponentProof[],
  pieces: readonly Piece[],
): Solving<{ stopped: Stopped; bound: readonly number[] | null }> {
  const { objective } = problem;
  const open = pieces.filter((_, c) => !proofs[c].optimal);
  const known = open.map((piece) => ({ piece, incumbent: draftPartition(draft, piece) }));
  const wanted = objective.targetCount ?? 0;
  const steps = proveCounts(known, { objective, budget: proofBudget(problem), wanted });
  const unplaceable = unplaceableHouseholds(problem);
  const before = totalBound(problem, draft, proofs);
  const [hopeless] = before;
  const progress = measureProgress(problem, draft, { bound: before, unplaceable, done: 1 });
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if ((yield progress) === "stop") return { stopped: "cancelled", bound: null };
  }
  const { bound, partitions } = step.value;
  partitions?.forEach((partition, k) => {
    writePartition(draft, open[k], partition);
  });
  if (partitions)
    for (const [c, proof] of proofs.entries()) proofs[c] = { ...proof, optimal: true };
  return { stopped: "done", bound: [hopeless + bound[0], ...bound.slice(1)] };
}

/**
 * Solves a problem step by step: the caller decides how long to go on. `next("stop")` ends it with
 * the best so far (`stopped: "cancelled"`). Same problem, same bytes; steps take milliseconds, but
 * for calls of the linear solver.
 * @param solver for proofs beyond 20 compounds; null: bounds only
 */
export function* solve(problem: Problem, solver: LinearSolver | null = null): Solving<Plan> {
  if (problem.parameters.method === "dbscan") return yield* solveDbscan(problem);
  const draft = new Draft(problem);
  const proofs = openProofs(problem);
  const pieces = createPieces(problem);
  const early =
    (yield* growAll(problem, draft, proofs)) ||
    (yield* prove(problem, draft, proofs, { pieces, solver: null }));
  if (early) return buildPlan(problem, draft, { proofs, stopped: "cancelled" });
  const stopped = yield* search(problem, draft, proofs);
  if (stopped === "done" && problem.objective.targetCount !== null) {
    const counted = yield* proveCount(problem, draft, proofs, pieces);
    return buildPlan(problem, draft, { proofs, ...counted });
  }
  if (stopped === "done" && solver !== null && problem.parameters.method !== "search") {
    const cut = yield* prove(problem, draft, proofs, { pieces, solver });
    return buildPlan(problem, draft, { proofs, stopped: cut ? "cancelled" : "done" });
  }
  return buildPlan(problem, draft, { proofs, stopped });
}
