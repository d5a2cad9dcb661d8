import { finish, type Steps } from "../base/steps.ts";
import type { ContiguityGraph } from "../contiguity/graph.ts";
import { farthestPairM } from "../geometry/farthest-pair.ts";
import type { World } from "../ingest/world.ts";
import { breakEvenFee } from "./break-even.ts";
import { RUNNING_KEYS, type RunningValues } from "./compound-figures.ts";
import { type CostSheet, createCostSheet } from "./cost-lines.ts";
import { type CostModel, createCostModel } from "./cost-model.ts";
import type { AssumptionValues } from "./defaults.ts";
import { oneOffWorks } from "./district-estimate.ts";
import { type DistrictShape, SUM, SUMS } from "./district-sums.ts";
import type { Overrides } from "./estimator.ts";
import { createMemberSums, type MemberSums, runningValues } from "./member-sums.ts";
import { createWallPlanner } from "./wall-plan.ts";

/** Districts whose members stay while the assumptions change. */
export interface SettledDistricts {
  readonly world: World;
  readonly graph: ContiguityGraph;
  readonly districts: readonly (readonly number[])[];
  readonly ownOf: readonly (Overrides | undefined)[];
  readonly byCompound: ReadonlyMap<number, Overrides>;
}

/** All districts together. Whole yuan, whole units. */
export interface Totals {
  readonly costYuan: number;
  readonly incomeYuan: number;
  readonly netCostYuan: number;
  readonly subsidyYuan: number;
  /** what no purse covers, district by district: a surplus here fills no gap there */
  readonly uncoveredYuan: number;
  readonly worksYuan: number;
  readonly staff: number;
  /** districts whose income meets their cost, and the households in them */
  readonly payingDistricts: number;
  readonly payingHouseholds: number;
  /** by floor area, 元/㎡·月 */
  readonly breakEvenFeeYuanPerM2Month: number;
}

type Sums = { -readonly [K in keyof Totals]: number };

/** Districts under one set of values; the same arrays every time. */
export interface Reckoned {
  /** per district; 0 for one without members */
  readonly netCostYuan: Float64Array;
  readonly subsidyYuan: Float64Array;
  readonly totals: Totals;
}

/** Estimates the same districts under one set of values after another. */
export interface Reckoner {
  /** Equal, figure by figure, to the estimator's under the same values (S53). O(members). */
  reckon(values: AssumptionValues): Reckoned;
}

/** A district as it lies, and the walls it opens; `usableWallM` follows the fire lane. */
interface Ground {
  readonly shape: { -readonly [K in keyof DistrictShape]: DistrictShape[K] };
  readonly walls: Float64Array;
  /** the fire lane `usableWallM` was summed for, m */
  fireLaneM: number;
}

/** Districts looked at between two yields. */
const DISTRICTS_PER_STEP = 512;

/** Walls and span of every district: where members lie does not change with assumptions. */
function* findGrounds({ world, graph, districts }: SettledDistricts): Steps<Ground[]> {
  const planner = createWallPlanner(graph, 0);
  const { wallM } = graph.links;
  const grounds: Ground[] = [];
  for (const [d, members] of districts.entries()) {
    const { lengthM, opened, links } = planner.plan(members, members.length);
    const spanM = farthestPairM(world.shapes.centroid, members, members.length);
    grounds.push({
      shape: { wallM: lengthM, usableWallM: 0, opened, spanM },
      walls: Float64Array.from(links.subarray(0, opened), (link) => wallM[link]),
      fireLaneM: Number.NaN,
    });
    if (d % DISTRICTS_PER_STEP === DISTRICTS_PER_STEP - 1) yield 0;
  }
  return grounds;
}

/** The shape of a district with the walls that are usable beside a fire lane. */
function shapeFor(ground: Ground, fireLaneM: number): DistrictShape {
  if (ground.fireLaneM !== fireLaneM) {
    const { walls, shape } = ground;
    let usableM = 0;
    for (let k = 0; k < walls.length; k++) usableM += Math.max(0, walls[k] - fireLaneM);
    shape.usableWallM = usableM;
    ground.fireLaneM = fireLaneM;
  }
  return ground.shape;
}

/** Districts with the same values of their own share a cost model. */
function groupOwn(ownOf: SettledDistricts["ownOf"]) {
  const groups: (Overrides | undefined)[] = [];
  const known = new Map<string, number>();
  const groupOf = ownOf.map((own) => {
    const text = own ? JSON.stringify(own) : "";
    const group = known.get(text) ?? groups.push(own) - 1;
    known.set(text, group);
    return group;
  });
  return { groups, groupOf };
}

/** A cost model with what evaluates it. */
interface Terms {
  /** members' values where the district has some of its own, else null */
  readonly running: RunningValues | null;
  readonly model: CostModel;
  readonly sheet: CostSheet;
}

function termsOf(values: AssumptionValues, own: Overrides | undefined): Terms {
  const model = createCostModel(own ? { ...values, ...own } : values);
  const isRunning = own !== undefined && RUNNING_KEYS.some((key) => key in own);
  return {
    running: isRunning ? runningValues(values, own) : null,
    model,
    sheet: createCostSheet(model),
  };
}

/** Sums of districts that stand as long as nothing that members rest on changes. */
interface DistrictSums {
  /** {@link SUMS} of each district */
  readonly sums: Float64Array;
  readonly subsidyYuan: Float64Array;
  version: number;
}

/** Sums the members of the districts whose values are the city's own. */
function sumDistricts(
  into: DistrictSums,
  members: MemberSums,
  { districts, isOwn }: { districts: SettledDistricts["districts"]; isOwn: (d: number) => boolean },
): void {
  into.sums.fill(0);
  into.subsidyYuan.fill(0);
  for (let d = 0; d < districts.length; d++) {
    if (isOwn(d)) continue;
    const to = d * SUMS;
    for (const i of districts[d]) {
      const from = i * SUMS;
      for (let s = 0; s < SUMS; s++) into.sums[to + s] += members.sums[from + s];
      into.subsidyYuan[d] += members.subsidyYuan[i];
    }
  }
}

/**
 * A reckoner of these districts. Walls and spans are found once; under each set of values only what
 * rests on values that changed is made again, into arrays that are kept.
 * @param members shared by reckoners of the same world and values of single compounds
 */
export function createReckoner(
  plan: SettledDistricts,
  members: MemberSums = createMemberSums(plan.world, plan.byCompound),
): Reckoner {
  return finish(reckonerInSteps(plan, members));
}

/** {@link createReckoner} in steps. */
export function* reckonerInSteps(
  plan: SettledDistricts,
  members: MemberSums = createMemberSums(plan.world, plan.byCompound),
): Steps<Reckoner> {
  const grounds = yield* findGrounds(plan);
  const { groups, groupOf } = groupOwn(plan.ownOf);
  const { districts } = plan;
  const known: DistrictSums = {
    sums: new Float64Array(districts.length * SUMS),
    subsidyYuan: new Float64Array(districts.length),
    version: -1,
  };
  const netCostYuan = new Float64Array(districts.length);

  const sumOwn = (d: number, running: RunningValues): void => {
    const at = d * SUMS;
    known.sums.fill(0, at, at + SUMS);
    known.subsidyYuan[d] = 0;
    for (const i of districts[d])
      known.subsidyYuan[d] += members.addTo(known.sums, at, { i, values: running });
  };

  return {
    reckon(values) {
      const terms = groups.map((own) => termsOf(values, own));
      const version = members.fill(values);
      if (version !== known.version) {
        const isOwn = (d: number) => terms[groupOf[d]].running !== null;
        sumDistricts(known, members, { districts, isOwn });
        known.version = version;
      }
      const totals = noTotals();
      let floorAreaM2 = 0;
      for (let d = 0; d < districts.length; d++) {
        if (districts[d].length === 0) continue;
        const { running, model, sheet } = terms[groupOf[d]];
        if (running) sumOwn(d, running);
        const shape = shapeFor(grounds[d], model.fireLaneM);
        const at = d * SUMS;
        const net = sheet.fill(known.sums, at, shape);
        netCostYuan[d] = net;
        const done = { model, sheet, shape, sums: known.sums, at, subsidy: known.subsidyYuan[d] };
        addTotals(totals, net, done);
        floorAreaM2 += known.sums[at + SUM.floorAreaM2];
      }
      if (floorAreaM2 > 0) totals.breakEvenFeeYuanPerM2Month /= floorAreaM2;
      return { netCostYuan, subsidyYuan: known.subsidyYuan, totals };
    },
  };
}

function noTotals(): Sums {
  return {
    costYuan: 0,
    incomeYuan: 0,
    netCostYuan: 0,
    subsidyYuan: 0,
    uncoveredYuan: 0,
    worksYuan: 0,
    staff: 0,
    payingDistricts: 0,
    payingHouseholds: 0,
    breakEvenFeeYuanPerM2Month: 0,
  };
}

interface DistrictDone {
  readonly model: CostModel;
  readonly sheet: CostSheet;
  readonly shape: DistrictShape;
  readonly sums: Float64Array;
  readonly at: number;
  readonly subsidy: number;
}

/** Adds a district; the fee as fee × m², to be divided by all floor area. */
function addTotals(totals: Sums, net: number, of: DistrictDone): void {
  const { model, sheet, shape, sums, at, subsidy } = of;
  const { lines } = sheet;
  totals.costYuan += lines.costYuan;
  totals.incomeYuan += lines.incomeYuan;
  totals.netCostYuan += net;
  totals.subsidyYuan += subsidy;
  totals.uncoveredYuan += Math.max(0, net - subsidy);
  totals.worksYuan += oneOffWorks(lines, shape, model).worksYuan;
  totals.staff += lines.staff.total;
  if (net <= 0) {
    totals.payingDistricts += 1;
    totals.payingHouseholds += sums[at + SUM.households];
  }
  const fee = breakEvenFee({
    costYuan: lines.costYuan,
    incomeYuan: lines.incomeYuan,
    feeIncomeYuan: sums[at + SUM.feeIncomeYuan],
    taxYuan: sums[at + SUM.taxYuan],
    paidM2Months: sums[at + SUM.paidM2Months],
    vat: model.vat,
  });
  totals.breakEvenFeeYuanPerM2Month += fee * sums[at + SUM.floorAreaM2];
}
