import type { CostModel } from "./cost-model.ts";

/** Guards against a norm of 0: no norm, no posts. */
function posts(amount: number, norm: number): number {
  return norm > 0 ? Math.ceil(amount / norm) : 0;
}

/**
 * Managers by floor-area norm; below a quarter of the norm the service person doubles as manager,
 * which reproduces the posts of small sites in the calibration table.
 */
function managerPosts(floorAreaM2: number, normM2: number): number {
  if (normM2 <= 0 || floorAreaM2 < normM2 / 4) return 0;
  return Math.max(1, Math.round(floorAreaM2 / normM2));
}

/** What posts follow from. */
export interface Workload {
  households: number;
  floorAreaM2: number;
  /** floor area weighted by age and lifts, m² */
  workloadM2: number;
  /** gates kept */
  gates: number;
}

/** Whole posts of a district. */
export interface Staff {
  readonly controlRoom: number;
  readonly gateGuards: number;
  readonly patrol: number;
  readonly cleaners: number;
  readonly fixers: number;
  readonly service: number;
  readonly managers: number;
  readonly total: number;
}

/** Posts being filled in; the same object serves every evaluation of the solver. */
export type StaffSheet = { -readonly [Post in keyof Staff]: number };

export function emptyStaffSheet(): StaffSheet {
  return {
    controlRoom: 0,
    gateGuards: 0,
    patrol: 0,
    cleaners: 0,
    fixers: 0,
    service: 0,
    managers: 0,
    total: 0,
  };
}

/** Writes the whole posts of one district to `sheet`. At the minimum level repair is called in, without a post. */
export function staffDistrict(of: Workload, model: CostModel, sheet: StaffSheet): void {
  sheet.controlRoom = model.controlRoomPosts;
  sheet.gateGuards = Math.ceil(of.gates * model.guardsPerGate);
  sheet.patrol = model.patrolPairM2 > 0 ? 2 * Math.floor(of.floorAreaM2 / model.patrolPairM2) : 0;
  sheet.cleaners = posts(of.floorAreaM2, model.cleanM2);
  sheet.fixers = model.repairOnCall ? 0 : posts(of.workloadM2, model.fixM2);
  sheet.service = posts(of.households, model.serviceHouseholds);
  sheet.managers = managerPosts(of.floorAreaM2, model.managerM2);
  sheet.total =
    sheet.controlRoom +
    sheet.gateGuards +
    sheet.patrol +
    sheet.cleaners +
    sheet.fixers +
    sheet.service +
    sheet.managers;
}

/** Yearly loaded wages of these posts, whole yuan. */
export function wagesYuan(staff: Staff, model: CostModel): number {
  return Math.round(
    (staff.controlRoom + staff.gateGuards + staff.patrol) * model.guardYuan +
      staff.cleaners * model.cleanerYuan +
      staff.fixers * model.fixerYuan +
      staff.service * model.serviceYuan +
      staff.managers * model.managerYuan,
  );
}
