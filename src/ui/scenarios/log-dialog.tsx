import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { describeLog } from "../../core/index.ts";
import { useCompareWords } from "../compare/compare-words.ts";
import { useActions, useApp } from "../store-context.tsx";
import { useScenarioName } from "./scenario-name.ts";
import classes from "./scenarios.module.css";

interface LogDialogProps {
  /** null: closed */
  readonly id: string | null;
  onClose(): void;
}

/** What was done to a scenario, oldest first. */
export function LogDialog({ id, onClose }: LogDialogProps) {
  const { t } = useTranslation();
  const words = useCompareWords();
  const language = useApp((state) => state.language);
  const nameOf = useScenarioName();
  const name = useApp(({ scenarios }) => scenarios.find((one) => one.id === id)?.name ?? "");
  const { readLog } = useActions();
  const log = id === null ? [] : readLog(id);
  const timeOf = (at: string) => new Date(at).toLocaleString(language === "zh" ? "zh-CN" : "en-GB");
  return (
    <Modal
      opened={id !== null}
      onClose={onClose}
      title={words("scenario.logOf", { name: nameOf(name) })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {log.length === 0 ? (
        <p>{words("scenario.logEmpty")}</p>
      ) : (
        <ol className={classes.log}>
          {log.map((entry, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
            <li key={k}>
              {describeLog(entry)[language]}{" "}
              {entry.at && <span className={classes.facts}>{timeOf(entry.at)}</span>}
            </li>
          ))}
        </ol>
      )}
    </Modal>
  );
}
