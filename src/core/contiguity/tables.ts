import type { CutTable, LinkTable } from "./graph.ts";
import { createPairRows } from "./pair-rows.ts";

/** One link as measured; the columns of {@link LinkTable}. */
export interface LinkRow {
  a: number;
  b: number;
  gapM: number;
  wallM: number;
  needsCrossing: boolean;
  penalised: number;
  byHand: boolean;
  barriers: ArrayLike<number>;
}

/** One severed pair; the columns of {@link CutTable}. */
export interface CutRow {
  readonly a: number;
  readonly b: number;
  readonly gapM: number;
  readonly barrier: number;
}

const LINK_WIDTH = 10;
/** a link may meet so many barriers; more would take more than one number of a row to note */
const MET_RANGE = 2 ** 20;
const CUT_WIDTH = 8;

/** Collects links in any order. */
export interface LinkCollector {
  /** @param connection four numbers from `at` */
  add(row: LinkRow, connection: ArrayLike<number>, at: number): void;
  /** The links in the order of (a, b). */
  finish(units: number): LinkTable;
}

/** Collects cuts in any order. */
export interface CutCollector {
  add(row: CutRow, connection: ArrayLike<number>, at: number): void;
  finish(units: number): CutTable;
}

function emptyLinks(count: number, barriers: number): LinkTable {
  return {
    count,
    a: new Uint32Array(count),
    b: new Uint32Array(count),
    gapM: new Float64Array(count),
    wallM: new Float64Array(count),
    needsCrossing: new Uint8Array(count),
    penalised: new Uint8Array(count),
    byHand: new Uint8Array(count),
    connection: new Float64Array(4 * count),
    barrierStart: new Uint32Array(count + 1),
    barriers: new Uint32Array(barriers),
  };
}

/** A collector of links; the columns of a row: a, b, gap, wall, flags, barriers, connection. */
export function createLinkCollector(): LinkCollector {
  const rows = createPairRows(LINK_WIDTH);
  const scratch = new Float64Array(LINK_WIDTH);
  const met: number[] = [];
  return {
    add(row, connection, at) {
      scratch[0] = row.a;
      scratch[1] = row.b;
      scratch[2] = row.gapM;
      scratch[3] = row.wallM;
      scratch[4] =
        (row.needsCrossing ? 1 : 0) + (row.byHand ? 2 : 0) + 4 * Math.min(255, row.penalised);
      scratch[5] = met.length * MET_RANGE + row.barriers.length;
      for (let k = 0; k < row.barriers.length; k++) met.push(row.barriers[k]);
      for (let c = 0; c < 4; c++) scratch[6 + c] = connection[at + c];
      rows.add(scratch);
    },
    finish(units) {
      const table = emptyLinks(rows.count(), met.length);
      let end = 0;
      rows.readSorted(units, (row, at, l) => {
        table.a[l] = row[at];
        table.b[l] = row[at + 1];
        table.gapM[l] = row[at + 2];
        table.wallM[l] = row[at + 3];
        const flags = row[at + 4];
        table.needsCrossing[l] = flags & 1;
        table.byHand[l] = (flags >> 1) & 1;
        table.penalised[l] = flags >> 2;
        const first = Math.floor(row[at + 5] / MET_RANGE);
        const last = first + (row[at + 5] % MET_RANGE);
        for (let k = first; k < last; k++) table.barriers[end++] = met[k];
        table.barrierStart[l + 1] = end;
        for (let c = 0; c < 4; c++) table.connection[4 * l + c] = row[at + 6 + c];
      });
      return table;
    },
  };
}

/** A collector of cuts; the columns of a row: a, b, gap, barrier, connection. */
export function createCutCollector(): CutCollector {
  const rows = createPairRows(CUT_WIDTH);
  const scratch = new Float64Array(CUT_WIDTH);
  return {
    add(row, connection, at) {
      scratch[0] = row.a;
      scratch[1] = row.b;
      scratch[2] = row.gapM;
      scratch[3] = row.barrier;
      for (let c = 0; c < 4; c++) scratch[4 + c] = connection[at + c];
      rows.add(scratch);
    },
    finish(units) {
      const count = rows.count();
      const table = {
        count,
        a: new Uint32Array(count),
        b: new Uint32Array(count),
        gapM: new Float64Array(count),
        barrier: new Int32Array(count),
        connection: new Float64Array(4 * count),
      };
      rows.readSorted(units, (row, at, c) => {
        table.a[c] = row[at];
        table.b[c] = row[at + 1];
        table.gapM[c] = row[at + 2];
        table.barrier[c] = row[at + 3];
        for (let k = 0; k < 4; k++) table.connection[4 * c + k] = row[at + 4 + k];
      });
      return table;
    },
  };
}
