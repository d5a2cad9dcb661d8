import type { DistrictEstimate } from "../estimate/estimate.ts";
import type { Overrides } from "../estimate/estimator.ts";
import { DistrictChecker, listViolations } from "./district-checker.ts";
import { continueName, districtIdAt, type ZoningDiff } from "./edit.ts";
import type { EditTerms } from "./edit-terms.ts";
import { Locks } from "./locks.ts";
import { MemberLists } from "./member-lists.ts";
import { Stroke } from "./stroke.ts";
import type { Violation } from "./violation.ts";
import { type District, LEFT_OUT_REASONS, type Zoning } from "./zoning.ts";

/** Terms that other locks leave as they are. */
const STANDING = ["world", "parameters", "participant", "cell", "threshold"] as const;
const BY_HAND = LEFT_OUT_REASONS.indexOf("by-hand");

/**
 * A zoning under edit with all that is known about it: tallies, limits, connection, estimates. A
 * compound changes district in O(1); what is asked about a district afterwards costs that district,
 * whatever the number of compounds, districts and steps. Equal to an evaluation from scratch after
 * any edits (SPEC Z30). Mutable by name and by purpose; {@link snapshot} gives the immutable zoning.
 */
export class LiveZoning {
  readonly lists: MemberLists;
  readonly reason: Uint8Array;
  /** changes with every move and every change of the terms */
  revision = 0;
  /** participants in no district */
  leftOut = 0;
  householdsLeftOut = 0;
  locks: Locks;
  private terms: EditTerms;
  private byDistrict: ReadonlyMap<string, Overrides>;
  private checker: DistrictChecker;
  private readonly stroke: Stroke;
  private identities: District[] = [];
  /** the identities handed out last, while they still hold */
  private shared: readonly District[] | null = null;
  private readonly ids = new Map<string, number>();
  /** names of districts with members */
  private readonly names = new Map<string, number>();
  /** per district: bits of broken rules, valid where `isChecked` */
  private broken = new Int32Array(64);
  private isChecked = new Uint8Array(64);
  private readonly estimates: (DistrictEstimate | null | undefined)[] = [];

  /**
   * O(n + links).
   * @param byDistrict values set for single districts, by id
   * @throws if terms and zoning are of different size
   */
  constructor(
    terms: EditTerms,
    zoning: Zoning,
    byDistrict: ReadonlyMap<string, Overrides> = new Map(),
  ) {
    const n = terms.world.compounds.length;
    if (zoning.assignment.length !== n)
      throw new Error(`zoning of ${zoning.assignment.length} for ${n} compounds`);
    this.terms = terms;
    this.byDistrict = byDistrict;
    this.lists = new MemberLists(terms.world);
    this.checker = new DistrictChecker(terms, this.lists);
    this.stroke = new Stroke(n);
    this.reason = zoning.reason.slice();
    for (const district of zoning.districts) this.addDistrict(district);
    // From the last on, so that lists run in ascending order.
    for (let i = n - 1; i >= 0; i--) this.lists.place(i, zoning.assignment[i]);
    this.estimates.fill(undefined);
    this.identities.forEach(({ name }, at) => {
      if (this.lists.size[at] > 0) count(this.names, name, 1);
    });
    this.locks = new Locks(terms, this.lists);
    this.countLeftOut();
  }

  get assignment(): Int32Array {
    return this.lists.of;
  }

  get districts(): readonly District[] {
    return this.identities;
  }

  /** True while a step is being made. */
  get isEditing(): boolean {
    return this.stroke.isOpen;
  }

  /** Other limits, links, rules, assumptions: nothing moves, everything is judged anew when asked. O(n). */
  setTerms(terms: EditTerms, byDistrict: ReadonlyMap<string, Overrides> = new Map()): void {
    const isSameMoney = terms.estimator === this.terms.estimator && byDistrict === this.byDistrict;
    const isSameGround = STANDING.every((part) => terms[part] === this.terms[part]);
    this.terms = terms;
    this.byDistrict = byDistrict;
    if (isSameGround) this.checker.setRules(terms);
    else this.checker = new DistrictChecker(terms, this.lists);
    this.locks = new Locks(terms, this.lists);
    this.isChecked.fill(0);
    if (!isSameMoney) this.estimates.fill(undefined);
    if (!isSameGround) this.countLeftOut();
    this.revision++;
  }

  /** Begins a step; what follows until {@link commit} or {@link cancel} is one. */
  begin(): void {
    if (this.stroke.isOpen) throw new Error("a step is being made already");
    this.stroke.open();
  }

  /**
   * Moves a compound as part of the step. O(1), allocates nothing.
   * @param to district position, −1 = out of all
   * @returns false when a lock forbids it or it is there already
   */
  place(compound: number, to: number): boolean {
    const from = this.lists.of[compound];
    if (from === to || !this.locks.allows(compound, from, to)) return false;
    this.put(compound, to, to < 0 ? BY_HAND : 0);
    return true;
  }

  /**
   * Opens a district at the end as part of the step.
   * @param origin the district it is taken from, whose name it continues; null: named by its id
   * @returns its position
   */
  openDistrict(origin: number | null = null): number {
    const at = this.identities.length;
    const id = districtIdAt(at, (one) => this.ids.has(one));
    const whole = origin === null ? null : this.identities[origin];
    const isTaken = (one: string) => one === whole?.name || this.names.has(one);
    const name = whole === null ? id : continueName(whole, id, isTaken);
    this.setDistrict(at, { id, name });
    return at;
  }

  /** Gives a district another name as part of the step. */
  rename(at: number, name: string): void {
    this.setDistrict(at, { ...this.identities[at], name });
  }

  /** Ends the step. @returns what it changed; null when nothing */
  commit(): ZoningDiff | null {
    const diff = this.stroke.describe(this);
    this.stroke.isOpen = false;
    return diff.moves.length + diff.districts.length > 0 ? diff : null;
  }

  /** What the step has changed so far. */
  pending(): ZoningDiff {
    return this.stroke.describe(this);
  }

  /** Takes the step back. O(moved). */
  cancel(): void {
    const { stroke } = this;
    for (let k = 0; k < stroke.count; k++) {
      const i = stroke.moved[k];
      this.put(i, stroke.from[i], stroke.reasonFrom[i]);
    }
    for (const [at, before] of [...stroke.districtsBefore].reverse()) this.setDistrict(at, before);
    stroke.isOpen = false;
  }

  /** Follows a change made elsewhere: undo, redo, a plan. O(moved). @throws during a step */
  follow(diff: ZoningDiff): void {
    if (this.stroke.isOpen) throw new Error("a step is being made");
    for (const { at, after } of diff.districts) if (after) this.setDistrict(at, after);
    for (const { compound, to, reasonTo } of diff.moves) this.put(compound, to, reasonTo);
    for (const { at, after } of diff.districts.toReversed()) if (!after) this.setDistrict(at, null);
  }

  /** Bits of the broken rules of a district, as in RULES. Allocates nothing. */
  brokenRules(district: number): number {
    if (!this.isChecked[district]) {
      this.broken[district] = this.checker.check(district);
      this.isChecked[district] = 1;
    }
    return this.broken[district];
  }

  violations(district: number): Violation[] {
    const broken = this.checker.check(district);
    return listViolations(broken, this.checker.value, this.checker.limit);
  }

  /** Null for a district without members. */
  estimate(district: number): DistrictEstimate | null {
    const known = this.estimates[district];
    if (known !== undefined) return known;
    const members = this.members(district);
    const own = this.byDistrict.get(this.identities[district].id);
    const estimate = members.length > 0 ? this.terms.estimator.district(members, own) : null;
    this.estimates[district] = estimate;
    return estimate;
  }

  /** Districts of this name that have members. */
  countNamed(name: string): number {
    return this.names.get(name) ?? 0;
  }

  /** Ascending. O(members · log). */
  members(district: number): number[] {
    const members = new Int32Array(this.lists.size[district]);
    this.lists.list(district, members);
    return [...members.sort()];
  }

  /** The zoning as it is, on its own memory. O(n). */
  snapshot(): Zoning {
    this.shared ??= [...this.identities];
    return {
      districts: this.shared,
      assignment: this.lists.of.slice(),
      reason: this.reason.slice(),
    };
  }

  private put(compound: number, to: number, reason: number): void {
    const from = this.lists.of[compound];
    if (this.stroke.isOpen) this.stroke.note(compound, from, this.reason[compound]);
    this.reason[compound] = reason;
    if (from === to) return;
    this.lists.place(compound, to);
    this.revision++;
    if (from >= 0) this.forget(from);
    if (to >= 0) this.forget(to);
    if (from >= 0 && this.lists.size[from] === 0) count(this.names, this.identities[from].name, -1);
    if (to >= 0 && this.lists.size[to] === 1) count(this.names, this.identities[to].name, 1);
    if (this.terms.participant[compound] === 0 || (from >= 0 && to >= 0)) return;
    const sign = to < 0 ? 1 : -1;
    this.leftOut += sign;
    this.householdsLeftOut += sign * this.terms.world.compounds[compound].households;
  }

  private forget(district: number): void {
    this.isChecked[district] = 0;
    this.estimates[district] = undefined;
  }

  private countLeftOut(): void {
    const { participant, world } = this.terms;
    this.leftOut = 0;
    this.householdsLeftOut = 0;
    for (let i = 0; i < participant.length; i++) {
      if (participant[i] === 0 || this.lists.of[i] >= 0) continue;
      this.leftOut++;
      this.householdsLeftOut += world.compounds[i].households;
    }
  }

  private setDistrict(at: number, district: District | null): void {
    const before = this.identities[at] ?? null;
    if (this.stroke.isOpen) this.stroke.noteDistrict(at, before);
    this.shared = null;
    this.revision++;
    if (before !== null) this.countIdentity(at, before, -1);
    if (district === null) {
      this.identities.length = at;
      this.estimates.length = at;
      return;
    }
    if (before === null) this.addDistrict(district);
    else {
      this.identities[at] = district;
      this.forget(at);
      this.countIdentity(at, district, 1);
    }
  }

  private addDistrict(district: District): void {
    const at = this.identities.length;
    this.identities.push(district);
    this.estimates.push(null);
    this.lists.reserve(at + 1);
    this.countIdentity(at, district, 1);
    if (at >= this.broken.length) {
      const [broken, isChecked] = [this.broken, this.isChecked];
      this.broken = new Int32Array(2 * at);
      this.isChecked = new Uint8Array(2 * at);
      this.broken.set(broken);
      this.isChecked.set(isChecked);
    }
    this.isChecked[at] = 0;
  }

  private countIdentity(at: number, { id, name }: District, by: 1 | -1): void {
    count(this.ids, id, by);
    if (this.lists.size[at] > 0) count(this.names, name, by);
  }
}

function count(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const next = (counts.get(key) ?? 0) + by;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}
