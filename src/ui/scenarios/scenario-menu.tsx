import { ActionIcon, Menu } from "@mantine/core";
import {
  IconAdjustments,
  IconArchive,
  IconCopy,
  IconDotsVertical,
  IconHistory,
  IconLock,
  IconLockOpen,
  IconNote,
  IconPencil,
  IconRefresh,
  IconTrash,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ScenarioState } from "../../store/state.ts";
import { useCompareWords } from "../compare/compare-words.ts";
import { useActions, useApp } from "../store-context.tsx";

interface ScenarioMenuProps {
  readonly scenario: ScenarioState;
  readonly name: string;
  readonly only: boolean;
  onRename(): void;
  onNote(): void;
  onAssume(): void;
  onLog(): void;
}

/** What can be done to a scenario. */
export function ScenarioMenu({ scenario, name, only, ...on }: ScenarioMenuProps) {
  const { t } = useTranslation();
  const words = useCompareWords();
  const actions = useActions();
  const busy = useApp((state) => state.busy !== null);
  const { id, record } = scenario;
  const { locked, archived } = record;
  const LockIcon = locked ? IconLockOpen : IconLock;
  return (
    <div style={{ display: "flex" }}>
      <ActionIcon
        aria-label={`${t("scenario.duplicate")}: ${name}`}
        onClick={() => actions.duplicateScenario(id)}
      >
        <IconCopy size={16} />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`${t("scenario.more")}: ${name}`}>
            <IconDotsVertical size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconRefresh size={15} />}
            disabled={busy}
            onClick={() => void actions.branchAndPlan(id)}
          >
            {words("scenario.branchPlan")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconAdjustments size={15} />}
            onClick={() => {
              actions.duplicateScenario(id);
              on.onAssume();
            }}
          >
            {words("scenario.branchAssume")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconPencil size={15} />} disabled={locked} onClick={on.onRename}>
            {t("scenario.rename")}
          </Menu.Item>
          <Menu.Item leftSection={<IconNote size={15} />} disabled={locked} onClick={on.onNote}>
            {words("scenario.editNote")}
          </Menu.Item>
          <Menu.Item
            leftSection={<LockIcon size={15} />}
            onClick={() => actions.lockScenario(id, !locked)}
          >
            {words(locked ? "scenario.unlock" : "scenario.lock")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArchive size={15} />}
            disabled={locked}
            onClick={() => actions.archiveScenario(id, !archived)}
          >
            {words(archived ? "scenario.restore" : "scenario.archive")}
          </Menu.Item>
          <Menu.Item leftSection={<IconHistory size={15} />} onClick={on.onLog}>
            {words("scenario.log")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="red"
            disabled={only || locked}
            leftSection={<IconTrash size={15} />}
            onClick={() => actions.deleteScenario(id)}
          >
            {t("scenario.delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
