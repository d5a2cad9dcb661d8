import { SegmentedControl, Select } from "@mantine/core";
import { memo, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { setToolOptions } from "../../map/tools/hand.ts";
import {
  BARRIER_SORTS,
  type BarrierSortName,
  BRUSHES_PX,
  type ToolOptions as Options,
  type ToolName,
} from "../../map/tools/tool.ts";
import { activeScenario } from "../../store/active-scenario.ts";
import type { ScenarioState } from "../../store/state.ts";
import { compareNames } from "../districts/compare-names.ts";
import mapClasses from "../map/map.module.css";
import { useApp } from "../store-context.tsx";
import classes from "./edit.module.css";
import { useEditWords } from "./edit-words.ts";
import { useHand, useHandAndMap } from "./hand-context.tsx";

const MOVERS: ReadonlySet<ToolName> = new Set(["paint", "lasso", "rectangle"]);
const HINTS = {
  border: "tool.hintBorder",
  split: "tool.hintSplit",
  draw: "tool.hintDraw",
  link: "tool.hintLink",
} as const;

const isHinted = (tool: ToolName): tool is keyof typeof HINTS => tool in HINTS;

/** How the tool in hand is set, or how it is used. */
export function ToolOptions() {
  const { t } = useEditWords();
  const tool = useHand((hand) => hand.tool);
  if (tool === "select") return null;
  return (
    <section
      className={`${mapClasses.group} ${classes.options}`}
      aria-label={t("tool.options", { name: t(`tool.${tool}`) })}
    >
      {tool === "paint" && <BrushSize />}
      {(MOVERS.has(tool) || tool === "draw") && <DistrictSelects tool={tool} />}
      {(tool === "barrier" || tool === "crossing") && <ObstacleOptions tool={tool} />}
      {isHinted(tool) && <span className={classes.hint}>{t(HINTS[tool])}</span>}
    </section>
  );
}

function BrushSize() {
  const { t } = useEditWords();
  const { hand } = useHandAndMap();
  const brushPx = useHand(({ options }) => options.brushPx);
  return (
    <SegmentedControl
      aria-label={t("tool.brush")}
      value={String(brushPx)}
      data={BRUSHES_PX.map((px) => ({ value: String(px), label: t(`tool.brush${px}`) }))}
      onChange={(value) =>
        setToolOptions(hand, { brushPx: BRUSHES_PX.find((px) => String(px) === value) ?? 0 })
      }
    />
  );
}

const SORT_WORDS = {
  arterial: "tool.sortArterial",
  secondary: "tool.sortSecondary",
  rail: "tool.sortRail",
  water: "tool.sortWater",
  cliff: "tool.sortCliff",
  other: "tool.sortOther",
} as const;

/** Whether barriers or crossings are drawn or taken out, and of which sort they are. */
function ObstacleOptions({ tool }: { readonly tool: "barrier" | "crossing" }) {
  const { t } = useEditWords();
  const { hand } = useHandAndMap();
  const { obstacle, barrierSort } = useHand(({ options }) => options);
  const isDrawing = obstacle === "draw";
  const hint = tool === "barrier" ? "tool.hintBarrier" : "tool.hintCrossing";
  return (
    <>
      <SegmentedControl
        aria-label={t("tool.obstacle")}
        value={obstacle}
        data={[
          { value: "draw", label: t("tool.obstacleDraw") },
          { value: "take-out", label: t("tool.obstacleTakeOut") },
        ]}
        onChange={(value) => setToolOptions(hand, { obstacle: value as Options["obstacle"] })}
      />
      {tool === "barrier" && isDrawing && (
        <Choice label={t("tool.sort")}>
          <Select
            aria-label={t("tool.sort")}
            allowDeselect={false}
            value={barrierSort}
            data={(Object.keys(BARRIER_SORTS) as BarrierSortName[]).map((value) => ({
              value,
              label: t(SORT_WORDS[value]),
            }))}
            onChange={(value) =>
              setToolOptions(hand, { barrierSort: (value ?? "arterial") as BarrierSortName })
            }
          />
        </Choice>
      )}
      <span className={classes.hint}>{t(isDrawing ? hint : "tool.hintTakeOut")}</span>
    </>
  );
}

const emptyOnes = new WeakMap<ScenarioState["estimates"], string>();

/** Positions of districts without members, as a text that is the same as long as they are. */
function listEmpty(estimates: ScenarioState["estimates"]): string {
  const known =
    emptyOnes.get(estimates) ??
    estimates.flatMap(({ compounds }, at) => (compounds > 0 ? [] : [at])).join();
  emptyOnes.set(estimates, known);
  return known;
}

/** Districts with members, by name; the same list while they stay. */
function useDistrictChoices() {
  const { districts, empty } = useApp((state) => {
    const scenario = activeScenario(state);
    return {
      districts: scenario?.zoning.districts ?? null,
      empty: scenario ? listEmpty(scenario.estimates) : "",
    };
  });
  return useMemo(() => {
    const without = new Set(empty.split(","));
    return (districts ?? [])
      .map(({ name }, at) => ({ value: String(at), label: name }))
      .filter(({ value }) => !without.has(value))
      .sort((a, b) => compareNames(a.label, b.label));
  }, [districts, empty]);
}

interface DistrictSelectProps {
  /** those to choose from, by name */
  readonly districts: readonly { readonly value: string; readonly label: string }[];
}

/** From where to where; the lists follow the plan between frames. */
function DistrictSelects({ tool }: { readonly tool: ToolName }) {
  const districts = useDeferredValue(useDistrictChoices());
  return (
    <>
      <TakeFromSelect districts={districts} />
      {MOVERS.has(tool) && <TargetSelect isBrush={tool === "paint"} districts={districts} />}
    </>
  );
}

function readTakeFrom(value: string | null): Options["takeFrom"] {
  return value === null || value === "anything" || value === "left-out"
    ? (value ?? "anything")
    : Number(value);
}

function readTarget(value: string | null): Options["target"] {
  return value === null || value === "auto" || value === "new" || value === "none"
    ? (value ?? "auto")
    : Number(value);
}

const TakeFromSelect = memo(function TakeFromSelect({ districts }: DistrictSelectProps) {
  const { t } = useEditWords();
  const { hand } = useHandAndMap();
  const takeFrom = useHand(({ options }) => options.takeFrom);
  return (
    <Choice label={t("tool.from")}>
      <Select
        aria-label={t("tool.from")}
        searchable
        allowDeselect={false}
        value={String(takeFrom)}
        data={[
          { value: "anything", label: t("tool.fromAnything") },
          { value: "left-out", label: t("tool.fromLeftOut") },
          ...districts,
        ]}
        onChange={(value) => setToolOptions(hand, { takeFrom: readTakeFrom(value) })}
      />
    </Choice>
  );
});

const TargetSelect = memo(function TargetSelect({
  isBrush,
  districts,
}: DistrictSelectProps & { readonly isBrush: boolean }) {
  const { t } = useEditWords();
  const { t: words } = useTranslation();
  const { hand } = useHandAndMap();
  const target = useHand(({ options }) => options.target);
  return (
    <Choice label={t("tool.to")}>
      <Select
        aria-label={t("tool.to")}
        searchable
        allowDeselect={false}
        value={String(target)}
        data={[
          { value: "auto", label: t(isBrush ? "tool.autoPaint" : "tool.autoArea") },
          { value: "new", label: words("edit.newDistrict") },
          { value: "none", label: words("edit.leaveOut") },
          ...districts,
        ]}
        onChange={(value) => setToolOptions(hand, { target: readTarget(value) })}
      />
    </Choice>
  );
});

function Choice({
  label,
  children,
}: {
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div className={classes.choice}>
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}
