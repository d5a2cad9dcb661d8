import { UnstyledButton } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { type MemberColumns, SERVICE_LEVEL_LABELS, SERVICE_LEVELS } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";
import { useIsTouch } from "../use-is-touch.ts";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { DataTable } from "./data-table.tsx";
import { PairSelect, usePair } from "./pair-select.tsx";
import type { Compared } from "./use-compared.ts";

const MEASURES = ["fee", "service", "distance", "balance", "carries"] as const;
type Measure = (typeof MEASURES)[number];

const HEADS = {
  fee: "win.feeUnit",
  service: "win.service",
  distance: "win.distanceUnit",
  balance: "win.balanceUnit",
  carries: "win.carriesUnit",
} as const;

/** Who gains and who loses, in every respect and compound by compound. */
export function WinnersSection({ compared }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const format = useFormat();
  const chosen = usePair(compared);
  const { pair } = chosen;
  if (!pair) return <p className={classes.hint}>{t("view.waiting")}</p>;
  const { winners, members } = pair;
  const cell = (count: { readonly compounds: number; readonly households: number }) =>
    t("win.cell", {
      compounds: format.int(count.compounds),
      households: format.int(count.households),
    });
  return (
    <>
      <PairSelect compared={compared} chosen={chosen} />
      <DataTable
        label={t("tab.winners")}
        head={[t("win.respect"), `▲ ${t("win.better")}`, t("win.same"), `▼ ${t("win.worse")}`]}
        rows={winners.respects.map(({ respect, better, same, worse }) => ({
          key: respect,
          cells: [t(`win.${respect}`), cell(better), cell(same), cell(worse)],
        }))}
      />
      <p>
        {t("win.sums", {
          balance: format.yuan(winners.balanceChangeYuan),
          before: format.yuan(winners.carriedBeforeYuan),
          after: format.yuan(winners.carriedAfterYuan),
        })}{" "}
        {t("win.carriesHint")}
      </p>
      <MemberTable compared={compared} members={members} />
    </>
  );
}

interface MemberTableProps {
  readonly compared: Compared;
  readonly members: MemberColumns;
}

/** Rows in the order of a column's change, those without one last. */
function sortRows({ compound, ...columns }: MemberColumns, by: Measure, isUp: boolean): Int32Array {
  const { before, after, change } = columns[by];
  const order = Int32Array.from(compound.keys());
  const rank = (row: number) => {
    const value = change[row];
    const isNowhere = Number.isNaN(before[row]) && Number.isNaN(after[row]);
    if (isNowhere || Number.isNaN(value)) return Infinity;
    return isUp ? value : -value;
  };
  return order.sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return one === other ? a - b : one < other ? -1 : 1;
  });
}

function MemberTable({ compared: { world }, members }: MemberTableProps) {
  const t = useCompareWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [by, setBy] = useState<{ readonly measure: Measure; readonly isUp: boolean }>({
    measure: "balance",
    isUp: true,
  });
  const order = useMemo(() => sortRows(members, by.measure, by.isUp), [members, by]);
  const rowHeight = useIsTouch() ? 46 : 34;
  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section ref={scroller} className={classes.tall} aria-label={t("win.table")} tabIndex={0}>
      <table className={classes.table} aria-rowcount={order.length + 1}>
        <thead>
          <tr>
            <th scope="col">{t("win.compound")}</th>
            {MEASURES.map((measure) => (
              <th
                key={measure}
                scope="col"
                aria-sort={by.measure === measure ? (by.isUp ? "ascending" : "descending") : "none"}
              >
                <UnstyledButton
                  className={classes.sort}
                  title={t("win.sort")}
                  onClick={() => setBy({ measure, isUp: by.measure === measure ? !by.isUp : true })}
                >
                  {t(HEADS[measure])} {by.measure === measure ? (by.isUp ? "↑" : "↓") : ""}
                </UnstyledButton>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {items.map((item) => (
            <MemberRow
              key={order[item.index]}
              name={world.compounds[members.compound[order[item.index]]]?.name ?? ""}
              members={members}
              row={order[item.index]}
              at={item.index}
            />
          ))}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </section>
  );
}

function Spacer({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  );
}

interface MemberRowProps {
  readonly name: string;
  readonly members: MemberColumns;
  readonly row: number;
  readonly at: number;
}

/** Above 0 is better for the compound. */
const GOOD: Readonly<Record<Measure, 1 | -1>> = {
  fee: -1,
  service: 1,
  distance: -1,
  balance: 1,
  carries: -1,
};

function MemberRow({ name, members, row, at }: MemberRowProps) {
  const t = useCompareWords();
  const write = useMeasureWords();
  return (
    <tr aria-rowindex={at + 2}>
      <th scope="row">{name}</th>
      {MEASURES.map((measure) => {
        const { before, after, change } = members[measure];
        const isNowhere = Number.isNaN(before[row]) && Number.isNaN(after[row]);
        const gain = GOOD[measure] * change[row];
        const verdict = gain > 0 ? "better" : gain < 0 ? "worse" : null;
        return (
          <td key={measure}>
            {write(measure, before[row])}
            {!isNowhere && ` → ${write(measure, after[row])} `}
            {verdict && (
              <span className={classes[verdict]} title={t(`win.${verdict}`)}>
                {verdict === "better" ? "▲" : "▼"}
                <span className="visually-hidden">{t(`win.${verdict}`)}</span>
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function useMeasureWords(): (measure: Measure, value: number) => string {
  const t = useCompareWords();
  const format = useFormat();
  const language = useApp((state) => state.language);
  return (measure, value) => {
    if (Number.isNaN(value)) return t("moves.leftOut");
    if (measure === "fee") return format.fixed(value, 2);
    if (measure === "service") return SERVICE_LEVEL_LABELS[SERVICE_LEVELS[value]][language];
    return format.int(value);
  };
}
