import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { describeIssue, type Issue } from "../../core/index.ts";
import { useApp } from "../store-context.tsx";
import classes from "./plan.module.css";

/** What in the requirements these data cannot meet, and the nearest that works. */
export function RecipeIssues({ issues }: { readonly issues: readonly Issue[] }) {
  const language = useApp((state) => state.language);
  return issues.map((issue) => {
    const { message, fix } = describeIssue(issue, language);
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
