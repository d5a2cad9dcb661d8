import { finish, type Steps } from "../base/steps.ts";
import { SERVICE_LEVELS } from "../estimate/service-level.ts";
import { shareOut } from "../estimate/share-out.ts";
import { sharedCompounds } from "./overlap.ts";
import type { MemberView, ScenarioView } from "./view.ts";

/** A compound in two scenarios; a side is null where it is in no district. Money in yuan a year. */
export interface MemberChange {
  /** index on the first side */
  readonly compound: number;
  readonly id: string;
  readonly households: number;
  readonly before: MemberView | null;
  readonly after: MemberView | null;
  /** after − before where it is in a district on both sides, else null; 元/㎡·月 */
  readonly feeChange: number | null;
  /** levels of service gained (above 0) or lost */
  readonly serviceChange: number | null;
  readonly distanceChangeM: number | null;
  /** balance after − before, none counting as 0: all together the change of income − cost */
  readonly balanceChangeYuan: number;
  /** what it carries for the other members of its district (below 0: is carried), whole yuan */
  readonly carriesBeforeYuan: number;
  readonly carriesAfterYuan: number;
}

/** Who gains and who loses in one respect. */
export interface Count {
  readonly compounds: number;
  readonly households: number;
}

export type Respect = "fee" | "service" | "distance" | "balance" | "carries" | "inclusion";

export interface GainsAndLosses {
  readonly respect: Respect;
  readonly better: Count;
  readonly same: Count;
  readonly worse: Count;
}

/** All compounds and what they amount to. */
export interface WinnersAndLosers {
  readonly members: readonly MemberChange[];
  readonly respects: readonly GainsAndLosses[];
  /** sum over the members = −(change of net cost) of the scenarios */
  readonly balanceChangeYuan: number;
  /** what members carry for each other, all districts: sum of what is carried, before and after */
  readonly carriedBeforeYuan: number;
  readonly carriedAfterYuan: number;
}

/**
 * What each compound carries for the others of its district: its balance less its part of the
 * district's balance by floor area. Sums to 0 over a district: who subsidises whom.
 */
export function carriedYuan(view: ScenarioView): Float64Array {
  const carried = new Float64Array(view.accounts.length);
  for (const members of view.members) {
    if (members.length === 0) continue;
    const balances = members.map((i) => view.accounts[i]?.balanceYuan ?? 0);
    const all = balances.reduce((sum, own) => sum + own, 0);
    const areas = members.map((i) => view.world.compounds[i].floorAreaM2);
    const parts = shareOut(all, areas);
    members.forEach((i, k) => {
      carried[i] = balances[k] - parts[k];
    });
  }
  return carried;
}

const levelOf = ({ serviceLevel }: MemberView) => SERVICE_LEVELS.indexOf(serviceLevel);

function changeBetween(before: MemberView | null, after: MemberView | null) {
  const both = before && after ? { before, after } : null;
  const by = (of: (view: MemberView) => number) => both && of(both.after) - of(both.before);
  return {
    feeChange: by((view) => view.feeAfterYuanPerM2Month),
    serviceChange: by(levelOf),
    distanceChangeM: by((view) => view.serviceM),
    balanceChangeYuan: (after?.balanceYuan ?? 0) - (before?.balanceYuan ?? 0),
  };
}

/** Above 0: better. Null: not to be said of this compound. */
const GAIN: Readonly<Record<Respect, (change: MemberChange) => number | null>> = {
  fee: ({ feeChange }) => feeChange && -feeChange,
  service: ({ serviceChange }) => serviceChange,
  distance: ({ distanceChangeM }) => distanceChangeM && -distanceChangeM,
  balance: ({ before, after, balanceChangeYuan }) => (before || after ? balanceChangeYuan : null),
  carries: ({ before, after, carriesBeforeYuan, carriesAfterYuan }) =>
    before || after ? carriesBeforeYuan - carriesAfterYuan : null,
  inclusion: ({ before, after }) => Number(after !== null) - Number(before !== null),
};

function countRespect(respect: Respect, members: readonly MemberChange[]): GainsAndLosses {
  const gainOf = GAIN[respect];
  const counts = [-1, 0, 1].map(() => ({ compounds: 0, households: 0 }));
  for (const member of members) {
    const gain = gainOf(member);
    if (gain === null) continue;
    const count = counts[1 + Math.sign(gain)];
    count.compounds += 1;
    count.households += member.households;
  }
  const [worse, same, better] = counts;
  return { respect, better, same, worse };
}

/** Each compound that both scenarios know, before (first) and after (second), with sums. O(n). */
export function findWinners(first: ScenarioView, second: ScenarioView): WinnersAndLosers {
  return finish(winnersInSteps(first, second));
}

/** {@link findWinners} in steps; they tell no progress. */
export function* winnersInSteps(
  first: ScenarioView,
  second: ScenarioView,
): Steps<WinnersAndLosers> {
  const before = carriedYuan(first);
  yield 0;
  const after = carriedYuan(second);
  yield 0;
  const members = sharedCompounds(first, second).map((shared): MemberChange => {
    const own = first.accounts[shared.first];
    const next = second.accounts[shared.second];
    const { id, households } = first.world.compounds[shared.first];
    return {
      compound: shared.first,
      id,
      households,
      before: own,
      after: next,
      ...changeBetween(own, next),
      carriesBeforeYuan: before[shared.first],
      carriesAfterYuan: after[shared.second],
    };
  });
  yield 0;
  const respects: GainsAndLosses[] = [];
  for (const respect of Object.keys(GAIN) as Respect[]) {
    respects.push(countRespect(respect, members));
    yield 0;
  }
  const positive = (of: (member: MemberChange) => number) =>
    members.reduce((sum, member) => sum + Math.max(0, of(member)), 0);
  return {
    members,
    respects,
    balanceChangeYuan: members.reduce((sum, member) => sum + member.balanceChangeYuan, 0),
    carriedBeforeYuan: positive((member) => member.carriesBeforeYuan),
    carriedAfterYuan: positive((member) => member.carriesAfterYuan),
  };
}
