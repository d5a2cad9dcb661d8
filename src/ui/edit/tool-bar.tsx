import { ActionIcon, Tooltip } from "@mantine/core";
import { takeTool } from "../../map/tools/hand.ts";
import { TOOLS } from "../../map/tools/tool.ts";
import mapClasses from "../map/map.module.css";
import { useEditWords } from "./edit-words.ts";
import { useHand, useHandAndMap } from "./hand-context.tsx";
import { TOOL_SIGNS } from "./tool-icons.tsx";

/** The tools for the hand on the map; one of them is in hand. */
export function ToolBar() {
  const { t } = useEditWords();
  const { hand } = useHandAndMap();
  const inHand = useHand(({ tool }) => tool);
  return (
    <div className={mapClasses.group} role="toolbar" aria-label={t("tool.title")}>
      {TOOLS.map((tool) => {
        const { icon: Icon, key } = TOOL_SIGNS[tool];
        return (
          <Tooltip key={tool} label={`${t(`tool.${tool}`)} (${key})`}>
            <ActionIcon
              aria-label={t(`tool.${tool}`)}
              aria-pressed={inHand === tool}
              aria-keyshortcuts={key}
              variant={inHand === tool ? "filled" : "subtle"}
              color={inHand === tool ? "lake" : "gray"}
              onClick={() => (inHand === tool ? undefined : takeTool(hand, tool))}
            >
              <Icon size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </div>
  );
}
