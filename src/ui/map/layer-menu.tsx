import { ActionIcon, Popover, Stack, Tooltip } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LayerSwitches } from "./layer-switches.tsx";

const LAYERS = [
  "districts",
  "compounds",
  "labels",
  "barriers",
  "communities",
  "links",
  "cuts",
  "components",
  "walls",
  "patterns",
] as const;

/** Which layers the map shows. */
export function LayerMenu() {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={t("layer.title")}>
          <ActionIcon aria-label={t("layer.title")}>
            <IconStack2 size={17} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={10}>
          <LayerSwitches only={LAYERS} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
