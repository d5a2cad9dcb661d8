import type {
  ComponentInput,
  ComponentTask,
  ComponentZoning,
  TaskAnswer,
  TaskReport,
} from "./component-task.ts";
import type { LinearSolver } from "./exact/linear-solver.ts";
import { MOST_MASK_NODES, type PiecePartition } from "./exact/partition-piece.ts";
import { compoundsOf } from "./exact/piece-sets.ts";
import { openMemory } from "./exact/proof-options.ts";
import { type ProvenComponent, proveComponent } from "./prove-components.ts";
import { createSearch, type Search } from "./search/create-search.ts";
import { type Standing, toLevels } from "./standing.ts";

/** Effort of a search in one step: a fraction of a millisecond, cold code aside. */
const SLICE = 500;
/** Slices of search for every step of bounding, which takes some 5 to 20 ms. */
const SLICES_PER_BOUND = 1200;
/** Components beyond this have more sets than any budget holds; sums alone bound them. */
const MOST_BOUNDED_NODES = 25_000;

/** A task under way; what it answers in the end does not depend on how its steps are spaced. */
export interface ComponentRun {
  /** of several runs, those of the lowest stage go on first: a first zoning everywhere comes first */
  readonly stage: number;
  /** Works for some milliseconds, calls of the linear solver aside. @returns false when done */
  step(): boolean;
  /** O(1) */
  report(): TaskReport;
  /** The best so far. To be asked at the end, or when it is stopped. O(n) */
  answer(): TaskAnswer;
}

/** Nodes of each district. */
export function nodesByDistrict(district: Int32Array): number[][] {
  const nodes: number[][] = [];
  for (let node = 0; node < district.length; node++) {
    if (district[node] < 0) continue;
    nodes[district[node]] ??= [];
    nodes[district[node]].push(node);
  }
  return nodes;
}

/** From scratch: a component under these districts. */
export function zoneComponent(
  { piece, objective }: ComponentInput,
  districts: readonly (readonly number[])[],
): ComponentZoning {
  const district = new Int32Array(piece.count).fill(-1);
  const out = new Float64Array(objective.levels);
  let value = 0;
  let householdsLeftOut = piece.households.reduce((sum, h) => sum + h, 0);
  districts.forEach((nodes, d) => {
    const members = compoundsOf(piece, nodes);
    objective.evaluate(members, members.length, out);
    value += out[objective.levels - 1];
    for (const node of nodes) {
      district[node] = d;
      householdsLeftOut -= piece.households[node];
    }
  });
  return { district, standing: { householdsLeftOut, districts: districts.length, value } };
}

/** A zoning as proofs take it. */
function toPartition(
  { objective }: ComponentInput,
  { district, standing }: ComponentZoning,
): PiecePartition {
  const [householdsLeftOut, ...levels] = toLevels(objective, standing);
  return { districts: nodesByDistrict(district), householdsLeftOut, levels };
}

type Proving = Generator<void, ProvenComponent, void>;

/** Construction, small proof, improvement with bounding in between. */
class SearchRun implements ComponentRun {
  stage = 0;
  private readonly input: ComponentInput;
  private readonly search: Search;
  private readonly memory = openMemory();
  private proof: TaskReport["proof"];
  /** in place of the search: proven */
  private settled: ComponentZoning | null = null;
  private searching = true;
  /** the small proof at stage 1, the bound at stage 2; null: over, or not begun */
  private proving: Proving | null = null;
  private incumbent: ComponentZoning | null = null;
  private slices = 0;

  constructor(input: ComponentInput) {
    const { piece, objective, wanted, seed, iterations, start } = input;
    const { countsDistricts, hasValue, kernel } = objective;
    const goal = { wanted, countsDistricts, hasValue, kernel };
    this.input = input;
    this.proof = input.known;
    this.search = createSearch(piece, goal, { seed, iterations, start: start ?? undefined });
  }

  step(): boolean {
    if (this.stage === 0) this.construct();
    else if (this.stage === 1) this.advance();
    else this.improve();
    return this.settled === null && (this.searching || this.proving !== null);
  }

  private construct(): void {
    this.searching = this.search.step(SLICE);
    if (this.searching && !this.search.isConstructed()) return;
    const { count } = this.input.piece;
    this.stage = count <= MOST_MASK_NODES ? 1 : 2;
    if (count > MOST_BOUNDED_NODES) return;
    this.incumbent = this.zoning();
    const incumbent = toPartition(this.input, this.incumbent);
    const { memory } = this;
    this.proving = proveComponent(this.input, { incumbent, solver: null, memory });
  }

  /** One step of the proof under way. */
  private advance(): void {
    const step = this.proving?.next();
    if (!step?.done) return;
    this.proving = null;
    this.stage = 2;
    const { proof, partition } = step.value;
    this.proof = proof;
    // What is not the last word is left to the search, while there is one to come.
    if (!proof.optimal) return;
    this.settled = partition ? zoneComponent(this.input, partition.districts) : this.incumbent;
  }

  private improve(): void {
    if (!this.searching) {
      this.advance();
      return;
    }
    this.searching = this.search.step(SLICE);
    if (++this.slices % SLICES_PER_BOUND === 0 && this.proving) this.advance();
  }

  private zoning(): ComponentZoning {
    if (this.settled) return this.settled;
    const { district, householdsLeftOut, districts, value } = this.search.best();
    return { district, standing: { householdsLeftOut, districts, value } };
  }

  report(): TaskReport {
    const standing: Standing = this.settled?.standing ?? this.search.standing();
    return { done: this.settled ? 1 : this.search.done(), standing, proof: this.proof };
  }

  answer(): TaskAnswer {
    const { memory, proof } = this;
    return { zoning: this.zoning(), proof, memory: proof.optimal ? null : memory };
  }
}

/** The proof with the linear solver. */
class ProofRun implements ComponentRun {
  readonly stage = 0;
  private readonly task: ComponentTask & { readonly kind: "prove" };
  private readonly proving: Proving;
  private found: TaskAnswer;
  private over = false;

  constructor(task: ComponentTask & { readonly kind: "prove" }, solver: LinearSolver | null) {
    const { input, from, proof } = task;
    this.task = task;
    this.found = { zoning: from, proof, memory: null };
    const incumbent = toPartition(input, from);
    const memory = task.memory ?? openMemory();
    this.proving = proveComponent(input, { known: proof, incumbent, solver, memory });
  }

  step(): boolean {
    const step = this.proving.next();
    if (!step.done) return true;
    this.over = true;
    const { input } = this.task;
    const { proof, partition } = step.value;
    const zoning = partition ? zoneComponent(input, partition.districts) : this.found.zoning;
    this.found = { zoning, proof, memory: null };
    return false;
  }

  report(): TaskReport {
    const { zoning, proof } = this.found;
    return { done: this.over ? 1 : 0, standing: zoning.standing, proof };
  }

  answer(): TaskAnswer {
    return this.found;
  }
}

/** Begins a task. @param solver for `prove`; null: bounds only */
export function openRun(task: ComponentTask, solver: LinearSolver | null): ComponentRun {
  return task.kind === "search" ? new SearchRun(task.input) : new ProofRun(task, solver);
}

/**
 * Runs side by side in one thread, a step each in turn, those of the lowest stage first. Yields the
 * position of the run that made a step, and whether it was its last.
 */
export function* runInTurn(
  runs: readonly ComponentRun[],
): Generator<{ readonly at: number; readonly over: boolean }, void, void> {
  for (let open = [...runs.keys()]; open.length > 0; ) {
    const stage = open.reduce((least, at) => Math.min(least, runs[at].stage), Infinity);
    const going: number[] = [];
    for (const at of open) {
      const isDue = runs[at].stage === stage;
      const over = isDue && !runs[at].step();
      if (!over) going.push(at);
      if (isDue) yield { at, over };
    }
    open = going;
  }
}
