import type { Column } from "./ledger-columns.ts";
import {
  countBuildings,
  type Quantity,
  type Reading,
  readQuantity,
  readTenths,
  readYear,
} from "./read-value.ts";
import type { LedgerField } from "./world.ts";

/** Fields kept as fractions; all others are whole. */
const FRACTIONS: ReadonlySet<LedgerField> = new Set(["feeYuanPerM2Month", "collectionRate"]);

/** Columns where 无 means that there is none, not that nothing is known. */
const NONE_IS_ZERO: ReadonlySet<LedgerField> = new Set([
  "parkingSpaces",
  "lifts",
  "feeYuanPerM2Month",
  "fundBalanceYuan",
]);

const AREA_UNITS: readonly (readonly [RegExp, number])[] = [
  [/亩/, 2000 / 3],
  [/公顷|ha$/, 10_000],
  [/平方公里|km2/, 1_000_000],
  [/万/, 10_000],
];

/** Square metres in a unit of area; 1 for what is none. */
function areaScale(unit: string): number {
  return AREA_UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? 1;
}

/** A quantity in the unit of its field, given the unit that its column states. */
export function scaleQuantity(field: LedgerField, quantity: Quantity, unit: string): number {
  const { value, scaled } = quantity;
  if (field === "floorAreaM2") return value * areaScale(quantity.unit || (scaled ? "" : unit));
  const plain = !scaled && quantity.unit === "";
  if (field === "collectionRate") return value > 1 || quantity.unit === "%" ? value / 100 : value;
  const scale = plain && unit.includes("万") ? 10_000 : 1;
  const perYear = field === "feeYuanPerM2Month" && /年/.test(quantity.unit || unit);
  return (value * scale) / (perYear ? 12 : 1);
}

/** What only one field says in its own way: numbers of buildings, tenths of a whole. */
function readOwnWay(field: LedgerField, raw: unknown): number | null {
  if (field === "buildings") return countBuildings(raw);
  return field === "collectionRate" ? readTenths(raw) : null;
}

/** Floor areas come in m²: what another unit gives is said. */
function isOddArea(field: LedgerField, { unit }: Quantity): boolean {
  return field === "floorAreaM2" && /亩|公顷|ha$|公里/.test(unit);
}

/** A quantity of the ledger in the unit of {@link LedgerField}, whole where the field is. */
export function readLedgerCell(field: LedgerField, raw: unknown, column: Column): Reading<number> {
  const reading = readExactCell(field, raw, column);
  if (reading.kind !== "value" || FRACTIONS.has(field)) return reading;
  return { ...reading, value: Math.round(reading.value) };
}

/** As {@link readLedgerCell}, not rounded: for what is added up first. */
export function readExactCell(field: LedgerField, raw: unknown, column: Column): Reading<number> {
  if (field === "builtYear") return readYear(raw);
  const own = readOwnWay(field, raw);
  if (own !== null) return { kind: "value", value: own, approximate: true };
  const reading = readQuantity(raw, NONE_IS_ZERO.has(field) ? "zero" : "blank");
  if (reading.kind !== "value") return reading;
  const value = scaleQuantity(field, reading.value, column.unit);
  const approximate = reading.approximate === true || isOddArea(field, reading.value);
  return { kind: "value", value, approximate };
}

/** Land area, m²; 亩, 公顷 and 万㎡ by the cell's unit, else the column's. */
export function readLandArea(raw: unknown, unit: string): number | null {
  const reading = readQuantity(raw, "blank");
  if (reading.kind !== "value" || !(reading.value.value > 0)) return null;
  const { value, scaled } = reading.value;
  const said = reading.value.unit || (scaled ? "" : unit);
  return value * areaScale(said);
}
