import { useTranslation } from "react-i18next";
import {
  type AssumptionSet,
  assumptionsUnder,
  type TracedAssumption,
  type TracedCell,
  type TraceTerms,
  type World,
} from "../../core/index.ts";
import { useUnitWords } from "../assumptions/unit-words.ts";
import { useFieldWords } from "../detail/field-words.ts";
import { FactTable } from "../figures/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useScenario } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import classes from "./money.module.css";

interface TracedAssumptionsProps {
  readonly assumptions: readonly TracedAssumption[];
  readonly terms: TraceTerms;
}

/** Assumptions a figure uses: value in force, where it was set, source and year. */
export function TracedAssumptions({ assumptions, terms }: TracedAssumptionsProps) {
  const { t } = useTranslation();
  const scenario = useScenario();
  const set = scenario?.recipe.assumptionSet ?? null;
  return (
    <>
      <h3 className={classes.traceHead}>{t("trace.assumptions")}</h3>
      <ul className={classes.list}>
        {assumptions.map((traced) => (
          <AssumptionLine key={traced.key} traced={traced} set={set} world={terms.world} />
        ))}
      </ul>
    </>
  );
}

interface AssumptionLineProps {
  readonly traced: TracedAssumption;
  readonly set: AssumptionSet | null;
  readonly world: World;
}

function AssumptionLine({ traced, set, world }: AssumptionLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const unitWords = useUnitWords();
  const { key, value, setAt, own } = traced;
  const entry = assumptionsUnder(set).find((a) => a.key === key);
  if (!entry) return null;
  const list = own.map(([i, v]) => `${world.compounds[i].name} ${format.number(v, 3)}`).join(" · ");
  return (
    <li className={classes.account}>
      <span>{label(entry.meaning)}</span>
      <span>
        {format.number(value, 3)} {unitWords(entry.unit)}
      </span>
      <span className={classes.ground}>
        <span className={classes.mark} data-set={setAt}>
          {t(`assume.setAt_${setAt}`)}
        </span>{" "}
        {t("assume.range", {
          low: format.number(entry.low, 3),
          normal: format.number(entry.default, 3),
          high: format.number(entry.high, 3),
        })}
        {" · "}
        {t("assume.source", { source: label(entry.source) })}
        {" · "}
        {entry.year === null ? t("assume.noYear") : t("assume.year", { year: entry.year })}
        {" · "}
        {t("assume.confidence", { confidence: t(`confidence.${entry.confidence}`) })}
        {list !== "" && ` · ${t("trace.ownValues", { list })}`}
      </span>
    </li>
  );
}

interface TracedCellsProps {
  readonly cells: readonly TracedCell[];
  readonly world: World;
}

/** Ledger cells of the members, each with where it came from. */
export function TracedCells({ cells, world }: TracedCellsProps) {
  const { t } = useTranslation();
  const { nameOf, write } = useFieldWords();
  return (
    <>
      <h3 className={classes.traceHead}>{t("trace.cells")}</h3>
      <FactTable
        label={t("trace.cells")}
        head={[t("trace.compound"), t("trace.field"), t("trace.value"), t("trace.from")]}
        numbersFrom={2}
        rows={cells.map(({ compound, field, value, provenance }) => ({
          key: `${compound} ${field}`,
          cells: [
            world.compounds[compound].name,
            nameOf(field),
            write(field, value),
            <span key="from" className={classes.mark} data-set={provenance}>
              {t(`provenance.${provenance}`)}
            </span>,
          ],
        }))}
      />
    </>
  );
}
