import { IconLock } from "@tabler/icons-react";
import { memo } from "react";
import type { StrokeState } from "../../store/edit-state.ts";
import { useFormat } from "../format.ts";
import { useApp, useScenario } from "../store-context.tsx";
import classes from "./edit.module.css";
import { useEditWords } from "./edit-words.ts";
import { useHand } from "./hand-context.tsx";

const OFFSET_PX = 18;
/** Districts listed beside the pointer. */
const SHOWN = 4;

/** Totals of the districts that a stroke touches, floating beside the pointer. */
export function PointerTally() {
  const stroke = useApp((state) => state.stroke);
  const pointer = useHand((hand) => hand.pointer);
  if (!stroke || !pointer) return null;
  return (
    <div
      className={classes.tally}
      style={{ left: pointer.x + OFFSET_PX, top: pointer.y + OFFSET_PX }}
      aria-hidden
      data-tally
    >
      <Tallies stroke={stroke} />
    </div>
  );
}

/** Rendered anew when the stroke changes, not when it is carried along. */
const Tallies = memo(function Tallies({ stroke }: { readonly stroke: StrokeState }) {
  const { t } = useEditWords();
  const format = useFormat();
  const scenario = useScenario();
  const { totals, tallies, before, to } = stroke;
  const order = [...tallies].sort((a, b) => Number(b.at === to) - Number(a.at === to));
  return (
    <>
      {order.slice(0, SHOWN).map(({ at, estimate, violations }) => (
        <div key={at} className={classes.tallyRow}>
          <span className={classes.tallyName}>
            {scenario?.zoning.districts[at]?.name ?? t("preview.newDistrict")}
          </span>
          <span className={classes.tallyFacts}>
            {t("tally.households", {
              before: format.int(before.find((one) => one.at === at)?.estimate.households ?? 0),
              after: format.int(estimate.households),
            })}
          </span>
          <span className={classes.tallyFacts}>
            {t("tally.cost", { cost: format.yuan(estimate.netCostYuan) })}
            {" · "}
            <span className={violations.length > 0 ? classes.bad : undefined}>
              {violations.length > 0
                ? t("tally.broken", { total: violations.length })
                : t("tally.met")}
            </span>
          </span>
        </div>
      ))}
      <div className={classes.tallyRow}>
        {t("tally.moved", { total: stroke.moved })}
        {stroke.held.length > 0 && (
          <>
            {" · "}
            <IconLock size={12} /> {t("tally.held", { total: stroke.held.length })}
          </>
        )}
        {totals.after.householdsLeftOut !== totals.before.householdsLeftOut && (
          <span className={classes.tallyFacts}>
            {t("tally.leftOut")}{" "}
            {t("tally.households", {
              before: format.int(totals.before.householdsLeftOut),
              after: format.int(totals.after.householdsLeftOut),
            })}
          </span>
        )}
      </div>
    </>
  );
});
