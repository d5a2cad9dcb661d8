import type { AssumptionValues } from "./defaults.ts";
import { type ServiceLevel, serviceLevelOf } from "./service-level.ts";

/**
 * The assumptions as the cost of a district uses them: one service level chosen, wages scaled to the
 * region, one-off works as yearly shares. Money in yuan a year unless the name says otherwise.
 */
export interface CostModel {
  readonly level: ServiceLevel;
  readonly controlRoomPosts: number;
  readonly guardsPerGate: number;
  /** 0: no patrol */
  readonly patrolPairM2: number;
  readonly cleanM2: number;
  readonly fixM2: number;
  /** repair is called in and paid by workload; no post */
  readonly repairOnCall: boolean;
  /** 0: no service post */
  readonly serviceHouseholds: number;
  readonly managerM2: number;
  readonly guardYuan: number;
  readonly cleanerYuan: number;
  readonly fixerYuan: number;
  readonly serviceYuan: number;
  readonly managerYuan: number;
  readonly officeYuan: number;
  readonly gateYuan: number;
  readonly overhead: number;
  readonly margin: number;
  readonly vat: number;
  /** one-off, yuan per metre */
  readonly wallYuanPerM: number;
  /** one-off, yuan per gate */
  readonly gateWorksYuan: number;
  /** one-off, yuan */
  readonly roomWorksYuan: number;
  /** 0: no cameras */
  readonly cameraM2: number;
  /** one-off, yuan per camera */
  readonly cameraYuan: number;
  /** one-off, yuan per space */
  readonly spaceYuan: number;
  readonly worksYears: number;
  /** spaces per usable metre of opened wall */
  readonly spacesPerM: number;
  readonly fireLaneM: number;
  readonly letYuan: number;
  readonly visitorYuan: number;
  readonly travel: number;
  readonly freeSpanM: number;
  readonly spanLoss: number;
  readonly freeHouseholds: number;
  readonly sizeLoss: number;
}

type LevelPart = Pick<
  CostModel,
  | "controlRoomPosts"
  | "guardsPerGate"
  | "patrolPairM2"
  | "cleanM2"
  | "fixM2"
  | "repairOnCall"
  | "serviceHouseholds"
  | "managerM2"
  | "officeYuan"
  | "gateYuan"
  | "margin"
  | "gateWorksYuan"
  | "roomWorksYuan"
  | "cameraM2"
>;

/** Equipment and overhead that both managed levels have in common. */
function managed(v: AssumptionValues) {
  return {
    patrolPairM2: v.patrol_pair_area,
    repairOnCall: false,
    managerM2: v.mgr_area,
    officeYuan: v.office_fixed,
    gateYuan: v.smart_opex,
    margin: v.firm_margin,
    gateWorksYuan: v.gate_vehicle + v.gate_ped,
    roomWorksYuan: v.control_room_capex,
    cameraM2: v.cctv_area,
  };
}

/** What each service level asks for. The main gate of the standard level doubles as control room. */
const LEVELS: Readonly<Record<ServiceLevel, (v: AssumptionValues) => LevelPart>> = {
  floor: (v) => ({
    controlRoomPosts: 0,
    guardsPerGate: 0,
    patrolPairM2: 0,
    cleanM2: v.clean_area_floor,
    fixM2: v.fix_area_floor,
    repairOnCall: true,
    serviceHouseholds: 0,
    managerM2: 0,
    officeYuan: v.office_fixed_floor,
    gateYuan: 0,
    margin: 0,
    gateWorksYuan: 0,
    roomWorksYuan: 0,
    cameraM2: 0,
  }),
  basic: (v) => ({
    ...managed(v),
    controlRoomPosts: Math.ceil(v.control_room),
    guardsPerGate: 0,
    cleanM2: v.clean_area,
    fixM2: v.fix_area,
    serviceHouseholds: v.cs_hh,
  }),
  standard: (v) => ({
    ...managed(v),
    controlRoomPosts: 0,
    guardsPerGate: v.guard_per_gate_24h,
    cleanM2: v.clean_area_standard,
    fixM2: v.fix_area_standard,
    serviceHouseholds: v.cs_hh_standard,
  }),
};

/** The cost model of one set of values. */
export function createCostModel(v: AssumptionValues): CostModel {
  const level = serviceLevelOf(v.service_level);
  const spaceM2 = v.m2_space_surface;
  return {
    level,
    ...LEVELS[level](v),
    guardYuan: v.w_guard * v.wage_region,
    cleanerYuan: v.w_clean * v.wage_region,
    fixerYuan: v.w_fix * v.wage_region,
    serviceYuan: v.w_cs * v.wage_region,
    managerYuan: v.w_mgr * v.wage_region,
    overhead: v.overhead,
    vat: v.vat,
    wallYuanPerM: v.wall_remove,
    cameraYuan: v.cctv_point,
    spaceYuan: v.space_works,
    worksYears: Math.max(1, v.works_life),
    spacesPerM: spaceM2 > 0 ? (v.wall_gain * v.gain_usable) / spaceM2 : 0,
    fireLaneM: v.fire_lane,
    letYuan: v.park_fee * v.park_collect * 12,
    visitorYuan: v.temp_rev * 12,
    travel: v.travel,
    freeSpanM: v.span_free,
    spanLoss: v.span_loss,
    freeHouseholds: v.diseconomy,
    sizeLoss: v.size_loss,
  };
}
