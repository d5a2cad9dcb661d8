import { ActionIcon, Text, Tooltip } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconFocus2,
  IconInfoCircle,
} from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { describeIssue, type Issue, type Severity } from "../../core/index.ts";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { GroupedList } from "../lists/grouped-list.tsx";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./data.module.css";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const ICONS = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle };
/** Half the side of the window shown around an issue, degrees (about 150 m). */
const AROUND = 0.0015;

/** Every fault of the data, worst first, with what to do about it. */
export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const groups = useMemo(
    () =>
      SEVERITIES.map((severity) => {
        const entries = issues.filter((issue) => issue.severity === severity);
        const heading = `${t(`severity.${severity}`)} · ${format.int(entries.length)}`;
        return { key: severity, heading, tone: classes[severity], entries };
      }).filter(({ entries }) => entries.length > 0),
    [issues, t, format],
  );
  return (
    <>
      <Section
        title={t("data.issues")}
        aside={
          <Text span size="xs" c="dimmed">
            {t("data.issueCount", { total: format.int(issues.length) })}
          </Text>
        }
      >
        {issues.length === 0 && (
          <Text size="sm" c="dimmed" pb={12}>
            <IconCircleCheck size={15} style={{ verticalAlign: "-3px" }} aria-hidden />{" "}
            {t("data.noIssues")}
          </Text>
        )}
      </Section>
      {issues.length > 0 && (
        <GroupedList
          groups={groups}
          label={t("data.issues")}
          entryHeight={64}
          render={(issue) => <IssueRow issue={issue} />}
        />
      )}
    </>
  );
}

function IssueRow({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const { zoomTo } = useActions();
  const { message, fix } = describeIssue(issue, language);
  const Icon = ICONS[issue.severity];
  const { at } = issue;
  return (
    <div className={classes.issue}>
      <Icon
        size={17}
        className={classes[issue.severity]}
        aria-label={t(`severity.${issue.severity}`)}
      />
      <div className={classes.words}>
        <div>{message}</div>
        <div className={classes.issueFix}>{fix}</div>
      </div>
      {at && (
        <Tooltip label={t("action.locate")}>
          <ActionIcon
            aria-label={`${t("action.locate")}: ${issue.feature ?? ""}`}
            onClick={() => zoomTo([at[0] - AROUND, at[1] - AROUND, at[0] + AROUND, at[1] + AROUND])}
          >
            <IconFocus2 size={17} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
