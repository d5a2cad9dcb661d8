import { deriveSeed } from "../base/rng.ts";
import { measureProgress, totalBound, unplaceableHouseholds } from "./build-plan.ts";
import { nodesByDistrict } from "./component-run.ts";
import type { ComponentInput, ComponentZoning, TaskAnswer, TaskReport } from "./component-task.ts";
import type { PiecePartition } from "./exact/partition-piece.ts";
import { compoundsOf } from "./exact/piece-sets.ts";
import type { ProofMemory } from "./exact/proof-options.ts";
import { cutPieces, type Piece } from "./piece.ts";
import type { SolveProgress, Solving } from "./plan.ts";
import { keptLevels, type Problem } from "./problem.ts";
import { type ComponentProof, type KnownProof, openProofs } from "./proof.ts";
import { measureStandings, type Standing, toLevels } from "./standing.ts";
import { startNodes } from "./start-districts.ts";
import { shareWanted } from "./wanted-counts.ts";

/** Node entries of listed sets that are kept from bounds for proofs, some 100 MB with their values. */
const MOST_KEPT = 16_000_000;

/** A solve under way, component by component. */
export interface Course {
  readonly problem: Problem;
  /** per component; what its tasks depend on */
  readonly inputs: readonly ComponentInput[];
  readonly proofs: ComponentProof[];
  readonly standings: Standing[];
  /** district per node of each component as it stands; null: everything left out */
  readonly zonings: (Int32Array | null)[];
  /** what bounds have worked out, for proofs to come */
  readonly memories: (ProofMemory | null)[];
  readonly unplaceable: number;
  /** levels of the districts kept as they are */
  readonly kept: readonly number[];
  bound: number[];
  total: Standing;
  /** node entries in `memories` */
  remembered: number;
}

/** What each component's tasks depend on. */
function openInputs(
  problem: Problem,
  pieces: readonly Piece[],
  proofs: readonly ComponentProof[],
): ComponentInput[] {
  const { objective, parameters } = problem;
  const { targetCount } = objective;
  const open = pieces.filter((_, c) => !proofs[c].optimal);
  const shares = targetCount === null ? null : shareWanted(open, targetCount);
  const starts = startNodes(problem, pieces);
  let next = 0;
  return pieces.map((piece, c): ComponentInput => {
    const { optimal, bound } = proofs[c];
    return {
      piece,
      objective,
      wanted: optimal ? null : (shares?.[next++] ?? null),
      seed: deriveSeed(parameters.seed, piece.member[0]),
      iterations: parameters.iterations,
      method: parameters.method,
      start: starts[c] ?? null,
      known: { optimal, bound },
    };
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
  const cutting = cutPieces(problem);
  let cut = cutting.next();
  for (; !cut.done; cut = cutting.next()) if ((yield begun) === "stop") return null;
  const pieces = cut.value;
  const opening = openProofs(problem);
  let opened = opening.next();
  for (; !opened.done; opened = opening.next()) if ((yield begun) === "stop") return null;
  const proofs = opened.value;
  const inputs = openInputs(problem, pieces, proofs);
  if ((yield begun) === "stop") return null;
  const bound = totalBound(problem, standings, proofs);
  return {
    ...{ problem, inputs, proofs, standings, unplaceable, kept, bound, total },
    zonings: pieces.map(() => null),
    memories: pieces.map(() => null),
    remembered: 0,
  };
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

function isSameProof(a: KnownProof, b: KnownProof): boolean {
  return a.optimal === b.optimal && (a.bound ?? []).every((value, l) => value === b.bound?.[l]);
}

/** Component `c` now stands at this. @returns whether more is proven of it */
export function noteComponent(
  course: Course,
  c: number,
  { standing, proof }: Pick<TaskReport, "standing" | "proof">,
): boolean {
  count(course, c, -1);
  course.standings[c] = standing;
  count(course, c, 1);
  if (isSameProof(course.proofs[c], proof)) return false;
  course.proofs[c] = { ...course.proofs[c], ...proof };
  return true;
}

/** Takes a task's answer over. @returns whether more is proven of the component */
export function settleComponent(
  course: Course,
  c: number,
  { zoning, proof, memory }: TaskAnswer,
): boolean {
  course.zonings[c] = zoning.district;
  takeMemory(course, c);
  const size = memory ? memorySize(memory) : 0;
  if (course.remembered + size <= MOST_KEPT) {
    course.memories[c] = memory;
    course.remembered += size;
  }
  return noteComponent(course, c, { standing: zoning.standing, proof });
}

/** What a bound has worked out of component `c`, from now on the taker's own. */
export function takeMemory(course: Course, c: number): ProofMemory | null {
  const memory = course.memories[c];
  if (memory) course.remembered -= memorySize(memory);
  course.memories[c] = null;
  return memory;
}

function memorySize({ sets, minimal }: ProofMemory): number {
  const listed = sets === null || sets === "beyond" ? 0 : sets.pool.node.length;
  return listed + (minimal === null || minimal === "beyond" ? 0 : minimal.node.length);
}

/** The total bound anew. O(components). */
export function renewBound(course: Course): void {
  course.bound = totalBound(course.problem, course.standings, course.proofs);
}

/** Where the course stands against its bound. */
export function reportCourse(course: Course, done: number): SolveProgress {
  const { problem, total, bound, unplaceable, kept } = course;
  return measureProgress(problem, total, { bound, unplaceable, kept, done });
}

/** Component `c` as it stands. */
export function readZoning({ zonings, standings, inputs }: Course, c: number): ComponentZoning {
  const district = zonings[c] ?? new Int32Array(inputs[c].piece.count).fill(-1);
  return { district, standing: standings[c] };
}

/** Component `c` as it stands, for a proof to start from. */
export function readPartition(course: Course, c: number): PiecePartition {
  const { district, standing } = readZoning(course, c);
  const [householdsLeftOut, ...levels] = toLevels(course.problem.objective, standing);
  return { districts: nodesByDistrict(district), householdsLeftOut, levels };
}

/** Districts of the whole course, as compounds. */
export function readDistricts({ inputs, zonings }: Course): number[][] {
  return zonings.flatMap((district, c) =>
    district === null
      ? []
      : nodesByDistrict(district).map((nodes) => compoundsOf(inputs[c].piece, nodes)),
  );
}
