import { SegmentedControl, Select } from "@mantine/core";
import {
  CRITERIA,
  type Indicator,
  type IndicatorKey,
  type ScenarioReport,
} from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { Bars } from "./charts/bars.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { DataTable } from "./data-table.tsx";
import { RankingPart } from "./ranking-part.tsx";
import type { Compared } from "./use-compared.ts";
import { useTurn } from "./use-turn.ts";
import { WithTable } from "./with-table.tsx";
import { useIndicatorWords } from "./write-indicator.ts";

type Tornado = ScenarioReport["tornado"];

/** Assumptions drawn; the rest is in the table. */
const DRAWN = 12;

/** What the figures rest on: bands, tornado, break-even values, ranking under draws. */
export function CertaintySection({ compared }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const { compare } = useActions();
  const language = useApp((state) => state.language);
  const { comparison, names } = compared;
  const { options, table, sides } = comparison;
  const [wanted, setWanted] = useTurn(0);
  const at = Math.min(wanted, names.length - 1);
  const report = comparison.each[at];
  const pair = at > 0 ? comparison.pairs[at - 1] : null;
  const rows = table?.indicators ?? [];
  const { unitOf } = useIndicatorWords();
  const byRow = rows.find(({ key }) => key === options.by);
  const nameOf = (key: string) => rows.find((row) => row.key === key)?.label[language] ?? key;
  return (
    <>
      <div className={classes.row}>
        <SegmentedControl
          aria-label={t("phase.of")}
          className={classes.segments}
          value={String(at)}
          onChange={(value) => setWanted(Number(value))}
          data={names.map((name, k) => ({ value: String(k), label: name }))}
        />
        <Select
          aria-label={t("sure.indicator")}
          value={options.by}
          allowDeselect={false}
          data={CRITERIA.map((key) => ({ value: key, label: nameOf(key) }))}
          onChange={(by) =>
            by &&
            void compare(
              sides.map(({ id }) => id),
              { ...options, by: by as IndicatorKey },
            )
          }
        />
      </div>
      <RankingPart compared={compared} />
      {report && (
        <>
          <BandTable report={report} />
          <h3>
            {t("sure.tornado", { name: nameOf(options.by) })}{" "}
            <span className={classes.unit}>{byRow && unitOf(byRow.unit)}</span>
          </h3>
          <TornadoChart tornado={report.tornado} row={byRow} />
          {pair && at < sides.length && (
            <>
              <h3>{t("sure.difference", { name: names[at] })}</h3>
              <TornadoChart tornado={pair.difference} row={byRow} />
            </>
          )}
          {report.viability.length > 0 && (
            <>
              <h3>{t("sure.viability")}</h3>
              <ul className={classes.list}>
                {report.viability.map(({ key, words, value, isLikely }) => (
                  <li key={key}>
                    {words[language]}
                    {value !== null &&
                      ` · ${isLikely ? "✓" : "✗"} ${t(isLikely ? "sure.likely" : "sure.unlikely")}`}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </>
  );
}

function BandTable({ report }: { readonly report: ScenarioReport }) {
  const t = useCompareWords();
  const language = useApp((state) => state.language);
  const { write, unitOf } = useIndicatorWords();
  return (
    <>
      <h3>{t("sure.bands")}</h3>
      <DataTable
        label={t("sure.bands")}
        head={[t("indicator.name"), t("sure.low"), t("sure.default"), t("sure.high")]}
        rows={report.bands.map((band) => ({
          key: band.key,
          cells: [
            <span key="name">
              {band.label[language]} <span className={classes.unit}>{unitOf(band.unit)}</span>
            </span>,
            write(band.unit, band.low),
            write(band.unit, band.default),
            write(band.unit, band.high),
          ],
        }))}
      />
    </>
  );
}

interface TornadoChartProps {
  readonly tornado: Tornado;
  /** row of the table that it is about */
  readonly row: Indicator | undefined;
}

function TornadoChart({ tornado, row }: TornadoChartProps) {
  const t = useCompareWords();
  const format = useFormat();
  const language = useApp((state) => state.language);
  const { write } = useIndicatorWords();
  if (!row || tornado.bars.length === 0) return <p>{t("view.none")}</p>;
  const say = (value: number) => write(row.unit, value);
  const ranges = tornado.bars.map((bar) => ({
    ...bar,
    outcome: `${say(Math.min(bar.atLow, bar.atHigh))} … ${say(Math.max(bar.atLow, bar.atHigh))}`,
  }));
  const write3 = (value: number) => format.number(value, 3);
  const table = (
    <DataTable
      label={t("sure.assumption")}
      head={[t("sure.assumption"), t("sure.range"), t("sure.outcome"), ""]}
      rows={ranges.map((bar) => ({
        key: bar.key,
        cells: [
          bar.meaning[language],
          `${write3(bar.low)} … ${write3(bar.high)}`,
          bar.outcome,
          bar.changesSign ? `⇄ ${t("sure.flips")}` : "",
        ],
      }))}
    />
  );
  return (
    <WithTable table={table}>
      <Bars
        title={t("sure.tornado", { name: row.label[language] })}
        bars={ranges.slice(0, DRAWN).map((bar) => ({
          key: bar.key,
          label: `${bar.changesSign ? "⇄ " : ""}${bar.meaning[language]}`,
          from: Math.min(bar.atLow, bar.atHigh) - tornado.now,
          to: Math.max(bar.atLow, bar.atHigh) - tornado.now,
          value: bar.outcome,
          tone: "owners",
          mark: 0,
        }))}
      />
    </WithTable>
  );
}
