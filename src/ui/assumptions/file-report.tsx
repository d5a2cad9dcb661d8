import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { describeIssue } from "../../core/index.ts";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./assumptions.module.css";

/** What was wrong in the file loaded last, fault by fault. */
export function FileReport() {
  const { t } = useTranslation();
  const { dismissFileReport } = useActions();
  const { report, language } = useApp(({ fileReport, language }) => ({
    report: fileReport,
    language,
  }));
  const { name = "", issues = [] } = report ?? {};
  const isClean = issues.length === 0;
  const title = isClean
    ? t("set.loaded", { name })
    : t("set.faults", { name, total: issues.length });
  return (
    <div role="status">
      {report && (
        <Alert
          m={12}
          color={isClean ? "teal" : "orange"}
          icon={isClean ? <IconCheck size={18} /> : <IconAlertTriangle size={18} />}
          title={title}
          withCloseButton
          closeButtonLabel={t("set.dismiss")}
          onClose={() => dismissFileReport()}
        >
          {!isClean && (
            <ul className={classes.faults}>
              {issues.map((issue) => {
                const { message, fix } = describeIssue(issue, language);
                return (
                  <li key={`${issue.code} ${JSON.stringify(issue.args)}`}>
                    {message} {fix}
                  </li>
                );
              })}
            </ul>
          )}
        </Alert>
      )}
    </div>
  );
}
