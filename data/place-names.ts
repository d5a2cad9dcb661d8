import type { Rng } from "../src/core/base/rng.ts";
import { chance, pick } from "./draws.ts";

/** Towns of the demo city: invented. */
export const TOWNS: readonly string[] = ["鹿溪镇", "东禾镇", "北屏镇"];

/** Company names end with this, so that nobody takes them for a real company. */
const COMPANY_ENDING = "物业服务有限公司（示例）";

const FIRST = [..."东西南北中新永兴和安康宁福瑞祥青云龙凤鹿金玉清文学启明丰盛长乐丹桂春秋"];
const SECOND = [..."兴安和平桥园山溪塔泉井门河坊桂柳松梅阳光华泰荣辉岭坪湖林"];
const NUMERALS = [..."一二三四五六七八九十"];

function coin(rng: Rng, used: Set<string>): string {
  for (let tries = 0; tries < 200; tries++) {
    const [first, second] = [pick(rng, FIRST), pick(rng, SECOND)];
    const name = tries < 100 ? first + second : first + second + pick(rng, SECOND);
    if (first === second || used.has(name)) continue;
    used.add(name);
    return name;
  }
  const name = `${pick(rng, FIRST)}${pick(rng, SECOND)}${used.size}`;
  used.add(name);
  return name;
}

/** A new name for a 社区, without that ending. */
export function nameCommunity(rng: Rng, used: Set<string>): string {
  return coin(rng, used);
}

/** A new name for a street of the grid. */
export function nameStreet(rng: Rng, used: Set<string>, wide: boolean): string {
  return coin(rng, used) + (wide && chance(rng, 0.3) ? "大道" : "路");
}

/** A new name for a street inside a unit. */
export function nameSideStreet(rng: Rng, used: Set<string>): string {
  return coin(rng, used) + pick(rng, ["街", "路"]);
}

/** Names of companies, each different. */
export function nameCompanies(rng: Rng, count: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: count }, () => coin(rng, used) + COMPANY_ENDING);
}

/** 一 … 十, 十一 … 九十九; larger numbers in digits. */
export function numeral(n: number): string {
  if (n < 1 || n > 99) return String(n);
  if (n <= 10) return NUMERALS[n - 1]!;
  const tens = Math.floor(n / 10) === 1 ? "" : NUMERALS[Math.floor(n / 10) - 1]!;
  return `${tens}十${n % 10 === 0 ? "" : NUMERALS[(n % 10) - 1]}`;
}
