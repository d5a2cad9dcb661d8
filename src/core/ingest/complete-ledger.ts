import { type Cell, shownHeader } from "./filled-cell.ts";
import { type IssueLog, quoteInput } from "./issue-log.ts";
import { QUANTITY_FIELDS } from "./ledger-aliases.ts";
import { checkBounds, checkRatios, type KnownValues, type LedgerPlace } from "./ledger-bounds.ts";
import * as DEFAULTS from "./ledger-defaults.ts";
import { type LedgerTally, noteApproximate, noteExample } from "./ledger-tally.ts";
import { readLedgerCell, scaleQuantity } from "./read-ledger-cell.ts";
import { type Reading, readQuantity } from "./read-value.ts";
import type { LedgerField, LedgerValues, Provenance } from "./world.ts";

function readCell(field: LedgerField, cell: Cell, tally: LedgerTally): Reading<number> {
  const reading = readLedgerCell(field, cell.raw, cell.column);
  if (reading.kind === "value" && reading.approximate === true) {
    if (field === "builtYear") {
      noteApproximate(tally, cell.source, quoteInput(cell.raw), reading.value);
    } else {
      noteExample(tally.ranges, cell.source, {
        column: shownHeader(cell),
        value: quoteInput(cell.raw),
        read: reading.value,
      });
    }
  }
  return reading;
}

/** A fee that is charged per household, by its own unit or its column's. */
export function isPerHousehold(cell: Cell): boolean {
  const reading = readQuantity(cell.raw, "blank");
  if (reading.kind !== "value") return false;
  const own = reading.value.unit;
  return (own === "" || own === "元" ? cell.column.unit : own).includes("户");
}

function readKnown(place: LedgerPlace, tally: LedgerTally, log: IssueLog): KnownValues {
  const known: KnownValues = {};
  for (const [field, columnField] of QUANTITY_FIELDS) {
    const cell = place.cell(columnField);
    if (cell === null || (field === "feeYuanPerM2Month" && isPerHousehold(cell))) continue;
    const reading = readCell(field, cell, tally);
    if (reading.kind === "unreadable") {
      const args = { column: shownHeader(cell), value: quoteInput(cell.raw) };
      const where = { source: cell.source, feature: place.label, at: place.at };
      log.add("warning", "value-unreadable", { ...where, args });
    }
    if (reading.kind !== "value") continue;
    const value = checkBounds(field, reading.value, { cell, place, faults: tally.faults });
    if (value !== undefined) known[field] = value;
  }
  return known;
}

/** Fee stated per household and month, turned into yuan per m² with the compound's own mean. */
function readHouseholdFee(
  place: LedgerPlace,
  m2PerHousehold: number,
  { faults, householdFees }: LedgerTally,
) {
  const cell = place.cell("fee");
  if (cell === null || !isPerHousehold(cell)) return undefined;
  const reading = readQuantity(cell.raw, "blank");
  if (reading.kind !== "value") return undefined;
  const value = scaleQuantity("feeYuanPerM2Month", reading.value, cell.column.unit);
  const perM2 = Math.round((value / m2PerHousehold) * 10_000) / 10_000;
  const [column, written] = [shownHeader(cell), quoteInput(cell.raw)];
  noteExample(householdFees, cell.source, { column, value: written, read: perM2 });
  return checkBounds("feeYuanPerM2Month", perM2, { cell, place, faults });
}

function fillBlanks(known: KnownValues, landAreaM2: number): LedgerValues {
  const landBased = Math.min(
    DEFAULTS.MAX_DEFAULT_FLOOR_AREA_M2,
    Math.round(landAreaM2 * DEFAULTS.PLOT_RATIO),
  );
  const perHousehold = DEFAULTS.FLOOR_AREA_PER_HOUSEHOLD_M2;
  const floorAreaM2 =
    known.floorAreaM2 ??
    (known.households === undefined ? landBased : known.households * perHousehold);
  const households = known.households ?? Math.round(floorAreaM2 / perHousehold);
  return {
    households,
    floorAreaM2,
    builtYear: known.builtYear ?? null,
    buildings:
      known.buildings ?? Math.max(1, Math.ceil(households / DEFAULTS.HOUSEHOLDS_PER_BUILDING)),
    parkingSpaces: known.parkingSpaces ?? Math.round(households * DEFAULTS.SPACES_PER_HOUSEHOLD),
    cars: known.cars ?? Math.round(households * DEFAULTS.CARS_PER_HOUSEHOLD),
    gates: known.gates ?? (floorAreaM2 < DEFAULTS.TWO_GATES_FROM_M2 ? 1 : 2),
    lifts: known.lifts ?? DEFAULTS.LIFTS,
    feeYuanPerM2Month: known.feeYuanPerM2Month ?? DEFAULTS.FEE_YUAN_PER_M2_MONTH,
    collectionRate: known.collectionRate ?? DEFAULTS.COLLECTION_RATE,
    fundBalanceYuan: known.fundBalanceYuan ?? DEFAULTS.FUND_BALANCE_YUAN,
  };
}

function readChecked(place: LedgerPlace, tally: LedgerTally, log: IssueLog): KnownValues {
  const known = readKnown(place, tally, log);
  checkRatios(known, { place, faults: tally.faults }, log);
  return known;
}

/** Checks a row that is about no compound known; of what it leaves blank nothing is said. */
export function checkLedger(place: LedgerPlace, tally: LedgerTally, log: IssueLog): void {
  const { households, floorAreaM2 } = readChecked(place, tally, log);
  if (households && floorAreaM2) readHouseholdFee(place, floorAreaM2 / households, tally);
}

/** A compound's ledger without blanks, and where each value came from. */
export interface CompletedLedger {
  readonly values: LedgerValues;
  readonly provenance: Readonly<Record<LedgerField, Provenance>>;
}

/**
 * Reads the quantities of one compound, checks them and fills the blanks with the defaults of
 * `ledger-defaults.ts`. Unreadable and impossible values become issues and count as blank.
 */
export function completeLedger(
  place: LedgerPlace & { readonly landAreaM2: number },
  tally: LedgerTally,
  log: IssueLog,
): CompletedLedger {
  const known = readChecked(place, tally, log);
  const first = fillBlanks(known, place.landAreaM2);
  const m2PerHousehold =
    first.households > 0
      ? first.floorAreaM2 / first.households
      : DEFAULTS.FLOOR_AREA_PER_HOUSEHOLD_M2;
  const fee = readHouseholdFee(place, m2PerHousehold, tally);
  if (fee !== undefined) known.feeYuanPerM2Month = fee;
  const values = fee === undefined ? first : { ...first, feeYuanPerM2Month: fee };
  tally.compounds += 1;
  const provenance = {} as Record<LedgerField, Provenance>;
  for (const [field] of QUANTITY_FIELDS) {
    provenance[field] = known[field] === undefined ? "default" : "ledger";
    if (known[field] !== undefined) continue;
    tally.blanks.set(field, (tally.blanks.get(field) ?? 0) + 1);
  }
  return { values, provenance };
}
