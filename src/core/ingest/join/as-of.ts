import { isBlank, readText } from "../read-value.ts";

/**
 * A year from 2010 on with its month and day where they follow it: `2023`, `2023年6月`, `2023-06-30`,
 * `20230630`. Not the year that buildings were built in or by (`2015年前`, `2015年建成`).
 */
const DATE =
  /(?<!\d)(20[1-9]\d)(?:[年\-./_]?(0[1-9]|1[0-2])(?:[月\-./_]?(0[1-9]|[12]\d|3[01]))?|[年\-./_]([1-9])(?!\d)(?:[月\-./_](0?[1-9]|[12]\d|3[01]))?)?(?!\d)(?!年?[底末初]?(?:及其?)?(?:以前|之前|以后|之后|前|后|年代|建|竣))/g;

/**
 * The latest day that a name of a file or sheet, or a cell, tells, as the number `yyyymmdd`; months and
 * days that it does not tell are 0. Null: it tells none.
 */
export function readAsOf(raw: unknown): number | null {
  if (isBlank(raw)) return null;
  const text = readText(raw)?.normalize("NFKC") ?? "";
  const days = [...text.matchAll(DATE)].map(([, year, month, day, oneMonth, oneDay]) => {
    const [m, d] = [Number(month ?? oneMonth ?? 0), Number(day ?? oneDay ?? 0)];
    return Number(year) * 10_000 + m * 100 + d;
  });
  return days.length === 0 ? null : Math.max(...days);
}

/** As it may stand in a message: `2023`, `2023-06`, `2023-06-30`. */
export function writeAsOf(asOf: number): string {
  const [year, month, day] = [Math.floor(asOf / 10_000), Math.floor(asOf / 100) % 100, asOf % 100];
  const two = (value: number) => String(value).padStart(2, "0");
  if (month === 0) return String(year);
  return day === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}
