/** The best way to cut a piece of at most 20 nodes into districts, for one number of districts. */
export interface MaskPartition {
  /** node masks of the districts */
  readonly districts: readonly number[];
  readonly householdsLeftOut: number;
  readonly levels: readonly number[];
}

/** −1 where a mask is not needed, else its place in the table; one entry per node mask. */
type Slots = Int32Array;

/** Best-value table over the masks needed; `width` counts of districts side by side (1 = any count). */
interface Table {
  readonly width: number;
  readonly slot: Slots;
  readonly leftOut: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** pool position of the district holding the lowest node; −1 left out; −2 impossible */
  readonly choice: Int32Array;
}

/** Numbers the masks marked; those alone get room, mostly a small part of all. */
function* createTable(slot: Slots, width: number): Generator<void, Table, void> {
  let needed = 0;
  for (let mask = 0; mask < slot.length; mask++) if (slot[mask] >= 0) slot[mask] = needed++;
  yield;
  const size = needed * width;
  const leftOut = new Float64Array(size);
  const first = new Float64Array(size);
  yield;
  const second = new Float64Array(size);
  const choice = new Int32Array(size).fill(-2);
  yield;
  return { width, slot, leftOut, first, second, choice };
}

/** Nodes above the lowest one that the index sorts sets by. */
const KEY_BITS = 8;
const KEYS = 2 ** KEY_BITS;

/**
 * Sets by lowest node, then by their next KEY_BITS nodes, so that the subsets of a mask are found
 * without looking at most of the others.
 */
interface SetIndex {
  /** node masks, grouped */
  readonly mask: Int32Array;
  /** position in the pool of each grouped set */
  readonly pool: Int32Array;
  /** group (lowest node × KEYS + key) starts here; length nodes × KEYS + 1 */
  readonly start: Int32Array;
}

function groupOf(mask: number): number {
  const node = 31 - Math.clz32(mask & -mask);
  return node * KEYS + ((mask >> (node + 1)) & (KEYS - 1));
}

/** Counting sort of the pool into groups. */
function indexSets(masks: ArrayLike<number>, nodes: number): SetIndex {
  const start = new Int32Array(nodes * KEYS + 1);
  for (let k = 0; k < masks.length; k++) start[groupOf(masks[k]) + 1]++;
  for (let g = 0; g < nodes * KEYS; g++) start[g + 1] += start[g];
  const next = start.slice();
  const index = { mask: new Int32Array(masks.length), pool: new Int32Array(masks.length), start };
  for (let k = 0; k < masks.length; k++) {
    const at = next[groupOf(masks[k])]++;
    index.mask[at] = masks[k];
    index.pool[at] = k;
  }
  return index;
}

/** Calls `visit` for every indexed set that holds the lowest node of `mask` and lies inside it. */
function forSubsets(index: SetIndex, mask: number, visit: (at: number) => void): void {
  const node = 31 - Math.clz32(mask & -mask);
  const keyMask = (mask >> (node + 1)) & (KEYS - 1);
  for (let key = keyMask; ; key = (key - 1) & keyMask) {
    const group = node * KEYS + key;
    for (let at = index.start[group]; at < index.start[group + 1]; at++) {
      if ((index.mask[at] & ~mask) === 0) visit(at);
    }
    if (key === 0) return;
  }
}

/** Sets and masks looked at between two yields: some 5 ms. */
const LOOKS_PER_STEP = 50_000;

/** Only masks reached from the full set by taking away the lowest node's district need a value. */
function* markNeeded(nodes: number, index: SetIndex): Generator<void, Slots, void> {
  const slot = new Int32Array(2 ** nodes).fill(-1);
  const full = slot.length - 1;
  slot[full] = 1;
  slot[0] = 1;
  let mask = full;
  let looks = 0;
  const mark = (at: number) => {
    looks++;
    slot[mask ^ index.mask[at]] = 1;
  };
  for (; mask > 0; mask--) {
    looks++;
    if (slot[mask] < 0) continue;
    slot[mask & (mask - 1)] = 1;
    forSubsets(index, mask, mark);
    if (looks < LOOKS_PER_STEP) continue;
    looks = 0;
    yield;
  }
  return slot;
}

/** Keeps the candidate if it is lexicographically better than what stands at `at`. */
function offer(
  table: Table,
  at: number,
  candidate: { leftOut: number; first: number; second: number; choice: number },
): void {
  if (table.choice[at] !== -2) {
    const diff =
      candidate.leftOut - table.leftOut[at] ||
      candidate.first - table.first[at] ||
      candidate.second - table.second[at];
    if (!(diff < 0)) return;
  }
  table.leftOut[at] = candidate.leftOut;
  table.first[at] = candidate.first;
  table.second[at] = candidate.second;
  table.choice[at] = candidate.choice;
}

function* fill(
  table: Table,
  index: SetIndex,
  { value, levels, households: size }: MaskProblem,
): Generator<void, void, void> {
  const { width, slot, leftOut, first, second, choice } = table;
  // The empty mask comes first.
  choice[0] = -1;
  const candidate = { leftOut: 0, first: 0, second: 0, choice: -1 };
  let mask = 1;
  let to = 0;
  let looks = 0;
  const tryFrom = (from: number, at: number, k: number, households: number) => {
    looks++;
    if (choice[from] === -2) return;
    candidate.leftOut = leftOut[from] + households;
    candidate.first = first[from] + (k < 0 ? 0 : value[k * levels]);
    candidate.second = second[from] + (k < 0 || levels < 2 ? 0 : value[k * levels + 1]);
    candidate.choice = k;
    offer(table, at, candidate);
  };
  const tryDistrict = (at: number) => {
    const from = slot[mask ^ index.mask[at]] * width;
    const k = index.pool[at];
    if (width === 1) tryFrom(from, to, k, 0);
    else for (let c = 1; c < width; c++) tryFrom(from + c - 1, to + c, k, 0);
  };
  for (; mask < slot.length; mask++) {
    if (slot[mask] < 0) continue;
    to = slot[mask] * width;
    const rest = mask & (mask - 1);
    const households = size[31 - Math.clz32(mask ^ rest)];
    for (let c = 0; c < width; c++) tryFrom(slot[rest] * width + c, to + c, -1, households);
    forSubsets(index, mask, tryDistrict);
    if (looks < LOOKS_PER_STEP) continue;
    looks = 0;
    yield;
  }
}

function readBack(table: Table, masks: ArrayLike<number>, count: number): number[] {
  const districts: number[] = [];
  let mask = table.slot.length - 1;
  let c = count;
  while (mask !== 0) {
    const k = table.choice[table.slot[mask] * table.width + c];
    if (k < 0) {
      mask &= mask - 1;
      continue;
    }
    districts.push(masks[k]);
    mask ^= masks[k];
    if (table.width > 1) c--;
  }
  return districts;
}

/** Sets over at most 20 nodes with their values, to be put together. */
export interface MaskProblem {
  /** one entry per node */
  readonly households: ArrayLike<number>;
  /** node bits of each set */
  readonly mask: ArrayLike<number>;
  /** `levels` values per set */
  readonly value: ArrayLike<number>;
  readonly levels: number;
  /** whether an answer is wanted for every number of districts */
  readonly perCount: boolean;
}

/**
 * Optimal partition of at most 20 nodes into given sets and left-out nodes: dynamic programming
 * over node sets, always deciding the lowest undecided node (set partitioning, Held & Karp 1962).
 * Lexicographic: households left out, then the objective's levels. Yields every few milliseconds.
 * @returns one entry; per count, entry c is the best with exactly c districts (or null)
 */
export function* partitionMasks(
  problem: MaskProblem,
): Generator<void, readonly (MaskPartition | null)[], void> {
  const { mask, levels, households, perCount } = problem;
  const m = households.length;
  const index = indexSets(mask, m);
  yield;
  const table = yield* createTable(yield* markNeeded(m, index), perCount ? m + 1 : 1);
  yield* fill(table, index, problem);
  const full = table.slot[table.slot.length - 1] * table.width;
  return Array.from({ length: table.width }, (_, c) => {
    if (table.choice[full + c] === -2) return null;
    const all = [table.first[full + c], table.second[full + c]];
    return {
      districts: readBack(table, mask, c),
      householdsLeftOut: table.leftOut[full + c],
      levels: all.slice(0, levels),
    };
  });
}
