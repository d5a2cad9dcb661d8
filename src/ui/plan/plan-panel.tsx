import { Alert, Button, Group, Progress, Text } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop, IconRefreshAlert } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { useActions, useApp, useScenario } from "../store-context.tsx";
import { LeftOutList } from "./left-out-list.tsx";
import { LimitsForm } from "./limits-form.tsx";
import { MethodForm } from "./method-form.tsx";
import classes from "./plan.module.css";
import { RecipeIssues } from "./recipe-issues.tsx";
import { ResultSummary } from "./result-summary.tsx";

/** What a plan is asked to do, and what it came to. */
export function PlanPanel() {
  const { t } = useTranslation();
  const world = useApp((state) => state.world);
  const scenario = useScenario();
  if (!world || !scenario) {
    return (
      <>
        <Section title={t("plan.result")}>
          <Text size="sm" c="dimmed">
            {t(world ? "plan.notBegun" : "data.none")}
          </Text>
        </Section>
        {world && world.compounds.length > 0 && <RunBar />}
      </>
    );
  }
  return (
    <>
      {scenario.stale && (
        <Alert className={classes.alert} color="yellow" icon={<IconRefreshAlert size={18} />}>
          {t("plan.stale")}
        </Alert>
      )}
      <RecipeIssues issues={scenario.issues} />
      <ResultSummary world={world} scenario={scenario} />
      <MethodForm parameters={scenario.recipe.parameters} />
      <LimitsForm limits={scenario.recipe.parameters.limits} />
      <LeftOutList world={world} scenario={scenario} />
      <RunBar />
    </>
  );
}

function RunBar() {
  const { t } = useTranslation();
  const format = useFormat();
  const { plan, cancel } = useActions();
  const busy = useApp((state) => state.busy);
  const isPlanning = busy?.task === "plan";
  const share = busy?.done ?? null;
  return (
    <div className={classes.footer}>
      {isPlanning ? (
        <>
          <Group justify="space-between" mb={6} wrap="nowrap">
            <Text size="xs">
              {t("plan.running")}
              {share !== null && ` ${format.percent(share, 0)}`}
              {busy?.gap != null && ` · ${t("plan.gapNow", { gap: format.percent(busy.gap) })}`}
            </Text>
            <Button
              flex="none"
              variant="default"
              leftSection={<IconPlayerStop size={15} />}
              onClick={() => cancel()}
            >
              {t("plan.cancel")}
            </Button>
          </Group>
          <Progress
            value={(share ?? 1) * 100}
            animated={share === null}
            aria-label={t("plan.running")}
          />
        </>
      ) : (
        <Button
          fullWidth
          leftSection={<IconPlayerPlay size={16} />}
          disabled={busy !== null}
          onClick={() => void plan()}
        >
          {t("plan.run")}
        </Button>
      )}
    </div>
  );
}
