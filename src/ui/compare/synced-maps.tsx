import { ActionIcon, Alert } from "@mantine/core";
import { IconFocusCentered, IconMinus, IconPlus } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { type Camera, createPlanMap, type PlanDrawing, type PlanMap } from "../../map/plan-map.ts";
import { useApp } from "../store-context.tsx";
import { useScheme } from "../use-scheme.ts";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";

/** A plan with what is written on its map. */
export interface NamedPlan {
  readonly name: string;
  readonly drawing: PlanDrawing;
}

interface SyncedMapsProps {
  readonly plans: readonly NamedPlan[];
  /** per cent of the width that the first takes, one over the other; null: side by side */
  readonly swipe: number | null;
}

/** Maps of plans in step: one moved, all moved. They open one after another. */
export function SyncedMaps({ plans, swipe }: SyncedMapsProps) {
  const t = useCompareWords();
  const { isDark } = useScheme();
  const maps = useRef(new Map<number, PlanMap>());
  const [isDrawn, setDrawn] = useState(true);
  const [openCount, setOpenCount] = useState(0);
  const first = useRef<Camera | null>(null);
  const lead = (from: number, camera: Camera) => {
    first.current = camera;
    for (const [at, map] of maps.current) if (at !== from) map.look(camera);
  };
  const all = (run: (map: PlanMap) => void) => {
    const [leader] = maps.current.values();
    if (leader) run(leader);
  };
  if (!isDrawn) return <Alert color="orange">{t("map.noWebgl")}</Alert>;
  return (
    <div className={classes.maps} data-count={swipe === null ? plans.length : "swipe"}>
      <div className={classes.mapTools}>
        <ActionIcon
          variant="default"
          aria-label={t("map.zoomIn")}
          onClick={() => all((map) => map.zoomBy(1))}
        >
          <IconPlus size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t("map.zoomOut")}
          onClick={() => all((map) => map.zoomBy(-1))}
        >
          <IconMinus size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t("map.fit")}
          onClick={() => all((map) => map.fitAll())}
        >
          <IconFocusCentered size={16} />
        </ActionIcon>
      </div>
      {plans.map(({ name, drawing }, k) => (
        <figure
          // biome-ignore lint/suspicious/noArrayIndexKey: a place keeps its map, whatever is drawn on it
          key={k}
          className={classes.mapFigure}
          style={swipe === null ? undefined : { clipPath: clipOf(k, swipe) }}
        >
          <figcaption data-side={swipe === null ? undefined : k === 0 ? "left" : "right"}>
            {name}
            {drawing.isAlone && <span className={classes.hint}> {t("map.alone")}</span>}
          </figcaption>
          {k <= openCount && (
            <OneMap
              key={isDark ? "dark" : "light"}
              label={t("map.of", { name })}
              drawing={drawing}
              onOpen={(map) => {
                if (map) maps.current.set(k, map);
                else maps.current.delete(k);
                if (first.current) map?.look(first.current);
              }}
              onReady={() => setOpenCount((count) => Math.max(count, k + 1))}
              onMove={(camera) => lead(k, camera)}
              onFault={() => setDrawn(false)}
            />
          )}
        </figure>
      ))}
      {swipe !== null && <div className={classes.divide} style={{ left: `${swipe}%` }} />}
    </div>
  );
}

function clipOf(k: number, swipe: number): string {
  return k === 0 ? `inset(0 ${100 - swipe}% 0 0)` : `inset(0 0 0 ${swipe}%)`;
}

interface OneMapProps {
  readonly label: string;
  readonly drawing: PlanDrawing;
  onOpen(map: PlanMap | null): void;
  /** it is drawn for the first time */
  onReady(): void;
  onMove(camera: Camera): void;
  onFault(): void;
}

function OneMap({ label, drawing, ...listeners }: OneMapProps) {
  const { isDark } = useScheme();
  const world = useApp((state) => state.world);
  const container = useRef<HTMLDivElement>(null);
  const told = useRef(listeners);
  told.current = listeners;
  const [map, setMap] = useState<PlanMap | null>(null);
  useEffect(() => {
    if (!container.current || !world) return;
    const theme = isDark ? "dark" : "light";
    const opened = createPlanMap(
      container.current,
      { theme, world },
      {
        move: (camera) => told.current.onMove(camera),
        ready: () => told.current.onReady(),
      },
    );
    if (!opened) {
      told.current.onFault();
      return;
    }
    setMap(opened);
    told.current.onOpen(opened);
    return () => {
      told.current.onOpen(null);
      opened.destroy();
    };
  }, [world, isDark]);
  useEffect(() => map?.show(drawing), [map, drawing]);
  return <div ref={container} className={classes.map} role="img" aria-label={label} />;
}
