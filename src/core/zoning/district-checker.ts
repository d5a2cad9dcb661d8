import { farthestPairM } from "../geometry/farthest-pair.ts";
import type { EditTerms } from "./edit-terms.ts";
import type { MemberLists } from "./member-lists.ts";
import { sortRange } from "./sort-range.ts";
import { RULES, type Rule, type Violation } from "./violation.ts";

const POSITION = Object.fromEntries(RULES.map((rule, at) => [rule, at])) as Record<Rule, number>;

/** Counts different keys without allocating: a key counts once per round. */
class Tellers {
  private readonly mark: Int32Array;
  private round = 0;
  count = 0;

  constructor(keys: number) {
    this.mark = new Int32Array(keys);
  }

  open(): void {
    this.round++;
    this.count = 0;
  }

  add(key: number): boolean {
    if (this.mark[key] === this.round) return false;
    this.mark[key] = this.round;
    this.count++;
    return true;
  }
}

/** One number per anchor, equal for those that one lock brought together; −1 for the others. */
function anchorKeys({ participant, bonds }: EditTerms): Int32Array {
  const keys = new Int32Array(participant.length);
  for (let i = 0; i < keys.length; i++) keys[i] = participant[i] === 2 ? i : -1;
  for (const { lock } of bonds.groups) {
    const anchors = lock?.compounds.filter((i) => participant[i] === 2) ?? [];
    for (const i of anchors) keys[i] = anchors[0];
  }
  return keys;
}

/**
 * Limits and rules of single districts of {@link MemberLists}, checked without allocating: a check
 * costs the members' links, whatever the number of compounds and districts. Says what `checkDistrict`
 * says (SPEC Z31).
 */
export class DistrictChecker {
  /** what the last check found: bit k is set where RULES[k] is broken */
  broken = 0;
  /** the same as values, one per rule, where broken */
  readonly value = new Float64Array(RULES.length);
  readonly limit = new Float64Array(RULES.length);
  private readonly members: Int32Array;
  private readonly queue: Int32Array;
  private readonly reached: Tellers;
  private readonly cells: Tellers;
  private groups: Tellers;
  private kept: Tellers;
  private readonly anchors: Tellers;
  private anchorKey: Int32Array;
  private count = 0;
  private terms: EditTerms;
  private readonly lists: MemberLists;

  constructor(terms: EditTerms, lists: MemberLists) {
    const n = terms.cell.length;
    this.terms = terms;
    this.lists = lists;
    this.members = new Int32Array(n);
    this.queue = new Int32Array(n);
    this.reached = new Tellers(n);
    // Context compounds have cell −1, so keys start one later.
    this.cells = new Tellers(terms.cell.reduce((max, cell) => Math.max(max, cell), -1) + 2);
    this.groups = new Tellers(terms.bonds.groups.length);
    this.kept = new Tellers(terms.bonds.kept.length);
    this.anchors = new Tellers(n);
    this.anchorKey = anchorKeys(terms);
  }

  /** Other rules and links over the same compounds, cells and limits. */
  setRules(terms: EditTerms): void {
    this.terms = terms;
    this.groups = new Tellers(terms.bonds.groups.length);
    this.kept = new Tellers(terms.bonds.kept.length);
    this.anchorKey = anchorKeys(terms);
  }

  /** Checks one district; the findings stand until the next check. @returns `broken` */
  check(district: number): number {
    const { lists, terms, members } = this;
    this.broken = 0;
    this.count = lists.list(district, members);
    if (this.count === 0) return 0;
    const { limits } = terms.parameters;
    const { households, floorAreaM2 } = lists;
    this.checkPieces(district);
    this.atLeast("min-households", households[district], limits.minHouseholds);
    this.atMost("max-households", households[district], limits.maxHouseholds);
    this.atLeast("min-floor-area", floorAreaM2[district], limits.minFloorAreaM2);
    this.atMost("max-floor-area", floorAreaM2[district], limits.maxFloorAreaM2);
    this.atMost("max-compounds", this.count, limits.maxCompounds);
    if (limits.maxSpanM !== null) this.atMost("max-span", this.measureSpan(), limits.maxSpanM);
    this.checkFee(limits.maxBreakEvenFeeYuanPerM2Month);
    this.checkThreshold();
    this.checkRules(district);
    return this.broken;
  }

  /** Greatest distance between centroids of the district checked last, m. */
  private measureSpan(): number {
    return farthestPairM(this.terms.world.shapes.centroid, this.members, this.count, this.queue);
  }

  private checkPieces(district: number): void {
    const { terms, members, cells, reached } = this;
    cells.open();
    reached.open();
    let pieces = 0;
    for (let k = 0; k < this.count; k++) {
      cells.add(terms.cell[members[k]] + 1);
      if (!reached.add(members[k])) continue;
      pieces++;
      this.walk(district, members[k]);
    }
    if (pieces > cells.count) this.breaks("not-connected", pieces, 1);
    this.atMost("envelope", cells.count, 1);
  }

  /** Marks what hangs together with `root` inside district and cell. */
  private walk(district: number, root: number): void {
    const { queue, reached, lists } = this;
    const { cell, graph } = this.terms;
    const { offset, neighbor } = graph;
    let end = 0;
    queue[end++] = root;
    for (let head = 0; head < end; head++) {
      const i = queue[head];
      for (let e = offset[i]; e < offset[i + 1]; e++) {
        const j = neighbor[e];
        if (lists.of[j] === district && cell[j] === cell[i] && reached.add(j)) queue[end++] = j;
      }
    }
  }

  private checkFee(limit: number | null): void {
    if (limit === null) return;
    sortRange(this.members, this.count);
    const { estimator } = this.terms;
    this.atMost("max-break-even-fee", estimator.breakEvenFee(this.members, this.count), limit);
  }

  private checkThreshold(): void {
    const { threshold, parameters } = this.terms;
    if (parameters.threshold === null || threshold === null) return;
    // Fractions add up to the same only in the same order.
    sortRange(this.members, this.count);
    let sum = 0;
    for (let k = 0; k < this.count; k++) sum += threshold[this.members[k]];
    this.atLeast("threshold", sum, parameters.threshold.min);
  }

  private checkRules(district: number): void {
    const { bonds, parameters } = this.terms;
    if (bonds.groups.length > 0) this.atMost("must-together", this.countMissing(), 0);
    if (bonds.never.other.length > 0) this.atMost("never-together", this.countPairs(district), 0);
    if (bonds.kept.length > 0) this.atMost("locked", this.countForeign(), 0);
    if (parameters.anchorsAsSeeds) this.checkAnchors();
  }

  private countMissing(): number {
    const { groups, groupOf } = this.terms.bonds;
    this.groups.open();
    let missing = 0;
    for (let k = 0; k < this.count; k++) {
      const g = groupOf[this.members[k]];
      if (g < 0) continue;
      if (this.groups.add(g)) missing += groups[g].members.length;
      missing--;
    }
    return missing;
  }

  private countPairs(district: number): number {
    const { start, other } = this.terms.bonds.never;
    let pairs = 0;
    for (let m = 0; m < this.count; m++) {
      const i = this.members[m];
      for (let k = start[i]; k < start[i + 1]; k++) {
        if (other[k] > i && this.lists.of[other[k]] === district) pairs++;
      }
    }
    return pairs;
  }

  /** Per kept district touched: its members that are missing, and everybody else's here. */
  private countForeign(): number {
    const { kept, keptOf } = this.terms.bonds;
    this.kept.open();
    let foreign = 0;
    for (let m = 0; m < this.count; m++) {
      const k = keptOf[this.members[m]];
      if (k < 0) continue;
      if (this.kept.add(k)) foreign += kept[k].members.length + this.count;
      foreign -= 2;
    }
    return foreign;
  }

  private checkAnchors(): void {
    let smallest = this.members[0];
    this.anchors.open();
    for (let k = 0; k < this.count; k++) {
      smallest = Math.min(smallest, this.members[k]);
      const key = this.anchorKey[this.members[k]];
      if (key >= 0) this.anchors.add(key);
    }
    if (this.terms.bonds.keptOf[smallest] < 0) this.atMost("anchors", this.anchors.count, 1);
  }

  private atLeast(rule: Rule, value: number, limit: number | null): void {
    if (limit !== null && value < limit) this.breaks(rule, value, limit);
  }

  private atMost(rule: Rule, value: number, limit: number | null): void {
    if (limit !== null && value > limit) this.breaks(rule, value, limit);
  }

  private breaks(rule: Rule, value: number, limit: number): void {
    const at = POSITION[rule];
    this.broken |= 1 << at;
    this.value[at] = value;
    this.limit[at] = limit;
  }
}

/** Rows of broken rules as a list, in the order of RULES. */
export function listViolations(
  broken: number,
  value: ArrayLike<number>,
  limit: ArrayLike<number>,
): Violation[] {
  return RULES.flatMap((rule, k) =>
    (broken >> k) & 1 ? [{ rule, value: value[k], limit: limit[k] }] : [],
  );
}
