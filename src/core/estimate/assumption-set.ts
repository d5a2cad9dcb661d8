import type { Bilingual } from "../base/language.ts";
import type { Confidence } from "./assumption.ts";
import {
  ASSUMPTIONS,
  type AssumptionKey,
  type AssumptionValues,
  type ShippedAssumption,
} from "./defaults.ts";

/** What a set says of one assumption; null: as shipped. */
export interface SetEntry {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly source: Bilingual | null;
  readonly year: number | null;
  readonly confidence: Confidence | null;
}

/** Assumptions of a place: what differs from the shipped table, with its own ranges and sources. */
export interface AssumptionSet {
  readonly id: string;
  readonly name: Bilingual;
  readonly entries: Readonly<Partial<Record<AssumptionKey, SetEntry>>>;
}

const LETTER: Bilingual = {
  zh: "楚市政函〔2022〕58 号：161 个项目 3 423 人",
  en: "Chuxiong letter 2022-58: 3,423 staff on 161 projects",
};

function entry(value: number, source: Bilingual, confidence: Confidence): SetEntry {
  return { value, low: null, high: null, source, year: 2022, confidence };
}

/**
 * Professionally managed projects of Chuxiong, April 2022: staffed gates in two shifts, so that the
 * posts of its 161 projects come to the 3 423 published on estates that differ in size, gates and
 * lifts as the demo city's do (bench `estimate` shows the table and what the total leaves open).
 */
const CHUXIONG_2022: AssumptionSet = {
  id: "chuxiong-2022",
  name: { zh: "楚雄 2022（按公布总量校准）", en: "Chuxiong 2022 (calibrated on published totals)" },
  entries: {
    service_level: entry(2, LETTER, "M"),
    guard_per_gate_24h: entry(2, LETTER, "M"),
    reference_year: entry(2022, LETTER, "H"),
  },
};

/** Sets that come with the program, beside the shipped table itself. */
export const SHIPPED_SETS: readonly AssumptionSet[] = [CHUXIONG_2022];

/** Every assumption as it holds under a set: its default is the set's value. */
export function assumptionsUnder(set: AssumptionSet | null): ShippedAssumption[] {
  return ASSUMPTIONS.map((a) => {
    const own = set?.entries[a.key];
    if (!own) return a;
    return {
      ...a,
      default: own.value,
      low: Math.min(own.low ?? a.low, own.value),
      high: Math.max(own.high ?? a.high, own.value),
      source: own.source ?? a.source,
      year: own.source ? own.year : a.year,
      confidence: own.confidence ?? a.confidence,
    };
  });
}

/** The values of a set. */
export function valuesOfSet(set: AssumptionSet | null): Partial<AssumptionValues> {
  const entries = Object.entries(set?.entries ?? {}) as [AssumptionKey, SetEntry][];
  return Object.fromEntries(entries.map(([key, { value }]) => [key, value]));
}
