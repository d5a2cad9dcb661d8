import { Text } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCertificate,
  IconPencil,
  IconPlayerStop,
} from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LEFT_OUT_REASONS, OBJECTIVE_LABELS, type Plan, type World } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { Section } from "../figures/section.tsx";
import { StatGrid } from "../figures/stat-grid.tsx";
import { useFormat } from "../format.ts";
import { MoneyTotals } from "../money/money-totals.tsx";
import { useScenarioName } from "../scenarios/scenario-name.ts";
import { useLabel } from "../use-label.ts";
import classes from "./plan.module.css";

const NOT_AGED = LEFT_OUT_REASONS.indexOf("not-aged");

interface ResultProps {
  readonly world: World;
  readonly scenario: ScenarioState;
}

/** Totals of a scenario; compounds kept out by age count as neither in nor left out. */
export function totalScenario(world: World, { zoning, estimates, violations }: ScenarioState) {
  const used = estimates.filter(({ compounds }) => compounds > 0);
  let leftOutHouseholds = 0;
  let leftOut = 0;
  zoning.assignment.forEach((district, i) => {
    if (district >= 0 || zoning.reason[i] === NOT_AGED) return;
    leftOut++;
    leftOutHouseholds += world.compounds[i].households;
  });
  return {
    districts: used.length,
    compounds: used.reduce((sum, e) => sum + e.compounds, 0),
    households: used.reduce((sum, e) => sum + e.households, 0),
    netCostYuan: used.reduce((sum, e) => sum + e.netCostYuan, 0),
    staff: used.reduce((sum, e) => sum + e.staff.total, 0),
    withViolations: violations.filter((v, d) => v.length > 0 && estimates[d].compounds > 0).length,
    leftOut,
    leftOutHouseholds,
  };
}

/** What the plan came to and how good it provably is. */
export function ResultSummary({ world, scenario }: ResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useScenarioName();
  const total = useMemo(() => totalScenario(world, scenario), [world, scenario]);
  return (
    <Section
      title={t("plan.result")}
      aside={
        <Text span size="xs" c="dimmed" truncate>
          {nameOf(scenario.name)}
        </Text>
      }
    >
      <StatGrid
        stats={[
          { label: t("figure.districts"), value: format.int(total.districts) },
          { label: t("figure.householdsIn"), value: format.int(total.households) },
          { label: t("figure.householdsOut"), value: format.int(total.leftOutHouseholds) },
          { label: t("figure.netCost"), value: format.yuan(total.netCostYuan) },
          { label: t("figure.staff"), value: format.int(total.staff) },
          { label: t("figure.withViolations"), value: format.int(total.withViolations) },
        ]}
      />
      {total.districts === 0 ? <NoDistricts /> : <Proof scenario={scenario} />}
      {total.districts > 0 && <MoneyTotals scenario={scenario} />}
    </Section>
  );
}

function NoDistricts() {
  const { t } = useTranslation();
  return (
    <div className={classes.proof}>
      <IconAlertTriangle size={18} className={classes.warn} aria-hidden />
      <span>{t("plan.noDistricts")}</span>
    </div>
  );
}

/** How far the first level that is not proven may be from its best value. */
function useGapWords(): (objective: Plan["objective"]) => string {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  return ({ name, levels, lowerBound, gap }) => {
    const args = { gap: format.percent(gap), objective: label(OBJECTIVE_LABELS[name]) };
    if (levels[0] > lowerBound[0]) return t("plan.boundedFirst", args);
    return t(gap < 1 ? "plan.boundedThen" : "plan.unbounded", args);
  };
}

function Proof({ scenario }: Pick<ResultProps, "scenario">) {
  const { t } = useTranslation();
  const format = useFormat();
  const gapWords = useGapWords();
  const { plan, edited, stale } = scenario;
  if (!plan || stale) {
    const why = edited ? "plan.editedByHand" : plan ? "plan.staleProof" : "plan.notPlanned";
    return (
      <div className={classes.proof}>
        <IconPencil size={18} aria-hidden />
        <span>{t(why)}</span>
      </div>
    );
  }
  const { certificate } = plan.objective;
  const optimal = certificate === "optimal";
  const proven = plan.components.filter((c) => c.certificate === "optimal").length;
  return (
    <>
      <div className={classes.proof}>
        <IconCertificate size={18} className={optimal ? classes.good : undefined} aria-hidden />
        <span>
          {optimal ? t("plan.optimal") : gapWords(plan.objective)}
          {!optimal && plan.components.length > 0 && (
            <Text size="xs" c="dimmed">
              {t("plan.components", {
                proven: format.int(proven),
                total: format.int(plan.components.length),
              })}
            </Text>
          )}
        </span>
      </div>
      {plan.stopped !== "done" && (
        <div className={classes.proof}>
          <IconPlayerStop size={18} className={classes.warn} aria-hidden />
          <span>{t(`stopped.${plan.stopped}`)}</span>
        </div>
      )}
    </>
  );
}
