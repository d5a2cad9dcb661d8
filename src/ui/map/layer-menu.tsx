import { ActionIcon, Popover, Stack, Switch, Tooltip } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useActions, useApp } from "../store-context.tsx";

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
] as const;

/** Which layers the map shows. */
export function LayerMenu() {
  const { t } = useTranslation();
  const layers = useApp((state) => state.layers);
  const { setLayer } = useActions();
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
          {LAYERS.map((layer) => (
            <Switch
              key={layer}
              label={t(`layer.${layer}`)}
              checked={layers[layer]}
              onChange={(event) => setLayer(layer, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
