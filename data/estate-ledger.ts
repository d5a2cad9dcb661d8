import type { Rng } from "../src/core/base/rng.ts";
import { between, chance, pick, pickWeighted } from "./draws.ts";
import type { LedgerRow, LedgerSubject } from "./ledger-row.ts";

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

interface Towers {
  readonly floors: number;
  readonly structure: string;
  /** households of one building */
  readonly perBuilding: number;
}

function drawTowers(rng: Rng, year: number): Towers {
  const floors = pickWeighted(rng, [
    [6 + rng.int(2), year < 2008 ? 8 : 1],
    [11, year < 2008 ? 1 : 4],
    [16 + rng.int(3), year < 2010 ? 0.3 : 6],
    [25 + rng.int(6), year < 2014 ? 0 : 2],
  ]);
  const structure = floors > 7 ? "框架" : "砖混";
  return { floors, structure, perBuilding: floors > 7 ? floors * 4.5 : 40 };
}

/** The row of an estate under contract with a company: nearly complete. */
export function writeEstateRow(
  rng: Rng,
  subject: LedgerSubject,
  { households, companies }: { households: number; companies: readonly string[] },
): LedgerRow {
  const { identity, floorAreaM2, landM2, committee, anchor } = subject;
  const year = anchor ? 2001 + rng.int(7) : 2002 + Math.floor(19 * rng.real() ** 0.8);
  const towers = drawTowers(rng, year);
  const buildings = Math.max(1, Math.round(households / towers.perBuilding));
  const lifts = towers.floors > 7 ? Math.round(buildings * between(rng, 1.5, 2.5)) : 0;
  const fee = towers.floors > 7 ? between(rng, 1.1, 2.2) : between(rng, 0.6, 1.2);
  const spaces = Math.round(households * between(rng, 0.5, 1.1));
  return {
    ...identity,
    built_year: year,
    buildings,
    households,
    floor_area: floorAreaM2,
    land_area: Math.round(landM2),
    floors_max: towers.floors,
    structure: towers.structure,
    tenure: chance(rng, 0.93) ? "商品房" : "安置房",
    lifts,
    mgmt_mode: "物业公司",
    company: pick(rng, companies),
    committee,
    fee: round(fee, 2),
    fee_basis: "per_m2",
    collection: chance(rng, 0.08) ? null : round(between(rng, 0.76, 0.97), 2),
    fund_balance: chance(rng, 0.15) ? null : Math.round(floorAreaM2 * between(rng, 35, 90)),
    parking: spaces,
    cars: chance(rng, 0.2) ? null : Math.round(households * between(rng, 0.6, 1.05)),
    park_fee: 10 * Math.round(between(rng, 6, 15)),
    gates: subject.gates,
    guards: Math.max(3, Math.round((floorAreaM2 / 12_000) * between(rng, 0.8, 1.2))),
    wall_len: chance(rng, 0.3) ? null : Math.round(subject.perimeterM * between(rng, 0.85, 0.98)),
    reno_status: null,
    anchor,
    notes: null,
  };
}
