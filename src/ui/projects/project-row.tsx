import { ActionIcon, Badge, Button, TextInput, Tooltip, UnstyledButton } from "@mantine/core";
import { IconCopy, IconDownload, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { ProjectEntry } from "../../store/edit-state.ts";
import { useEditWords } from "../edit/edit-words.ts";
import { useFormat } from "../format.ts";
import { useScenarioName } from "../scenarios/scenario-name.ts";
import { useActions } from "../store-context.tsx";
import classes from "./projects.module.css";
import { useExportProject } from "./use-export-project.ts";
import { useMoment } from "./use-moment.ts";

interface ProjectRowProps {
  readonly project: ProjectEntry;
  /** it is the one that is open */
  readonly isOpen: boolean;
  onOpened(): void;
  /** the buttons are about to change: the focus needs another place */
  onGone(): void;
}

/** One project: a click opens it. */
export function ProjectRow({ project, isOpen, onOpened, onGone }: ProjectRowProps) {
  const { t } = useEditWords();
  const { renameProject } = useActions();
  const [isRenaming, setRenaming] = useState(false);
  const { id, name } = project;
  const rename = (next: string) => {
    setRenaming(false);
    if (next.trim() !== name) void renameProject(id, next);
  };
  return (
    <li className={classes.row} data-project={id} data-open={isOpen}>
      {isRenaming ? (
        <TextInput
          aria-label={t("project.name")}
          defaultValue={name}
          autoFocus
          // Escape is for the field; the dialog hears it before the field does.
          data-mantine-stop-propagation="true"
          onBlur={(event) => rename(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") rename(event.currentTarget.value);
            if (event.key !== "Escape") return;
            event.stopPropagation();
            setRenaming(false);
          }}
        />
      ) : (
        <ProjectName project={project} isOpen={isOpen} onOpened={onOpened} />
      )}
      <Tools project={project} onRename={() => setRenaming(true)} onGone={onGone} />
    </li>
  );
}

function ProjectName({ project, isOpen, onOpened }: Omit<ProjectRowProps, "onGone">) {
  const { t } = useEditWords();
  const format = useFormat();
  const moment = useMoment();
  const { openProject } = useActions();
  const shown = useScenarioName();
  const { id, name, savedAt, compounds, scenarios, deleted } = project;
  return (
    <UnstyledButton
      className={classes.name}
      disabled={deleted}
      aria-current={isOpen}
      onClick={() => {
        onOpened();
        void openProject(id);
      }}
    >
      <span className={deleted ? classes.deleted : undefined}>
        {shown(name, project.synthetic)}
      </span>{" "}
      {isOpen && <Badge variant="filled">{t("project.isOpen")}</Badge>}
      {deleted && <Badge variant="outline">{t("project.isDeleted")}</Badge>}
      <span className={classes.facts}>
        {t("project.facts", {
          compounds: format.int(compounds),
          scenarios: format.int(scenarios),
          saved: moment(savedAt),
        })}
      </span>
    </UnstyledButton>
  );
}

interface ToolsProps {
  readonly project: ProjectEntry;
  onRename(): void;
  onGone(): void;
}

function Tools({ project: { id, name, deleted }, onRename, onGone }: ToolsProps) {
  const { t } = useEditWords();
  const { duplicateProject, deleteProject, undeleteProject } = useActions();
  const exportProject = useExportProject();
  if (deleted)
    return (
      <Button
        variant="light"
        onClick={() => {
          onGone();
          void undeleteProject(id);
        }}
      >
        {t("project.undelete")}
      </Button>
    );
  const tools = [
    { key: "rename", icon: IconPencil, run: onRename },
    { key: "duplicate", icon: IconCopy, run: () => void duplicateProject(id) },
    { key: "export", icon: IconDownload, run: () => void exportProject(id) },
    {
      key: "delete",
      icon: IconTrash,
      run: () => {
        onGone();
        void deleteProject(id);
      },
    },
  ] as const;
  return (
    <div className={classes.tools}>
      {tools.map(({ key, icon: Icon, run }) => (
        <Tooltip key={key} label={t(`project.${key}`)}>
          <ActionIcon aria-label={`${t(`project.${key}`)}: ${name}`} onClick={run}>
            <Icon size={16} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
