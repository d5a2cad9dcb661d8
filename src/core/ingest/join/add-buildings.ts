import { commonCell, SUMMED, sumCells, weighBuildings } from "../building-cells.ts";
import { cellOf } from "../cell-of.ts";
import { memberOf } from "../formats/json-members.ts";
import { type ColumnField, QUANTITY_FIELDS } from "../ledger-aliases.ts";
import type { Column, Columns } from "../ledger-columns.ts";
import type { Properties } from "../read-layer.ts";
import { readLedgerCell, scaleQuantity } from "../read-ledger-cell.ts";
import { readText, readYear } from "../read-value.ts";
import type { LedgerField } from "../world.ts";

/** Rows of buildings as one row of their compound. */
export interface AddedBuildings {
  readonly row: Properties;
  /** the sheet's, and one for the number of buildings where it has none */
  readonly columns: Columns;
  /** cells of quantities that add up, blank where another building's is filled */
  readonly blanks: number;
  /** those that cannot be read, as written */
  readonly unreadable: readonly { readonly row: number; header: string; raw: unknown }[];
}

interface Buildings {
  readonly rows: readonly Properties[];
  /** floor areas, m² */
  readonly weights: readonly number[];
}

const COUNT_HEADERS = ["楼栋数", "buildings"];

/** What plain numbers of a column are multiplied by to be in the unit of their field. */
function scaleOf(field: LedgerField, { unit }: Column): number {
  return scaleQuantity(field, { value: 1, unit: "", scaled: false }, unit);
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The sum as the column would state it; about so much where one of its parts is. */
function addUp({ rows, weights }: Buildings, field: LedgerField, column: Column): unknown {
  const sum = sumCells(rows, field, column);
  if (sum === null) return commonCell(rows, column, weights);
  const isAbout = rows.some((row) => {
    const reading = readLedgerCell(field, cellOf(row, column), column);
    return reading.kind === "value" && reading.approximate === true;
  });
  const stated = round6(sum / scaleOf(field, column));
  return isAbout ? `约${stated}` : stated;
}

/** The year by which half of the floor area stood. */
function middleYear({ rows, weights }: Buildings, column: Column): unknown {
  const years = rows.flatMap((row, i) => {
    const reading = readYear(cellOf(row, column));
    return reading.kind === "value" ? [{ year: reading.value, weight: weights[i] }] : [];
  });
  if (new Set(years.map(({ year }) => year)).size < 2) return commonCell(rows, column, weights);
  years.sort((a, b) => a.year - b.year);
  let open = years.reduce((sum, { weight }) => sum + weight, 0) / 2;
  return years.find(({ weight }) => {
    open -= weight;
    return open <= 0;
  })?.year;
}

/** The mean by floor area; rates as fractions. Fees per household stay what most floor area has. */
function meanRate({ rows, weights }: Buildings, field: LedgerField, column: Column): unknown {
  const common = commonCell(rows, column, weights);
  const texts = rows.map((row) => readText(cellOf(row, column)) ?? "");
  const isPerHousehold = `${column.unit} ${texts.join(" ")}`.includes("户");
  if (isPerHousehold || new Set(texts.filter((text) => text !== "")).size < 2) return common;
  let [sum, weight] = [0, 0];
  rows.forEach((row, i) => {
    const reading = readLedgerCell(field, cellOf(row, column), column);
    if (reading.kind !== "value") return;
    sum += reading.value * weights[i];
    weight += weights[i];
  });
  if (weight === 0) return common;
  const mean = sum / weight;
  return round6(field === "collectionRate" ? mean : mean / scaleOf(field, column));
}

function mergeCell(buildings: Buildings, field: ColumnField | undefined, column: Column): unknown {
  const { rows, weights } = buildings;
  const quantity = QUANTITY_FIELDS.find(([, one]) => one === field)?.[0];
  if (field === "building") {
    const numbers = rows.map((row) => readText(cellOf(row, column)) ?? "");
    return numbers.join("、").slice(0, 200);
  }
  if (quantity === "builtYear") return middleYear(buildings, column);
  if (quantity === "feeYuanPerM2Month" || quantity === "collectionRate")
    return meanRate(buildings, quantity, column);
  if (quantity !== undefined && field !== undefined && SUMMED.has(field))
    return addUp(buildings, quantity, column);
  return commonCell(rows, column, weights);
}

/** Cells that the sums lack. */
function findGaps(rows: readonly Properties[], columns: Columns) {
  const unreadable: { row: number; header: string; raw: unknown }[] = [];
  let blanks = 0;
  for (const [quantity, field] of QUANTITY_FIELDS) {
    const column = columns.get(field);
    if (column === undefined || !SUMMED.has(field)) continue;
    const readings = rows.map((row) => readLedgerCell(quantity, cellOf(row, column), column));
    if (!readings.some(({ kind }) => kind === "value")) continue;
    blanks += readings.filter(({ kind }) => kind === "blank").length;
    readings.forEach(({ kind }, row) => {
      const raw = cellOf(rows[row], column);
      if (kind === "unreadable") unreadable.push({ row, header: column.header, raw });
    });
  }
  return { blanks, unreadable };
}

/**
 * Rows of a ledger that are about the buildings of one compound, as its one row: households, areas,
 * spaces, cars, lifts and funds add up, buildings are counted, the year is the middle one and rates are
 * means by floor area; of all else what most floor area has stands.
 * @param rows one for each building, at least two
 */
export function addBuildings(rows: readonly Properties[], columns: Columns): AddedBuildings {
  const buildings = { rows, weights: weighBuildings(rows, columns) };
  const whole = [...columns].filter(([, { part }]) => part === undefined);
  const fields = new Map(whole.map(([field, column]) => [column.header, { field, column }]));
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = headers.map((header): [string, unknown] => {
    const { field, column } = fields.get(header) ?? {};
    const plain: Column = { header, unit: "", confidence: 0, by: "alias" };
    // A spare column is read on its own, under its own header.
    const { spare: _spare, ...own } = column ?? plain;
    return [header, mergeCell(buildings, field, own) ?? memberOf(rows[0], header) ?? ""];
  });
  const free = COUNT_HEADERS.find((header) => !headers.includes(header)) ?? COUNT_HEADERS[0];
  const counted: Column = columns.get("buildings") ?? {
    header: free,
    unit: "",
    confidence: 1,
    by: "alias",
  };
  return {
    row: Object.fromEntries([...cells, [counted.header, rows.length]]),
    columns: new Map([...columns, ["buildings", counted]]),
    ...findGaps(rows, columns),
  };
}
