import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import {
  IconArrowsDiff,
  IconBuildingCommunity,
  IconFolderOpen,
  IconFolders,
  IconKeyboard,
  IconLanguage,
  IconMenu2,
  IconMoon,
  IconSun,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { nameWithoutEnding } from "../../core/index.ts";
import { useCompareWords } from "../compare/compare-words.ts";
import { useOpenFiles } from "../data/use-open-files.ts";
import { useEditWords } from "../edit/edit-words.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { ProjectButton } from "../projects/project-button.tsx";
import { useScenarioName } from "../scenarios/scenario-name.ts";
import { useActions, useApp } from "../store-context.tsx";
import { useScheme } from "../use-scheme.ts";
import { BrandMark } from "./brand-mark.tsx";
import classes from "./shell.module.css";

interface HeaderProps {
  readonly compact: boolean;
  onHelp(): void;
  onCompare(): void;
  onProjects(): void;
}

/** Who we are, what is open, and what can be done with all of it. */
export function Header({ compact, ...on }: HeaderProps) {
  const { t } = useTranslation();
  const { world, sources } = useApp(({ world, sources }) => ({ world, sources }));
  const file = sources.find(({ role }) => role === "compounds")?.name;
  const own = useApp(
    ({ projects, projectId }) => projects.find(({ id }) => id === projectId)?.name,
  );
  const given = world?.synthetic ? t("header.demoProject") : file && nameWithoutEnding(file);
  const shown = useScenarioName();
  const project = own === undefined ? given : shown(own);
  return (
    <header className={classes.header}>
      <h1 className={classes.brand}>
        <BrandMark />
        <span lang="zh">片区</span>
        {!compact && <span className={classes.brandLatin}>Pianqu</span>}
      </h1>
      {!compact && <ProjectButton name={project ?? null} onOpen={on.onProjects} />}
      {world?.synthetic && (
        <span className={classes.synthetic}>
          {t(compact ? "header.syntheticShort" : "header.synthetic")}
        </span>
      )}
      <span className={classes.spacer} />
      {compact ? <CompactMenu {...on} /> : <WideActions {...on} />}
    </header>
  );
}

function WideActions({ onHelp, onCompare }: Pick<HeaderProps, "onHelp" | "onCompare">) {
  const { t } = useTranslation();
  const words = useCompareWords();
  const { openDemo, setLanguage } = useActions();
  const language = useApp((state) => state.language);
  const { pick } = useOpenFiles();
  const scheme = useScheme();
  return (
    <>
      <Button variant="default" leftSection={<IconFolderOpen size={16} />} onClick={pick}>
        {t("header.open")}
      </Button>
      <Button
        variant="default"
        leftSection={<IconBuildingCommunity size={16} />}
        onClick={() => void openDemo()}
      >
        {t("header.demo")}
      </Button>
      <Button
        variant="default"
        leftSection={<IconArrowsDiff size={16} />}
        data-open-compare
        onClick={onCompare}
      >
        {words("view.open")}
      </Button>
      <ExportMenu />
      <Tooltip label={t("header.language")}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconLanguage size={16} />}
          onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
        >
          <span lang={language === "zh" ? "en" : "zh"}>{t("header.otherLanguage")}</span>
        </Button>
      </Tooltip>
      <Tooltip label={t(scheme.isDark ? "header.light" : "header.dark")}>
        <ActionIcon
          aria-label={t(scheme.isDark ? "header.light" : "header.dark")}
          onClick={scheme.toggle}
        >
          {scheme.isDark ? <IconSun size={17} /> : <IconMoon size={17} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t("help.title")}>
        <ActionIcon aria-label={t("help.title")} onClick={onHelp}>
          <IconKeyboard size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function CompactMenu({ onHelp, onCompare, onProjects }: Omit<HeaderProps, "compact">) {
  const { t: editWords } = useEditWords();
  const { t } = useTranslation();
  const words = useCompareWords();
  const { openDemo, setLanguage } = useActions();
  const language = useApp((state) => state.language);
  const { pick } = useOpenFiles();
  const scheme = useScheme();
  return (
    <>
      <ExportMenu compact />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t("header.menu")}>
            <IconMenu2 size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFolders size={18} />} onClick={onProjects} mih={44}>
            {editWords("project.title")}
          </Menu.Item>
          <Menu.Item leftSection={<IconFolderOpen size={18} />} onClick={pick} mih={44}>
            {t("header.open")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBuildingCommunity size={18} />}
            onClick={() => void openDemo()}
            mih={44}
          >
            {t("header.demo")}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsDiff size={18} />} onClick={onCompare} mih={44}>
            {words("view.open")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLanguage size={18} />}
            onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
            mih={44}
          >
            {t("header.otherLanguage")}
          </Menu.Item>
          <Menu.Item
            leftSection={scheme.isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
            onClick={scheme.toggle}
            mih={44}
          >
            {t(scheme.isDark ? "header.light" : "header.dark")}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={18} />} onClick={onHelp} mih={44}>
            {t("help.title")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
