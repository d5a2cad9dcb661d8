import type { Rest } from "../kernel.ts";
import type { Districts } from "./districts.ts";
import type { Change, Judge } from "./judge.ts";
import type { Random } from "./random.ts";
import type { Reach } from "./reach.ts";

/**
 * One node changes district (Openshaw 1977, AZP): only if its old district stays connected and keeps
 * its minimums, and the new one its upper limits. Values are those of the objective.
 */
export class UnitMove {
  private readonly change: Change = { householdsLeftOut: 0, districts: 0, value: 0 };
  private readonly from: Rest;
  private readonly to: Rest;
  private readonly mark: Int32Array;
  private stamp = 0;
  private fromValue = 0;
  private toValue = 0;

  constructor(
    private readonly districts: Districts,
    private readonly random: Random,
    private readonly reach: Reach,
  ) {
    const n = districts.piece.count;
    const { moments } = districts;
    const sums = new Float64Array(districts.kernel.moments);
    this.from = { list: new Int32Array(n), from: 0, to: 0, sums, at: 0 };
    this.to = { list: new Int32Array(n), from: 0, to: 0, sums: moments, at: 0 };
    this.mark = new Int32Array(n);
  }

  /** Tries to move `node` into the district of a neighbour drawn at random. */
  attempt(node: number, judge: Judge): boolean {
    const { districts, random, change } = this;
    const { offset, neighbor } = districts.piece;
    const links = offset[node + 1] - offset[node];
    if (links === 0) return false;
    const to = districts.of[neighbor[offset[node] + random.below(links)]];
    const from = districts.of[node];
    if (to < 0 || to === from || !this.mayJoin(node, to)) return false;
    if (from >= 0 && !this.mayLeave(node, from)) return false;
    if (!this.bothPay(node, from)) return false;
    change.householdsLeftOut = from < 0 ? -districts.piece.households[node] : 0;
    change.districts = from >= 0 && districts.nodes[from] === 1 ? -1 : 0;
    this.weigh(node, from, to);
    if (!judge.accepts(districts, change)) return false;
    this.apply(node, from, to);
    return true;
  }

  private mayJoin(node: number, to: number): boolean {
    const { districts, reach } = this;
    const { piece } = districts;
    const { rules } = piece;
    if (
      districts.households[to] + piece.households[node] > rules.maxHouseholds ||
      districts.floorAreaM2[to] + piece.floorAreaM2[node] > rules.maxFloorAreaM2 ||
      districts.size[to] + piece.size[node] > rules.maxCompounds
    ) {
      return false;
    }
    const { needsMembers, admits } = districts.kernel;
    const needsList = reach.restricted || needsMembers || admits !== null;
    this.to.to = needsList ? districts.list(to, this.to.list, 0) : 0;
    return !reach.restricted || reach.admits(this.to.list, 0, this.to.to, node);
  }

  private mayLeave(node: number, from: number): boolean {
    const { districts } = this;
    const { piece } = districts;
    const { rules } = piece;
    if (districts.nodes[from] === 1) return true;
    return (
      districts.households[from] - piece.households[node] >= rules.minHouseholds &&
      districts.floorAreaM2[from] - piece.floorAreaM2[node] >= rules.minFloorAreaM2 &&
      districts.threshold[from] - piece.threshold[node] >= rules.minThreshold &&
      this.staysConnected(node, from)
    );
  }

  /** Breadth-first through the district without `node`; what it reaches is the rest. */
  private staysConnected(node: number, from: number): boolean {
    const { districts, mark } = this;
    const { offset, neighbor } = districts.piece;
    const { list } = this.from;
    this.stamp++;
    mark[node] = this.stamp;
    const start = districts.head[from] === node ? districts.next[node] : districts.head[from];
    mark[start] = this.stamp;
    list[0] = start;
    let end = 1;
    for (let k = 0; k < end; k++) {
      for (let e = offset[list[k]]; e < offset[list[k] + 1]; e++) {
        const other = neighbor[e];
        if (districts.of[other] !== from || mark[other] === this.stamp) continue;
        mark[other] = this.stamp;
        list[end++] = other;
      }
    }
    this.from.to = end;
    return end === districts.nodes[from] - 1;
  }

  /** Whether both districts pay their way afterwards, as far as is asked. */
  private bothPay(node: number, from: number): boolean {
    const { admits } = this.districts.kernel;
    if (admits === null) return true;
    const { list, to } = this.to;
    list[to] = node;
    if (!admits(list, 0, to + 1)) return false;
    const isEmptied = from < 0 || this.districts.nodes[from] === 1;
    return isEmptied || admits(this.from.list, 0, this.from.to);
  }

  private weigh(node: number, from: number, to: number): void {
    const { districts, change } = this;
    const { kernel, value, moments } = districts;
    this.to.at = to * kernel.moments;
    this.toValue = kernel.joined(this.to, node, value[to]);
    change.value = this.toValue - value[to];
    if (from < 0) return;
    if (districts.nodes[from] === 1) {
      change.value -= value[from];
      return;
    }
    for (let m = 0; m < kernel.moments; m++) {
      this.from.sums[m] =
        moments[from * kernel.moments + m] - kernel.momentOf[node * kernel.moments + m];
    }
    this.fromValue = kernel.left(this.from, node, value[from]);
    change.value += this.fromValue - value[from];
  }

  private apply(node: number, from: number, to: number): void {
    const { districts } = this;
    if (from >= 0) {
      districts.remove(node);
      if (districts.nodes[from] === 0) districts.close(from);
      else districts.setValue(from, this.fromValue);
    }
    districts.add(node, to);
    districts.setValue(to, this.toValue);
  }
}
