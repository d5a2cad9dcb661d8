import { describe, expect, it } from "vitest";
import { FIELD_WORDS } from "../../../src/core/base/field-words.ts";
import { describeIssue } from "../../../src/core/base/issue.ts";
import { createIssueLog } from "../../../src/core/ingest/issue-log.ts";
import { ALIASES, COLUMN_FIELDS } from "../../../src/core/ingest/ledger-aliases.ts";
import {
  isPersonalHeader,
  matchColumns,
  normalizeHeader,
  readFieldMap,
  reportUnfound,
} from "../../../src/core/ingest/ledger-columns.ts";

function match(headers: readonly string[], fieldMap: Record<string, string> = {}) {
  const log = createIssueLog();
  const map = readFieldMap(fieldMap, log);
  const columns = matchColumns(headers, { source: "a", fieldMap: map }, log);
  reportUnfound(map, log);
  return { columns, codes: log.list().map(({ code }) => code) };
}

describe("headers", () => {
  it.each([
    ["建筑面积（万㎡）", "建筑面积", "万m2"],
    ["建筑面积(㎡)", "建筑面积", "m2"],
    ["建筑面积万平方米", "建筑面积", "万平方米"],
    [" 户 数 ", "户数", ""],
    ["所属街道(镇)", "所属街道", "镇"],
    ["Floor_Area_m2", "floor_area", "_m2"],
    ["收缴率%", "收缴率", "%"],
  ])("[I20] %j is %j in %j", (header, key, unit) => {
    expect(normalizeHeader(header)).toEqual({ key, unit });
  });

  it("[I20] finds canonical names, Chinese aliases and mapped columns", () => {
    const { columns } = match(["units", "小区名称", "floor_area"], { households: "units" });
    expect(columns.get("households")?.header).toBe("units");
    expect(columns.get("name")?.header).toBe("小区名称");
    expect(columns.get("floor_area")?.header).toBe("floor_area");
  });

  it("[I2] a message calls a field what officials call it", () => {
    const log = createIssueLog();
    matchColumns(["小区现有总户数"], { source: "a", fieldMap: null }, log);
    const [issue] = log.list();
    expect(describeIssue(issue, "zh").message).toContain("“户数”");
    expect(describeIssue(issue, "en").message).toContain("“Households”");
    expect(Object.keys(FIELD_WORDS).sort()).toEqual([...COLUMN_FIELDS].sort());
  });

  it("[I56] a unit on a line of its own belongs to the word above it", () => {
    expect(match(["基本情况 户数 (户)"]).columns.get("households")).toMatchObject({
      unit: "户",
      by: "part",
    });
  });

  it.each([
    [["户数（户） 其中：住宅", "户数（户） 其中：商铺", "户数（户） 合计"], "户数（户） 合计", []],
    [["住宅 户数", "合计 户数"], "合计 户数", []],
    [["户数 商铺", "户数 住宅"], "户数 住宅", ["column-ambiguous"]],
  ])("[I56] of %j the whole is taken, else the dwellings", (headers, header, said) => {
    const { columns, codes } = match(headers);
    expect(columns.get("households")?.header).toBe(header);
    expect(codes).toEqual(said);
  });

  it("[I56] a whole of an area goes before its dwellings, too", () => {
    const headers = ["建筑面积（㎡） 住宅", "建筑面积（㎡） 非住宅", "建筑面积（㎡） 合计"];
    expect(match(headers).columns.get("floor_area")?.header).toBe("建筑面积（㎡） 合计");
  });

  it("[I20] does not depend on the order of headers", () => {
    const headers = ["总户数", "户数", "name", "名称", "id", "小区编号"];
    expect([...match(headers).columns]).toEqual([...match([...headers].reverse()).columns]);
    expect(match(headers).codes).toEqual(["column-ambiguous"]);
  });

  it("[I27] reports map entries that name no field, or no column of any file", () => {
    expect(match(["cars"], { flats: "x", parking: "spaces" }).codes).toEqual([
      "map-field-missing",
      "map-field-unknown",
    ]);
  });

  it.each([
    "业主姓名",
    "身份证号",
    "联系电话",
    "手机",
    "房号",
    "phone",
    "owner_name",
    "ID_Card",
    "业主代表",
    "业委会主任",
    "负责人",
    "楼栋长",
    "网格员",
    "产权人",
    "产权所有人",
    "房主",
    "承租人",
    "业主名单",
    "业主委员会主任",
    "业主委员会成员",
    "网格长",
    "门栋长",
    "公民身份号码",
    "银行卡号",
    "维修资金账号",
    "微信",
    "QQ",
    "邮箱",
    "车牌号",
    "室号",
    "座机",
    "服务热线",
    "法人",
    "法定代表人",
    "社区书记",
    "物业经理",
    "填表人",
    "审核人",
    "Contact",
  ])("[I28] refuses %j", (header) => {
    expect(isPersonalHeader(header)).toBe(true);
  });

  it.each([
    "小区名称",
    "门牌号",
    "业主组织",
    "hotel",
    "物业公司",
    "roomy",
    "业委会成员数",
    "网格员数",
    "住户数",
    "租户数",
    "业主委员会",
    "物业管理委员会",
    "法人单位",
    "产权单位",
    "车牌识别",
    "供热线",
    "墙长",
    "道路长",
    "是否有物业经理",
    "居委会",
    ...Object.values(ALIASES).flat(),
  ])("[I28] accepts %j", (header) => {
    expect(isPersonalHeader(header)).toBe(false);
  });
});
