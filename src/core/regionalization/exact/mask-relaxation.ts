import type { Piece } from "../piece.ts";
import type { LinearSession, LinearSolver } from "./linear-solver.ts";
import type { MaskPool, PricedSets } from "./mask-pool.ts";
import { SetCollector } from "./set-pool.ts";
import { separateTriples, TripleRows } from "./triple-cuts.ts";

/** Columns that come in at once, and calls of the solver at most. */
const MOST_INCOMING = 600;
const MOST_CALLS = 60;
/** Reduced cost below which a set is worth a column. */
const TOLERANCE = 1e-3;
/** Rise of the bound by a round of cuts, as a part of the gap, worth going on for; rounds without. */
const LEAST_RISE = 0.004;
const MOST_STILL = 3;

/** Prices of nodes and cuts, and the bound they prove. */
interface Prices {
  readonly node: Float64Array;
  readonly cut: Float64Array;
  readonly bound: number;
}

/** A set as a column. */
interface Column {
  readonly nodes: readonly number[];
  readonly cost: number;
}

/**
 * The linear relaxation of a partition into sets of a {@link MaskPool}, with cuts over three nodes:
 * columns are brought in by their price (column generation; Gilmore & Gomory 1961). Rows: nodes,
 * then cuts.
 */
export class MaskRelaxation {
  private session: LinearSession | null = null;
  private best: Prices;
  private readonly columns = new SetCollector();
  private readonly cuts: TripleRows;
  /** one set at a time, as the cuts look at it */
  private readonly one = { count: 1, start: new Uint32Array(2), node: new Uint32Array(0) };

  constructor(
    private readonly piece: Piece,
    private readonly pool: MaskPool,
    private readonly solver: LinearSolver,
  ) {
    this.cuts = new TripleRows(piece.count);
    this.one.node = new Uint32Array(piece.count);
    const none = new Float64Array(0);
    this.best = { node: new Float64Array(piece.count), cut: none, bound: -Infinity };
  }

  /** Begins with columns that make a partition. */
  open(known: readonly Column[]): void {
    const { households, count } = this.piece;
    this.session = this.solver.open({
      rows: count,
      columns: known.length,
      // A node without households may stay out at no price.
      rowLower: Float64Array.from(households, (h) => (h > 0 ? 1 : -Infinity)),
      rowUpper: new Float64Array(count).fill(1),
      ...this.toColumns(known),
    });
  }

  private toColumns(columns: readonly Column[]) {
    const start = new Int32Array(columns.length + 1);
    const row: number[] = [];
    columns.forEach(({ nodes }, k) => {
      row.push(...nodes);
      this.one.node.set(nodes);
      this.one.start[1] = nodes.length;
      this.cuts.forSet(this.one, 0, (cut) => row.push(this.piece.count + cut));
      start[k + 1] = row.length;
      this.columns.add(nodes, nodes.length);
    });
    return {
      cost: Float64Array.from(columns, ({ cost }) => cost),
      columnUpper: new Float64Array(columns.length).fill(Infinity),
      start,
      row: Int32Array.from(row),
      value: new Float64Array(row.length).fill(1),
    };
  }

  /**
   * Columns in by price, then cuts, until nothing moves.
   * @param known cost of the best partition known
   * @returns a bound, not rounded
   */
  *tighten(known: number): Generator<void, number, void> {
    const { session, pool } = this;
    let [still, before] = [0, -Infinity];
    for (let call = 0; session && call < MOST_CALLS && still < MOST_STILL; call++) {
      if (session.run(2 ** 31 - 1) !== "optimal") break;
      const prices = this.readPrices(session);
      const { sets, least } = yield* this.priced(prices, -TOLERANCE, MOST_INCOMING);
      // At most `count` districts, each of which undercuts its worth by `least` at most.
      const bound = prices.bound + this.piece.count * Math.min(0, least);
      if (bound > this.best.bound) this.best = { ...prices, bound };
      if (sets.length > 0) {
        const incoming = sets.map((k) => ({ nodes: pool.nodesOf(k), cost: pool.costOfSet(k) }));
        session.addColumns(this.toColumns(incoming));
        continue;
      }
      const gap = known - this.best.bound;
      still = this.best.bound - before < LEAST_RISE * gap ? still + 1 : 0;
      before = this.best.bound;
      if (gap < 1 || !this.addCuts(session)) break;
    }
    return this.best.bound;
  }

  /** Sets whose reduced cost under the best prices is `most` at most; of more than `room` the cheapest. */
  within(most: number, room: number): Generator<void, PricedSets, void> {
    return this.priced(this.best, most, room);
  }

  dispose(): void {
    this.session?.dispose();
  }

  /** Prices of the right sign, and their sum: every row's limit is 1. */
  private readPrices(session: LinearSession): Prices {
    const { count, households } = this.piece;
    const dual = session.dual();
    const node = Float64Array.from({ length: count }, (_, i) =>
      households[i] > 0 ? dual[i] : Math.min(0, dual[i]),
    );
    const cut = Float64Array.from(this.cuts.triples, (_, c) => Math.min(0, dual[count + c]));
    const sum = (of: Float64Array) => of.reduce((total, value) => total + value, 0);
    return { node, cut, bound: sum(node) + sum(cut) };
  }

  private priced(
    { node, cut }: Prices,
    most: number,
    room: number,
  ): Generator<void, PricedSets, void> {
    const { one, pool, cuts } = this;
    let sum = 0;
    const add = (triple: number) => {
      if (triple < cut.length) sum -= cut[triple];
    };
    const more = (k: number) => {
      sum = 0;
      one.start[1] = pool.writeNodes(k, one.node);
      cuts.forSet(one, 0, add);
      return sum;
    };
    const nothing = () => 0;
    return pool.priced(node, { most, room, more: cut.length > 0 ? more : nothing });
  }

  private addCuts(session: LinearSession): boolean {
    const columns = this.columns.pool();
    const triples = separateTriples(columns, session.primal(), this.piece.count);
    if (triples.length === 0) return false;
    const before = this.cuts.triples.length;
    this.cuts.add(triples);
    const rows: number[][] = triples.map(() => []);
    for (let k = 0; k < columns.count; k++) {
      this.cuts.forSet(columns, k, (triple) => {
        if (triple >= before) rows[triple - before].push(k);
      });
    }
    const start = new Int32Array(triples.length + 1);
    rows.forEach((row, c) => {
      start[c + 1] = start[c] + row.length;
    });
    session.addRows({
      upper: new Float64Array(triples.length).fill(1),
      start,
      column: Int32Array.from(rows.flat()),
      value: new Float64Array(start[triples.length]).fill(1),
    });
    return true;
  }
}
