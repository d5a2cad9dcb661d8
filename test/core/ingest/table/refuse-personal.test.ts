import { describe, expect, it } from "vitest";
import { readSheet } from "../../../../src/core/ingest/table/read-sheet.ts";
import { refusePersonal } from "../../../../src/core/ingest/table/refuse-personal.ts";
import type { Cell } from "../../../../src/core/ingest/table/table.ts";

const HEADER = ["序号", "小区名称", "户数", "备注"];
const ROW = [1, "甲小区", 120, "供水正常"];

function keep(...rows: Cell[][]) {
  const { sheets, notes } = refusePersonal([{ name: "", rows, merges: [] }]);
  return { rows: sheets[0].rows, notes, sheet: sheets[0] };
}

describe("signatures and remarks of a sheet", () => {
  it.each([
    ["填表人：王五   审核人：赵六", "填表人：***   审核人：***"],
    ["填表人：王五审核人：赵六 联系电话：0571-88001234", "填表人：***审核人：*** 联系电话：***"],
    [
      "填报单位：鹿城镇 填表人:王 五 日期：2024年3月1日",
      "填报单位：鹿城镇 填表人:*** 日期：2024年3月1日",
    ],
    ["联系人：李四，电话：8800123。", "联系人：***，电话：***"],
    ["注：由社区填报；负责人：张三\n二、统计到年底", "注：由社区填报；负责人：***\n二、统计到年底"],
  ])("[I54] %j stays as %j", (text, shown) => {
    const above = keep([text], HEADER, ROW);
    const below = keep(HEADER, ROW, [text]);
    expect([above.rows[0][0], below.rows[2][0]]).toEqual([shown, shown]);
    expect(below.notes).toMatchObject([{ code: "personal-in-notes", args: { n: 1 } }]);
  });

  it.each([
    "单位：户、万㎡",
    "填报单位：鹿城镇人民政府",
    "审核：   日期：2024年",
    "物业公司：万和物业",
    "统计时间：2024年6月",
  ])("[I54] %j stays", (text) => {
    const { rows, notes } = keep([text], HEADER, ROW, [text]);
    expect([rows[0][0], rows[3][0]]).toEqual([text, text]);
    expect(notes).toEqual([]);
  });

  it("[I54] what a label announces may stand in the next cell; the row is still one of signatures", () => {
    const { rows, sheet } = keep(
      ["填报单位：鹿城镇", null, "填表人：", "王五"],
      HEADER,
      ROW,
      ["填表人", "王五", "审核", "赵六"],
      ["制表人：", null, "王五", "2024-03-01"],
    );
    expect(rows[0]).toEqual(["填报单位：鹿城镇", null, "填表人：", "***"]);
    expect(rows[3]).toEqual(["填表人", "***", "审核", "***"]);
    expect(rows[4]).toEqual(["制表人：", null, "***", "2024-03-01"]);
    expect(readSheet(sheet).rows.map(({ row }) => row.小区名称)).toEqual(["甲小区"]);
  });

  it("[I54] headers are no labels, and a remark in a row is sieved like one below", () => {
    const header = ["小区名称", "户数", "联系人：", "收费标准", "备注"];
    const { rows } = keep(header, ["甲", 1, "张三", 0.5, "联系人：李四 13800138000"]);
    expect(rows).toEqual([header, ["甲", 1, null, 0.5, "联系人：***"]]);
  });

  it("[I28] one column of several sheets is said once", () => {
    const sheet = (name: string) => ({
      name,
      rows: [
        ["小区名称", "业主代表"],
        [`${name}小区`, "张三"],
      ],
      merges: [],
    });
    const { notes } = refusePersonal(["东", "西", "南"].map(sheet));
    expect(notes).toMatchObject([{ code: "personal-data", args: { column: "业主代表", n: 3 } }]);
  });
});
