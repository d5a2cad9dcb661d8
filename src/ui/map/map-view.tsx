import { Alert } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SelectUnit } from "../../map/select.mode.ts";
import { type MapSession, startMap } from "../../map/start-map.ts";
import { useHandAndMap } from "../edit/hand-context.tsx";
import { PointerTally } from "../edit/pointer-tally.tsx";
import { useApp, useAppStore } from "../store-context.tsx";
import { useIsTouch } from "../use-is-touch.ts";
import { useScheme } from "../use-scheme.ts";
import { Attribution } from "./attribution.tsx";
import { CARD_ROOM } from "./card-room.ts";
import { EmptyState } from "./empty-state.tsx";
import classes from "./map.module.css";
import { MapLegend } from "./map-legend.tsx";
import { MapStatus } from "./map-status.tsx";
import { MapToolbar } from "./map-toolbar.tsx";
import { MapTooltip } from "./map-tooltip.tsx";
import { useScenery } from "./use-scenery.ts";

const EDGE = 36;
/** Room that the tools take on narrow screens, px. */
const TOOLS = 112;

interface MapViewProps {
  /** hands the session up, so that shortcuts can reach it */
  onSession(session: MapSession | null): void;
}

/** The map with its tools, legend and credits. */
export function MapView({ onSession }: MapViewProps) {
  const { t } = useTranslation();
  const store = useAppStore();
  const touch = useIsTouch();
  const { isDark } = useScheme();
  const { hand } = useHandAndMap();
  const hasCompounds = useApp(({ world }) => world !== null && world.compounds.length > 0);
  const container = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<MapSession | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [unit, setUnit] = useState<SelectUnit>("districts");

  // Read when something is brought into view, so that a resize does not restart the map.
  const isTouch = useRef(touch);
  isTouch.current = touch;
  const padding = useCallback(() => {
    const narrow = isTouch.current;
    const { selection, preview } = store.getState();
    const hasCard = (selection !== null || preview !== null) && !narrow;
    // A sheet drawn up leaves little of the map, and padding must leave something of that.
    const height = container.current?.clientHeight ?? Number.POSITIVE_INFINITY;
    const top = Math.min(narrow ? TOOLS : EDGE, height / 3);
    const bottom = Math.min(EDGE, height / 4);
    return { top, right: hasCard ? CARD_ROOM : EDGE, bottom, left: EDGE };
  }, [store]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is set by the effect below; the map must not restart
  useEffect(() => {
    if (!container.current) return;
    const started = startMap(store, {
      container: container.current,
      theme: isDark ? "dark" : "light",
      hand,
      padding,
      onLoading: setLoading,
    });
    setSession(started);
    onSession(started);
    return () => {
      onSession(null);
      started.destroy();
    };
  }, [store, hand, padding, onSession]);

  useEffect(() => session?.setTheme(isDark ? "dark" : "light"), [session, isDark]);
  useEffect(() => session?.setUnit(unit), [session, unit]);
  useScenery(session);

  return (
    <main style={{ position: "absolute", inset: 0 }} aria-label={t("map.title")}>
      <div ref={container} className={classes.map} />
      {session && !session.drawn && (
        <Alert m={60} color="orange">
          {t("map.noWebgl")}
        </Alert>
      )}
      {hasCompounds ? (
        <>
          <MapToolbar session={session} unit={unit} onUnit={setUnit} />
          <MapLegend initiallyOpen={!touch} />
          <Attribution />
          <MapTooltip container={container} />
          <PointerTally />
        </>
      ) : (
        <EmptyState />
      )}
      <MapStatus isDrawing={isLoading} />
    </main>
  );
}
