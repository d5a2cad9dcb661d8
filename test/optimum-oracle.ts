import { keptLevels, type Problem } from "../src/core/regionalization/problem.ts";

/** Columns of a subset sum: entry `mask` is the sum of `of` over the members of `mask`. */
function subsetSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(1 << values.length);
  for (let mask = 1; mask < sums.length; mask++) {
    const low = 31 - Math.clz32(mask & -mask);
    sums[mask] = sums[mask & (mask - 1)] + values[low];
  }
  return sums;
}

/** Row masks of a relation between compounds. */
function rowMasks(free: readonly number[], holds: (a: number, b: number) => boolean): number[] {
  return free.map((a) =>
    free.reduce((mask, b, k) => (b !== a && holds(a, b) ? mask | (1 << k) : mask), 0),
  );
}

function anyPair(rows: readonly number[], mask: number): boolean {
  return rows.some((row, k) => ((mask >> k) & 1) === 1 && (row & mask) !== 0);
}

function isConnected(links: readonly number[], mask: number): boolean {
  let reached = mask & -mask;
  for (let grown = 0; grown !== reached; ) {
    grown = reached;
    links.forEach((row, k) => {
      if ((grown >> k) & 1) reached |= row & mask;
    });
  }
  return reached === mask;
}

/** Everything that says which sets of the free compounds may be districts, as masks and sums. */
function readWorld(problem: Problem, free: readonly number[]) {
  const { graph, bonds, cell, participant, world, threshold, parameters } = problem;
  const { centroid } = world.shapes;
  const { limits } = parameters;
  const isLinked = (a: number, b: number) =>
    graph.neighbor.subarray(graph.offset[a], graph.offset[a + 1]).includes(b);
  const isNever = (a: number, b: number) =>
    bonds.never.other.subarray(bonds.never.start[a], bonds.never.start[a + 1]).includes(b);
  const isFar = (a: number, b: number) =>
    Math.sqrt(
      (centroid[2 * a] - centroid[2 * b]) ** 2 + (centroid[2 * a + 1] - centroid[2 * b + 1]) ** 2,
    ) > (limits.maxSpanM ?? Infinity);
  // Two anchors of one lock came together by the person's own will.
  const lockOf = (i: number) => bonds.groups[bonds.groupOf[i]]?.lock ?? null;
  const isOwnLock = (a: number, b: number) => {
    const lock = lockOf(a);
    return lock?.compounds.includes(a) && lock.compounds.includes(b);
  };
  const isRival = (a: number, b: number) =>
    parameters.anchorsAsSeeds && participant[a] === 2 && participant[b] === 2 && !isOwnLock(a, b);
  return {
    links: rowMasks(free, (a, b) => isLinked(a, b) && cell[a] === cell[b]),
    apart: rowMasks(free, (a, b) => isNever(a, b) || isFar(a, b) || isRival(a, b)),
    groups: bonds.groups.map(({ members }) =>
      free.reduce((mask, i, k) => (members.includes(i) ? mask | (1 << k) : mask), 0),
    ),
    households: subsetSums(free.map((i) => world.compounds[i].households)),
    floorAreaM2: subsetSums(free.map((i) => world.compounds[i].floorAreaM2)),
    threshold: subsetSums(free.map((i) => threshold?.[i] ?? 0)),
    compounds: subsetSums(free.map(() => 1)),
  };
}

function membersOf(free: readonly number[], mask: number): number[] {
  return free.filter((_, k) => (mask >> k) & 1);
}

/** Whether a district needs a higher fee than the limit. */
function costsMore({ estimator, parameters: { limits } }: Problem, members: readonly number[]) {
  const most = limits.maxBreakEvenFeeYuanPerM2Month;
  return most !== null && estimator.district(members).breakEvenFeeYuanPerM2Month > most;
}

/** Masks of free compounds that may be a district, judged without the core's own checks. */
export function admissibleSets(problem: Problem, free: readonly number[]): number[] {
  const { limits, threshold: floor } = problem.parameters;
  const world = readWorld(problem, free);
  const masks: number[] = [];
  for (let mask = 1; mask < 1 << free.length; mask++) {
    const isWithin =
      world.households[mask] >= (limits.minHouseholds ?? -Infinity) &&
      world.households[mask] <= (limits.maxHouseholds ?? Infinity) &&
      world.floorAreaM2[mask] >= (limits.minFloorAreaM2 ?? -Infinity) &&
      world.floorAreaM2[mask] <= (limits.maxFloorAreaM2 ?? Infinity) &&
      world.compounds[mask] <= (limits.maxCompounds ?? Infinity) &&
      world.threshold[mask] >= (floor?.min ?? -Infinity);
    if (!isWithin) continue;
    if (world.groups.some((group) => (mask & group) !== 0 && (mask & group) !== group)) continue;
    if (anyPair(world.apart, mask) || !isConnected(world.links, mask)) continue;
    if (costsMore(problem, membersOf(free, mask))) continue;
    masks.push(mask);
  }
  return masks;
}

/** Compounds that a solve may place, ascending: those that take part, but for kept districts. */
export function freeCompounds(problem: Problem): number[] {
  return [...problem.placeable.keys()].filter((i) => problem.placeable[i] === 1);
}

/** Households of those who take part and can be placed by nobody. */
function hopelessHouseholds({ world, participant, placeable, bonds }: Problem): number {
  return world.compounds.reduce(
    (sum, { households }, i) =>
      participant[i] && !placeable[i] && bonds.keptOf[i] < 0 ? sum + households : sum,
    0,
  );
}

/** Lexicographic "less than" of rows of a table, exact. */
function isLess(a: readonly number[], table: Float64Array, at: number): boolean {
  for (let l = 0; l < a.length; l++) if (a[l] !== table[at + l]) return a[l] < table[at + l];
  return false;
}

/** Best levels by number of districts over all partitions into admissible sets and left-outs. */
function bestByCount(problem: Problem, free: readonly number[]): (readonly number[] | null)[] {
  const { objective, world } = problem;
  const width = 1 + objective.levels;
  const counts = objective.targetCount === null ? 1 : free.length + 1;
  const table = new Float64Array((1 << free.length) * counts * width).fill(Infinity);
  const out = new Float64Array(objective.levels);
  const byLowest: { mask: number; value: number[] }[][] = free.map(() => []);
  for (const mask of admissibleSets(problem, free)) {
    const members = membersOf(free, mask);
    objective.evaluate(members, members.length, out);
    byLowest[31 - Math.clz32(mask & -mask)].push({ mask, value: [0, ...out] });
  }
  table.fill(0, 0, width);
  const next = new Array<number>(width).fill(0);
  const offer = (from: number, to: number, value: readonly number[]) => {
    if (table[from] === Infinity) return;
    for (let l = 0; l < width; l++) next[l] = table[from + l] + value[l];
    if (isLess(next, table, to)) for (let l = 0; l < width; l++) table[to + l] = next[l];
  };
  const alone = free.map((i) => [
    world.compounds[i].households,
    ...new Array<number>(objective.levels).fill(0),
  ]);
  for (let mask = 1; mask < 1 << free.length; mask++) {
    const low = 31 - Math.clz32(mask & -mask);
    for (let c = 0; c < counts; c++) {
      const to = (mask * counts + c) * width;
      offer(((mask & (mask - 1)) * counts + c) * width, to, alone[low]);
      if (counts > 1 && c === 0) continue;
      for (const set of byLowest[low]) {
        if ((set.mask & mask) !== set.mask) continue;
        offer(((mask ^ set.mask) * counts + Math.max(0, c - 1)) * width, to, set.value);
      }
    }
  }
  const end = ((1 << free.length) - 1) * counts;
  return Array.from({ length: counts }, (_, c) => {
    const at = (end + c) * width;
    return table[at] === Infinity ? null : [...table.subarray(at, at + width)];
  });
}

/**
 * The optimum of a problem of at most a dozen compounds by dynamic programming over all subsets
 * (Held & Karp 1962): levels as `zoningLevels` gives them. Judges sets by its own rules and shares
 * only the objective's value of a district with the core.
 */
export function optimalLevels(problem: Problem): number[] {
  const { objective } = problem;
  const found = bestByCount(problem, freeCompounds(problem));
  const base = [hopelessHouseholds(problem), ...keptLevels(problem)];
  let best: number[] | null = null;
  found.forEach((levels, count) => {
    if (levels === null) return;
    const total = levels.map((value, l) => value + base[l]);
    const wanted = objective.targetCount;
    if (wanted !== null) total.splice(1, 0, Math.abs(count - wanted));
    if (best === null || isLess(total, Float64Array.from(best), 0)) best = total;
  });
  return best ?? [];
}
