import {
  COUNT,
  type FigureKey,
  type FigureRow,
  HOUSEHOLDS,
  M,
  M2,
  PERSONS,
  SHARE,
  SPACES,
  YEARS,
  YUAN_ONCE,
} from "./figure.ts";

const SIZE = {
  compounds: {
    name: ["小区数", "Compounds"],
    unit: COUNT,
    how: ["成员小区计数", "count of members"],
  },
  households: {
    name: ["户数", "Households"],
    unit: HOUSEHOLDS,
    how: ["Σ 户数", "Σ households"],
    of: ["households"],
  },
  floorAreaM2: {
    name: ["建筑面积", "Floor area"],
    unit: M2,
    how: ["Σ 建筑面积", "Σ floor area"],
    of: ["floorAreaM2"],
  },
  workloadM2: {
    name: ["维修工作量（折合面积）", "Repair workload, as floor area"],
    unit: M2,
    how: [
      "Σ［建筑面积 ×（1 + 楼龄附加）+ 电梯 × 折合面积］",
      "Σ [floor area × (1 + for age) + lifts × area each counts as]",
    ],
    by: ["age_load", "lift_load", "reference_year"],
    of: ["floorAreaM2", "lifts", "builtYear"],
  },
  spanM: {
    name: ["跨度", "Span"],
    unit: M,
    how: ["成员中心最远距离", "greatest distance between members' centroids"],
  },
  responseM: {
    name: ["响应距离", "Response distance"],
    unit: M,
    how: [
      "服务点（最近户数中心的小区）到最远成员的直线距离",
      "straight line from the service point, the member nearest to the households' centre, to the farthest",
    ],
    of: ["households"],
  },
  defaultedShare: {
    name: ["默认值占比", "Share of defaults"],
    unit: SHARE,
    how: ["按户数加权的默认填充比例", "households-weighted share of defaulted figures"],
  },
} as const satisfies Partial<Record<FigureKey, FigureRow>>;

const POSTS = {
  postControlRoom: {
    name: ["监控值守", "Control room"],
    unit: PERSONS,
    how: [
      "每片区一处，24 小时一岗（基本级；标准级由主门岗兼）",
      "one per district, one 24-h post (basic; at standard the main gate doubles)",
    ],
    by: ["control_room", "service_level"],
  },
  postGateGuards: {
    name: ["门岗", "Gate guards"],
    unit: PERSONS,
    how: ["⌈保留出入口 × 每岗人数⌉（标准级）", "⌈gates kept × persons per post⌉ (standard level)"],
    from: ["gatesAfter"],
    by: ["guard_per_gate_24h", "service_level"],
  },
  postPatrol: {
    name: ["巡逻", "Patrol"],
    unit: PERSONS,
    how: [
      "2 × ⌊建筑面积 ÷ 每组面积⌋（基本、标准）",
      "2 × ⌊floor area ÷ area per pair⌋ (basic, standard)",
    ],
    from: ["floorAreaM2"],
    by: ["patrol_pair_area", "service_level"],
  },
  postCleaners: {
    name: ["保洁", "Cleaners"],
    unit: PERSONS,
    how: ["⌈建筑面积 ÷ 每人面积⌉，按服务等级", "⌈floor area ÷ area each⌉, by service level"],
    from: ["floorAreaM2"],
    by: ["clean_area", "clean_area_floor", "clean_area_standard", "service_level"],
  },
  postFixers: {
    name: ["维修", "Maintenance"],
    unit: PERSONS,
    how: [
      "⌈维修工作量 ÷ 每人工作量⌉（托底按次请修，不设岗）",
      "⌈repair workload ÷ workload each⌉ (called in without a post at the minimum level)",
    ],
    from: ["workloadM2"],
    by: ["fix_area", "fix_area_standard", "service_level"],
  },
  postService: {
    name: ["客服", "Customer service"],
    unit: PERSONS,
    how: ["⌈户数 ÷ 每人户数⌉（基本、标准）", "⌈households ÷ households each⌉ (basic, standard)"],
    from: ["households"],
    by: ["cs_hh", "cs_hh_standard", "service_level"],
  },
  postManagers: {
    name: ["项目经理", "Managers"],
    unit: PERSONS,
    how: [
      "建筑面积 ÷ 每人面积取整，至少 1；不足四分之一由客服兼（基本、标准）",
      "floor area ÷ area each, rounded, at least 1; below a quarter the service person doubles (basic, standard)",
    ],
    from: ["floorAreaM2"],
    by: ["mgr_area", "service_level"],
  },
  staffTotal: {
    name: ["岗位人数", "Staff"],
    unit: PERSONS,
    how: ["以上各岗之和", "sum of the posts"],
    from: [
      "postControlRoom",
      "postGateGuards",
      "postPatrol",
      "postCleaners",
      "postFixers",
      "postService",
      "postManagers",
    ],
  },
  staffAlone: {
    name: ["各自单独配置的岗位", "Staff if each stood alone"],
    unit: PERSONS,
    how: ["Σ 各小区单独成片的岗位", "Σ posts of each compound as its own district"],
  },
} as const satisfies Partial<Record<FigureKey, FigureRow>>;

const PARKING = {
  parkingDemand: {
    name: ["夜间停车需求", "Parking demand at night"],
    unit: SPACES,
    how: ["Σ 机动车 × 夜间在位率", "Σ cars × share there at night"],
    by: ["peak_resid_night"],
    of: ["cars"],
  },
  parkingDemandDay: {
    name: ["日间停车需求", "Parking demand by day"],
    unit: SPACES,
    how: ["Σ 机动车 × 日间在位率", "Σ cars × share there by day"],
    by: ["peak_resid_day"],
    of: ["cars"],
  },
  parkingSupply: {
    name: ["可用车位", "Parking supply"],
    unit: SPACES,
    how: ["Σ 车位 − 访客预留", "Σ spaces − visitors' reserve"],
    by: ["visitor_share"],
    of: ["parkingSpaces"],
  },
  spacesGained: {
    name: ["拆墙新增车位", "Spaces gained from walls"],
    unit: SPACES,
    how: [
      "⌊Σ(拆墙长度 − 消防车道) × 释放面积 × 可停比例 ÷ 每车位面积⌋",
      "⌊Σ(wall opened − fire lane) × area released × usable part ÷ area of a space⌋",
    ],
    from: ["wallOpenedM"],
    by: ["fire_lane", "wall_gain", "gain_usable", "m2_space_surface"],
  },
  spacesBorrowed: {
    name: ["夜间借用单位车位", "Office spaces borrowed at night"],
    unit: SPACES,
    how: ["⌊协议车位 ×（1 − 夜间占用）⌋", "⌊agreed spaces × (1 − taken at night)⌋"],
    by: ["office_spaces", "peak_office_night"],
  },
  parkingShortage: {
    name: ["停车缺口（共享后）", "Parking shortage, shared"],
    unit: SPACES,
    how: [
      "max(0, 夜间需求 − 可用 − 新增 − 借用)",
      "max(0, demand at night − supply − gained − borrowed)",
    ],
    from: ["parkingDemand", "parkingSupply", "spacesGained", "spacesBorrowed"],
  },
  parkingShortageAlone: {
    name: ["停车缺口（各自）", "Parking shortage, each alone"],
    unit: SPACES,
    how: ["Σ max(0, 夜间需求 − 可用)", "Σ max(0, demand at night − supply)"],
    by: ["peak_resid_night", "visitor_share"],
    of: ["cars", "parkingSpaces"],
  },
  parkingFreeByDay: {
    name: ["日间可开放车位", "Spaces free by day"],
    unit: SPACES,
    how: ["max(0, 可用 + 新增 − 日间需求)", "max(0, supply + gained − demand by day)"],
    from: ["parkingSupply", "spacesGained", "parkingDemandDay"],
  },
} as const satisfies Partial<Record<FigureKey, FigureRow>>;

const SECURITY = {
  gatesBefore: {
    name: ["现有出入口", "Gates today"],
    unit: COUNT,
    how: ["Σ 出入口", "Σ gates"],
    of: ["gates"],
  },
  gatesAfter: {
    name: ["保留出入口", "Gates kept"],
    unit: COUNT,
    how: ["现有 − 拆墙处数，至少 2 处", "today − walls opened, at least 2"],
    from: ["gatesBefore", "wallOpenedM"],
  },
  cameras: {
    name: ["监控点", "Cameras"],
    unit: COUNT,
    how: ["⌈建筑面积 ÷ 每点面积⌉（基本、标准）", "⌈floor area ÷ area each⌉ (basic, standard)"],
    from: ["floorAreaM2"],
    by: ["cctv_area"],
  },
  wallOpenedM: {
    name: ["拆除围墙", "Walls opened"],
    unit: M,
    how: ["共墙邻接的最小生成森林", "minimum spanning forest of shared walls"],
  },
  perimeterBeforeM: {
    name: ["现有围界", "Perimeter today"],
    unit: M,
    how: ["Σ 各小区外边界", "Σ outer boundaries"],
  },
  perimeterAfterM: {
    name: ["拆墙后围界", "Perimeter after"],
    unit: M,
    how: ["现有围界 − 2 × 拆除围墙", "today − 2 × walls opened"],
    from: ["perimeterBeforeM", "wallOpenedM"],
  },
} as const satisfies Partial<Record<FigureKey, FigureRow>>;

const WORKS = {
  wallWorksYuan: {
    name: ["拆墙工程", "Wall works"],
    unit: YUAN_ONCE,
    how: ["拆墙长度 × 单价", "metres opened × cost"],
    from: ["wallOpenedM"],
    by: ["wall_remove"],
  },
  gateWorksYuan: {
    name: ["出入口设备", "Gate works"],
    unit: YUAN_ONCE,
    how: ["保留出入口 ×（道闸 + 门禁）", "gates kept × (barrier + access gate)"],
    from: ["gatesAfter"],
    by: ["gate_vehicle", "gate_ped"],
  },
  roomWorksYuan: {
    name: ["监控室建设", "Control room works"],
    unit: YUAN_ONCE,
    how: ["每片区一处（基本、标准）", "one per district (basic, standard)"],
    by: ["control_room_capex"],
  },
  cameraWorksYuan: {
    name: ["监控点建设", "Camera works"],
    unit: YUAN_ONCE,
    how: ["监控点 × 单价", "cameras × cost"],
    from: ["cameras"],
    by: ["cctv_point"],
  },
  spaceWorksYuan: {
    name: ["车位与车道工程", "Space and lane works"],
    unit: YUAN_ONCE,
    how: ["新增车位 × 单价", "spaces gained × cost"],
    from: ["spacesGained"],
    by: ["space_works"],
  },
  worksYuan: {
    name: ["一次性工程合计", "One-off works"],
    unit: YUAN_ONCE,
    how: ["以上工程之和", "sum of the works"],
    from: ["wallWorksYuan", "gateWorksYuan", "roomWorksYuan", "cameraWorksYuan", "spaceWorksYuan"],
  },
  paybackYears: {
    name: ["回收年限", "Payback"],
    unit: YEARS,
    how: [
      "一次性工程 ÷ 比各自单独购买的年节省，最多 99",
      "one-off works ÷ yearly saving against buying alone; at most 99",
    ],
    from: ["worksYuan", "savingYuan"],
  },
} as const satisfies Partial<Record<FigureKey, FigureRow>>;

/** Every figure that is no money of a ledger: size, posts, parking, security, works. */
export const RESOURCES = { ...SIZE, ...POSTS, ...PARKING, ...SECURITY, ...WORKS };
