import type { ComponentInput } from "./component-task.ts";
import type { LinearSolver } from "./exact/linear-solver.ts";
import { MOST_MASK_NODES, type PiecePartition } from "./exact/partition-piece.ts";
import type { ProofBudget, ProofMemory } from "./exact/proof-options.ts";
import { provePiece } from "./exact/prove-piece.ts";
import type { Method } from "./parameters.ts";
import type { KnownProof } from "./proof.ts";

/** Budgets by method: `search` proves nothing, but bounds what it can. */
const maskNodes = MOST_MASK_NODES;

const BUDGETS: Readonly<Record<"auto" | "exact" | "bound", ProofBudget>> = {
  auto: {
    mayChoose: true,
    maskNodes,
    visited: 3_000_000,
    sets: 600_000,
    solverSets: 300_000,
    packing: [300, 0],
  },
  exact: {
    mayChoose: true,
    maskNodes,
    visited: 30_000_000,
    sets: 3_000_000,
    solverSets: 1_000_000,
    packing: [2_000, 80_000],
    sifted: 12_000_000,
  },
  bound: { mayChoose: false, maskNodes, visited: 3_000_000, sets: 600_000, solverSets: 0 },
};

/** How much may be proven, by method. */
export function proofBudget(method: Method): ProofBudget {
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
  readonly proof: KnownProof;
  /** better than the one handed in, or the one that the proof is about */
  readonly partition: PiecePartition | null;
}

/**
 * Proves or bounds one component, starting from the best partition known. A component that is
 * proven already stays as it is; a wanted number of districts couples components and is no matter
 * of one alone. Yields every few milliseconds, solver calls aside.
 */
export function* proveComponent(
  { piece, objective, method, known: before }: ComponentInput,
  options: {
    /** what is known by now; as at the beginning by default */
    readonly known?: KnownProof;
    readonly incumbent: PiecePartition;
    readonly solver: LinearSolver | null;
    readonly memory: ProofMemory;
  },
): Generator<void, ProvenComponent, void> {
  const { known = before, solver, incumbent, memory } = options;
  const unchanged = { proof: known, partition: null };
  if (known.optimal || known.bound === null || objective.targetCount !== null) return unchanged;
  const budget = proofBudget(method);
  const found = yield* provePiece(piece, { objective, solver, incumbent, budget, memory });
  const bound = stronger(known.bound, found.bound);
  const { partition, optimal } = found;
  const isNew = partition !== null && (optimal || isBetter(partition, incumbent));
  return { proof: { optimal, bound }, partition: isNew ? partition : null };
}
