import type { IssueLog } from "./issue-log.ts";
import type { LedgerField } from "./world.ts";

/** Ledger fields read by this version, by their canonical name (as in `--map-field`). */
export type ColumnField =
  | "compound_id"
  | "name"
  | "community_code"
  | "community"
  | "street"
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
  | "fund_balance";

/**
 * Headers that name a field, best first, as they look after {@link normalizeHeader}. Chinese ones
 * are those met in bureau ledgers.
 */
const ALIASES: Readonly<Record<ColumnField, readonly string[]>> = {
  compound_id: [
    "compound_id",
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
    "development",
    "estate",
  ],
  community_code: [
    "community_code",
    "社区代码",
    "社区编码",
    "统计用区划代码",
    "行政区划代码",
    "区划代码",
    "村级代码",
  ],
  community: ["community", "社区", "所属社区", "社区名称", "所在社区", "居委会", "community_name"],
  street: ["street", "街道", "所属街道", "镇", "乡镇街道", "办事处", "subdistrict"],
  mgmt_mode: ["mgmt_mode", "管理方式", "物业管理方式", "管理模式", "有无物业"],
  company: ["company", "物业公司", "物业服务企业", "服务企业", "物业企业"],
  anchor: ["anchor", "牵头小区", "骨干小区"],
  households: ["households", "户数", "总户数", "住户数", "居民户数", "套数"],
  floor_area: ["floor_area", "建筑面积", "总建筑面积", "住宅建筑面积", "面积"],
  built_year: [
    "built_year",
    "建成年代",
    "建成年份",
    "建成时间",
    "竣工年份",
    "建造年代",
    "年代",
    "year_built",
  ],
  buildings: ["buildings", "楼栋数", "栋数", "幢数", "楼幢", "住宅楼栋"],
  parking: ["parking", "停车位", "车位数", "停车位数", "机动车位", "停车泊位", "parking_spaces"],
  cars: ["cars", "机动车数", "车辆数", "私家车"],
  gates: ["gates", "出入口", "出入口数量", "大门数", "出入口数"],
  lifts: ["lifts", "电梯数", "电梯"],
  fee: ["fee", "物业费", "物业费标准", "收费标准", "服务费单价"],
  collection: ["collection", "收缴率", "收费率", "缴费率", "collection_rate"],
  fund_balance: [
    "fund_balance",
    "维修资金余额",
    "专项维修资金余额",
    "专项维修资金",
    "维修基金",
    "公共维修金",
  ],
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

/** A header taken apart: `建筑面积（万㎡）` → key `建筑面积`, unit `万m2`. */
export interface Header {
  readonly key: string;
  readonly unit: string;
}

/** Header after NFKC, without blanks, brackets (kept as the unit) and trailing units. */
export function normalizeHeader(header: string): Header {
  const text = header.slice(0, 120).normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  const bracket = /[([{【〔《]([^)\]}】〕》]*)[)\]}】〕》]/.exec(text);
  const bare = text.replace(/[([{【〔《][^)\]}】〕》]*[)\]}】〕》]?/g, "");
  const trailing = /(?:_m2|_sqm|万?(?:m2|平方米|平米)|万?元|%)$/.exec(bare);
  const cut = trailing && trailing.index > 0 ? bare.slice(0, trailing.index) : bare;
  return { key: cut, unit: bracket?.[1] ?? trailing?.[0] ?? "" };
}

/**
 * Headers of personal data (rule R-60: names, id numbers, telephones and rooms of owners are refused).
 * `门牌号` and `姓名`-free addresses stay.
 */
const PERSONAL =
  /身份证|证件号|手机|电话|联系方式|联系人|姓名|户主|房号|房间号|业主$|^(?:(?:.*_)?(?:phone|mobile|telephone|tel|email|id_?card|owner_?name|room_?(?:no|number)?)(?:_.*)?)$/;

/** True when a header announces personal data. */
export function isPersonalHeader(header: string): boolean {
  return PERSONAL.test(normalizeHeader(header).key);
}

/** One column of a file chosen for a field. */
export interface Column {
  readonly header: string;
  readonly unit: string;
}

/** Which column of one file carries which field. */
export type Columns = ReadonlyMap<ColumnField, Column>;

/** Fields given by hand. */
export interface FieldMap {
  /** canonical name → header */
  readonly wanted: ReadonlyMap<ColumnField, string>;
  /** fields whose header was met in some file */
  readonly found: Set<ColumnField>;
}

/** Reads the caller's field map; names that are no ledger field become issues. */
export function readFieldMap(fieldMap: Readonly<Record<string, string>>, log: IssueLog): FieldMap {
  const wanted = new Map<ColumnField, string>();
  for (const [field, header] of Object.entries(fieldMap)) {
    const match = COLUMN_FIELDS.find((one) => one === field.trim().toLowerCase());
    if (match) wanted.set(match, header);
    else {
      const args = { field: field.slice(0, 60), known: COLUMN_FIELDS.join(", ") };
      log.add("warning", "map-field-unknown", { args });
    }
  }
  return { wanted, found: new Set() };
}

/** Says which mapped columns no file had. */
export function reportUnfound({ wanted, found }: FieldMap, log: IssueLog): void {
  for (const [field, column] of wanted) {
    if (!found.has(field)) log.add("warning", "map-field-missing", { args: { field, column } });
  }
}

function headersByKey(headers: readonly string[]): Map<string, Column[]> {
  const byKey = new Map<string, Column[]>();
  for (const header of [...headers].sort()) {
    const { key, unit } = normalizeHeader(header);
    const list = byKey.get(key);
    if (list) list.push({ header, unit });
    else byKey.set(key, [{ header, unit }]);
  }
  return byKey;
}

/** `id` and `序号` only stand in for a real identifier; other columns beside it mean nothing. */
const WEAK_ALIASES: ReadonlySet<string> = new Set(["id", "序号", "面积", "名称", "小区", "镇"]);

/**
 * Chooses a column for every field of a file: the caller's map first, then the best alias. Several
 * candidates for one field become an issue.
 */
export function matchColumns(
  headers: readonly string[],
  { source, fieldMap }: { source: string; fieldMap: FieldMap | null },
  log: IssueLog,
): Columns {
  const columns = new Map<ColumnField, Column>();
  const byKey = headersByKey(headers);
  for (const field of COLUMN_FIELDS) {
    const mapped = fieldMap?.wanted.get(field);
    if (mapped !== undefined && headers.includes(mapped)) {
      columns.set(field, { header: mapped, unit: normalizeHeader(mapped).unit });
      fieldMap?.found.add(field);
      continue;
    }
    const strong = ALIASES[field].filter((alias) => !WEAK_ALIASES.has(alias));
    const found = strong.flatMap((alias) => byKey.get(alias) ?? []);
    const weak = ALIASES[field].flatMap((alias) => byKey.get(alias) ?? []);
    const chosen = found[0] ?? weak[0];
    if (chosen === undefined) continue;
    columns.set(field, chosen);
    if (found.length < 2) continue;
    const others = found.slice(1).map(({ header }) => header);
    const args = { field, column: chosen.header, others: others.join("”、“") };
    log.add("info", "column-ambiguous", { source, args });
  }
  return columns;
}
