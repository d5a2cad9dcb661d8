import { type Account, breakEvenCollection, breakEvenFee, breakEvenSubsidy } from "./break-even.ts";
import type { CompoundFigures } from "./compound-figures.ts";
import type { CostLines, CostSheet } from "./cost-lines.ts";
import type { CostModel } from "./cost-model.ts";
import type { AssumptionValues } from "./defaults.ts";
import { responseM } from "./distances.ts";
import { addFigures, type DistrictShape, SUMS } from "./district-sums.ts";
import type { DistrictEstimate } from "./estimate.ts";
import type { MemberFigures } from "./member-accounts.ts";
import { poolingSaving } from "./scale-check.ts";

/** What a district's estimate is made under. */
export interface DistrictTerms {
  readonly values: AssumptionValues;
  readonly model: CostModel;
  readonly sheet: CostSheet;
  readonly shape: DistrictShape;
  /** centroids of all compounds, x,y, m */
  readonly centroid: Float64Array;
}

type Sum = (of: keyof CompoundFigures) => number;

/** A gap that never closes counts as this many years. */
const NEVER_YEARS = 99;

/** One-off works of a district, whole yuan. */
export function oneOffWorks(lines: CostLines, shape: DistrictShape, model: CostModel) {
  const wallWorksYuan = Math.round(shape.wallM * model.wallYuanPerM);
  const gateWorksYuan = Math.round(lines.gatesAfter * model.gateWorksYuan);
  const roomWorksYuan = Math.round(model.roomWorksYuan);
  const cameraWorksYuan = Math.round(lines.cameras * model.cameraYuan);
  const spaceWorksYuan = Math.round(lines.spacesGained * model.spaceYuan);
  const worksYuan =
    wallWorksYuan + gateWorksYuan + roomWorksYuan + cameraWorksYuan + spaceWorksYuan;
  return {
    wallWorksYuan,
    gateWorksYuan,
    roomWorksYuan,
    cameraWorksYuan,
    spaceWorksYuan,
    worksYuan,
  };
}

function parkingFigures(
  sum: Sum,
  members: readonly MemberFigures[],
  of: { readonly gained: number; readonly values: AssumptionValues },
) {
  const { gained, values } = of;
  const demand = sum("parkingDemand");
  const supply = sum("parkingSupply");
  const borrowed = Math.floor(values.office_spaces * Math.max(0, 1 - values.peak_office_night));
  const demandDay = sum("parkingDemandDay");
  return {
    parkingDemand: demand,
    parkingDemandDay: demandDay,
    parkingSupply: supply,
    spacesGained: gained,
    spacesBorrowed: borrowed,
    parkingShortage: Math.max(0, demand - supply - gained - borrowed),
    parkingShortageAlone: members.reduce(
      (s, { figures: f }) => s + Math.max(0, f.parkingDemand - f.parkingSupply),
      0,
    ),
    parkingFreeByDay: Math.max(0, supply + gained - demandDay),
  };
}

function ownersLines(lines: CostLines) {
  return {
    sharedParkingYuan: lines.sharedParkingYuan,
    incomeYuan: lines.incomeYuan,
    wagesYuan: lines.wagesYuan,
    onCallYuan: lines.onCallYuan,
    materialYuan: lines.materialYuan,
    officeYuan: lines.officeYuan,
    gatesYuan: lines.gatesYuan,
    overheadYuan: lines.overheadYuan,
    marginYuan: lines.marginYuan,
    taxYuan: lines.taxYuan,
    wallsYuan: lines.wallsYuan,
    roomYuan: lines.roomYuan,
    camerasYuan: lines.camerasYuan,
    spacesYuan: lines.spacesYuan,
    spanPenaltyYuan: lines.spanPenaltyYuan,
    sizePenaltyYuan: lines.sizePenaltyYuan,
    costYuan: lines.costYuan,
  };
}

function results(account: Account, netCostYuan: number) {
  const yearM2 = account.floorAreaM2 * 12;
  return {
    netCostYuan,
    netCostYuanPerM2Month: yearM2 > 0 ? netCostYuan / yearM2 : 0,
    breakEvenFeeYuanPerM2Month: breakEvenFee(account),
    breakEvenCollectionShare: breakEvenCollection(account),
    breakEvenSubsidyYuanPerM2Month: breakEvenSubsidy(account),
  };
}

function baselines(members: readonly MemberFigures[], costYuan: number, worksYuan: number) {
  const total = (of: (m: MemberFigures) => number) => members.reduce((s, m) => s + of(m), 0);
  const aloneCostYuan = total((m) => m.aloneCostYuan);
  const savingYuan = aloneCostYuan - costYuan;
  const payback = savingYuan > 0 ? worksYuan / savingYuan : NEVER_YEARS;
  return {
    aloneCostYuan,
    aloneNetCostYuan: total((m) => m.aloneNetCostYuan),
    staffAlone: total((m) => m.aloneStaff),
    savingYuan,
    paybackYears: worksYuan === 0 ? 0 : Math.min(NEVER_YEARS, Math.round(payback * 10) / 10),
  };
}

/** Every figure of a district of these members. DOMAIN §2–§3, §6. */
export function districtEstimate(
  members: readonly MemberFigures[],
  { values, model, sheet, shape, centroid }: DistrictTerms,
): DistrictEstimate {
  const sum: Sum = (of) => members.reduce((s, { figures }) => s + figures[of], 0);
  const sums = new Float64Array(SUMS);
  for (const { figures } of members) addFigures(sums, 0, figures);
  const netCostYuan = sheet.fill(sums, 0, shape);
  const { lines } = sheet;
  const households = sum("households");
  const floorAreaM2 = sum("floorAreaM2");
  const feeReceivableYuan = sum("feeReceivableYuan");
  const feeIncomeYuan = sum("feeIncomeYuan");
  const works = oneOffWorks(lines, shape, model);
  const owners = ownersLines(lines);
  const account: Account = {
    ...owners,
    feeIncomeYuan,
    feeReceivableYuan,
    paidM2Months: sum("paidM2Months"),
    floorAreaM2,
    vat: values.vat,
  };
  const weighted = members.reduce((s, { figures: f }) => s + f.defaultedShare * f.households, 0);
  const subsidyYuan = sum("subsidyYuan");
  const perimeterBeforeM = sum("perimeterM");
  return {
    serviceLevel: model.level,
    compounds: members.length,
    households,
    floorAreaM2,
    workloadM2: sum("workloadM2"),
    staff: { ...lines.staff },
    feeReceivableYuan,
    feeIncomeYuan,
    parkingIncomeYuan: sum("parkingIncomeYuan"),
    otherIncomeYuan: sum("otherIncomeYuan"),
    ...owners,
    ...results(account, netCostYuan),
    ...works,
    subsidyYuan,
    publicRealmYuan: sum("publicRealmYuan"),
    uncoveredYuan: Math.max(0, netCostYuan - subsidyYuan),
    fundBalanceYuan: sum("fundBalanceYuan"),
    fundNeedYuan: sum("fundNeedYuan"),
    fundYears: Math.min(...members.map(({ figures }) => figures.fundYears)),
    fundRenewals: sum("fundRenewals"),
    ...parkingFigures(sum, members, { gained: lines.spacesGained, values }),
    gatesBefore: sum("gates"),
    gatesAfter: lines.gatesAfter,
    cameras: lines.cameras,
    wallOpenedM: shape.wallM,
    perimeterBeforeM,
    perimeterAfterM: Math.max(0, Math.round(perimeterBeforeM - 2 * shape.wallM)),
    spanM: shape.spanM,
    responseM: responseM(
      centroid,
      members.map(({ index }) => index),
      (i) => members.find(({ index }) => index === i)?.figures.households ?? 0,
    ),
    statusQuoIncomeYuan: sum("statusQuoIncomeYuan"),
    ...baselines(members, lines.costYuan, works.worksYuan),
    scaleSavingShare: poolingSaving(
      members.map(({ figures }) => figures.floorAreaM2),
      values.scale_F,
    ),
    defaultedShare: households > 0 ? weighted / households : 0,
  };
}
