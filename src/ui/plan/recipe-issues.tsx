import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { describeIssue, type Issue } from "../../core/index.ts";
import { useApp } from "../store-context.tsx";
import classes from "./plan.module.css";

/** What in the requirements these data cannot meet, and the nearest that works. */
export function RecipeIssues({ issues }: { readonly issues: readonly Issue[] }) {
  const language = useApp((state) => state.language);
  const nameLimit = useLimitName();
  return issues.map((issue) => {
    const { message, fix } = describeIssue(nameLimit(issue), language);
    return (
      <Alert
        key={`${issue.code} ${JSON.stringify(issue.args)}`}
        className={classes.alert}
        color="orange"
        icon={<IconAlertTriangle size={18} />}
      >
        <div>{message}</div>
        <div>{fix}</div>
      </Alert>
    );
  });
}

/** The issue with the quantity of its limit in the page's words in place of the core's code. */
function useLimitName(): (issue: Issue) => Issue {
  const { t } = useTranslation();
  return (issue) => {
    const { limit } = issue.args;
    if (typeof limit !== "string") return issue;
    const words = limit.endsWith("households") ? t("figure.households") : t("figure.floorArea");
    return { ...issue, args: { ...issue.args, limit: words.toLowerCase() } };
  };
}
