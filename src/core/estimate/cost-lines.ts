import type { AssumptionValues } from "./defaults.ts";
import { staffDistrict, wagesYuan } from "./staffing.ts";

/** Everything of a district that depends on its members only through sums, span and walls. */
export interface DistrictTotals {
  compounds: number;
  households: number;
  floorAreaM2: number;
  incomeYuan: number;
  materialYuan: number;
  taxYuan: number;
  gatesBefore: number;
  wallM: number;
  wallsOpened: number;
  spanM: number;
}

/** Two exits always stay; beyond that each opened wall closes one gate. */
function gatesAfter(before: number, opened: number): number {
  return Math.max(Math.min(before, 2), before - opened);
}

/** Cost lines of a district, whole yuan a year. DOMAIN §2.3, §3. */
export function costLines(t: DistrictTotals, values: AssumptionValues) {
  const staff = staffDistrict(t.households, t.floorAreaM2, values);
  const wages = wagesYuan(staff, values);
  const gates = gatesAfter(t.gatesBefore, t.wallsOpened);
  const sites = t.compounds - t.wallsOpened;
  const spanBeyondM = Math.max(0, t.spanM - values.span_free);
  const householdsBeyond = Math.max(0, t.households - values.diseconomy);
  const gatesYuan = Math.round(gates * values.smart_opex);
  const officeYuan = Math.round(values.office_fixed);
  const directYuan = wages + t.materialYuan + officeYuan + gatesYuan;
  const lines = {
    wagesYuan: wages,
    materialYuan: t.materialYuan,
    officeYuan,
    gatesYuan,
    overheadYuan: Math.round(directYuan * values.overhead),
    marginYuan: Math.round(directYuan * values.firm_margin),
    taxYuan: t.taxYuan,
    wallsYuan: Math.round((t.wallM * values.wall_remove) / Math.max(1, values.works_life)),
    spanPenaltyYuan: Math.round(
      wages * (values.travel * (sites - 1) + (values.span_loss * spanBeyondM) / 100),
    ),
    sizePenaltyYuan: Math.round((wages * values.size_loss * householdsBeyond) / 100),
  };
  const costYuan = Object.values(lines).reduce((sum, line) => sum + line, 0);
  return { staff, gates, lines, costYuan };
}
