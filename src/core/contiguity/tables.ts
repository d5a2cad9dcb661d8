import type { CutTable, LinkTable } from "./graph.ts";

/** One link as measured; the columns of {@link LinkTable}. */
export interface LinkRow {
  readonly a: number;
  readonly b: number;
  readonly gapM: number;
  readonly facingM: number;
  readonly wallM: number;
  readonly needsCrossing: boolean;
  readonly penalised: number;
  readonly byHand: boolean;
  readonly connection: ArrayLike<number>;
  readonly barriers: readonly number[];
}

/** One severed pair; the columns of {@link CutTable}. */
export interface CutRow {
  readonly a: number;
  readonly b: number;
  readonly gapM: number;
  readonly barrier: number;
  readonly connection: ArrayLike<number>;
}

/** Collects links in the order given. */
export function createLinkTable(): { add(row: LinkRow): void; finish(): LinkTable } {
  const a: number[] = [];
  const b: number[] = [];
  const gapM: number[] = [];
  const facingM: number[] = [];
  const wallM: number[] = [];
  const needsCrossing: number[] = [];
  const penalised: number[] = [];
  const byHand: number[] = [];
  const connection: number[] = [];
  const barrierStart: number[] = [0];
  const barriers: number[] = [];
  return {
    add(row) {
      a.push(row.a);
      b.push(row.b);
      gapM.push(row.gapM);
      facingM.push(row.facingM);
      wallM.push(row.wallM);
      needsCrossing.push(row.needsCrossing ? 1 : 0);
      penalised.push(Math.min(255, row.penalised));
      byHand.push(row.byHand ? 1 : 0);
      for (let i = 0; i < 4; i++) connection.push(row.connection[i]);
      for (const barrier of row.barriers) barriers.push(barrier);
      barrierStart.push(barriers.length);
    },
    finish: () => ({
      count: a.length,
      a: new Uint32Array(a),
      b: new Uint32Array(b),
      gapM: new Float64Array(gapM),
      facingM: new Float64Array(facingM),
      wallM: new Float64Array(wallM),
      needsCrossing: new Uint8Array(needsCrossing),
      penalised: new Uint8Array(penalised),
      byHand: new Uint8Array(byHand),
      connection: new Float64Array(connection),
      barrierStart: new Uint32Array(barrierStart),
      barriers: new Uint32Array(barriers),
    }),
  };
}

/** Collects severed pairs in the order given. */
export function createCutTable(): { add(row: CutRow): void; finish(): CutTable } {
  const a: number[] = [];
  const b: number[] = [];
  const gapM: number[] = [];
  const barrier: number[] = [];
  const connection: number[] = [];
  return {
    add(row) {
      a.push(row.a);
      b.push(row.b);
      gapM.push(row.gapM);
      barrier.push(row.barrier);
      for (let i = 0; i < 4; i++) connection.push(row.connection[i]);
    },
    finish: () => ({
      count: a.length,
      a: new Uint32Array(a),
      b: new Uint32Array(b),
      gapM: new Float64Array(gapM),
      barrier: new Int32Array(barrier),
      connection: new Float64Array(connection),
    }),
  };
}
