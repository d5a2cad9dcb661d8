import type { Bilingual, Language } from "../../base/language.ts";
import { FIGURES, type FigureKey } from "../../estimate/figures.ts";

/** A cell: blank cells are to be filled in by hand. */
export type Cell = string | number | null;

/** A sheet of a workbook as it stands: columns, and rows as wide as these. */
export interface TableSheet {
  /** at most 31 characters, none of `[]:*?/\` */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly {
    readonly head: string;
    /** number format of a spreadsheet; null: text */
    readonly format: string | null;
    /** least width, characters: for what is written in by hand */
    readonly room?: number;
  }[];
  readonly rows: readonly (readonly Cell[])[];
  /** the last row holds totals */
  readonly hasTotal: boolean;
  readonly frozenColumns: number;
}

export const WHOLE = "#,##0";
export const ONE = "#,##0.0";
const TWO = "#,##0.00";
const PERCENT = "0.0%";
export const YEAR = "0";

/** A column over items of one kind. */
export interface Column<T> {
  readonly head: Bilingual;
  /** null: text */
  readonly format: string | null;
  /** its numbers add up, so the row of totals has their sum */
  readonly adds?: boolean;
  /** least width, characters: for what is written in by hand */
  readonly room?: number;
  readonly cell: (item: T) => Cell;
}

/** Words of a sheet. */
export interface SheetWords {
  readonly name: Bilingual;
  readonly title: Bilingual;
  readonly note: Bilingual;
}

const TOTAL: Bilingual = { zh: "合计", en: "Total" };

function totalRow<T>(columns: readonly Column<T>[], rows: readonly (readonly Cell[])[]): Cell[] {
  return columns.map(({ adds }, c) =>
    adds
      ? rows.reduce((sum, row) => sum + (typeof row[c] === "number" ? (row[c] as number) : 0), 0)
      : null,
  );
}

/** The sheet of `items`, one row each; with totals where there are any columns that add up. */
export function layTable<T>(
  { name, title, note }: SheetWords,
  columns: readonly Column<T>[],
  {
    items,
    language,
    frozenColumns,
  }: { readonly items: readonly T[]; readonly language: Language; readonly frozenColumns: number },
): TableSheet {
  const rows = items.map((item) => columns.map(({ cell }) => cell(item)));
  const hasTotal = rows.length > 1 && columns.some(({ adds }) => adds);
  const total = hasTotal ? [[TOTAL[language], ...totalRow(columns, rows).slice(1)]] : [];
  return {
    name: name[language],
    title: title[language],
    note: note[language],
    columns: columns.map(({ head, format, room = 0 }) => ({ head: head[language], format, room })),
    rows: [...rows, ...total],
    hasTotal,
    frozenColumns,
  };
}

const UNIT_FORMATS: Readonly<Record<string, string>> = {
  "%": PERCENT,
  m: ONE,
  "yuan/m²·month": TWO,
};
/** Units whose figures are no sums over members. */
const NO_SUM = new Set(["%", "m", "yuan/m²·month", "years"]);

/** How a figure stands in a cell: its number format, its head with unit, whether it adds up. */
export function figureColumn(key: FigureKey): Omit<Column<never>, "cell"> {
  const { label, unit } = FIGURES[key];
  const format = UNIT_FORMATS[unit.en] ?? WHOLE;
  const isShare = format === PERCENT;
  const head = (language: Language) =>
    unit[language] === "" || isShare ? label[language] : `${label[language]} (${unit[language]})`;
  return { head: { zh: head("zh"), en: head("en") }, format, adds: !NO_SUM.has(unit.en) };
}
