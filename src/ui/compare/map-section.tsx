import { SegmentedControl, Select } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { colourPlans } from "../../map/plan-colours.ts";
import type { PlanDrawing } from "../../map/plan-map.ts";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { AgreementPart, useDisputed } from "./agreement-part.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { PairSelect, usePair } from "./pair-select.tsx";
import { SyncedMaps } from "./synced-maps.tsx";
import type { Compared } from "./use-compared.ts";

const MODES = ["side", "swipe", "difference", "agreement"] as const;
type Mode = (typeof MODES)[number];

/** Plans on maps that move together, the difference of two, and borders that plans do not agree on. */
export function MapSection({ compared }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const [mode, setMode] = useState<Mode>("side");
  const drawings = useDrawings(compared);
  const { names } = compared;
  const plans = drawings.map((drawing, k) => ({ name: names[k], drawing }));
  return (
    <>
      <div className={classes.row}>
        <SegmentedControl
          aria-label={t("map.mode")}
          className={classes.segments}
          value={mode}
          onChange={(value) => setMode(value as Mode)}
          data={MODES.map((value) => ({ value, label: t(`map.${value}`) }))}
        />
        <span className={classes.hint}>{t("map.keep")}</span>
      </div>
      {mode === "side" && <SyncedMaps key="side" plans={plans} swipe={null} />}
      {mode === "swipe" && <SwipePart plans={plans} />}
      {mode === "difference" && <DifferencePart compared={compared} drawings={drawings} />}
      {mode === "agreement" && <AgreementMap compared={compared} drawings={drawings} />}
    </>
  );
}

/** Every plan in colours that stay with the districts they are matched to; outlines as they come. */
function useDrawings({ comparison, world }: Compared): readonly PlanDrawing[] {
  const { outlineScenario } = useActions();
  const { sides, pairs } = comparison;
  const scenarios = useApp((state) => state.scenarios);
  useEffect(() => {
    const draw = async () => {
      for (const { id } of sides) await outlineScenario(id);
    };
    void draw();
  }, [sides, outlineScenario]);
  const colours = useMemo(
    () =>
      colourPlans(
        world,
        sides.map(({ zoning }) => zoning),
        sides.slice(1).map((_, k) => pairs[k]?.matched ?? []),
      ),
    [world, sides, pairs],
  );
  return useMemo(
    () =>
      sides.map(({ id, zoning }, k) => {
        const now = scenarios.find((one) => one.id === id);
        const outlines = now?.zoning === zoning ? now.outlines : null;
        return { zoning, outlines, colours: colours[k], changed: null, marks: null };
      }),
    [sides, scenarios, colours],
  );
}

interface Plans {
  readonly plans: readonly { readonly name: string; readonly drawing: PlanDrawing }[];
}

function SwipePart({ plans }: Plans) {
  const t = useCompareWords();
  const [left, setLeft] = useState(0);
  const [right, setRight] = useState(Math.min(1, plans.length - 1));
  const [at, setAt] = useState(50);
  const choices = plans.map(({ name }, k) => ({ value: String(k), label: name }));
  const two = [plans[left], plans[right]];
  return (
    <>
      <div className={classes.row}>
        <Select
          aria-label={t("map.left")}
          data={choices}
          value={String(left)}
          allowDeselect={false}
          onChange={(value) => setLeft(Number(value))}
        />
        <input
          type="range"
          className={classes.swipe}
          aria-label={t("map.swipeAt")}
          min={0}
          max={100}
          value={at}
          onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}
        />
        <Select
          aria-label={t("map.right")}
          data={choices}
          value={String(right)}
          allowDeselect={false}
          onChange={(value) => setRight(Number(value))}
        />
      </div>
      <SyncedMaps key="swipe" plans={two} swipe={at} />
    </>
  );
}

interface PartProps {
  readonly compared: Compared;
  readonly drawings: readonly PlanDrawing[];
}

function DifferencePart({ compared, drawings }: PartProps) {
  const t = useCompareWords();
  const format = useFormat();
  // Today every compound is alone: there is no plan of it to be drawn.
  const most = drawings.length - 1;
  const chosen = usePair(compared, most);
  const { pair, second } = chosen;
  const drawing = drawings[second] ?? drawings[0];
  const shown = useMemo(
    () => ({ ...drawing, changed: new Set(pair?.realignment.changed) }),
    [drawing, pair],
  );
  return (
    <>
      {most > 0 && <PairSelect compared={compared} chosen={chosen} most={most} />}
      {pair && (
        <p>
          {t("map.changed", {
            count: format.int(pair.realignment.changed.length),
            households: format.int(pair.realignment.changedHouseholds),
            name: compared.names[0],
          })}{" "}
          <span className={classes.hint}>{t("map.legend")}</span>
        </p>
      )}
      <SyncedMaps
        key="difference"
        plans={[{ name: compared.names[second], drawing: shown }]}
        swipe={null}
      />
    </>
  );
}

function AgreementMap({ compared, drawings }: PartProps) {
  const marks = useDisputed(compared);
  const shown = useMemo(() => ({ ...drawings[0], marks }), [drawings, marks]);
  return (
    <>
      <AgreementPart compared={compared} />
      <SyncedMaps
        key="agreement"
        plans={[{ name: compared.names[0], drawing: shown }]}
        swipe={null}
      />
    </>
  );
}
