import { Tooltip } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import classes from "./figures.module.css";

/** One line of a ledger. */
export interface FigureRow {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  /** how the figure is made */
  readonly formula?: string;
  readonly total?: boolean;
}

/** A ledger: labels left, figures right; a label with a formula explains itself. */
export function FigureRows({ rows }: { readonly rows: readonly FigureRow[] }) {
  return (
    <dl className={classes.rows}>
      {rows.map(({ key, label, value, formula, total = false }) => (
        <Fragment key={key}>
          <dt data-total={total}>
            {formula ? (
              <Tooltip
                label={formula}
                multiline
                maw={280}
                events={{ hover: true, focus: true, touch: true }}
              >
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the formula must be readable by keyboard */}
                <span className={classes.explained} tabIndex={0}>
                  {label}
                </span>
              </Tooltip>
            ) : (
              label
            )}
          </dt>
          <dd data-total={total}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
