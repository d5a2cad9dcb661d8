import { describe, expect, it } from "vitest";
import { splitName } from "../../../../src/core/ingest/join/normalise-name.ts";
import { join, sheet } from "./join-table.ts";

describe("names", () => {
  it.each([
    ["锦绣花园一期", "锦绣花园", "1期"],
    ["锦绣花园（第2期）", "锦绣花园", "2期"],
    ["楚雄市鹿城镇供销社家属院", "供销社", ""],
    ["北浦二小区", "北浦", "2小区"],
    ["东苑", "东苑", ""],
    ["粮食局宿舍A区", "粮食局", "a区"],
    ["锦绣花园Ⅱ期", "锦绣花园", "2期"],
    ["锦绣花园III期", "锦绣花园", "3期"],
    ["锦绣花园第十二期", "锦绣花园", "12期"],
    ["锦绣花园（一、二期）", "锦绣花园", "一二期"],
    ["烟厂生活区（原卷烟厂宿舍）", "烟厂", ""],
    ["供销社家属院（含商铺）", "供销社", ""],
    ["五一村", "五一村", ""],
  ])("[I59] %s is %s, %s", (name, root, phase) => {
    expect(splitName(name)).toMatchObject({ root, phase });
  });

  it("[I59] a former name that another compound bears makes a row doubtful", () => {
    const city = [
      { id: "a", name: "烟厂生活区" },
      { id: "b", name: "卷烟厂宿舍" },
    ];
    const rows = sheet(["小区名称", "户数"], ["烟厂生活区（原卷烟厂宿舍）", 100]);
    expect(join(city, [rows]).states).toEqual([["doubtful", null]]);
  });

  it("[I59] a number of the row does not win over a remark in brackets", () => {
    const city = [{ id: "1", name: "供销社家属院" }];
    const rows = sheet(["序号", "小区名称", "户数"], [1, "供销社家属院（城北）", 100]);
    expect(join(city, [rows]).states).toEqual([["doubtful", null]]);
  });

  it("[I59] of two phases the one of the same number goes first, however it is written", () => {
    const city = ["一期", "二期", "三期"].map((phase, i) => ({ id: `${i}`, name: `锦绣${phase}` }));
    const rows = sheet(["小区名称", "户数"], ["锦绣小区Ⅱ期", 1], ["锦绣大院III期", 2]);
    const { reading } = join(city, [rows]);
    expect(reading.rows.map(({ candidates }) => candidates[0].compoundId)).toEqual(["1", "2"]);
  });
});
