import { Progress } from "@mantine/core";
import { IconTrendingDown, IconTrendingUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FigureKey, Odds } from "../../core/index.ts";
import type { AssessmentState } from "../../store/state.ts";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { useFormat } from "../format.ts";
import classes from "./money.module.css";

/** Draws behind the odds, as the store asks for them. */
const DRAWS = 200;

type Rows = (keys: readonly FigureKey[]) => FigureRow[];

const RESULT: readonly FigureKey[] = [
  "netCostYuan",
  "netCostYuanPerM2Month",
  "breakEvenFeeYuanPerM2Month",
  "breakEvenCollectionShare",
  "breakEvenSubsidyYuanPerM2Month",
];

interface OutcomeProps {
  readonly rows: Rows;
  readonly netCostYuan: number;
  /** null: no odds are counted for this place */
  readonly assessed: {
    readonly assessment: AssessmentState | null;
    readonly odds: Odds | null;
  } | null;
}

/** Whether a place pays its way, at what fee it would, and how likely that is. */
export function Outcome({ rows, netCostYuan, assessed }: OutcomeProps) {
  const { t } = useTranslation();
  const isGap = netCostYuan > 0;
  const Icon = isGap ? IconTrendingDown : IconTrendingUp;
  return (
    <>
      <div className={`${classes.verdict} ${isGap ? classes.gap : classes.surplus}`}>
        <Icon size={18} aria-hidden />
        {t(isGap ? "money.netIsGap" : "money.netIsSurplus")}
      </div>
      <FigureRows rows={rows(RESULT)} />
      {assessed && <Chance label={t("money.chance")} {...assessed} />}
    </>
  );
}

interface ChanceProps extends NonNullable<OutcomeProps["assessed"]> {
  /** what the odds are of */
  readonly label: string;
}

/** Odds from the draws, or how far these have come. */
export function Chance({ assessment, odds, label }: ChanceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!assessment?.odds) {
    const done = assessment?.done ?? 0;
    return (
      <div style={{ paddingTop: 8 }}>
        <p className={classes.intro}>{t("money.assessing", { done: format.percent(done, 0) })}</p>
        <Progress
          size={4}
          value={done * 100}
          aria-label={t("money.assessing", { done: format.percent(done, 0) })}
        />
      </div>
    );
  }
  if (!odds) return null;
  const chance = [
    { key: "covered", label, value: format.percent(odds.covered, 0) },
    {
      key: "subsidised",
      label: t("money.chanceSubsidy"),
      value: format.percent(odds.coveredWithSubsidy, 0),
    },
    {
      key: "range",
      label: t("money.chanceRange"),
      value: t("money.band", {
        low: format.yuan(odds.p10Yuan),
        high: format.yuan(odds.p90Yuan),
      }),
    },
  ];
  return (
    <>
      <FigureRows rows={chance} />
      <p className={classes.intro} style={{ paddingTop: 6 }}>
        {t("money.chanceHint", { draws: DRAWS })} {t("money.bandHint")}
      </p>
    </>
  );
}

/** Today's money, and the same service bought by each alone. */
export function Baselines({ rows }: { readonly rows: Rows }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className={classes.subhead}>{t("money.baselineNow")}</h3>
      <FigureRows rows={rows(["statusQuoIncomeYuan"])} />
      <h3 className={classes.subhead}>{t("money.baselineAlone")}</h3>
      <FigureRows
        rows={rows(["aloneCostYuan", "aloneNetCostYuan", "savingYuan", "scaleSavingShare"])}
      />
      <p className={classes.intro} style={{ paddingTop: 6 }}>
        {t("money.aloneNote")}
      </p>
    </>
  );
}
