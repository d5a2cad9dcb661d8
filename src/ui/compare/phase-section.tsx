import { SegmentedControl } from "@mantine/core";
import { useFormat } from "../format.ts";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { DataTable } from "./data-table.tsx";
import type { Compared } from "./use-compared.ts";
import { useTurn } from "./use-turn.ts";

/** In which order districts are launched, and what runs after each step. */
export function PhaseSection({ compared: { comparison, names } }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const format = useFormat();
  const [wanted, setWanted] = useTurn(0);
  const at = Math.min(wanted, comparison.sides.length - 1);
  const phases = comparison.each[at]?.phases;
  const { startYear } = comparison.options.phasing;
  return (
    <>
      <div className={classes.row}>
        <SegmentedControl
          aria-label={t("phase.of")}
          className={classes.segments}
          value={String(at)}
          onChange={(value) => setWanted(Number(value))}
          data={comparison.sides.map((_, k) => ({ value: String(k), label: names[k] }))}
        />
      </div>
      <p className={classes.hint}>{t("phase.order")}</p>
      {phases && (
        <DataTable
          label={t("tab.phases")}
          head={[
            t("phase.district"),
            t("phase.year"),
            t("phase.ready"),
            t("phase.net"),
            t("phase.districts"),
            t("phase.households"),
            t("phase.share"),
            t("phase.cost"),
            t("phase.uncovered"),
            t("phase.works"),
            t("phase.staff"),
          ]}
          rows={phases.map((step) => ({
            key: step.id,
            cells: [
              step.name,
              startYear + step.year - 1,
              step.score === null ? t("phase.unknown") : format.percent(step.score, 0),
              format.yuan(step.netCostYuan),
              format.int(step.after.districts),
              format.int(step.after.households),
              format.percent(step.after.householdsShare, 0),
              format.yuan(step.after.netCostYuan),
              format.yuan(step.after.uncoveredYuan),
              format.yuan(step.after.worksYuan),
              format.number(step.after.staff, 1),
            ],
          }))}
        />
      )}
    </>
  );
}
