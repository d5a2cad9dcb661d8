import { Select } from "@mantine/core";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { Bars } from "./charts/bars.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { DataTable } from "./data-table.tsx";
import type { Compared } from "./use-compared.ts";
import { WithTable } from "./with-table.tsx";
import { useIndicatorWords } from "./write-indicator.ts";

const DRAWS = ["200", "1000", "5000"];

/** Whether the ranking survives when assumptions vary together. */
export function RankingPart({ compared }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const format = useFormat();
  const { compare } = useActions();
  const language = useApp((state) => state.language);
  const { write } = useIndicatorWords();
  const { comparison, names } = compared;
  const { options, sides, ranked, table } = comparison;
  const ranking = comparison.together?.ranking;
  const row = table?.indicators.find(({ key }) => key === options.by);
  const say = (value: number) =>
    options.weights || !row ? format.fixed(value, 3) : write(row.unit, value);
  const nameAt = (k: number) => names[ranked[k]];
  return (
    <>
      <h3>{t("sure.ranking")}</h3>
      <div className={classes.row}>
        <span>
          {options.weights
            ? t("sure.rankedByWeights")
            : t("sure.rankedBy", { name: row?.label[language] ?? "" })}
        </span>
        <Select
          aria-label={t("sure.draws")}
          w={120}
          value={String(options.draws)}
          allowDeselect={false}
          data={[...new Set([String(options.draws), ...DRAWS])]}
          onChange={(draws) =>
            draws &&
            void compare(
              sides.map(({ id }) => id),
              { ...options, draws: Number(draws) },
            )
          }
        />
      </div>
      {!ranking ? (
        <p className={classes.hint}>{t("view.waiting")}</p>
      ) : (
        <>
          <p>
            {t("sure.sameOrder", {
              share: format.percent(ranking.sameOrder, 0),
              draws: format.int(ranking.draws),
            })}
          </p>
          <WithTable
            table={
              <DataTable
                label={t("sure.ranking")}
                head={[
                  t("phase.of"),
                  t("sure.wins"),
                  t("sure.place"),
                  t("sure.p10"),
                  t("sure.p50"),
                  t("sure.p90"),
                ]}
                rows={ranking.wins.map((share, k) => ({
                  key: String(k),
                  cells: [
                    nameAt(k),
                    format.percent(share),
                    format.fixed(ranking.meanPlaces[k], 2),
                    say(ranking.p10[k]),
                    say(ranking.p50[k]),
                    say(ranking.p90[k]),
                  ],
                }))}
              />
            }
          >
            <Bars
              title={t("sure.wins")}
              bars={ranking.wins.map((share, k) => ({
                key: String(k),
                label: nameAt(k),
                from: 0,
                to: share,
                value: format.percent(share),
                tone: share === Math.max(...ranking.wins) ? "owners" : "weak",
              }))}
            />
          </WithTable>
        </>
      )}
    </>
  );
}
