/** Links of the contiguity graph, structure of arrays, sorted by (a, b), a < b. */
export interface LinkTable {
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** boundary-to-boundary distance, m; 0 when touching or overlapping */
  readonly gapM: Float64Array;
  /** the shorter of the two boundaries' parts within 3 m of the other, m; 0 where farther apart */
  readonly wallM: Float64Array;
  /** 1 when the link holds only thanks to a crossing */
  readonly needsCrossing: Uint8Array;
  /** number of penalised barriers crossed */
  readonly penalised: Uint8Array;
  /** 1 when added by hand */
  readonly byHand: Uint8Array;
  /** length 4 × count: the shortest connection x1,y1 (on a), x2,y2 (on b), m */
  readonly connection: Float64Array;
  /** barriers crossed by the connection: `barriers[barrierStart[l] … barrierStart[l+1]-1]` index World.barriers */
  readonly barrierStart: Uint32Array;
  readonly barriers: Uint32Array;
}

/** Pairs within the gap that a hard barrier severs (or a person cut), same order as links. */
export interface CutTable {
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly gapM: Float64Array;
  /** index of the hard barrier that severs the pair; −1: cut by hand */
  readonly barrier: Int32Array;
  readonly connection: Float64Array;
}

/** Contiguity graph in CSR form: neighbours of i are `neighbor[offset[i] … offset[i+1]-1]`, ascending. */
export interface ContiguityGraph {
  readonly count: number;
  readonly offset: Uint32Array;
  readonly neighbor: Uint32Array;
  /** index into `links` of each CSR entry */
  readonly linkOf: Uint32Array;
  readonly links: LinkTable;
  readonly cuts: CutTable;
}

/** What makes two compounds neighbours. */
export interface ContiguityOptions {
  /** largest boundary distance, m */
  readonly gapM: number;
  /** gap: by distance and barriers; queen: a vertex in common; rook: an edge in common */
  readonly links: "gap" | "queen" | "rook";
  /** pairs of compound indices linked by hand */
  readonly added: readonly (readonly [number, number])[];
  /** pairs of compound indices cut by hand */
  readonly removed: readonly (readonly [number, number])[];
}
