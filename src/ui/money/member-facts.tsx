import { useTranslation } from "react-i18next";
import type { World } from "../../core/index.ts";
import type { PlaceMoney } from "../../store/state.ts";
import { FactTable } from "../figures/fact-table.tsx";
import { NO_END_YEARS } from "../figures/write-figure.ts";
import { useFormat } from "../format.ts";
import classes from "./money.module.css";

interface MemberFactsProps {
  readonly world: World;
  readonly money: PlaceMoney;
}

/** Each member's own maintenance fund. */
export function FundFacts({ world, money }: MemberFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const lasts = (years: number) =>
    years >= NO_END_YEARS
      ? t("money.yearsMore", { years: NO_END_YEARS })
      : t("money.years", { years: format.number(years, 1) });
  return (
    <>
      <h3 className={classes.subhead}>{t("money.fundEach")}</h3>
      <FactTable
        label={t("money.fundEach")}
        head={[t("trace.compound"), t("money.balance"), t("money.lasts"), t("money.renew")]}
        rows={money.terms.members.map((i, k) => {
          const { fundBalanceYuan, fundYears, fundRenewals } = money.alone[k];
          return {
            key: String(i),
            cells: [
              world.compounds[i].name,
              format.yuan(fundBalanceYuan),
              lasts(fundYears),
              t(fundRenewals > 0 ? "money.mustRenew" : "money.enough"),
            ],
          };
        })}
      />
    </>
  );
}

/** Each member's cars and spaces while it parks alone. */
export function ParkingFacts({ world, money }: MemberFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <h3 className={classes.subhead}>{t("money.parkingEach")}</h3>
      <FactTable
        label={t("money.parkingEach")}
        head={[t("trace.compound"), t("money.night"), t("money.supply"), t("money.short")]}
        rows={money.terms.members.map((i, k) => {
          const { parkingDemand, parkingSupply, parkingShortageAlone } = money.alone[k];
          return {
            key: String(i),
            cells: [
              world.compounds[i].name,
              format.int(parkingDemand),
              format.int(parkingSupply),
              format.int(parkingShortageAlone),
            ],
          };
        })}
      />
    </>
  );
}

/** Who gains and who pays: each member before and after. */
export function AccountList({ world, money }: MemberFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { accounts } = money;
  const sum = accounts.reduce((total, { balanceYuan }) => total + balanceYuan, 0);
  const standing = (balance: number) => {
    if (balance === 0) return t("money.even");
    return t(balance > 0 ? "money.carries" : "money.carried");
  };
  const factsOf = (account: (typeof accounts)[number]) => [
    t("money.feeChange", {
      before: format.fixed(account.feeNowYuanPerM2Month, 2),
      after: format.fixed(account.feeAfterYuanPerM2Month, 2),
    }),
    t("money.collected", {
      before: format.yuan(account.collectedNowYuan),
      after: format.yuan(account.incomeAfterYuan),
    }),
    t("money.share", { cost: format.yuan(account.costShareYuan) }),
    t(account.savingYuan >= 0 ? "money.saves" : "money.costsMore", {
      saving: format.yuan(Math.abs(account.savingYuan)),
    }),
  ];
  return (
    <>
      <p className={classes.intro}>{t("money.accountsHint", { sum: format.yuan(sum) })}</p>
      <ul className={classes.list}>
        {accounts.map((account) => (
          <li key={account.compound} className={classes.account}>
            <span>{world.compounds[account.compound].name}</span>
            <span>{format.yuan(account.balanceYuan)}</span>
            <span className={classes.facts}>
              <strong>{standing(account.balanceYuan)}</strong>
              {factsOf(account).map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The years a finance bureau plans ahead. */
export function YearTable({ money }: Pick<MemberFactsProps, "money">) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <p className={classes.intro}>{t("money.yearsHint", { unit: t("unit.yuanScaledYear") })}</p>
      <FactTable
        label={t("money.years5")}
        head={[
          t("money.year"),
          t("money.income"),
          t("money.cost"),
          t("money.net"),
          t("money.subsidy"),
          t("money.uncovered"),
        ]}
        rows={money.years.map((year) => ({
          key: String(year.year),
          cells: [
            t("money.yearN", { year: year.year }),
            format.yuanScaled(year.incomeYuan),
            format.yuanScaled(year.costYuan),
            format.yuanScaled(year.netCostYuan),
            format.yuanScaled(year.subsidyYuan),
            format.yuanScaled(year.uncoveredYuan),
          ],
        }))}
      />
    </>
  );
}
