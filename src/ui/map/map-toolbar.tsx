import { ActionIcon, SegmentedControl, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconMaximize,
  IconMinus,
  IconPlus,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SelectUnit } from "../../map/select.mode.ts";
import type { MapSession } from "../../map/start-map.ts";
import { activeScenario } from "../../store/active-scenario.ts";
import { ToolBar } from "../edit/tool-bar.tsx";
import { ToolOptions } from "../edit/tool-options.tsx";
import { useActions, useApp } from "../store-context.tsx";
import { useIsTouch } from "../use-is-touch.ts";
import { LayerMenu } from "./layer-menu.tsx";
import classes from "./map.module.css";

interface MapToolbarProps {
  readonly session: MapSession | null;
  readonly unit: SelectUnit;
  onUnit(unit: SelectUnit): void;
}

/** What a click selects, undo and redo, and the view. */
export function MapToolbar({ session, unit, onUnit }: MapToolbarProps) {
  const { t } = useTranslation();
  const touch = useIsTouch();
  return (
    <div className={classes.toolbar}>
      <div className={classes.group} style={{ padding: 0 }}>
        <SegmentedControl
          aria-label={t("map.unit")}
          value={unit}
          data={[
            { value: "districts", label: t("map.unitDistricts") },
            { value: "compounds", label: t("map.unitCompounds") },
          ]}
          onChange={(value) => onUnit(value as SelectUnit)}
        />
      </div>
      <div className={classes.group}>
        <UndoAndRedo />
        <LayerMenu />
        {touch && <FitButton session={session} />}
      </div>
      <div className={`${classes.group} ${classes.zoom}`}>
        <Tooltip label={t("map.zoomIn")} position="bottom">
          <ActionIcon aria-label={t("map.zoomIn")} onClick={() => session?.zoomBy(1)}>
            <IconPlus size={17} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("map.zoomOut")} position="bottom">
          <ActionIcon aria-label={t("map.zoomOut")} onClick={() => session?.zoomBy(-1)}>
            <IconMinus size={17} />
          </ActionIcon>
        </Tooltip>
        <FitButton session={session} />
      </div>
      <ToolBar />
      <ToolOptions />
    </div>
  );
}

function UndoAndRedo() {
  const { t } = useTranslation();
  const { undo, redo } = useActions();
  const { canUndo, canRedo } = useApp((state) => {
    const scenario = activeScenario(state);
    return { canUndo: scenario?.canUndo ?? false, canRedo: scenario?.canRedo ?? false };
  });
  return (
    <>
      <Tooltip label={`${t("edit.undo")} (Ctrl+Z)`}>
        <ActionIcon aria-label={t("edit.undo")} disabled={!canUndo} onClick={() => undo()}>
          <IconArrowBackUp size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t("edit.redo")} (Ctrl+Shift+Z)`}>
        <ActionIcon aria-label={t("edit.redo")} disabled={!canRedo} onClick={() => redo()}>
          <IconArrowForwardUp size={17} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function FitButton({ session }: Pick<MapToolbarProps, "session">) {
  const { t } = useTranslation();
  return (
    <Tooltip label={`${t("map.fit")} (F)`} position="bottom">
      <ActionIcon aria-label={t("map.fit")} onClick={() => session?.fitAll()}>
        <IconMaximize size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
