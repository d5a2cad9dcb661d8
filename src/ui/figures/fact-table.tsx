import type { ReactNode } from "react";
import classes from "./figures.module.css";

interface FactTableProps {
  readonly label: string;
  readonly head: readonly ReactNode[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** from which column on cells hold numbers, aligned right */
  readonly numbersFrom?: number;
  /** classes of its frame and of the table in it; those of a card by default */
  readonly look?: { readonly frame: string; readonly table?: string };
}

const IN_CARD: FactTableProps["look"] & object = { frame: classes.facts };

/** A table of facts; wider than its card or page it scrolls. */
export function FactTable({ label, head, rows, numbersFrom = 1, look = IN_CARD }: FactTableProps) {
  const alignOf = (column: number) => (column < numbersFrom ? "start" : "end");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className={look.frame} aria-label={label} tabIndex={0}>
      <table className={look.table}>
        <thead>
          <tr>
            {head.map((words, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
              <th key={column} scope="col" style={{ textAlign: alignOf(column) }}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, column) => {
                const Cell = column === 0 ? "th" : "td";
                return (
                  <Cell
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                    key={column}
                    {...(column === 0 && { scope: "row" })}
                    style={{ textAlign: alignOf(column) }}
                  >
                    {cell}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
