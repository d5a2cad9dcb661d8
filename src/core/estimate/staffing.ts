import type { AssumptionValues } from "./defaults.ts";
import type { Staff } from "./estimate.ts";

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

/** Whole posts of one district at service level 基本: one 24-h control room, patrol, cleaning, repair, service. */
export function staffDistrict(
  households: number,
  floorAreaM2: number,
  values: AssumptionValues,
): Staff {
  const controlRoom = Math.ceil(values.control_room);
  const pairs = values.patrol_pair_area > 0 ? Math.floor(floorAreaM2 / values.patrol_pair_area) : 0;
  const patrol = 2 * pairs;
  const cleaners = posts(floorAreaM2, values.clean_area);
  const fixers = posts(floorAreaM2, values.fix_area);
  const service = posts(households, values.cs_hh);
  const managers = managerPosts(floorAreaM2, values.mgr_area);
  const total = controlRoom + patrol + cleaners + fixers + service + managers;
  return { controlRoom, patrol, cleaners, fixers, service, managers, total };
}

/** Yearly loaded wages of these posts, whole yuan. */
export function wagesYuan(staff: Staff, values: AssumptionValues): number {
  const sum =
    (staff.controlRoom + staff.patrol) * values.w_guard +
    staff.cleaners * values.w_clean +
    staff.fixers * values.w_fix +
    staff.service * values.w_cs +
    staff.managers * values.w_mgr;
  return Math.round(sum * values.wage_region);
}
