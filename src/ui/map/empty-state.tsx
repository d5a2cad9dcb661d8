import { Button, Group, Text } from "@mantine/core";
import { IconBuildingCommunity, IconFolderOpen } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useOpenFiles } from "../data/use-open-files.ts";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./map.module.css";

/** What to do when nothing is open, or nothing of it can be used. */
export function EmptyState() {
  const { t } = useTranslation();
  const { busy, world } = useApp(({ busy, world }) => ({ busy, world }));
  const { openDemo } = useActions();
  const { pick } = useOpenFiles();
  if (busy) return null;
  const unplaced = world?.positions.find(({ placed, sample }) => !placed && sample !== null);
  const hint = world ? "empty.unusableHint" : "empty.hint";
  return (
    <div className={classes.empty}>
      <h2 className={classes.emptyTitle}>{t(world ? "empty.unusable" : "empty.title")}</h2>
      <Text size="sm" c="dimmed" maw={420}>
        {unplaced ? t("empty.unplacedHint", { file: unplaced.source }) : t(hint)}
      </Text>
      <Group justify="center">
        <Button leftSection={<IconFolderOpen size={16} />} onClick={pick}>
          {t("header.open")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconBuildingCommunity size={16} />}
          onClick={() => void openDemo()}
        >
          {t("header.demo")}
        </Button>
      </Group>
    </div>
  );
}
