import type { LinearSolver } from "./exact/linear-solver.ts";
import { MOST_MASK_NODES, type PiecePartition } from "./exact/partition-piece.ts";
import type { ProofBudget } from "./exact/proof-options.ts";
import { provePiece } from "./exact/prove-piece.ts";
import type { Piece } from "./piece.ts";
import type { Problem } from "./problem.ts";
import type { ComponentProof } from "./proof.ts";

/** Budgets by method: `search` proves nothing, but bounds what it can. */
const maskNodes = MOST_MASK_NODES;

const BUDGETS: Readonly<Record<"auto" | "exact" | "bound", ProofBudget>> = {
  auto: { mayChoose: true, maskNodes, visited: 3_000_000, sets: 600_000, solverSets: 300_000 },
  exact: {
    mayChoose: true,
    maskNodes,
    visited: 30_000_000,
    sets: 3_000_000,
    solverSets: 1_000_000,
  },
  bound: { mayChoose: false, maskNodes, visited: 3_000_000, sets: 600_000, solverSets: 0 },
};

/** How much may be proven of a problem: by its method. */
export function proofBudget({ parameters: { method } }: Problem): ProofBudget {
  return method === "auto" || method === "exact" ? BUDGETS[method] : BUDGETS.bound;
}

function isBetter(a: PiecePartition, b: PiecePartition): boolean {
  const levels = (p: PiecePartition) => [p.householdsLeftOut, ...p.levels];
  const other = levels(b);
  for (const [l, value] of levels(a).entries()) if (value !== other[l]) return value < other[l];
  return false;
}

/** The stronger of two bounds that hold, level by level from the first on. */
function stronger(old: readonly number[], found: readonly number[] | null): readonly number[] {
  const at = found?.findIndex((value, l) => value !== old[l]) ?? -1;
  return found && at >= 0 && found[at] > old[at] ? found : old;
}

/** What is known of a component after a proof, and the partition to take over, if any. */
export interface ProvenComponent {
  readonly proof: ComponentProof;
  /** better than the one handed in, or the one that the proof is about */
  readonly partition: PiecePartition | null;
}

/**
 * Proves or bounds one component, starting from the best partition known. A component that is
 * proven already stays as it is; a wanted number of districts couples components and is no matter
 * of one alone. Yields every few milliseconds, solver calls aside.
 */
export function* proveComponent(
  problem: Problem,
  options: {
    readonly piece: Piece;
    readonly known: ComponentProof;
    readonly incumbent: PiecePartition;
    readonly solver: LinearSolver | null;
  },
): Generator<void, ProvenComponent, void> {
  const { piece, known, solver, incumbent } = options;
  const { objective } = problem;
  const unchanged = { proof: known, partition: null };
  if (known.optimal || known.bound === null || objective.targetCount !== null) return unchanged;
  const budget = proofBudget(problem);
  const found = yield* provePiece(piece, { objective, solver, incumbent, budget });
  const bound = stronger(known.bound, found.bound);
  const { partition, optimal } = found;
  const isNew = partition !== null && (optimal || isBetter(partition, incumbent));
  return { proof: { ...known, optimal, bound }, partition: isNew ? partition : null };
}
