import { deriveSeed } from "../base/rng.ts";
import { buildPlan, measureProgress, totalBound, unplaceableHouseholds } from "./build-plan.ts";
import { solveDbscan } from "./dbscan.ts";
import { solveExactly } from "./exact/solve-exactly.ts";
import { createPieces, type Piece } from "./piece.ts";
import type { Plan, SolveProgress, Solving } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { type ComponentProof, openProofs } from "./proof.ts";
import { createSearch, type Search } from "./search/create-search.ts";
import { measureStandings, type Standing } from "./standing.ts";
import { shareWanted } from "./wanted-counts.ts";

/** Effort of a search between two reports: a millisecond or so. */
const SLICE = 2000;
/** How often the total bound is summed up anew while components are being proven. */
const PROOF_REPORTS = 50;

/** A solve under way, component by component. */
interface Course {
  readonly problem: Problem;
  readonly pieces: readonly Piece[];
  readonly proofs: ComponentProof[];
  readonly standings: Standing[];
  /** null: nothing can be placed, or settled by `answers` */
  readonly searches: (Search | null)[];
  /** districts of settled components, as compounds */
  readonly answers: number[][][];
  readonly unplaceable: number;
  bound: number[];
  total: Standing;
}

/** The search of one component; its stream depends on the seed and on the component alone. */
function openSearch(problem: Problem, piece: Piece, wanted: number | null): Search {
  const { objective, parameters } = problem;
  const { countsDistricts, hasValue, kernel } = objective;
  return createSearch(
    piece,
    { wanted, countsDistricts, hasValue, kernel },
    {
      seed: deriveSeed(parameters.seed, piece.member[0]),
      iterations: parameters.iterations,
    },
  );
}

/** One search per component that can hold a district. */
function openSearches(
  problem: Problem,
  pieces: readonly Piece[],
  proofs: readonly ComponentProof[],
): (Search | null)[] {
  const { targetCount } = problem.objective;
  const open = pieces.filter((_, c) => !proofs[c].optimal);
  const shares = targetCount === null ? null : shareWanted(open, targetCount);
  let next = 0;
  return pieces.map((piece, c) =>
    proofs[c].optimal ? null : openSearch(problem, piece, shares?.[next++] ?? null),
  );
}

/** Everything left out so far. @returns null when it was stopped */
function* openCourse(problem: Problem): Solving<Course | null> {
  const standings = measureStandings(problem, []);
  const unplaceable = unplaceableHouseholds(problem);
  const householdsLeftOut = standings.reduce((sum, one) => sum + one.householdsLeftOut, 0);
  const total: Standing = { householdsLeftOut, districts: 0, value: 0 };
  const { levels } = measureProgress(problem, total, { bound: [], unplaceable, done: 0 });
  const begun: SolveProgress = { done: 0, levels, gap: 1 };
  if ((yield begun) === "stop") return null;
  const pieces = createPieces(problem);
  if ((yield begun) === "stop") return null;
  const proofs = openProofs(problem);
  if ((yield begun) === "stop") return null;
  const searches = openSearches(problem, pieces, proofs);
  const bound = totalBound(problem, standings, proofs);
  const answers = pieces.map(() => []);
  return { problem, pieces, proofs, standings, searches, answers, unplaceable, bound, total };
}

/** Adds what component `c` stands at to the total, or takes it away. */
function count(course: Course, c: number, sign: 1 | -1): void {
  const { total, standings } = course;
  course.total = {
    householdsLeftOut: total.householdsLeftOut + sign * standings[c].householdsLeftOut,
    districts: total.districts + sign * standings[c].districts,
    value: total.value + sign * standings[c].value,
  };
}

function setStanding(course: Course, c: number, standing: Standing): void {
  if (standing === course.standings[c]) return;
  count(course, c, -1);
  course.standings[c] = standing;
  count(course, c, 1);
}

function report({ problem, total, bound, unplaceable }: Course, done: number): SolveProgress {
  return measureProgress(problem, total, { bound, unplaceable, done });
}

/** A first zoning of every component. @returns whether it was stopped */
function* construct(course: Course): Solving<boolean> {
  for (const [c, search] of course.searches.entries()) {
    if (search === null) continue;
    for (let more = true; more && !search.isConstructed(); ) {
      more = search.step(SLICE);
      setStanding(course, c, search.standing());
      if ((yield report(course, 0)) === "stop") return true;
    }
  }
  return false;
}

/** Puts districts, as compounds, in the place of a component's search. */
function settle(course: Course, c: number, districts: number[][]): void {
  course.answers[c] = districts;
  course.searches[c] = null;
  setStanding(course, c, measurePiece(course.problem, course.pieces[c], districts));
}

/** Components small enough are settled with proof. @returns whether it was stopped */
function* prove(course: Course): Solving<boolean> {
  const { problem, pieces, proofs } = course;
  // A wanted count couples the components, so none can be settled alone.
  if (problem.objective.targetCount !== null || problem.parameters.method === "search")
    return false;
  const every = Math.ceil(pieces.length / PROOF_REPORTS);
  for (const [c, proof] of proofs.entries()) {
    if (proof.optimal) continue;
    const districts = solveExactly(problem, pieces[c]);
    if (districts === null) continue;
    settle(course, c, districts);
    proofs[c] = { ...proof, optimal: true };
    if (c % every === 0) course.bound = totalBound(problem, course.standings, proofs);
    if ((yield report(course, c / pieces.length)) === "stop") return true;
  }
  course.bound = totalBound(problem, course.standings, proofs);
  return false;
}

/** From scratch: what one component amounts to under these districts. */
function measurePiece(problem: Problem, piece: Piece, districts: readonly number[][]): Standing {
  const { objective, world } = problem;
  const out = new Float64Array(objective.levels);
  let value = 0;
  let householdsLeftOut = piece.households.reduce((sum, h) => sum + h, 0);
  for (const members of districts) {
    objective.evaluate(members, members.length, out);
    value += out[objective.levels - 1];
    for (const i of members) householdsLeftOut -= world.compounds[i].households;
  }
  return { householdsLeftOut, districts: districts.length, value };
}

/** Searches on in turn, a slice each, until the iterations are used up. @returns whether it was stopped */
function* improve(course: Course): Solving<boolean> {
  const { pieces, searches } = course;
  const open = searches.flatMap((search, c) => (search === null ? [] : [{ search, c }]));
  const nodes = open.reduce((sum, { c }) => sum + pieces[c].count, 0);
  let done = 0;
  for (let going = open; going.length > 0; ) {
    const next: typeof going = [];
    for (const one of going) {
      const before = one.search.done();
      if (one.search.step(SLICE)) next.push(one);
      done += ((one.search.done() - before) * pieces[one.c].count) / nodes;
      setStanding(course, one.c, one.search.standing());
      if ((yield report(course, Math.min(1, done))) === "stop") return true;
    }
    going = next;
  }
  return false;
}

/** Districts of a search's best zoning, as compounds. */
function readDistricts(piece: Piece, search: Search): number[][] {
  const { district, districts } = search.best();
  const members: number[][] = Array.from({ length: districts }, () => []);
  district.forEach((d, node) => {
    if (d < 0) return;
    for (let m = piece.memberStart[node]; m < piece.memberStart[node + 1]; m++) {
      members[d].push(piece.member[m]);
    }
  });
  for (const own of members) own.sort((a, b) => a - b);
  return members;
}

/**
 * Solves a problem step by step: the caller decides how long to go on. `next("stop")` ends it with
 * the best so far (`stopped: "cancelled"`). Same problem, same bytes; steps take milliseconds.
 */
export function* solve(problem: Problem): Solving<Plan> {
  if (problem.parameters.method === "dbscan") return yield* solveDbscan(problem);
  const course = yield* openCourse(problem);
  if (course === null) {
    const proofs = openProofs(problem);
    return buildPlan(problem, { districts: [], proofs, stopped: "cancelled" });
  }
  const stopped = (yield* construct(course)) || (yield* prove(course)) || (yield* improve(course));
  const districts = course.pieces.flatMap((piece, c) => {
    const search = course.searches[c];
    return search === null ? course.answers[c] : readDistricts(piece, search);
  });
  const { proofs } = course;
  return buildPlan(problem, { districts, proofs, stopped: stopped ? "cancelled" : "done" });
}
