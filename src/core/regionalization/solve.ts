import { buildPlan, totalBound } from "./build-plan.ts";
import {
  type Course,
  openCourse,
  readDistricts,
  readPartition,
  reportCourse,
  setStanding,
  settle,
} from "./course.ts";
import { solveDbscan } from "./dbscan.ts";
import type { LinearSolver } from "./exact/linear-solver.ts";
import { MOST_MASK_NODES } from "./exact/partition-piece.ts";
import { proveCounts } from "./exact/prove-counts.ts";
import type { Plan, Solving } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { openProofs } from "./proof.ts";
import { proofBudget, proveComponent } from "./prove-components.ts";

/** Effort of a search between two reports: a millisecond or so. */
const SLICE = 2000;
/** Slices of search for every step of bounding, which takes some 5 to 100 ms. */
const SLICES_PER_BOUND = 300;
/** Parts of the whole at which small proofs, search and bounds end, as progress shows them. */
const [PROVEN_AT, SEARCHED_AT] = [0.1, 0.6];
/** Components beyond this have more sets than any budget holds; sums alone bound them. */
const MOST_BOUNDED_NODES = 25_000;
/** How often the total bound is summed up anew while components are being proven. */
const PROOF_REPORTS = 50;

/** A first zoning of every component. @returns whether it was stopped */
function* construct(course: Course): Solving<boolean> {
  for (const [c, search] of course.searches.entries()) {
    if (search === null) continue;
    for (let more = true; more && !search.isConstructed(); ) {
      more = search.step(SLICE);
      setStanding(course, c, search.standing());
      if ((yield reportCourse(course, 0)) === "stop") return true;
    }
  }
  return false;
}

/** Proves or bounds one component as it stands, in steps. */
function* proveOne(
  course: Course,
  c: number,
  solver: LinearSolver | null,
): Generator<void, void, void> {
  const { problem, pieces, proofs } = course;
  const incumbent = readPartition(course, c);
  const known = proofs[c];
  const found = yield* proveComponent(problem, { piece: pieces[c], known, solver, incumbent });
  proofs[c] = found.proof;
  // What is not the last word is left to the search, while there is one to come.
  if (found.proof.optimal) settle(course, c, (found.partition ?? incumbent).districts);
  else if (found.partition && solver) settle(course, c, found.partition.districts);
}

/**
 * Components proven one by one: small ones before the search, the rest after it, when a good plan is
 * at hand. A wanted count couples them, so then none is proven alone. @returns whether it was stopped
 */
function* prove(
  course: Course,
  options: {
    readonly solver: LinearSolver | null;
    readonly mostNodes: number;
    /** progress at the beginning and at the end */
    readonly progress: readonly [number, number];
  },
): Solving<boolean> {
  const { problem, pieces, proofs } = course;
  const [from, to] = options.progress;
  const done = (c: number) => from + ((to - from) * c) / pieces.length;
  const every = Math.ceil(pieces.length / PROOF_REPORTS);
  for (const c of pieces.keys()) {
    if (proofs[c].optimal || pieces[c].count > options.mostNodes) continue;
    const steps = proveOne(course, c, options.solver);
    while (!steps.next().done) {
      if ((yield reportCourse(course, done(c))) === "stop") return true;
    }
    if (c % every === 0) course.bound = totalBound(problem, course.standings, proofs);
    if ((yield reportCourse(course, done(c))) === "stop") return true;
  }
  course.bound = totalBound(problem, course.standings, proofs);
  return false;
}

/** Bounds for the components too large to prove at once, in steps. */
function* boundLarge(course: Course): Generator<void, void, void> {
  const { problem, pieces, proofs } = course;
  for (const c of pieces.keys()) {
    const { count } = pieces[c];
    if (proofs[c].optimal || count <= MOST_MASK_NODES || count > MOST_BOUNDED_NODES) continue;
    yield* proveOne(course, c, null);
    course.bound = totalBound(problem, course.standings, proofs);
  }
}

/**
 * Searches on in turn, a slice each, until the iterations are used up; between slices the bounds of
 * large components are worked on, so that a search stopped early has them as far as they go.
 * @returns whether it was stopped
 */
function* improve(course: Course): Solving<boolean> {
  const { pieces, searches } = course;
  const bounding = boundLarge(course);
  let slices = 0;
  const open = searches.flatMap((search, c) => (search === null ? [] : [{ search, c }]));
  const nodes = open.reduce((sum, { c }) => sum + pieces[c].count, 0);
  let done = 0;
  for (let going = open; going.length > 0; ) {
    const next: typeof going = [];
    for (const one of going) {
      if (++slices % SLICES_PER_BOUND === 0) bounding.next();
      if (searches[one.c] === null) continue;
      const before = one.search.done();
      if (one.search.step(SLICE)) next.push(one);
      done += ((one.search.done() - before) * pieces[one.c].count) / nodes;
      setStanding(course, one.c, one.search.standing());
      const progress = PROVEN_AT + (SEARCHED_AT - PROVEN_AT) * Math.min(1, done);
      if ((yield reportCourse(course, progress)) === "stop") return true;
    }
    going = next;
  }
  while (!bounding.next().done) {
    if ((yield reportCourse(course, SEARCHED_AT)) === "stop") return true;
  }
  return false;
}

/** Proof or bound of a zoning with a wanted number of districts, which couples the components. */
function* proveCount(course: Course): Solving<boolean> {
  const { problem, pieces, proofs, kept, bound: before } = course;
  const { objective } = problem;
  const open = [...pieces.keys()].filter((c) => !proofs[c].optimal);
  const known = open.map((c) => ({ piece: pieces[c], incumbent: readPartition(course, c) }));
  const wanted = objective.targetCount ?? 0;
  const steps = proveCounts(known, { objective, budget: proofBudget(problem), wanted });
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if ((yield reportCourse(course, SEARCHED_AT)) === "stop") return true;
  }
  const { bound, partitions } = step.value;
  partitions?.forEach((partition, k) => {
    settle(course, open[k], partition.districts);
  });
  if (partitions) for (const c of open) proofs[c] = { ...proofs[c], optimal: true };
  const [hopeless] = before;
  const values = bound.slice(2).map((value, k) => value + kept[k]);
  course.bound = [hopeless + bound[0], bound[1], ...values];
  return false;
}

function* proveRest(course: Course, solver: LinearSolver | null): Solving<boolean> {
  const { objective, parameters } = course.problem;
  if (objective.targetCount !== null) return yield* proveCount(course);
  if (solver === null || parameters.method === "search") return false;
  return yield* prove(course, { solver, mostNodes: Infinity, progress: [SEARCHED_AT, 1] });
}

/**
 * Solves a problem step by step: the caller decides how long to go on. `next("stop")` ends it with
 * the best so far (`stopped: "cancelled"`). Same problem, same bytes; steps take milliseconds, but
 * for calls of the linear solver.
 * @param solver for proofs beyond 20 compounds; null: bounds only
 */
export function* solve(problem: Problem, solver: LinearSolver | null = null): Solving<Plan> {
  if (problem.parameters.method === "dbscan") return yield* solveDbscan(problem);
  const course = yield* openCourse(problem);
  if (course === null) {
    const proofs = openProofs(problem);
    return buildPlan(problem, { districts: [], proofs, stopped: "cancelled" });
  }
  const stopped =
    (yield* construct(course)) ||
    (yield* prove(course, {
      solver: null,
      mostNodes: MOST_MASK_NODES,
      progress: [0, PROVEN_AT],
    })) ||
    (yield* improve(course)) ||
    (yield* proveRest(course, solver));
  return buildPlan(problem, {
    districts: readDistricts(course),
    proofs: course.proofs,
    bound: problem.objective.targetCount === null ? null : course.bound,
    stopped: stopped ? "cancelled" : "done",
  });
}
