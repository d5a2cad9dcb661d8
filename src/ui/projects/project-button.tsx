import { UnstyledButton } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCheck,
  IconChevronDown,
  IconDots,
  IconEye,
} from "@tabler/icons-react";
import type { SavingState } from "../../store/edit-state.ts";
import { useEditWords } from "../edit/edit-words.ts";
import { useApp } from "../store-context.tsx";
import classes from "./projects.module.css";

const MARKS = {
  saved: IconCheck,
  saving: IconDots,
  failed: IconAlertTriangle,
  unsaved: IconAlertTriangle,
  elsewhere: IconEye,
} as const;

const markOf = ({ status, access }: SavingState): keyof typeof MARKS =>
  access === "elsewhere" ? "elsewhere" : status;

interface ProjectButtonProps {
  /** of what is open; null: nothing is */
  readonly name: string | null;
  onOpen(): void;
}

/** The project that is open and whether it is kept; opens the list. */
export function ProjectButton({ name, onOpen }: ProjectButtonProps) {
  const { t } = useEditWords();
  const saving = useApp((state) => state.saving);
  const mark = markOf(saving);
  const Mark = MARKS[mark];
  return (
    <UnstyledButton
      className={classes.project}
      title={name ?? undefined}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <span className={classes.projectName}>{name ?? t("project.title")}</span>
      <span className={classes.mark} data-mark={mark}>
        <Mark size={14} aria-hidden /> {t(`saving.${mark}Mark`)}
      </span>
      <IconChevronDown size={14} aria-hidden />
    </UnstyledButton>
  );
}
