import { finish, type Steps } from "../base/steps.ts";
import type { Compound } from "../ingest/world.ts";
import { type Readiness, readReadiness } from "./readiness.ts";
import type { ScenarioView } from "./view.ts";

/** How ready a district is, from its members by households. */
export interface DistrictReadiness {
  /** position in `zoning.districts` */
  readonly district: number;
  /** 0…1, mean of what the ledger knows; null: it knows nothing */
  readonly score: number | null;
  /** parts of the score, 0…1; null: unknown for all members */
  readonly consentShare: number | null;
  readonly committeeShare: number | null;
  readonly renovatedShare: number | null;
  /** whole years until the last running contract of a member ends */
  readonly waitYears: number;
}

/** One step of the programme, with all that run once it is done. */
export interface PhaseStep extends DistrictReadiness {
  readonly id: string;
  readonly name: string;
  /** 1 … years: when it is launched */
  readonly year: number;
  readonly netCostYuan: number;
  readonly after: PhaseTotals;
}

/** What runs after a step. Whole yuan a year, whole units. */
export interface PhaseTotals {
  readonly districts: number;
  readonly compounds: number;
  readonly households: number;
  /** of the households of all districts, 0…1 */
  readonly householdsShare: number;
  readonly netCostYuan: number;
  readonly uncoveredYuan: number;
  readonly subsidyYuan: number;
  /** one-off works so far */
  readonly worksYuan: number;
  readonly staff: number;
}

export interface PhasingOptions {
  /** calendar year in which the first districts start */
  readonly startYear: number;
  /** length of the programme, ≥ 1 */
  readonly years: number;
}

/** Mean by households over members of which `of` is known; null: of none. */
function meanOf(
  members: readonly { readonly compound: Compound; readonly readiness: Readiness }[],
  of: (readiness: Readiness) => number | null,
): number | null {
  let sum = 0;
  let all = 0;
  for (const { compound, readiness } of members) {
    const value = of(readiness);
    if (value === null) continue;
    const weight = Math.max(1, compound.households);
    sum += weight * value;
    all += weight;
  }
  return all === 0 ? null : sum / all;
}

function readDistrict(view: ScenarioView, district: number, startYear: number): DistrictReadiness {
  const members = view.members[district].map((i) => {
    const compound = view.world.compounds[i];
    return { compound, readiness: readReadiness(compound) };
  });
  const parts = {
    consentShare: meanOf(members, (r) => r.consentShare),
    committeeShare: meanOf(members, ({ hasCommittee }) =>
      hasCommittee === null ? null : Number(hasCommittee),
    ),
    renovatedShare: meanOf(members, ({ renovatedYear }) =>
      renovatedYear === null ? null : Number(renovatedYear <= startYear),
    ),
  };
  const known = Object.values(parts).filter((part) => part !== null);
  const ends = members.map(({ readiness }) => readiness.contractEndYear ?? 0);
  return {
    district,
    score: known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0) / known.length,
    ...parts,
    waitYears: Math.max(0, Math.max(...ends) + 1 - startYear),
  };
}

const EMPTY: PhaseTotals = {
  districts: 0,
  compounds: 0,
  households: 0,
  householdsShare: 0,
  netCostYuan: 0,
  uncoveredYuan: 0,
  subsidyYuan: 0,
  worksYuan: 0,
  staff: 0,
};

/**
 * Order of launching districts: those free of running contracts first, then by what the ledger says
 * of readiness, then by balance per m² and size, the id last. After each step the indicators of what
 * runs by then; after the last step they are the scenario's own.
 */
export function planPhases(view: ScenarioView, options: PhasingOptions): PhaseStep[] {
  return finish(phasesInSteps(view, options));
}

/** Members whose ledger is read between two yields. */
const MEMBERS_PER_STEP = 512;

/** {@link planPhases} in steps. */
export function* phasesInSteps(
  view: ScenarioView,
  { startYear, years }: PhasingOptions,
): Steps<PhaseStep[]> {
  const { zoning, members } = view;
  const estimateOf = (d: number) => {
    const estimate = view.estimates[d];
    if (!estimate) throw new Error(`district ${d} has members but no estimate`);
    return estimate;
  };
  const ready: DistrictReadiness[] = [];
  let since = 0;
  for (const d of zoning.districts.keys()) {
    if (members[d].length === 0) continue;
    ready.push(readDistrict(view, d, startYear));
    since += members[d].length;
    if (since < MEMBERS_PER_STEP) continue;
    yield 0;
    since = 0;
  }
  ready.sort((a, b) => {
    const [own, other] = [estimateOf(a.district), estimateOf(b.district)];
    return (
      a.waitYears - b.waitYears ||
      (b.score ?? -1) - (a.score ?? -1) ||
      own.netCostYuanPerM2Month - other.netCostYuanPerM2Month ||
      other.households - own.households ||
      (zoning.districts[a.district].id < zoning.districts[b.district].id ? -1 : 1)
    );
  });
  const all = ready.reduce((sum, { district }) => sum + estimateOf(district).households, 0);
  let after = EMPTY;
  return ready.map((one, k): PhaseStep => {
    const e = estimateOf(one.district);
    const households = after.households + e.households;
    after = {
      districts: k + 1,
      compounds: after.compounds + e.compounds,
      households,
      householdsShare: all === 0 ? 0 : households / all,
      netCostYuan: after.netCostYuan + e.netCostYuan,
      uncoveredYuan: after.uncoveredYuan + e.uncoveredYuan,
      subsidyYuan: after.subsidyYuan + e.subsidyYuan,
      worksYuan: after.worksYuan + e.worksYuan,
      staff: after.staff + e.staff.total,
    };
    const inTurn = 1 + Math.floor((k * years) / ready.length);
    const year = Math.min(years, Math.max(inTurn, 1 + one.waitYears));
    const { id, name } = zoning.districts[one.district];
    return { ...one, id, name, year, netCostYuan: e.netCostYuan, after };
  });
}
