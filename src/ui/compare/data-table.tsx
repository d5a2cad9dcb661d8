import type { ComponentProps } from "react";
import { FactTable } from "../figures/fact-table.tsx";
import classes from "./compare.module.css";

const IN_SECTION = { frame: classes.scroller, table: classes.table };

/** A table of a section of the comparison. */
export function DataTable(props: Omit<ComponentProps<typeof FactTable>, "look">) {
  return <FactTable {...props} look={IN_SECTION} />;
}
