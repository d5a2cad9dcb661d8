import { describe, expect, it } from "vitest";
import { classify } from "../../../src/core/ingest/barrier-classes.ts";
import { isParcel, nameOfCode } from "../../../src/core/ingest/land-classes.ts";

function shown(word: string): string | null {
  const found = classify(word);
  return found === null ? null : `${found.kind} ${found.barrierClass}`;
}

describe("class words", () => {
  it.each([
    ["城市快速路", "road hard"],
    ["城市主干道", "road hard"],
    ["主要道路", "road hard"],
    ["一级公路", "road hard"],
    ["高架路", "road hard"],
    ["匝道", "road hard"],
    ["二级公路", "road penalised"],
    ["省道", "road penalised"],
    ["公路用地", "road penalised"],
    ["城镇村道路用地", "road penalised"],
    ["内部道路", "road free"],
    ["三级公路", "road free"],
    ["铁路用地", "rail hard"],
    ["轨道交通用地", "rail hard"],
    ["地铁", "rail hard"],
    ["河流水面", "water hard"],
    ["双线河", "water hard"],
    ["时令河", "water hard"],
    ["单线河", "water penalised"],
    ["排洪沟", "water penalised"],
    ["沟渠", "water free"],
    ["断崖", "cliff hard"],
    ["围墙", "other free"],
    ["motorway_link", "road hard"],
  ])("[I30] %s is %s", (word, found) => {
    expect(shown(word)).toBe(found);
  });

  it.each([
    ["次干路（红线24m）", "road penalised"],
    ["1101 河流水面", "water hard"],
    ["双向六车道快速路", "road hard"],
    ["支路/主干路", "road hard"],
    ["residential;primary", "road hard"],
    ["地下快速路", "road free"],
  ])("[I30] %s is read by the word it holds: %s", (word, found) => {
    expect(shown(word)).toBe(found);
  });

  it("[I30] what no list holds stays unknown, and what the place says goes first", () => {
    expect(shown("林荫道")).toBe(null);
    expect(shown("城镇住宅用地")).toBe(null);
    expect(classify("公路用地", { 公路用地: "hard" })).toEqual({
      kind: "road",
      barrierClass: "hard",
    });
  });
});

describe("codes of classes", () => {
  it.each([
    ["dlbm", "1101", "河流水面"],
    ["dlbm", "111", "河流水面"],
    ["dlbm", "1104A", "坑塘水面"],
    ["地类编码", "1001", "铁路用地"],
    ["ydyhfldm", "1201", "铁路用地"],
    ["ydyhfldm", "1101", null],
    ["dlbm", "1201", null],
    ["gb", "210101", "河流"],
    ["gb", "2101", null],
    ["gb", "999999", null],
  ])("[I91] %s %s stands for %s", (header, code, name) => {
    expect(nameOfCode(header, code)).toBe(name);
  });

  it("[I91] uses of land are parcels, barriers are none", () => {
    for (const word of ["城镇住宅用地", "水田", "农村宅基地", "乔木林地"])
      expect(isParcel(word), word).toBe(true);
    for (const word of ["河流", "林荫道", "快速路"]) expect(isParcel(word), word).toBe(false);
  });
});
