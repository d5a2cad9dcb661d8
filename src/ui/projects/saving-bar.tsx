import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useEffect } from "react";
import { useEditWords } from "../edit/edit-words.ts";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./projects.module.css";
import { type SavingTrouble, shareOf, troubleOf } from "./saving-words.ts";
import { useExportProject } from "./use-export-project.ts";

const CAN_RETRY: ReadonlySet<SavingTrouble> = new Set(["full", "failed", "unsaved"]);
const WAITS: ReadonlySet<SavingTrouble> = new Set(["full", "failed"]);

interface SavingBarProps {
  onProjects(): void;
}

/** What stands in the way of keeping what is done, and what can be done about it. */
export function SavingBar({ onProjects }: SavingBarProps) {
  const { t } = useEditWords();
  const format = useFormat();
  const { takeOver, retrySave, editUnsaved } = useActions();
  const exportProject = useExportProject();
  const { saving, projectId } = useApp(({ saving, projectId }) => ({ saving, projectId }));
  const trouble = troubleOf(saving);
  useWarnBeforeLeaving(saving.status === "failed" || saving.status === "unsaved");
  if (!trouble) return null;
  const share = format.percent(saving.room ? shareOf(saving.room) : 1, 0);
  return (
    <div className={classes.bar} role="alert" data-trouble={trouble}>
      <IconAlertTriangle size={18} aria-hidden />
      <span className={classes.barWords}>{t(`saving.${trouble}`, { share })}</span>
      {trouble === "elsewhere" && (
        <Button onClick={() => void takeOver()}>{t("saving.takeOver")}</Button>
      )}
      {CAN_RETRY.has(trouble) && (
        <Button onClick={() => void retrySave()}>{t("saving.retry")}</Button>
      )}
      {projectId && trouble !== "elsewhere" && (
        <Button variant="default" onClick={() => void exportProject(projectId)}>
          {t("saving.export")}
        </Button>
      )}
      {(trouble === "full" || trouble === "low") && (
        <Button variant="default" onClick={onProjects}>
          {t("saving.projects")}
        </Button>
      )}
      {WAITS.has(trouble) && (
        <Button variant="subtle" color="gray" onClick={() => editUnsaved()}>
          {t("saving.goOn")}
        </Button>
      )}
    </div>
  );
}

/** The browser asks before a page is closed whose changes are not kept. */
function useWarnBeforeLeaving(isAtRisk: boolean): void {
  useEffect(() => {
    if (!isAtRisk) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isAtRisk]);
}
