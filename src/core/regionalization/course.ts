import { deriveSeed } from "../base/rng.ts";
import { measureProgress, totalBound, unplaceableHouseholds } from "./build-plan.ts";
import type { PiecePartition } from "./exact/partition-piece.ts";
import { compoundsOf } from "./exact/piece-sets.ts";
import { createPieces, type Piece } from "./piece.ts";
import type { SolveProgress, Solving } from "./plan.ts";
import { keptLevels, type Problem } from "./problem.ts";
import { type ComponentProof, openProofs } from "./proof.ts";
import { createSearch, type Search } from "./search/create-search.ts";
import { measureStandings, type Standing, toLevels } from "./standing.ts";
import { startNodes } from "./start-districts.ts";
import { shareWanted } from "./wanted-counts.ts";

/** A solve under way, component by component. */
export interface Course {
  readonly problem: Problem;
  readonly pieces: readonly Piece[];
  readonly proofs: ComponentProof[];
  readonly standings: Standing[];
  /** null: nothing can be placed, or settled by `answers` */
  readonly searches: (Search | null)[];
  /** districts of settled components, as nodes of their piece */
  readonly answers: (readonly (readonly number[])[])[];
  readonly unplaceable: number;
  /** levels of the districts kept as they are */
  readonly kept: readonly number[];
  bound: number[];
  total: Standing;
}

/** The search of one component; its stream depends on the seed and on the component alone. */
function openSearch(
  problem: Problem,
  piece: Piece,
  { wanted, start }: { readonly wanted: number | null; readonly start: Int32Array | undefined },
): Search {
  const { objective, parameters } = problem;
  const { countsDistricts, hasValue, kernel } = objective;
  const { iterations } = parameters;
  const seed = deriveSeed(parameters.seed, piece.member[0]);
  const goal = { wanted, countsDistricts, hasValue, kernel };
  return createSearch(piece, goal, { seed, iterations, start });
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
  const starts = startNodes(problem, pieces);
  let next = 0;
  return pieces.map((piece, c) => {
    if (proofs[c].optimal) return null;
    return openSearch(problem, piece, { wanted: shares?.[next++] ?? null, start: starts[c] });
  });
}

/** Everything left out so far. @returns null when it was stopped */
export function* openCourse(problem: Problem): Solving<Course | null> {
  const standings = measureStandings(problem, []);
  const unplaceable = unplaceableHouseholds(problem);
  const kept = keptLevels(problem);
  const householdsLeftOut = standings.reduce((sum, one) => sum + one.householdsLeftOut, 0);
  const total: Standing = { householdsLeftOut, districts: 0, value: 0 };
  const { levels } = measureProgress(problem, total, { bound: [], unplaceable, kept, done: 0 });
  const begun: SolveProgress = { done: 0, levels, gap: 1 };
  if ((yield begun) === "stop") return null;
  const pieces = createPieces(problem);
  if ((yield begun) === "stop") return null;
  const proofs = openProofs(problem);
  if ((yield begun) === "stop") return null;
  const searches = openSearches(problem, pieces, proofs);
  const bound = totalBound(problem, standings, proofs);
  const answers = pieces.map(() => []);
  return { problem, pieces, proofs, standings, searches, answers, unplaceable, kept, bound, total };
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

/** Component `c` now stands at this. */
export function setStanding(course: Course, c: number, standing: Standing): void {
  if (standing === course.standings[c]) return;
  count(course, c, -1);
  course.standings[c] = standing;
  count(course, c, 1);
}

/** Where the course stands against its bound. */
export function reportCourse(course: Course, done: number): SolveProgress {
  const { problem, total, bound, unplaceable, kept } = course;
  return measureProgress(problem, total, { bound, unplaceable, kept, done });
}

/** From scratch: what one component amounts to under these districts. */
function measurePiece(
  problem: Problem,
  piece: Piece,
  districts: readonly (readonly number[])[],
): Standing {
  const { objective, world } = problem;
  const out = new Float64Array(objective.levels);
  let value = 0;
  let householdsLeftOut = piece.households.reduce((sum, h) => sum + h, 0);
  for (const nodes of districts) {
    const members = compoundsOf(piece, nodes);
    objective.evaluate(members, members.length, out);
    value += out[objective.levels - 1];
    for (const i of members) householdsLeftOut -= world.compounds[i].households;
  }
  return { householdsLeftOut, districts: districts.length, value };
}

/** Puts districts, as nodes, in the place of a component's search. */
export function settle(course: Course, c: number, districts: readonly (readonly number[])[]): void {
  course.answers[c] = districts;
  course.searches[c] = null;
  setStanding(course, c, measurePiece(course.problem, course.pieces[c], districts));
}

/** Districts of a component as it stands, as nodes of its piece. O(n of the component). */
function nodesOf({ searches, answers }: Course, c: number): readonly (readonly number[])[] {
  const search = searches[c];
  if (search === null) return answers[c];
  const { district, districts } = search.best();
  const nodes: number[][] = Array.from({ length: districts }, () => []);
  district.forEach((d, node) => {
    if (d >= 0) nodes[d].push(node);
  });
  return nodes;
}

/** A component as it stands, for a proof to start from. */
export function readPartition(course: Course, c: number): PiecePartition {
  const [householdsLeftOut, ...levels] = toLevels(course.problem.objective, course.standings[c]);
  return { districts: nodesOf(course, c).map((nodes) => [...nodes]), householdsLeftOut, levels };
}

/** Districts of the whole course, as compounds. */
export function readDistricts(course: Course): number[][] {
  return course.pieces.flatMap((piece, c) =>
    nodesOf(course, c).map((nodes) => [...compoundsOf(piece, nodes)].sort((a, b) => a - b)),
  );
}
