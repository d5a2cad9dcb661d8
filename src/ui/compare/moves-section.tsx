import { useFormat } from "../format.ts";
import { Flows } from "./charts/flows.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { DataTable } from "./data-table.tsx";
import { PairSelect, usePair } from "./pair-select.tsx";
import type { Compared } from "./use-compared.ts";
import { WithTable } from "./with-table.tsx";

/** Ribbons drawn; the rest is in the table. */
const DRAWN = 24;
/** Rows listed. */
const LISTED = 300;

/** From which district to which. */
export function MovesSection({ compared }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const format = useFormat();
  const chosen = usePair(compared);
  const { comparison, world } = compared;
  const { pair, second } = chosen;
  if (!pair) return <p className={classes.hint}>{t("view.waiting")}</p>;
  const nameOf = (side: number, id: string | null): string => {
    if (id === null) return t("moves.leftOut");
    const districts = comparison.sides[side]?.zoning.districts;
    return (
      districts?.find((one) => one.id === id)?.name ??
      world.compounds.find((one) => one.id === id)?.name ??
      id
    );
  };
  const moved = pair.realignment.rows
    .filter(({ stays }) => !stays)
    .map((row) => ({
      from: nameOf(0, row.fromId),
      to: nameOf(second, row.toId),
      key: `${row.fromId} ${row.toId}`,
      amount: row.households,
      compounds: row.compounds.map((i) => world.compounds[i].name),
    }))
    .sort((a, b) => b.amount - a.amount);
  const isIn = ({ from, to }: { from: number; to: number }) => from >= 0 || to >= 0;
  const all = pair.realignment.rows
    .filter(isIn)
    .reduce((sum, { households }) => sum + households, 0);
  const { changed, changedHouseholds } = pair.realignment;
  const table = (
    <DataTable
      label={t("tab.moves")}
      numbersFrom={2}
      head={[t("moves.from"), t("moves.to"), t("moves.households"), t("moves.compounds")]}
      rows={moved.slice(0, LISTED).map((row) => ({
        key: row.key,
        cells: [row.from, row.to, format.int(row.amount), row.compounds.join(" · ")],
      }))}
    />
  );
  return (
    <>
      <PairSelect compared={compared} chosen={chosen} />
      {moved.length === 0 ? (
        <p>{t("moves.none")}</p>
      ) : (
        <>
          <p>
            {t("moves.summary", {
              compounds: format.int(changed.length),
              households: format.int(changedHouseholds),
              stay: format.int(all - changedHouseholds),
            })}{" "}
            {moved.length > DRAWN && t("moves.shown", { count: DRAWN })}
          </p>
          <WithTable table={table}>
            <Flows
              title={t("moves.flow")}
              streams={moved.slice(0, DRAWN)}
              write={(amount) => format.int(amount)}
            />
          </WithTable>
        </>
      )}
    </>
  );
}
