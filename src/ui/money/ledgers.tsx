import { useTranslation } from "react-i18next";
import type { DistrictEstimate, FigureKey } from "../../core/index.ts";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { FoldSection } from "../figures/fold-section.tsx";
import { useFormat } from "../format.ts";
import { useScenario } from "../store-context.tsx";
import classes from "./money.module.css";

type Rows = (keys: readonly FigureKey[]) => FigureRow[];

const INCOME: readonly FigureKey[] = [
  "feeReceivableYuan",
  "feeIncomeYuan",
  "parkingIncomeYuan",
  "sharedParkingYuan",
  "otherIncomeYuan",
  "incomeYuan",
];
const COST: readonly FigureKey[] = [
  "wagesYuan",
  "onCallYuan",
  "materialYuan",
  "officeYuan",
  "gatesYuan",
  "overheadYuan",
  "marginYuan",
  "taxYuan",
  "wallsYuan",
  "roomYuan",
  "camerasYuan",
  "spacesYuan",
  "spanPenaltyYuan",
  "sizePenaltyYuan",
  "costYuan",
];

interface LedgersProps {
  readonly rows: Rows;
  readonly estimate: DistrictEstimate;
  /** each member's own fund */
  readonly funds: React.ReactNode;
}

/** The three purses, kept apart; each says what it may be spent on. */
export function Ledgers({ rows, estimate, funds }: LedgersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const consent = useScenario()?.recipe.rulePack.consent;
  const share = (of: number) => format.percent(of, 0);
  return (
    <>
      <FoldSection
        name="money.owners"
        title={t("money.owners")}
        aside={format.yuan(estimate.incomeYuan - estimate.costYuan)}
      >
        <p className={classes.intro}>{t("money.ownersUse")}</p>
        <h3 className={classes.subhead}>{t("money.income")}</h3>
        <FigureRows rows={rows(INCOME)} />
        <h3 className={classes.subhead}>{t("money.cost")}</h3>
        <FigureRows rows={rows(COST)} />
      </FoldSection>
      <FoldSection
        name="money.fund"
        title={t("money.fund")}
        aside={format.yuan(estimate.fundBalanceYuan)}
      >
        <p className={classes.intro}>
          {t("money.fundUse", {
            quorum: share(consent?.quorum ?? 0),
            ordinary: share(consent?.ordinary ?? 0),
          })}
        </p>
        <FigureRows rows={rows(["fundBalanceYuan", "fundNeedYuan", "fundYears", "fundRenewals"])} />
        {funds}
      </FoldSection>
      <FoldSection
        name="money.public"
        title={t("money.public")}
        aside={format.yuan(estimate.subsidyYuan + estimate.publicRealmYuan)}
      >
        <p className={classes.intro}>{t("money.publicUse")}</p>
        <FigureRows rows={rows(["subsidyYuan", "publicRealmYuan", "uncoveredYuan"])} />
      </FoldSection>
    </>
  );
}
