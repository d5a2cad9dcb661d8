import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import {
  createColumnHelper,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
} from "@tanstack/react-table";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { compareNames } from "./compare-names.ts";
import type { DistrictRow } from "./district-rows.ts";
import classes from "./districts.module.css";

/** What the table library does for this table. */
export const FEATURES = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
});

const helper = createColumnHelper<typeof FEATURES, DistrictRow>();

type TableRow = Row<typeof FEATURES, DistrictRow>;

function byName(a: TableRow, b: TableRow, column: string): number {
  return compareNames(String(a.getValue(column)), String(b.getValue(column)));
}

/** Columns that a narrow table shows. */
const MAIN_COLUMNS = 5;

/** Columns that hold figures; they align right. */
export const NUMERIC_COLUMNS: ReadonlySet<string> = new Set([
  "compounds",
  "households",
  "floorAreaM2",
  "netCostYuan",
  "netCostYuanPerM2Month",
  "staff",
  "spanM",
]);

/** Columns of the district table in the page's language: all, or the main ones. */
export function useDistrictColumns(which: "all" | "main") {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor("name", {
          header: t("table.district"),
          sortFn: byName,
          cell: ({ row }) => (
            <span className={classes.name} title={`${row.original.id} ${row.original.name}`}>
              {row.original.name}
            </span>
          ),
        }),
        helper.accessor((row) => row.estimate.households, {
          id: "households",
          header: t("table.households"),
          cell: ({ getValue }) => format.int(getValue()),
        }),
        helper.accessor((row) => row.estimate.floorAreaM2, {
          id: "floorAreaM2",
          header: t("table.floorArea"),
          cell: ({ getValue }) => format.areaScaled(getValue()),
        }),
        helper.accessor((row) => row.estimate.netCostYuan, {
          id: "netCostYuan",
          header: t("table.netCost"),
          cell: ({ getValue }) => format.yuanScaled(getValue()),
        }),
        helper.accessor("violations", {
          header: t("table.status"),
          cell: ({ getValue }) => <Status violations={getValue()} />,
        }),
        helper.accessor((row) => row.estimate.compounds, {
          id: "compounds",
          header: t("table.compounds"),
          cell: ({ getValue }) => format.int(getValue()),
        }),
        helper.accessor((row) => row.estimate.netCostYuanPerM2Month, {
          id: "netCostYuanPerM2Month",
          header: t("table.netCostPerM2"),
          cell: ({ getValue }) => format.fixed(getValue(), 2),
        }),
        helper.accessor((row) => row.estimate.staff.total, {
          id: "staff",
          header: t("table.staff"),
          cell: ({ getValue }) => format.int(getValue()),
        }),
        helper.accessor((row) => row.estimate.spanM, {
          id: "spanM",
          header: t("table.span"),
          cell: ({ getValue }) => format.int(getValue()),
        }),
        helper.accessor("community", {
          header: t("table.community"),
          sortFn: byName,
          cell: ({ getValue }) => (
            <span className={classes.community} title={getValue()}>
              {getValue()}
            </span>
          ),
        }),
      ]),
    [t, format],
  );
  return useMemo(
    () => (which === "all" ? columns : columns.slice(0, MAIN_COLUMNS)),
    [columns, which],
  );
}

function Status({ violations }: { readonly violations: number }) {
  const { t } = useTranslation();
  const ok = violations === 0;
  return (
    <span className={`${classes.status} ${ok ? classes.good : classes.bad}`}>
      {ok ? <IconCheck size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
      {ok ? t("table.ok") : t("table.broken", { total: violations })}
    </span>
  );
}
