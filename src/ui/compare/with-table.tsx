import type { ReactNode } from "react";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";

interface WithTableProps {
  /** the picture */
  readonly children: ReactNode;
  /** the same figures as a table */
  readonly table: ReactNode;
}

/** A chart with the table of its figures folded beneath. */
export function WithTable({ children, table }: WithTableProps) {
  const t = useCompareWords();
  return (
    <div>
      {children}
      <details className={classes.fold}>
        <summary>{t("view.asTable")}</summary>
        {table}
      </details>
    </div>
  );
}
