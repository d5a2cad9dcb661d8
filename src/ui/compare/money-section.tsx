import type { ScenarioReport } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";
import { type Bar, Bars } from "./charts/bars.tsx";
import { Columns } from "./charts/columns.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { DataTable } from "./data-table.tsx";
import type { Compared } from "./use-compared.ts";
import { WithTable } from "./with-table.tsx";

/** How districts' balances lie, and the three purses of every scenario. */
export function MoneySection({ compared }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const { comparison, names } = compared;
  const { together, each } = comparison;
  return (
    <>
      <h3>{t("money.distribution")}</h3>
      <p className={classes.hint}>{t("money.bars")}</p>
      {together ? (
        <Distributions compared={compared} />
      ) : (
        <p className={classes.hint}>{t("view.waiting")}</p>
      )}
      <h3>{t("money.ledgers")}</h3>
      <p className={classes.hint}>{t("money.purses")}</p>
      <div className={classes.grid}>
        {each.map((report, k) =>
          report ? <Ledgers key={names[k]} name={names[k]} report={report} each={each} /> : null,
        )}
      </div>
    </>
  );
}

function Distributions({ compared: { comparison, names } }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const format = useFormat();
  const distribution = comparison.together?.distribution;
  if (!distribution) return null;
  const { edges, counts } = distribution;
  // Today every compound is a district of its own: it has a scale of its own.
  const last = counts.length - 1;
  const most = Math.max(1, ...counts.slice(0, last).flat());
  const write = (edge: number) => format.fixed(edge, 1);
  const table = (
    <DataTable
      label={t("money.distribution")}
      head={[t("money.distribution"), ...names]}
      rows={edges.slice(0, -1).map((edge, k) => ({
        key: String(edge),
        cells: [
          t("money.class", { from: write(edge), to: write(edges[k + 1]) }),
          ...counts.map((one) => format.int(one[k])),
        ],
      }))}
    />
  );
  return (
    <WithTable table={table}>
      <div className={classes.grid}>
        {counts.map((one, k) => (
          <figure key={names[k]} className={classes.figure}>
            <figcaption>{names[k]}</figcaption>
            <Columns
              title={`${names[k]}: ${t("money.distribution")}`}
              edges={edges}
              counts={one}
              most={k === last ? Math.max(1, ...one) : most}
            />
          </figure>
        ))}
      </div>
    </WithTable>
  );
}

type Purse = "owners" | "public" | "fund";
const PURSES: readonly Purse[] = ["owners", "public", "fund"];

interface LedgersProps {
  readonly name: string;
  readonly report: ScenarioReport;
  readonly each: readonly (ScenarioReport | null)[];
}

function Ledgers({ name, report }: LedgersProps) {
  const t = useCompareWords();
  const format = useFormat();
  const language = useApp((state) => state.language);
  const barsOf = (purse: Purse): Bar[] =>
    report.ledgers[purse]
      .filter(({ yuan }) => yuan !== 0)
      .map(({ key, label, side, yuan }) => ({
        key,
        label: label[language],
        from: 0,
        to: side === "income" ? yuan : side === "cost" && purse === "owners" ? -yuan : yuan,
        value: `${t(`money.${side}`)} ${format.yuan(yuan)}`,
        tone: purse === "owners" && side === "cost" ? "cost" : purse,
      }));
  const table = (
    <DataTable
      label={name}
      numbersFrom={2}
      head={[t("money.item"), "", t("money.balance")]}
      rows={PURSES.flatMap((purse) =>
        report.ledgers[purse].map(({ key, label, side, yuan }) => ({
          key: `${purse} ${key}`,
          cells: [
            label[language],
            `${t(`money.${purse}`)} · ${t(`money.${side}`)}`,
            format.yuan(yuan),
          ],
        })),
      )}
    />
  );
  return (
    <figure className={classes.figure}>
      <figcaption>{name}</figcaption>
      <WithTable table={table}>
        {PURSES.map((purse) => {
          const bars = barsOf(purse);
          return bars.length === 0 ? null : (
            <div key={purse}>
              <h4>{t(`money.${purse}`)}</h4>
              <Bars title={`${name}: ${t(`money.${purse}`)}`} bars={bars} />
            </div>
          );
        })}
      </WithTable>
    </figure>
  );
}
