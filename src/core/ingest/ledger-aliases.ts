import type { LedgerField } from "./ledger-values.ts";

/** Ledger fields read by this version, by their canonical name (as in `--map-field`). */
export type ColumnField =
  | "compound_id"
  | "name"
  | "community_code"
  | "community"
  | "street"
  | "street_community"
  | "mgmt_mode"
  | "company"
  | "anchor"
  | "households"
  | "floor_area"
  | "built_year"
  | "buildings"
  | "parking"
  | "cars"
  | "gates"
  | "lifts"
  | "fee"
  | "collection"
  | "fund_balance"
  | "alias"
  | "address"
  | "land_area"
  | "building"
  | "as_of"
  | "lon"
  | "lat"
  | "lonlat"
  | "wkt"
  | "class";

/** Headers of a column that names 街道 and 社区 in one, without what stands between them. */
const STREET_AND_COMMUNITY = [
  "街道社区",
  "社区街道",
  "镇社区",
  "社区镇",
  "镇街社区",
  "镇街道社区",
  "街道镇社区",
  "乡镇社区",
  "乡镇街道社区",
  "街道乡镇社区",
  "乡镇街道村社区",
  "街道乡镇社区村",
  "乡镇村",
  "街道居委会",
  "街道村居",
  "街道社区居委会",
  "街道办社区",
  "街道办事处社区",
] as const;

/**
 * Headers that name a field, best first, as they look after {@link normalizeHeader}. Chinese ones
 * are those met in bureau ledgers.
 */
export const ALIASES: Readonly<Record<ColumnField, readonly string[]>> = {
  compound_id: [
    "compound_id",
    "compoundid",
    "小区编号",
    "小区编码",
    "小区代码",
    "项目编号",
    "统一编码",
    "id",
    "序号",
  ],
  name: [
    "name",
    "小区名称",
    "住宅小区名称",
    "项目名称",
    "院落名称",
    "楼院名称",
    "家属院名称",
    "名称",
    "小区",
    "compound_name",
    "compound",
    "development",
    "estate",
  ],
  community_code: [
    "community_code",
    "comm_code",
    "社区代码",
    "社区编码",
    "统计用区划代码",
    "行政区划代码",
    "区划代码",
    "村级代码",
  ],
  community: [
    "community",
    "社区",
    "所属社区",
    "社区名称",
    "所在社区",
    "居委会",
    "村居",
    "所属居委会",
    "community_name",
  ],
  street: ["street", "街道", "所属街道", "镇", "乡镇街道", "办事处", "subdistrict"],
  street_community: [
    "street_community",
    ...STREET_AND_COMMUNITY.flatMap((name) => [name, `所属${name}`]),
  ],
  mgmt_mode: ["mgmt_mode", "管理方式", "物业管理方式", "管理模式", "有无物业"],
  company: ["company", "物业公司", "物业服务企业", "服务企业", "物业企业"],
  anchor: ["anchor", "牵头小区", "骨干小区"],
  households: [
    "households",
    "户数",
    "总户数",
    "住户数",
    "居民户数",
    "住宅户数",
    "现有户数",
    "套数",
    "住宅套数",
    "房屋套数",
  ],
  floor_area: ["floor_area", "floorarea", "建筑面积", "总建筑面积", "住宅建筑面积", "面积"],
  built_year: [
    "built_year",
    "建成年代",
    "建成年份",
    "建成时间",
    "建设年代",
    "建设年份",
    "建筑年代",
    "竣工时间",
    "竣工年份",
    "建造年代",
    "年代",
    "year_built",
    "built",
  ],
  buildings: [
    "buildings",
    "楼栋数",
    "栋数",
    "楼栋",
    "房屋栋数",
    "楼幢数",
    "楼房栋数",
    "幢数",
    "楼幢",
    "住宅楼栋",
  ],
  parking: ["parking", "停车位", "车位数", "停车位数", "机动车位", "停车泊位", "parking_spaces"],
  cars: ["cars", "机动车数", "车辆数", "私家车"],
  gates: ["gates", "出入口", "出入口数量", "大门数", "出入口数"],
  lifts: ["lifts", "电梯数", "电梯"],
  fee: ["fee", "物业费", "物业费标准", "收费标准", "服务费单价"],
  collection: ["collection", "收缴率", "收费率", "缴费率", "collection_rate"],
  fund_balance: [
    "fund_balance",
    "fund_bal",
    "维修资金余额",
    "专项维修资金余额",
    "专项维修资金",
    "维修基金",
    "公共维修金",
    "维修资金",
    "维修资金结余",
  ],
  alias: ["alias", "别名", "曾用名", "又名", "俗称", "其他名称"],
  address: ["address", "地址", "详细地址", "坐落", "坐落地址", "位置", "小区地址", "项目地址"],
  land_area: ["land_area", "占地面积", "用地面积", "土地面积", "宗地面积"],
  building: [
    "building",
    "building_no",
    "楼栋号",
    "幢号",
    "栋号",
    "楼号",
    "房屋编号",
    "楼栋名称",
    "楼栋编号",
  ],
  as_of: [
    "as_of",
    "统计日期",
    "统计时间",
    "统计年份",
    "统计年度",
    "数据日期",
    "数据年份",
    "截止日期",
    "截至日期",
    "填报日期",
    "填报时间",
    "更新日期",
    "更新时间",
    "年度",
    "年份",
  ],
  lon: ["lon", "lng", "longitude", "经度", "中心经度", "东经", "x坐标", "x", "point_x"],
  lat: ["lat", "latitude", "纬度", "中心纬度", "北纬", "y坐标", "y", "point_y"],
  lonlat: ["lonlat", "经纬度", "坐标", "中心点", "中心点坐标", "经纬度坐标", "位置坐标"],
  wkt: ["wkt", "geometry", "geom", "the_geom", "wkt_geom", "几何", "范围线", "红线", "边界"],
  // Class of a barrier; its headers stand with the classes, as they mean something else in ledgers.
  class: [],
};

export const COLUMN_FIELDS = Object.keys(ALIASES) as readonly ColumnField[];

/** The ledger quantities among the columns. */
export const QUANTITY_FIELDS: readonly (readonly [LedgerField, ColumnField])[] = [
  ["households", "households"],
  ["floorAreaM2", "floor_area"],
  ["builtYear", "built_year"],
  ["buildings", "buildings"],
  ["parkingSpaces", "parking"],
  ["cars", "cars"],
  ["gates", "gates"],
  ["lifts", "lifts"],
  ["feeYuanPerM2Month", "fee"],
  ["collectionRate", "collection"],
  ["fundBalanceYuan", "fund_balance"],
];

/** True when a sheet or folder is called after the 社区 whose compounds it holds. */
export function isCommunityName(name: string): boolean {
  return /(?:社区|居委会|村委会)$/.test(name);
}

/** Aliases so common that they only stand in where no better one is met. */
export const WEAK_ALIASES: ReadonlySet<string> = new Set([
  "截止日期",
  "截至日期",
  "更新日期",
  "更新时间",
  "年度",
  "年份",
  "id",
  "序号",
  "面积",
  "名称",
  "小区",
  "镇",
  "位置",
  "x",
  "y",
  "坐标",
  "边界",
  "geometry",
]);
