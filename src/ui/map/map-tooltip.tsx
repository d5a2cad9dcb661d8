import { type RefObject, useEffect, useReducer, useRef } from "react";
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

/** Where the pointer was last; it renders only while something is under it. */
function usePointer(container: RefObject<HTMLDivElement | null>, isOver: boolean) {
  const last = useRef<Pick<PointerEvent, "clientX" | "clientY"> | null>(null);
  const isFollowed = useRef(isOver);
  isFollowed.current = isOver;
  const [, follow] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const move = ({ pointerType, clientX, clientY }: PointerEvent) => {
      last.current = pointerType === "mouse" ? { clientX, clientY } : null;
      if (isFollowed.current) follow();
    };
    const leave = () => {
      last.current = null;
      if (isFollowed.current) follow();
    };
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerleave", leave);
    return () => {
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerleave", leave);
    };
  }, [container]);
  const box = isOver && last.current ? container.current?.getBoundingClientRect() : null;
  if (!box || !last.current) return null;
  const { clientX, clientY } = last.current;
  return { x: clientX - box.left, y: clientY - box.top, width: box.width };
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
  const { world, hover, hasCard } = useApp(({ world, hover, selection }) => ({
    world,
    hover,
    hasCard: selection !== null,
  }));
  const at = usePointer(container, hover !== null);
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
