import { Tooltip, UnstyledButton } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import classes from "./figures.module.css";

/** One line of a ledger. */
export interface FigureRow {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  /** from–to, in words */
  readonly band?: string | undefined;
  /** how the figure is made */
  readonly formula?: string;
  readonly total?: boolean;
  /** shows where the figure comes from */
  onOpen?(): void;
}

/** A ledger: labels left, figures right; a label opens to where its figure comes from. */
export function FigureRows({ rows }: { readonly rows: readonly FigureRow[] }) {
  return (
    <dl className={classes.rows}>
      {rows.map(({ key, value, band, total = false, ...label }) => (
        <Fragment key={key}>
          <dt data-total={total}>
            <RowLabel {...label} />
          </dt>
          <dd data-total={total}>
            {value}
            {band && <span className={classes.band}>{band}</span>}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function RowLabel({ label, formula, onOpen }: Pick<FigureRow, "label" | "formula" | "onOpen">) {
  if (!onOpen) return label;
  const button = (
    <UnstyledButton className={classes.explained} aria-haspopup="dialog" onClick={() => onOpen()}>
      {label}
    </UnstyledButton>
  );
  if (!formula) return button;
  return (
    <Tooltip label={formula} multiline maw={280}>
      {button}
    </Tooltip>
  );
}
