import type { LinearSolver } from "./exact/linear-solver.ts";
import type { PiecePartition } from "./exact/partition-piece.ts";
import { compoundsOf } from "./exact/piece-sets.ts";
import type { PieceProof, ProofBudget } from "./exact/proof-options.ts";
import { provePiece } from "./exact/prove-piece.ts";
import type { Piece } from "./piece.ts";
import type { Problem } from "./problem.ts";
import type { ComponentProof } from "./proof.ts";
import type { Draft } from "./search/draft.ts";

/** Budgets by method: `search` proves nothing, but bounds what it can. */
const BUDGETS: Readonly<Record<"auto" | "exact" | "bound", ProofBudget>> = {
  auto: { mayChoose: true, visited: 3_000_000, sets: 600_000, solverSets: 30_000 },
  exact: { mayChoose: true, visited: 30_000_000, sets: 3_000_000, solverSets: 300_000 },
  bound: { mayChoose: false, visited: 3_000_000, sets: 600_000, solverSets: 0 },
};

/** How much may be proven of a problem: by its method. */
export function proofBudget({ parameters: { method } }: Problem): ProofBudget {
  return method === "auto" || method === "exact" ? BUDGETS[method] : BUDGETS.bound;
}

/** What the draft holds of one piece; null where a district reaches beyond or splits a node. */
export function draftPartition(draft: Draft, piece: Piece): PiecePartition {
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
export function writePartition(
  draft: Draft,
  piece: Piece,
  { districts }: Pick<PiecePartition, "districts">,
): void {
  const old = new Set([...piece.member].map((i) => draft.of[i]).filter((d) => d >= 0));
  for (const district of old) draft.remove(district);
  for (const nodes of districts) draft.add(compoundsOf(piece, nodes));
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

/** What the proof adds to what was known; a better partition goes into the draft. */
function settle(
  draft: Draft,
  piece: Piece,
  { known, found }: { readonly known: ComponentProof; readonly found: PieceProof },
): ComponentProof {
  const { partition, optimal, bound } = found;
  if (partition && (optimal || isBetter(partition, draftPartition(draft, piece)))) {
    writePartition(draft, piece, partition);
  }
  const kept = known.bound === null ? null : stronger(known.bound, bound);
  return { ...known, optimal, bound: kept };
}

/**
 * Proves or bounds one component, starting from what the draft holds, and writes what is better
 * into the draft. Yields every few milliseconds, solver calls aside.
 */
export function* proveComponent(
  problem: Problem,
  draft: Draft,
  options: {
    readonly piece: Piece;
    readonly known: ComponentProof;
    readonly solver: LinearSolver | null;
  },
): Generator<void, ComponentProof, void> {
  const { piece, known, solver } = options;
  const { objective } = problem;
  if (known.optimal || objective.targetCount !== null) return known;
  const incumbent = draftPartition(draft, piece);
  const budget = proofBudget(problem);
  const found = yield* provePiece(piece, { objective, solver, incumbent, budget });
  return settle(draft, piece, { known, found });
}
