import type { ColumnField } from "./ledger-aliases.ts";

/** Units that a column of plain numbers can be said to be in, as `FileReading.units` has them. */
export const COLUMN_UNITS = {
  floor_area: ["㎡", "万㎡"],
  land_area: ["㎡", "万㎡", "亩", "公顷", "平方公里"],
  fund_balance: ["元", "万元"],
  fee: ["元/㎡·月", "元/㎡·年"],
} as const satisfies Partial<Record<ColumnField, readonly string[]>>;

export type ColumnUnit = (typeof COLUMN_UNITS)[keyof typeof COLUMN_UNITS][number];

/** Units of a field; none where its numbers have but one. */
export function unitsOfField(field: ColumnField | null): readonly ColumnUnit[] {
  return field !== null && field in COLUMN_UNITS
    ? COLUMN_UNITS[field as keyof typeof COLUMN_UNITS]
    : [];
}

function plainUnit(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/平方米|平米|m²/g, "m2")
    .replace(/平方公里|平方千米/g, "km2")
    .replace(/公顷|hm2/g, "ha")
    .replace(/[\s·.*/每]/g, "");
}

/** All of them, each once. */
export const ALL_UNITS: readonly ColumnUnit[] = [
  ...new Set<ColumnUnit>(Object.values(COLUMN_UNITS).flat()),
];

/** The unit of another spelling (`万m2`, `万平方米`, `元/m²/月`); null for one that no column takes. */
export function readUnit(text: string): ColumnUnit | null {
  const plain = plainUnit(text);
  return ALL_UNITS.find((unit) => plainUnit(unit) === plain) ?? null;
}

/** The header that a person calls so: without the unit, too, that a row or line of its own gave it. */
export function findNamed(headers: readonly string[], wanted: string): string | null {
  if (headers.includes(wanted)) return wanted;
  const isSame = (header: string) =>
    header.startsWith(`${wanted}（`) && readUnit(header.slice(wanted.length + 1, -1)) !== null;
  return headers.find(isSame) ?? null;
}
