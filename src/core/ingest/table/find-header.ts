import { fieldOfHeader, isPersonalHeader } from "../ledger-columns.ts";
import { readUnitRow } from "./stated-units.ts";
import type { Cell, Merge, Sheet } from "./table.ts";

/** Where the body of a sheet begins and what its columns are called. */
export interface FoundHeader {
  /** one per column, empty where it has none; several header rows are joined by a blank */
  readonly headers: readonly string[];
  /** one per column: what a row of units under the header says, empty where it says nothing */
  readonly units: readonly string[];
  /** first row of the header, 0-based */
  readonly headRow: number;
  /** first row of the body, 0-based */
  readonly firstRow: number;
  /** share 0…1 of the headers that name a known field; 0 where nothing did */
  readonly confidence: number;
}

/** Rows looked at: titles and remarks above a table are never longer. */
const MAX_TITLE_ROWS = 40;
/** Longest header cell; longer ones are remarks. */
const MAX_HEADER = 60;

type Grid = readonly (readonly Cell[])[];

/** Cells covered by a merge, filled with its text; numbers are never repeated. */
export function fillMerges(rows: Grid, merges: readonly Merge[]): Cell[][] {
  const filled = rows.map((row) => [...row]);
  for (const [top, left, bottom, right] of merges) {
    const cell = rows[top]?.[left] ?? null;
    if (typeof cell !== "string") continue;
    for (let r = top; r <= Math.min(bottom, rows.length - 1); r++) {
      for (let c = left; c <= Math.min(right, left + 500); c++) {
        while (filled[r].length <= c) filled[r].push(null);
        filled[r][c] = cell;
      }
    }
  }
  return filled;
}

function textAt(row: readonly Cell[], column: number): string {
  const cell = row[column];
  return typeof cell === "string" ? cell.replace(/\s+/g, " ").trim() : "";
}

interface RowScore {
  readonly fields: number;
  readonly texts: number;
  readonly numbers: number;
}

function scoreRow(row: readonly Cell[]): RowScore {
  const fields = new Set<string>();
  const texts = new Set<string>();
  let numbers = 0;
  for (let c = 0; c < row.length; c++) {
    const text = textAt(row, c);
    if (typeof row[c] === "number" || /^[\d.,%]+$/.test(text)) numbers += 1;
    if (text === "" || text.length > MAX_HEADER) continue;
    texts.add(text);
    const match = fieldOfHeader(text);
    if (match !== null) fields.add(match.field);
    else if (isPersonalHeader(text)) fields.add(text);
  }
  return { fields: fields.size, texts: texts.size, numbers };
}

/** The row that names most fields; without any, the first with two texts and no number. */
function chooseRow(rows: Grid): { row: number; fields: number } {
  let best = { row: -1, fields: 0 };
  let plain = -1;
  for (let r = 0; r < Math.min(rows.length, MAX_TITLE_ROWS); r++) {
    const { fields, texts, numbers } = scoreRow(rows[r]);
    if (fields > best.fields && numbers <= texts) best = { row: r, fields };
    if (plain < 0 && texts >= 2 && numbers === 0) plain = r;
  }
  if (best.fields >= 2 || (best.fields === 1 && plain < 0)) return best;
  if (best.fields === 1 && scoreRow(rows[best.row]).texts >= 2) return best;
  return { row: plain < 0 ? 0 : plain, fields: 0 };
}

/** A row continues the header when it holds no number and a merge or repeated text ties it to it. */
function continues(rows: Grid, above: number, merges: readonly Merge[]): boolean {
  const next = rows[above + 1];
  if (next === undefined) return false;
  const { numbers, texts, fields } = scoreRow(next);
  if (numbers > 0 || texts === 0) return false;
  const across = merges.some(
    ([top, left, bottom, right]) => top === above && bottom === above && right > left,
  );
  const down = merges.some(([top, , bottom]) => top <= above && bottom > above);
  return (across && (down || fields > 0)) || (down && across) || (down && fields > 0);
}

function joinTexts(texts: readonly string[]): string {
  const distinct = texts.filter((text, i) => text !== "" && texts.indexOf(text) === i);
  return distinct.join(" ");
}

/** Longest word of a header that is taken for a lost merge. */
const MAX_GROUP = 30;

/** True when no cell of two rows holds more than a header would, and none a figure. */
function mayBeHeaders(rows: readonly (readonly Cell[])[]): boolean {
  return rows.every((row) => {
    const texts = row.map((_, c) => textAt(row, c)).filter((text) => text !== "");
    return (
      scoreRow(row).numbers === 0 && texts.every((t) => t.length <= MAX_GROUP && !/[:：]/.test(t))
    );
  });
}

/** Merges of two header rows as their blanks tell: across where words stand below, else down. */
function mergesOfBlanks(upper: readonly Cell[], lower: readonly Cell[], top: number): Merge[] {
  const merges: Merge[] = [];
  const width = Math.max(upper.length, lower.length);
  for (let c = 0; c < width; c++) {
    if (textAt(upper, c) === "") continue;
    let right = c;
    while (right + 1 < width && textAt(upper, right + 1) === "" && textAt(lower, right + 1) !== "")
      right += 1;
    if (textAt(lower, c) === "") merges.push([top, c, top + 1, c]);
    else if (right > c) merges.push([top, c, top, right]);
  }
  return merges;
}

/**
 * Merges that a sheet lost when it was saved as text: two rows of words, the lower one mostly names of
 * fields, that leave each other room. Only where neither row has a merge of its own.
 */
function lostMerges(rows: Grid, merges: readonly Merge[]): Merge[] {
  for (let top = 0; top + 1 < rows.length; top++) {
    const [upper, lower] = [rows[top], rows[top + 1]];
    if (merges.some(([first, , last]) => first <= top + 1 && last >= top)) continue;
    if (!mayBeHeaders([upper, lower]) || scoreRow(upper).texts < 2) continue;
    const { fields, texts } = scoreRow(lower);
    if (fields < 1 || fields < texts / 2) continue;
    const found = mergesOfBlanks(upper, lower, top);
    const across = found.some(([first, , last]) => first === last);
    if (across && found.some(([first, , last]) => last > first)) return found;
  }
  return [];
}

/**
 * Finds the header of a sheet under titles, remarks and merged cells, one to three rows of it. Sheets
 * without a header that names anything known take their first row of texts.
 */
export function findHeader({ rows: raw, merges: stated }: Sheet): FoundHeader {
  if (raw.length === 0) return { headers: [], units: [], headRow: 0, firstRow: 0, confidence: 0 };
  const head = raw.slice(0, MAX_TITLE_ROWS + 3);
  const inHead = stated.filter(([top]) => top < head.length);
  const merges = [...inHead, ...lostMerges(head, inHead)];
  const rows = fillMerges(head, merges);
  const { row: chosen } = chooseRow(rows);
  let first = chosen;
  // A group row above ("房屋情况" over several columns) is part of the header, a title is not.
  if (first > 0 && continues(rows, first - 1, merges) && scoreRow(rows[first - 1]).texts >= 2)
    first -= 1;
  let last = chosen;
  let units = readUnitRow(rows[last + 1], rows[last]);
  while (units === null && last - first < 2 && continues(rows, last, merges)) {
    last += 1;
    units = readUnitRow(rows[last + 1], rows[last]);
  }
  const width = Math.max(...rows.slice(first, last + 1).map((row) => row.length), 0);
  const headers = Array.from({ length: width }, (_, c) =>
    joinTexts(rows.slice(first, last + 1).map((row) => textAt(row, c))).slice(0, 120),
  );
  const named = headers.filter((header) => header !== "");
  const known = named.filter((header) => fieldOfHeader(header) !== null);
  const confidence = named.length === 0 ? 0 : Math.round((known.length / named.length) * 100) / 100;
  const firstRow = last + (units === null ? 1 : 2);
  return { headers, units: units ?? [], headRow: first, firstRow, confidence };
}
