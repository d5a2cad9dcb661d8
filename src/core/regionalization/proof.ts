import { componentBound } from "./bound.ts";
import { componentSums, missedMinimums } from "./left-out.ts";
import { componentMembers, type Problem } from "./problem.ts";

/** Whether a component's part is proven, and its bound from the households left out on (null: none can be placed). */
export interface KnownProof {
  readonly optimal: boolean;
  readonly bound: readonly number[] | null;
}

/** What is known about one component, and its members. */
export interface ComponentProof extends KnownProof {
  readonly members: readonly number[];
}

/** Compounds whose components are bounded between two yields. */
const COMPOUNDS_PER_STEP = 128;

/** What is known of every component before any work: whether it can hold a district, and its bound. */
export function* openProofs(problem: Problem): Generator<void, ComponentProof[], void> {
  const sums = componentSums(problem);
  yield;
  const members = componentMembers(problem);
  yield;
  const proofs: ComponentProof[] = [];
  let bounded = 0;
  for (const [c, own] of members.entries()) {
    const hopeless = missedMinimums(problem, sums[c]).length > 0;
    const bound = hopeless ? null : [0, ...componentBound(problem, own)];
    proofs.push({ members: own, optimal: hopeless, bound });
    bounded += own.length;
    if (bounded < COMPOUNDS_PER_STEP) continue;
    bounded = 0;
    yield;
  }
  return proofs;
}
