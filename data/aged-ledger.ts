import type { Rng } from "../src/core/base/rng.ts";
import { AGED } from "./calibration.ts";
import { between, chance, clamp, pick, pickWeighted, within } from "./draws.ts";
import type { LedgerRow, LedgerSubject } from "./ledger-row.ts";

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function orBlank<T>(rng: Rng, blankShare: number, value: T): T | null {
  return chance(rng, blankShare) ? null : value;
}

/** Households of a walk-up compound: 70–100 ㎡ each, most near 85. */
function countHouseholds(rng: Rng, floorAreaM2: number): number {
  const { low, high } = AGED.m2PerHousehold;
  const m2 = low + 1 + ((high - low - 2) * (rng.real() + rng.real())) / 2;
  return Math.max(1, Math.round(floorAreaM2 / m2));
}

function drawBuiltYear(rng: Rng, remoteness: number): number {
  const { low, high } = AGED.builtYear;
  if (chance(rng, AGED.builtAfter2000Share)) return between(rng, 2001, high + 1) | 0;
  const share = (rng.real() + rng.real() + Math.min(1, remoteness)) / 3;
  return Math.round(clamp(low + (2000 - low) * (0.12 + 0.95 * share), { low, high: 2000 }));
}

function writeBuiltYear(rng: Rng, year: number): LedgerRow["built_year"] {
  const way = rng.real();
  if (way < 0.03) return null;
  return way < 0.044 && year < 2000 ? `${Math.floor((year - 1900) / 10) * 10}年代` : year;
}

function drawFee(rng: Rng, anchor: boolean): Pick<LedgerRow, "fee" | "fee_basis" | "collection"> {
  if (anchor) {
    const collection = round(between(rng, 0.72, 0.88), 2);
    return { fee: round(between(rng, 0.55, 0.8), 2), fee_basis: "per_m2", collection };
  }
  if (chance(rng, AGED.feeBlankOrZeroShare)) {
    const unknown = chance(rng, 0.6);
    return { fee: unknown ? null : 0, fee_basis: unknown ? null : "none", collection: null };
  }
  const skewed = AGED.feeYuanPerM2Month.low + 0.65 * rng.real() ** 1.7;
  const collection = round(within(rng, AGED.collection), 2);
  return { fee: round(skewed, 2), fee_basis: "per_m2", collection: orBlank(rng, 0.35, collection) };
}

function drawParking(
  rng: Rng,
  households: number,
): Pick<LedgerRow, "parking" | "cars" | "park_fee"> {
  const cars = Math.round(households * within(rng, { low: 0.37, high: 0.73 }));
  const spaces = Math.min(cars, Math.round(households * within(rng, { low: 0.12, high: 0.48 })));
  return {
    parking: orBlank(rng, 0.12, spaces),
    cars: orBlank(rng, 0.3, cars),
    park_fee: orBlank(rng, 0.7, 10 * Math.round(between(rng, 2, 9))),
  };
}

function drawManagement(rng: Rng, year: number): Pick<LedgerRow, "mgmt_mode" | "tenure"> {
  const tenure = pickWeighted(rng, [
    ["房改房", 46],
    ["单位房", 22],
    ["商品房", year > 1995 ? 30 : 6],
    ["安置房", 8],
    ["混合", 10],
  ]);
  const mgmt_mode = pickWeighted(rng, [
    ["无人管理", 34],
    ["社区托管", 28],
    ["单位自管", tenure === "单位房" || tenure === "房改房" ? 26 : 4],
    ["业主自治", 18],
  ]);
  return { mgmt_mode, tenure };
}

function drawRenovation(rng: Rng): string | null {
  return pickWeighted(rng, [
    ["未改造", 52],
    [`已改造 ${2019 + rng.int(4)}`, 24],
    ["计划", 10],
    ["在建", 4],
    [null, 10],
  ]);
}

const NOTES = [
  "临街一层为商铺",
  "部分住户已外迁",
  "无独立围墙，与相邻院落共用大门",
  "排水管道老化，雨季积水",
  "原单位已改制",
  "无消防通道标识",
];

/** The row of a compound without a company: walk-ups, little money, many blanks. */
export function writeAgedRow(rng: Rng, subject: LedgerSubject): LedgerRow {
  const { identity, floorAreaM2, landM2, committee, anchor } = subject;
  const households = countHouseholds(rng, floorAreaM2);
  const perBuilding = within(rng, { low: 31, high: 37 });
  const year = drawBuiltYear(rng, subject.remoteness);
  const management = drawManagement(rng, year);
  const blank = (share: number) => !anchor && chance(rng, share);
  const fund = chance(rng, 0.72) ? null : Math.round(floorAreaM2 * between(rng, 0, 30));
  return {
    ...identity,
    built_year: anchor ? year : writeBuiltYear(rng, year),
    buildings: orBlank(rng, 0.06, Math.max(1, Math.round(households / perBuilding))),
    households: blank(0.02) ? null : households,
    floor_area: blank(0.02) ? null : floorAreaM2,
    land_area: orBlank(rng, 0.25, Math.round(landM2)),
    floors_max: orBlank(rng, 0.08, year < 1985 ? 3 + rng.int(3) : 5 + rng.int(3)),
    structure: orBlank(rng, 0.12, year < 1982 && chance(rng, 0.3) ? "砖木" : "砖混"),
    tenure: orBlank(rng, 0.1, management.tenure),
    lifts: orBlank(rng, 0.3, 0),
    mgmt_mode: anchor ? "业主自治" : management.mgmt_mode,
    company: null,
    committee,
    ...drawFee(rng, anchor),
    fund_balance: fund,
    ...drawParking(rng, households),
    gates: orBlank(rng, 0.05, subject.gates),
    guards: orBlank(rng, 0.4, anchor ? 2 : rng.int(floorAreaM2 > 9000 ? 3 : 2)),
    wall_len: orBlank(rng, 0.6, Math.round(subject.perimeterM * between(rng, 0.75, 0.97))),
    reno_status: drawRenovation(rng),
    anchor,
    notes: chance(rng, 0.07) ? pick(rng, NOTES) : null,
  };
}
