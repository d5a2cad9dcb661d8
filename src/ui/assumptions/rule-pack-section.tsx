import { Button } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { DEFAULT_RULE_PACK, type RulePack } from "../../core/index.ts";
import { saveFile } from "../export/save-file.ts";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { FoldSection } from "../figures/fold-section.tsx";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import classes from "./assumptions.module.css";
import { LoadButton } from "./load-button.tsx";
import { SaveButton } from "./set-chooser.tsx";

/** The rules of the place: what they say, and their way in and out of a file. */
export function RulePackSection({ pack }: { readonly pack: RulePack }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { loadRulePack, resetRulePack, writeRulePack } = useActions();
  const busy = useApp((state) => state.busy !== null);
  const format = useFormat();
  const grades = pack.creditGrades
    .map(({ grade, min }) => `${grade} ≥${format.number(min, 1)}`)
    .join(" · ");
  const isNational = JSON.stringify(pack) === JSON.stringify(DEFAULT_RULE_PACK);
  return (
    <FoldSection name="assume.rules" title={t("rules.title")} aside={label(pack.name)}>
      <p className={classes.note}>{t("rules.hint")}</p>
      <FigureRows rows={useRuleRows(pack)} />
      <p className={classes.grades}>{t("rules.grades", { grades })}</p>
      <div className={classes.buttons}>
        <LoadButton
          label={t("rules.load")}
          disabled={busy}
          onLoad={(file) => void loadRulePack(file)}
        />
        <SaveButton label={t("rules.save")} onSave={() => saveFile(writeRulePack())} />
        {!isNational && (
          <Button
            variant="default"
            disabled={busy}
            leftSection={<IconRestore size={15} aria-hidden />}
            onClick={() => void resetRulePack()}
          >
            {t("rules.reset")}
          </Button>
        )}
      </div>
    </FoldSection>
  );
}

function useRuleRows(pack: RulePack): FigureRow[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { quorum, ordinary, special } = pack.consent;
  const share = (of: number) => format.percent(of, 1);
  const guided = pack.guidedFeeYuanPerM2Month;
  const rows: [string, string, string][] = [
    ["quorum", t("rules.quorum"), t("rules.atLeast", { share: share(quorum) })],
    ["ordinary", t("rules.ordinary"), t("rules.moreThan", { share: share(ordinary) })],
    ["special", t("rules.special"), t("rules.atLeast", { share: share(special) })],
    ["notice", t("rules.notice"), t("rules.days", { days: pack.meetingNoticeDays })],
    [
      "publicity",
      t("rules.publicity"),
      t("rules.workingDays", { days: pack.publicityWorkingDays }),
    ],
    ["guided", t("rules.guided"), guided === null ? t("rules.noGuided") : format.fee(guided)],
    ["classes", t("rules.classes"), format.int(Object.keys(pack.barrierClasses).length)],
  ];
  return rows.map(([key, words, value]) => ({ key, label: words, value }));
}
