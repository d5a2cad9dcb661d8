import { FEE, type FigureKey, type FigureRow, SHARE, YUAN } from "./figure.ts";

/** Owners' ledger: what comes in. */
const INCOME = {
  feeReceivableYuan: {
    name: ["物业费应收", "Fees due"],
    unit: YUAN,
    how: [
      "Σ 建筑面积 × max(划片后物业费, 现行物业费) × 12 ×（1 − 空置率 ×（1 − 空置交费比例））",
      "Σ floor area × max(planned fee, present fee) × 12 × (1 − empty share × (1 − part they pay))",
    ],
    by: ["fee_plan", "vacant_rate", "vacant_fee"],
    of: ["floorAreaM2", "feeYuanPerM2Month"],
  },
  feeIncomeYuan: {
    name: ["物业费收入", "Fee income"],
    unit: YUAN,
    how: ["物业费应收 × 收缴率", "fees due × collection rate"],
    from: ["feeReceivableYuan"],
    by: ["coll_plan"],
  },
  parkingIncomeYuan: {
    name: ["停车收入", "Parking income"],
    unit: YUAN,
    how: [
      "Σ［min(可用车位, 夜间车辆) × 月费 × 收缴率 + 车位 × 临停］× 12",
      "Σ [min(spaces, cars at night) × monthly fee × collected share + spaces × visitors] × 12",
    ],
    by: ["park_fee", "park_collect", "temp_rev", "visitor_share", "peak_resid_night"],
    of: ["parkingSpaces", "cars"],
  },
  sharedParkingYuan: {
    name: ["共享与新增车位收入", "Income from shared and new spaces"],
    unit: YUAN,
    how: [
      "［min(Σ 可用车位 + 新增, Σ 夜间车辆) − 各自出租］× 月费 × 收缴率 × 12 + 新增 × 临停 × 12",
      "[min(Σ spaces + gained, Σ cars at night) − let alone] × fee × collected share × 12 + gained × visitors × 12",
    ],
    from: ["parkingSupply", "parkingDemand", "spacesGained"],
    by: ["park_fee", "park_collect", "temp_rev"],
  },
  otherIncomeYuan: {
    name: ["其他公共收益", "Other public revenue"],
    unit: YUAN,
    how: ["Σ 户数 × 每户收益 × 归业主比例", "Σ households × revenue each × owners' part"],
    by: ["other_rev", "pub_rev_share"],
    of: ["households"],
  },
  incomeYuan: {
    name: ["收入合计", "Income"],
    unit: YUAN,
    how: [
      "物业费 + 停车 + 共享车位 + 其他公共收益",
      "fees + parking + shared parking + other public revenue",
    ],
    from: ["feeIncomeYuan", "parkingIncomeYuan", "sharedParkingYuan", "otherIncomeYuan"],
  },
} as const satisfies Partial<Record<FigureKey, FigureRow>>;

/** Owners' ledger: what it costs to run. */
const COST = {
  wagesYuan: {
    name: ["人工成本", "Wages"],
    unit: YUAN,
    how: ["Σ 岗位 × 年人工成本 × 地区系数", "Σ posts × yearly cost × regional factor"],
    from: [
      "postControlRoom",
      "postGateGuards",
      "postPatrol",
      "postCleaners",
      "postFixers",
      "postService",
      "postManagers",
    ],
    by: ["w_guard", "w_clean", "w_fix", "w_cs", "w_mgr", "wage_region"],
  },
  onCallYuan: {
    name: ["请修费用（托底）", "Repair called in (minimum level)"],
    unit: YUAN,
    how: [
      "维修工作量 ÷ 每人工作量 × 维修工年成本 × 地区系数",
      "repair workload ÷ workload per worker × yearly cost × regional factor",
    ],
    from: ["workloadM2"],
    by: ["fix_area_floor", "w_fix", "wage_region", "service_level"],
  },
  materialYuan: {
    name: ["物料与公共水电", "Materials and power"],
    unit: YUAN,
    how: ["Σ 建筑面积 × 单价", "Σ floor area × rate"],
    by: ["material"],
    of: ["floorAreaM2"],
  },
  officeYuan: {
    name: ["办公固定费用", "Office"],
    unit: YUAN,
    how: ["每片区一份，按服务等级", "once per district, by service level"],
    by: ["office_fixed", "office_fixed_floor", "service_level"],
  },
  gatesYuan: {
    name: ["出入口年费", "Gates"],
    unit: YUAN,
    how: ["保留出入口 × 年费（含折旧）", "gates kept × yearly cost, depreciation included"],
    from: ["gatesAfter"],
    by: ["smart_opex"],
  },
  overheadYuan: {
    name: ["企业管理费", "Overhead"],
    unit: YUAN,
    how: ["直接成本 × 比例", "direct cost × share"],
    from: ["wagesYuan", "onCallYuan", "materialYuan", "officeYuan", "gatesYuan"],
    by: ["overhead"],
  },
  marginYuan: {
    name: ["企业利润", "Margin"],
    unit: YUAN,
    how: ["直接成本 × 比例（托底不计）", "direct cost × share (none at the minimum level)"],
    from: ["wagesYuan", "materialYuan", "officeYuan", "gatesYuan"],
    by: ["firm_margin"],
  },
  taxYuan: {
    name: ["税费", "Tax"],
    unit: YUAN,
    how: ["Σ 各小区物业费收入 × 税率", "Σ members' fee income × rate"],
    from: ["feeIncomeYuan"],
    by: ["vat"],
  },
  wallsYuan: {
    name: ["拆墙年分摊", "Walls, yearly share"],
    unit: YUAN,
    how: ["拆墙长度 × 单价 ÷ 分摊年限", "metres opened × cost ÷ years"],
    from: ["wallOpenedM"],
    by: ["wall_remove", "works_life"],
  },
  roomYuan: {
    name: ["监控室年分摊", "Control room, yearly share"],
    unit: YUAN,
    how: ["监控室建设 ÷ 分摊年限", "fit-out ÷ years"],
    from: ["roomWorksYuan"],
    by: ["works_life"],
  },
  camerasYuan: {
    name: ["监控点年分摊", "Cameras, yearly share"],
    unit: YUAN,
    how: ["监控点 × 单价 ÷ 分摊年限", "cameras × cost ÷ years"],
    from: ["cameraWorksYuan"],
    by: ["works_life"],
  },
  spacesYuan: {
    name: ["新增车位年分摊", "New spaces, yearly share"],
    unit: YUAN,
    how: ["新增车位 × 单价 ÷ 分摊年限", "spaces gained × cost ÷ years"],
    from: ["spaceWorksYuan"],
    by: ["works_life"],
  },
  spanPenaltyYuan: {
    name: ["分散与跨度损失", "Spread penalty"],
    unit: YUAN,
    how: [
      "人工 ×［多出院落 × 比例 + 超距每 100 m × 比例］；院落 = 小区 − 拆墙处",
      "wages × [extra sites × share + per 100 m beyond the free span × share]; sites = members − walls opened",
    ],
    from: ["wagesYuan", "onCallYuan", "compounds", "spanM"],
    by: ["travel", "span_free", "span_loss"],
  },
  sizePenaltyYuan: {
    name: ["规模过大损失", "Size penalty"],
    unit: YUAN,
    how: [
      "人工 × 超出门槛每 100 户 × 比例",
      "wages × share per 100 households beyond the threshold",
    ],
    from: ["wagesYuan", "onCallYuan", "households"],
    by: ["diseconomy", "size_loss"],
  },
  costYuan: {
    name: ["成本合计", "Cost"],
    unit: YUAN,
    how: ["以上成本之和", "sum of the cost lines"],
    from: [
      "wagesYuan",
      "onCallYuan",
      "materialYuan",
      "officeYuan",
      "gatesYuan",
      "overheadYuan",
      "marginYuan",
      "taxYuan",
      "wallsYuan",
      "roomYuan",
      "camerasYuan",
      "spacesYuan",
      "spanPenaltyYuan",
      "sizePenaltyYuan",
    ],
  },
} as const satisfies Partial<Record<FigureKey, FigureRow>>;

/** Owners' ledger: what is left, and against what it is held. */
const RESULT = {
  netCostYuan: {
    name: ["年净成本", "Net cost"],
    unit: YUAN,
    how: ["成本 − 收入", "cost − income"],
    from: ["costYuan", "incomeYuan"],
  },
  netCostYuanPerM2Month: {
    name: ["单位净成本", "Net cost per m²"],
    unit: FEE,
    how: ["年净成本 ÷ 建筑面积 ÷ 12", "net cost ÷ floor area ÷ 12"],
    from: ["netCostYuan", "floorAreaM2"],
  },
  breakEvenFeeYuanPerM2Month: {
    name: ["保本物业费", "Break-even fee"],
    unit: FEE,
    how: [
      "使收入等于成本的统一物业费（含税），收缴率与空置不变",
      "one fee at which income meets cost, tax included, collection and empty homes unchanged",
    ],
    from: ["costYuan", "incomeYuan", "feeIncomeYuan", "feeReceivableYuan", "taxYuan"],
    by: ["coll_plan", "vat"],
  },
  breakEvenCollectionShare: {
    name: ["保本收缴率", "Break-even collection rate"],
    unit: SHARE,
    how: [
      "使收入等于成本的统一收缴率；超过 100 % 即收费不足以保本",
      "one collection rate at which income meets cost; above 100 % fees alone cannot",
    ],
    from: ["costYuan", "incomeYuan", "feeIncomeYuan", "feeReceivableYuan", "taxYuan"],
    by: ["vat"],
  },
  breakEvenSubsidyYuanPerM2Month: {
    name: ["保本补贴", "Break-even subsidy"],
    unit: FEE,
    how: ["max(0, 年净成本) ÷ 建筑面积 ÷ 12", "max(0, net cost) ÷ floor area ÷ 12"],
    from: ["netCostYuan", "floorAreaM2"],
  },
  statusQuoIncomeYuan: {
    name: ["现状收费", "Collected today"],
    unit: YUAN,
    how: [
      "Σ 建筑面积 × 现行物业费 × 12 × 现行收缴率",
      "Σ floor area × present fee × 12 × present collection rate",
    ],
    of: ["floorAreaM2", "feeYuanPerM2Month", "collectionRate"],
  },
  aloneCostYuan: {
    name: ["各自单独购买同等服务的成本", "Same service bought alone, cost"],
    unit: YUAN,
    how: ["Σ 各小区单独成片的成本", "Σ cost of each compound as its own district"],
  },
  aloneNetCostYuan: {
    name: ["各自单独购买同等服务的净成本", "Same service bought alone, net cost"],
    unit: YUAN,
    how: ["Σ 各小区单独成片的净成本", "Σ net cost of each compound as its own district"],
  },
  savingYuan: {
    name: ["比各自单独购买节省", "Saving against buying alone"],
    unit: YUAN,
    how: ["各自单独购买的成本 − 成本", "cost bought alone − cost"],
    from: ["aloneCostYuan", "costYuan"],
  },
  scaleSavingShare: {
    name: ["规模经济核对：应省比例", "Check from above: saving by scale"],
    unit: SHARE,
    how: [
      "1 −（Σ 面积 + F）÷（Σ 面积 + n·F），F 为固定成本折合面积；不含出入口合并",
      "1 − (ΣA + F) ÷ (ΣA + n·F), F the fixed cost as floor area; closing gates not included",
    ],
    by: ["scale_F"],
    of: ["floorAreaM2"],
  },
} as const satisfies Partial<Record<FigureKey, FigureRow>>;

/** Every figure of the owners' ledger. */
export const OWNERS = { ...INCOME, ...COST, ...RESULT };
