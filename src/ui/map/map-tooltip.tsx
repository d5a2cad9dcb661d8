import { type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { LEFT_OUT_REASONS, REASON_LABELS } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useApp, useScenario } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import { CARD_ROOM } from "./card-room.ts";
import classes from "./map.module.css";

const OFFSET = 14;
/** Most that the tooltip takes, px. */
const WIDTH = 280;

function usePointer(container: RefObject<HTMLDivElement | null>) {
  const [at, setAt] = useState<{ x: number; y: number; width: number } | null>(null);
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const follow = (event: PointerEvent) => {
      if (event.pointerType !== "mouse") return setAt(null);
      const { left, top, width } = element.getBoundingClientRect();
      setAt({ x: event.clientX - left, y: event.clientY - top, width });
    };
    const leave = () => setAt(null);
    element.addEventListener("pointermove", follow);
    element.addEventListener("pointerleave", leave);
    return () => {
      element.removeEventListener("pointermove", follow);
      element.removeEventListener("pointerleave", leave);
    };
  }, [container]);
  return at;
}

/** The compound under the pointer in a few words; texts from files are only ever text. */
export function MapTooltip({
  container,
}: {
  readonly container: RefObject<HTMLDivElement | null>;
}) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const at = usePointer(container);
  const { world, hover, hasCard } = useApp(({ world, hover, selection }) => ({
    world,
    hover,
    hasCard: selection !== null,
  }));
  const scenario = useScenario();
  const compound = hover === null ? undefined : world?.compounds[hover];
  if (!at || !compound || !scenario || hover === null) return null;
  const district = scenario.zoning.assignment[hover];
  const place =
    district >= 0
      ? scenario.zoning.districts[district].name
      : label(REASON_LABELS[LEFT_OUT_REASONS[scenario.zoning.reason[hover]]]);
  const flip = at.x > at.width - WIDTH - (hasCard ? CARD_ROOM : 0);
  const side = flip ? { right: at.width - at.x + OFFSET } : { left: at.x + OFFSET };
  return (
    <div className={classes.tooltip} style={{ ...side, top: at.y + OFFSET }} aria-hidden>
      <div className={classes.tooltipName}>{compound.name}</div>
      <div>{place}</div>
      <div className={classes.tooltipFacts}>
        {t("map.tooltipFacts", {
          households: format.int(compound.households),
          area: format.areaM2(compound.floorAreaM2),
          year: compound.builtYear ?? "–",
        })}
      </div>
    </div>
  );
}
