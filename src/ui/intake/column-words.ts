import {
  type ColumnField,
  type ColumnReading,
  type ColumnUnit,
  unitsOfField,
} from "../../core/index.ts";
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

const UNIT_KEYS: Readonly<Record<ColumnUnit, IntakeKey>> = {
  "㎡": "unit.m2",
  "万㎡": "unit.wanM2",
  亩: "unit.mu",
  公顷: "unit.hectare",
  平方公里: "unit.km2",
  元: "unit.yuan",
  万元: "unit.wanYuan",
  "元/㎡·月": "unit.perMonth",
  "元/㎡·年": "unit.perYear",
};

/** Units to choose from for a field, each with its words; none where its numbers have but one. */
export function unitsOf(field: ColumnField | null): readonly (readonly [string, IntakeKey])[] {
  return unitsOfField(field).map((unit) => [unit, UNIT_KEYS[unit]]);
}
