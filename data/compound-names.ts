import type { Rng } from "../src/core/base/rng.ts";
import { chance, pick, pickWeighted } from "./draws.ts";

const WORK_UNITS = [
  "粮食局 供销社 农机厂 丝绸厂 化肥厂 水泥厂 纺织厂 印刷厂 酒厂 食品公司 外贸公司 百货公司",
  "糖酒公司 运输公司 汽车站 机床厂 木材公司 物资局 林业局 水利局 交通局 税务局 工商局 财政局",
  "建筑公司 邮电局 电信局 烟草公司 药材公司 人民医院 中医院 妇幼院 师范学校 卫校 一中 二中",
  "三小 教育局 广播局 气象站 地质队 勘测队 农行 工行 建行 信用社 法院 检察院 公安局 民政局",
  "轴承厂 塑料厂 皮革厂 陶瓷厂 乳品厂 面粉厂 自来水公司 供电局 煤建公司 五金公司 种子公司 畜牧站",
].flatMap((line) => line.split(" "));

const WORK_UNIT_ENDINGS = ["家属院", "宿舍", "职工住宿区", "生活区", "家属区", "集资房"];
const ESTATE_FIRST = [..."锦瑞嘉翠怡景盛御金铭悦江雅和润麓"];
const ESTATE_SECOND = [..."绣园禾湖庭山澜景福苑泽川溪辰云岸"];
const ESTATE_ENDINGS = ["花园", "佳苑", "华庭", "雅居", "名邸", "新城", "公馆", "家园", "苑"];
const PLAIN_ENDINGS = ["小区", "小区", "新村", "住宅区", "安居苑"];

/** Where a compound without an estate's name gets its words from. */
export interface NameSources {
  readonly communityBase: string;
  /** nearest street and house number, e.g. 东兴路38号 */
  readonly address: string;
}

/** Draws a name that nobody in the 社区 has; `used` holds those names and is added to. */
export function nameCompound(
  rng: Rng,
  used: Set<string>,
  { managed, sources }: { managed: boolean; sources: NameSources },
): string {
  const draw = () => (managed ? nameEstate(rng) : nameAged(rng, sources));
  for (let tries = 0; tries < 60; tries++) {
    const name = draw();
    if (used.has(name)) continue;
    used.add(name);
    return name;
  }
  const name = `${sources.address}院`;
  const unique = used.has(name) ? `${name}${used.size}` : name;
  used.add(unique);
  return unique;
}

function nameEstate(rng: Rng): string {
  const base = pick(rng, ESTATE_FIRST) + pick(rng, ESTATE_SECOND) + pick(rng, ESTATE_ENDINGS);
  return chance(rng, 0.12) ? base + pick(rng, ["一期", "二期"]) : base;
}

function nameAged(rng: Rng, { communityBase, address }: NameSources): string {
  const kind = pickWeighted<"unit" | "plain" | "number" | "part">(rng, [
    ["unit", 55],
    ["plain", 15],
    ["number", 20],
    ["part", 10],
  ]);
  const unit = pick(rng, WORK_UNITS);
  if (kind === "number") return `${address}院`;
  if (kind === "plain") return communityBase + pick(rng, PLAIN_ENDINGS);
  if (kind === "part") {
    return `${chance(rng, 0.5) ? `${communityBase}小区` : `${unit}宿舍`}${pick(rng, ["一期", "二期", "东院", "西院", "南院", "北院"])}`;
  }
  return unit + pick(rng, WORK_UNIT_ENDINGS);
}
