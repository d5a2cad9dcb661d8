import { SegmentedControl, Select } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { colourPlans } from "../../map/plan-colours.ts";
import type { PlanDrawing } from "../../map/plan-map.ts";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { AgreementPart, useDisputed } from "./agreement-part.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { type ChosenPair, PairSelect, usePair } from "./pair-select.tsx";
import { type NamedPlan, SyncedMaps } from "./synced-maps.tsx";
import type { Compared } from "./use-compared.ts";
import { useTurn } from "./use-turn.ts";

const MODES = ["side", "swipe", "difference", "agreement"] as const;
type Mode = (typeof MODES)[number];

/** Plans on maps that move together, the difference of two, and borders that plans do not agree on. */
export function MapSection({ compared }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const [mode, setMode] = useTurn<Mode>("side");
  const drawings = useDrawings(compared);
  const { names } = compared;
  const plans = drawings.map((drawing, k) => ({ name: names[k], drawing }));
  const swipe = useSwipe(plans);
  const difference = useDifference(compared, drawings);
  const marks = useDisputed(compared);
  const disputed = useMemo(() => ({ ...drawings[0], marks }), [drawings, marks]);
  // One set of maps whatever is drawn on them: opening and closing them is what takes longest.
  const shown: Readonly<Record<Mode, readonly NamedPlan[]>> = {
    side: plans,
    swipe: swipe.plans,
    difference: difference.plans,
    agreement: [{ name: names[0], drawing: disputed }],
  };
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
      {mode === "swipe" && <SwipeControls plans={plans} swipe={swipe} />}
      {mode === "difference" && <DifferenceWords compared={compared} difference={difference} />}
      {mode === "agreement" && <AgreementPart compared={compared} />}
      <SyncedMaps plans={shown[mode]} swipe={mode === "swipe" ? swipe.at : null} />
    </>
  );
}

/** Today: the compounds of the first plan without its districts. */
function todayOf({ zoning, outlines }: PlanDrawing): PlanDrawing {
  return { isAlone: true, zoning, outlines, colours: [], changed: null, marks: null };
}

function isSame(one: PlanDrawing | undefined, other: PlanDrawing): boolean {
  return (
    one !== undefined &&
    (Object.keys(other) as (keyof PlanDrawing)[]).every((key) => one[key] === other[key])
  );
}

/** The drawings that were there before where they are the same, so that no map is drawn for nothing. */
function useKept(drawings: readonly PlanDrawing[]): readonly PlanDrawing[] {
  const kept = useRef<readonly PlanDrawing[]>([]);
  const next = drawings.map((one, k) => (isSame(kept.current[k], one) ? kept.current[k] : one));
  const isChanged =
    next.length !== kept.current.length || next.some((one, k) => one !== kept.current[k]);
  if (isChanged) kept.current = next;
  return kept.current;
}

/** Every plan in colours that stay with the districts they are matched to, then today; outlines as they come. */
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
  const drawings = sides.map(({ id, zoning }, k): PlanDrawing => {
    const now = scenarios.find((one) => one.id === id);
    const outlines = now?.zoning === zoning ? now.outlines : null;
    return { isAlone: false, zoning, outlines, colours: colours[k], changed: null, marks: null };
  });
  return useKept([...drawings, todayOf(drawings[0])]);
}

/** Two plans one over the other. */
interface Swipe {
  readonly plans: readonly NamedPlan[];
  readonly left: number;
  readonly right: number;
  /** per cent of the width */
  readonly at: number;
  setLeft(left: number): void;
  setRight(right: number): void;
  setAt(at: number): void;
}

function useSwipe(plans: readonly NamedPlan[]): Swipe {
  const [wantedLeft, setLeft] = useTurn(0);
  const [wantedRight, setRight] = useTurn(1);
  const [at, setAt] = useState(50);
  const [left, right] = [wantedLeft, wantedRight].map((k) => Math.min(k, plans.length - 1));
  return { plans: [plans[left], plans[right]], left, right, at, setLeft, setRight, setAt };
}

interface SwipeControlsProps {
  /** all that can be chosen */
  readonly plans: readonly NamedPlan[];
  readonly swipe: Swipe;
}

function SwipeControls({ plans, swipe }: SwipeControlsProps) {
  const t = useCompareWords();
  const choices = plans.map(({ name }, k) => ({ value: String(k), label: name }));
  return (
    <div className={classes.row}>
      <Select
        aria-label={t("map.left")}
        data={choices}
        value={String(swipe.left)}
        allowDeselect={false}
        onChange={(value) => swipe.setLeft(Number(value))}
      />
      <input
        type="range"
        className={classes.swipe}
        aria-label={t("map.swipeAt")}
        min={0}
        max={100}
        value={swipe.at}
        onChange={({ currentTarget }) => swipe.setAt(Number(currentTarget.value))}
      />
      <Select
        aria-label={t("map.right")}
        data={choices}
        value={String(swipe.right)}
        allowDeselect={false}
        onChange={(value) => swipe.setRight(Number(value))}
      />
    </div>
  );
}

/** Who changes district between the base and one plan. */
interface Difference {
  readonly plans: readonly NamedPlan[];
  readonly chosen: ChosenPair;
  /** position of the last plan that can be chosen */
  readonly most: number;
}

function useDifference(compared: Compared, drawings: readonly PlanDrawing[]): Difference {
  // Against today every compound changes: there is nothing to tell apart.
  const most = drawings.length - 2;
  const chosen = usePair(compared, most);
  const { second } = chosen;
  const changed = compared.comparison.pairs[second - 1]?.realignment.changed;
  const drawing = drawings[second];
  const shown = useMemo(() => ({ ...drawing, changed: new Set(changed) }), [drawing, changed]);
  return { plans: [{ name: compared.names[second], drawing: shown }], chosen, most };
}

interface DifferenceWordsProps {
  readonly compared: Compared;
  readonly difference: Difference;
}

function DifferenceWords({ compared, difference: { chosen, most } }: DifferenceWordsProps) {
  const t = useCompareWords();
  const format = useFormat();
  const { pair } = chosen;
  return (
    <>
      {most > 0 && <PairSelect compared={compared} chosen={chosen} most={most} />}
      {most > 0 && pair && (
        <p>
          {t("map.changed", {
            count: format.int(pair.realignment.changed.length),
            households: format.int(pair.realignment.changedHouseholds),
            name: compared.names[0],
          })}{" "}
          <span className={classes.hint}>{t("map.legend")}</span>
        </p>
      )}
    </>
  );
}
