import type { Sheet } from "../../../../src/core/ingest/table/table.ts";

/** A ledger as bureaus keep it: title, unit line, two header rows with merges, totals, signature. */
export const BUREAU: Sheet = {
  name: "鹿城镇",
  rows: [
    ["楚雄市老旧小区基本情况台账", null, null, null, null, null, null],
    ["填报单位：鹿城镇人民政府", null, null, null, null, "单位：户、㎡", null],
    ["序号", "所属社区", "小区名称", "房屋情况", null, "停车情况", "备注"],
    [null, null, null, "户数", "建筑面积（万㎡）", "车位数", null],
    [1, "西门社区", "供销社家属院", "128户（含商铺12户）", 1.2, 20, null],
    [2, null, "粮食局\n宿舍", "约96", "0.8", "无", "待核"],
    ["小计", null, null, 224, 2, 20, null],
    [3, "东兴社区", "锦绣花园一期", 300, 2.5, 60, null],
    ["合计", null, null, 524, 4.6, 80, null],
    [null, null, null, null, null, null, null],
    ["填表人：", null, "审核：", null, null, null, null],
  ],
  merges: [
    [0, 0, 0, 6],
    [2, 0, 3, 0],
    [2, 1, 3, 1],
    [2, 2, 3, 2],
    [2, 3, 2, 4],
    [2, 6, 3, 6],
    [4, 1, 5, 1],
  ],
};
