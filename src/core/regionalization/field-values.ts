import type { Compound } from "../ingest/world.ts";

const LEDGER: Readonly<Record<string, (compound: Compound) => number | null>> = {
  count: () => 1,
  households: (c) => c.households,
  floor_area: (c) => c.floorAreaM2,
  built_year: (c) => c.builtYear,
  buildings: (c) => c.buildings,
  parking: (c) => c.parkingSpaces,
  cars: (c) => c.cars,
  gates: (c) => c.gates,
};

/**
 * One number per compound for a ledger field (`households`, `floor_area`, …), for `count` (1 each)
 * or for any property of the input. Length n; NaN where there is no number.
 */
export function fieldValues(compounds: readonly Compound[], field: string): Float64Array {
  const ledger = Object.hasOwn(LEDGER, field) ? LEDGER[field] : null;
  return Float64Array.from(compounds, (compound) => {
    if (ledger) return ledger(compound) ?? Number.NaN;
    const value = Object.hasOwn(compound.properties, field) ? compound.properties[field] : null;
    if (typeof value === "number") return value;
    return typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  });
}
