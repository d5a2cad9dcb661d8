import type { ColumnField, ColumnReading } from "../../core/index.ts";
import type { IntakeKey } from "./intake-words.ts";

/** How sure a column's meaning is, in words. */
export type Confidence = "hand" | "sure" | "likely" | "doubtful" | "none";

/** From here on a meaning is certain, and likely. */
const SURE = 0.9;
const LIKELY = 0.7;

/** How sure it is what a column means; a person's word is above all. */
export function confidenceOf({
  field,
  by,
  confidence,
}: Pick<ColumnReading, "field" | "by" | "confidence">): Confidence {
  if (field === null) return "none";
  if (by === "hand") return "hand";
  if (confidence >= SURE) return "sure";
  return confidence >= LIKELY ? "likely" : "doubtful";
}

/** Units that a person can give a column of plain numbers: as the core takes them, and their words. */
const UNITS: Partial<Record<ColumnField, readonly (readonly [string, IntakeKey])[]>> = {
  floor_area: [
    ["㎡", "unit.m2"],
    ["万㎡", "unit.wanM2"],
  ],
  land_area: [
    ["㎡", "unit.m2"],
    ["万㎡", "unit.wanM2"],
    ["亩", "unit.mu"],
    ["公顷", "unit.hectare"],
    ["平方公里", "unit.km2"],
  ],
  fund_balance: [
    ["元", "unit.yuan"],
    ["万元", "unit.wanYuan"],
  ],
  fee: [
    ["元/㎡·月", "unit.perMonth"],
    ["元/㎡·年", "unit.perYear"],
  ],
};

/** Units to choose from for a field; none where its numbers have but one. */
export function unitsOf(field: ColumnField | null): readonly (readonly [string, IntakeKey])[] {
  return (field && UNITS[field]) || [];
}
