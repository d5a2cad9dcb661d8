import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ScenarioState } from "../../store/state.ts";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { useBandWords } from "../figures/use-figure-rows.ts";
import { useFormat } from "../format.ts";
import classes from "./money.module.css";
import { Chance } from "./outcome.tsx";
import { totalMoney } from "./total-money.ts";
import { useAssessment } from "./use-assessment.ts";

/** What the whole plan comes to in money, purse by purse, and how sure that is. */
export function MoneyTotals({ scenario }: { readonly scenario: ScenarioState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bandWords = useBandWords();
  const assessment = useAssessment();
  const total = useMemo(() => totalMoney(scenario), [scenario]);
  const bands = assessment?.bands.plan;
  const odds = assessment?.odds;
  const likely = odds?.districts.filter((o) => o !== null && o.covered >= 0.5).length;
  const of = (paying: number) =>
    t("money.payingOf", { paying: format.int(paying), total: format.int(total.districts) });
  const rows: FigureRow[] = [
    {
      key: "net",
      label: t("money.netBand"),
      value: format.yuan(total.netCostYuan),
      band: bands && bandWords("netCostYuan", bands.netCostYuan),
      total: true,
    },
    { key: "paying", label: t("money.paying"), value: of(total.paying) },
    ...(likely === undefined
      ? []
      : [{ key: "likely", label: t("money.likely"), value: of(likely) }]),
    {
      key: "public",
      label: t("money.publicMoney"),
      value: format.yuan(total.subsidyYuan + total.publicRealmYuan),
    },
    {
      key: "defaults",
      label: t("money.defaults"),
      value: format.percent(total.defaultedShare, 1),
    },
  ];
  return (
    <div>
      <h3 className={classes.subhead}>{t("money.totals")}</h3>
      <FigureRows rows={rows} />
      <Chance label={t("money.planChance")} assessment={assessment} odds={odds?.all ?? null} />
    </div>
  );
}
