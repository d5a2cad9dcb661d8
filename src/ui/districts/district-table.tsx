import { Checkbox, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { FlexRender, type Header, type Row, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { AppState } from "../../store/state.ts";
import { useActions, useApp, useAppStore } from "../store-context.tsx";
import { useIsTouch } from "../use-is-touch.ts";
import { FEATURES, NUMERIC_COLUMNS, useDistrictColumns } from "./district-columns.tsx";
import type { DistrictRow } from "./district-rows.ts";
import classes from "./districts.module.css";

type TableRow = Row<typeof FEATURES, DistrictRow>;
type TableHeader = Header<typeof FEATURES, DistrictRow, unknown>;

const NOTHING: readonly number[] = [];

interface DistrictTableProps {
  readonly rows: DistrictRow[];
  readonly columns: "all" | "main";
}

/** Districts as rows: sortable by any column, selection shared with the map. */
export function DistrictTable({ rows, columns: which }: DistrictTableProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useIsTouch() ? 46 : 36;
  const columns = useDistrictColumns(which);
  const table = useTable({
    features: FEATURES,
    columns,
    data: rows,
    getRowId: (row) => String(row.index),
    initialState: { sorting: [{ id: "name", desc: false }] },
  });
  const sorted = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const selected = useSelectedDistricts();
  useFollowSelection(sorted, selected, (at) => virtual.scrollToIndex(at, { align: "auto" }));

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-columns={which}
      style={{ "--row-height": `${rowHeight}px` } as React.CSSProperties}
    >
      <table
        className={classes.table}
        aria-label={t("table.title")}
        aria-rowcount={sorted.length + 1}
        aria-multiselectable="true"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows can be selected, which makes the table a grid
        role="grid"
      >
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("table.choose")}</span>
            </th>
            {table.getHeaderGroups()[0]?.headers.map((header) => (
              <SortHeader key={header.id} header={header} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
          {items.map((item) => (
            <BodyRow
              key={sorted[item.index].id}
              row={sorted[item.index]}
              at={item.index}
              columns={columns}
              isSelected={selected.includes(sorted[item.index].original.index)}
            />
          ))}
          <Spacer height={after} />
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className={classes.noMatch} role="status">
          {t("table.noMatch")}
        </p>
      )}
    </div>
  );
}

function selectedDistricts({ selection }: AppState): readonly number[] {
  return selection?.kind === "districts" ? selection.indices : NOTHING;
}

function useSelectedDistricts(): readonly number[] {
  return useApp(selectedDistricts);
}

/** Scrolls to the district selected last, wherever it was selected. */
function useFollowSelection(
  rows: readonly TableRow[],
  selected: readonly number[],
  scrollTo: (at: number) => void,
): void {
  const last = selected.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection scrolls, not a new order
  useEffect(() => {
    const at = rows.findIndex(({ original }) => original.index === last);
    if (at >= 0) scrollTo(at);
  }, [last]);
}

function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr className={classes.spacer} aria-hidden>
      <td style={{ height }} />
    </tr>
  );
}

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

function SortHeader({ header }: { readonly header: TableHeader }) {
  const direction = header.column.getIsSorted();
  return (
    <th
      scope="col"
      className={NUMERIC_COLUMNS.has(header.column.id) ? classes.numeric : undefined}
      aria-sort={direction ? ARIA_SORT[direction] : "none"}
    >
      <UnstyledButton
        className={classes.sort}
        onClick={() => header.column.toggleSorting(direction === "asc")}
      >
        {String(header.column.columnDef.header ?? "")}
        {direction === "asc" && <IconArrowUp size={12} aria-hidden />}
        {direction === "desc" && <IconArrowDown size={12} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}

interface BodyRowProps {
  readonly row: TableRow;
  readonly at: number;
  /** what makes the cells: others with another language or width */
  readonly columns: unknown;
  readonly isSelected: boolean;
}

/** Whether two rows look alike: the table makes new row objects at every edit. */
function looksAlike(a: BodyRowProps, b: BodyRowProps): boolean {
  const [one, other] = [a.row.original, b.row.original];
  return (
    a.at === b.at &&
    a.columns === b.columns &&
    a.isSelected === b.isSelected &&
    one.index === other.index &&
    one.id === other.id &&
    one.name === other.name &&
    one.community === other.community &&
    one.estimate === other.estimate &&
    one.violations === other.violations
  );
}

const BodyRow = memo(function BodyRow({ row, at, isSelected }: BodyRowProps) {
  const { t } = useTranslation();
  const store = useAppStore();
  const { select, zoomToSelection } = useActions();
  const { index, name } = row.original;
  const toggle = () => {
    const selected = selectedDistricts(store.getState());
    const rest = selected.filter((other) => other !== index);
    const indices = isSelected ? rest : [...selected, index];
    select(indices.length > 0 ? { kind: "districts", indices } : null);
  };
  const choose = (event: Pick<MouseEvent, "shiftKey" | "ctrlKey" | "metaKey">) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) toggle();
    else {
      select({ kind: "districts", indices: [index] });
      zoomToSelection();
    }
  };
  const [first, ...cells] = row.getAllCells();
  return (
    <tr
      className={classes.row}
      aria-selected={isSelected}
      aria-rowindex={at + 2}
      data-district={index}
      onClick={choose}
    >
      <td>
        <Checkbox
          aria-label={t("table.chooseOne", { name })}
          checked={isSelected}
          onClick={(event) => event.stopPropagation()}
          onChange={toggle}
        />
      </td>
      <td>
        <UnstyledButton
          onClick={(event) => {
            event.stopPropagation();
            choose(event);
          }}
        >
          <FlexRender cell={first} />
        </UnstyledButton>
      </td>
      {cells.map((cell) => (
        <td
          key={cell.id}
          className={NUMERIC_COLUMNS.has(cell.column.id) ? classes.numeric : undefined}
        >
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  );
}, looksAlike);
