import type { CostModel } from "./cost-model.ts";
import { type DistrictShape, SUM } from "./district-sums.ts";
import {
  emptyStaffSheet,
  type Staff,
  staffDistrict,
  type Workload,
  wagesYuan,
} from "./staffing.ts";

/** Yearly lines of a district, whole yuan, with the counts they rest on. */
export interface CostLines {
  readonly staff: Staff;
  readonly gatesAfter: number;
  readonly spacesGained: number;
  readonly cameras: number;
  readonly sharedParkingYuan: number;
  readonly wagesYuan: number;
  readonly onCallYuan: number;
  readonly materialYuan: number;
  readonly officeYuan: number;
  readonly gatesYuan: number;
  readonly overheadYuan: number;
  readonly marginYuan: number;
  readonly taxYuan: number;
  readonly wallsYuan: number;
  readonly roomYuan: number;
  readonly camerasYuan: number;
  readonly spacesYuan: number;
  readonly spanPenaltyYuan: number;
  readonly sizePenaltyYuan: number;
  readonly costYuan: number;
  /** additive income and shared parking */
  readonly incomeYuan: number;
}

type Sheet = { -readonly [Line in Exclude<keyof CostLines, "staff">]: number } & {
  readonly staff: ReturnType<typeof emptyStaffSheet>;
};

/** Evaluates the lines of one district after another into one sheet, without allocating. */
export interface CostSheet {
  /** the lines written last */
  readonly lines: CostLines;
  /** Fills `lines` for the sums `sums[at …]` and returns the net cost, whole yuan a year. */
  fill(sums: Float64Array, at: number, shape: DistrictShape): number;
}

function emptyLines(): Sheet {
  return {
    staff: emptyStaffSheet(),
    gatesAfter: 0,
    spacesGained: 0,
    cameras: 0,
    sharedParkingYuan: 0,
    wagesYuan: 0,
    onCallYuan: 0,
    materialYuan: 0,
    officeYuan: 0,
    gatesYuan: 0,
    overheadYuan: 0,
    marginYuan: 0,
    taxYuan: 0,
    wallsYuan: 0,
    roomYuan: 0,
    camerasYuan: 0,
    spacesYuan: 0,
    spanPenaltyYuan: 0,
    sizePenaltyYuan: 0,
    costYuan: 0,
    incomeYuan: 0,
  };
}

/** Two exits always stay; beyond that each opened wall closes one gate. */
function gatesKept(before: number, opened: number): number {
  return Math.max(Math.min(before, 2), before - opened);
}

/**
 * Cost and pooled income of districts under one model. DOMAIN §2.3–§2.5, §3. The fixed cost of a
 * site is in its posts, office and control room; a gate closed saves its own posts and upkeep. The
 * two are separate lines, so neither is counted twice.
 */
export function createCostSheet(model: CostModel): CostSheet {
  const lines = emptyLines();
  const work: Workload = { households: 0, floorAreaM2: 0, workloadM2: 0, gates: 0 };

  const parking = (sums: Float64Array, at: number, shape: DistrictShape) => {
    const supply = sums[at + SUM.parkingSupply];
    const gained = Math.floor(shape.usableWallM * model.spacesPerM + 1e-9);
    const let_ = Math.min(supply + gained, sums[at + SUM.parkingDemand]);
    const more = Math.max(0, let_ - sums[at + SUM.spacesLet]);
    lines.spacesGained = gained;
    lines.sharedParkingYuan = Math.round(more * model.letYuan + gained * model.visitorYuan);
  };
  const works = (floorAreaM2: number, shape: DistrictShape) => {
    lines.cameras = model.cameraM2 > 0 ? Math.ceil(floorAreaM2 / model.cameraM2) : 0;
    lines.wallsYuan = Math.round((shape.wallM * model.wallYuanPerM) / model.worksYears);
    lines.roomYuan = Math.round(model.roomWorksYuan / model.worksYears);
    lines.camerasYuan = Math.round((lines.cameras * model.cameraYuan) / model.worksYears);
    lines.spacesYuan = Math.round((lines.spacesGained * model.spaceYuan) / model.worksYears);
  };
  const running = (sums: Float64Array, at: number, shape: DistrictShape) => {
    lines.gatesAfter = gatesKept(sums[at + SUM.gates], shape.opened);
    work.households = sums[at + SUM.households];
    work.floorAreaM2 = sums[at + SUM.floorAreaM2];
    work.workloadM2 = sums[at + SUM.workloadM2];
    work.gates = lines.gatesAfter;
    staffDistrict(work, model, lines.staff);
    lines.wagesYuan = wagesYuan(lines.staff, model);
    lines.onCallYuan =
      model.repairOnCall && model.fixM2 > 0
        ? Math.round((work.workloadM2 / model.fixM2) * model.fixerYuan)
        : 0;
    lines.materialYuan = sums[at + SUM.materialYuan];
    lines.officeYuan = Math.round(model.officeYuan);
    lines.gatesYuan = Math.round(lines.gatesAfter * model.gateYuan);
  };
  const onTop = (sums: Float64Array, at: number, shape: DistrictShape) => {
    const labour = lines.wagesYuan + lines.onCallYuan;
    const direct = labour + lines.materialYuan + lines.officeYuan + lines.gatesYuan;
    const sites = sums[at + SUM.compounds] - shape.opened;
    const beyondM = Math.max(0, shape.spanM - model.freeSpanM);
    const beyond = Math.max(0, sums[at + SUM.households] - model.freeHouseholds);
    lines.overheadYuan = Math.round(direct * model.overhead);
    lines.marginYuan = Math.round(direct * model.margin);
    lines.taxYuan = sums[at + SUM.taxYuan];
    lines.spanPenaltyYuan = Math.round(
      labour * (model.travel * (sites - 1) + (model.spanLoss * beyondM) / 100),
    );
    lines.sizePenaltyYuan = Math.round((labour * model.sizeLoss * beyond) / 100);
    return direct;
  };

  return {
    lines,
    fill(sums, at, shape) {
      parking(sums, at, shape);
      works(sums[at + SUM.floorAreaM2], shape);
      running(sums, at, shape);
      const direct = onTop(sums, at, shape);
      lines.costYuan =
        direct +
        lines.overheadYuan +
        lines.marginYuan +
        lines.taxYuan +
        lines.wallsYuan +
        lines.roomYuan +
        lines.camerasYuan +
        lines.spacesYuan +
        lines.spanPenaltyYuan +
        lines.sizePenaltyYuan;
      lines.incomeYuan = sums[at + SUM.incomeYuan] + lines.sharedParkingYuan;
      return lines.costYuan - lines.incomeYuan;
    },
  };
}
