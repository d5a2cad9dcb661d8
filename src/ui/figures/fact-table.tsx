import type { ReactNode } from "react";
import classes from "./figures.module.css";

interface FactTableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** from which column on cells hold numbers, aligned right */
  readonly numbersFrom?: number;
}

/** A small table of facts inside a card; wider than the card it scrolls. */
export function FactTable({ label, head, rows, numbersFrom = 1 }: FactTableProps) {
  const alignOf = (column: number) => (column < numbersFrom ? "start" : "end");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className={classes.facts} aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((words, column) => (
              <th key={words} scope="col" style={{ textAlign: alignOf(column) }}>
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
                    key={head[column]}
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
