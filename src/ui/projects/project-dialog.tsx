import { Modal, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { LoadButton } from "../assumptions/load-button.tsx";
import { useEditWords } from "../edit/edit-words.ts";
import { useActions, useApp } from "../store-context.tsx";
import { ProjectRow } from "./project-row.tsx";
import classes from "./projects.module.css";
import { RoomUsed } from "./room-used.tsx";

interface ProjectDialogProps {
  readonly opened: boolean;
  onClose(): void;
}

/** The projects of this browser: opened, named, copied, deleted and brought back, taken along. */
export function ProjectDialog({ opened, onClose }: ProjectDialogProps) {
  const { t } = useEditWords();
  const { listProjects, importProject } = useActions();
  const { projects, projectId } = useApp(({ projects, projectId }) => ({ projects, projectId }));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (opened) void listProjects();
  }, [opened, listProjects]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("project.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("project.close") }}
    >
      <Text size="sm" c="dimmed" pb={8}>
        {t("project.hint")}
      </Text>
      {projects.length === 0 && <Text size="sm">{t("project.none")}</Text>}
      <ul ref={list} tabIndex={-1} className={classes.list} aria-label={t("project.title")}>
        {projects.map((project) => (
          <ProjectRow
            key={project.id}
            project={project}
            isOpen={project.id === projectId}
            onOpened={onClose}
            onGone={() => list.current?.focus()}
          />
        ))}
      </ul>
      <RoomUsed />
      <div className={classes.foot}>
        <LoadButton
          label={t("project.import")}
          disabled={false}
          onLoad={(file) => {
            onClose();
            void importProject(file);
          }}
        />
      </div>
    </Modal>
  );
}
