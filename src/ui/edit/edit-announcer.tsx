import { useEffect, useRef, useState } from "react";
import type { Drawings } from "../../core/index.ts";
import type { PreviewState } from "../../store/edit-state.ts";
import { useFormat } from "../format.ts";
import { useApp, useScenario } from "../store-context.tsx";
import { useEditWords } from "./edit-words.ts";
import { useHand } from "./hand-context.tsx";

function countDrawings(recipe: Drawings): { readonly drawn: number; readonly removed: number } {
  return {
    drawn: recipe.barriersDrawn.length + recipe.crossingsDrawn.length,
    removed: recipe.barriersRemoved.length + recipe.crossingsRemoved.length,
  };
}

/** Says to screen readers what came of an edit. */
export function EditAnnouncer() {
  const { t } = useEditWords();
  const format = useFormat();
  const { world, graph, preview, stroke, shift, selection } = useApp((state) => ({
    world: state.world,
    graph: state.graph,
    preview: state.preview,
    stroke: state.stroke,
    shift: state.shift,
    selection: state.selection,
  }));
  const scenario = useScenario();
  const tool = useHand((hand) => hand.tool);
  const [words, setWords] = useState("");

  const isStroke = stroke !== null;
  const said = useRef(shift.serial);
  // biome-ignore lint/correctness/useExhaustiveDependencies: speaks once per change, when its stroke is over
  useEffect(() => {
    if (isStroke || said.current === shift.serial) return;
    said.current = shift.serial;
    const total = shift.shifted?.length ?? 0;
    if (total > 0) setWords(t("said.moved", { total }));
  }, [shift, isStroke]);

  const shown = useRef<PreviewState | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: speaks once per preview
  useEffect(() => {
    const wasShown = shown.current;
    shown.current = preview;
    if (!preview) {
      if (wasShown) setWords(t("said.dropped"));
      return;
    }
    const { before, after } = preview.totals;
    setWords(
      t("said.preview", {
        what: t(`preview.${preview.of.kind}`),
        moved: format.int(preview.shifted.length),
        households: format.int(after.households),
        cost: format.yuan(after.netCostYuan - before.netCostYuan),
        violations: format.int(after.violations),
      }),
    );
  }, [preview]);

  const drawings = scenario ? countDrawings(scenario.recipe) : null;
  const drawn = useRef(drawings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: speaks once per drawing
  useEffect(() => {
    const before = drawn.current;
    drawn.current = drawings;
    if (!drawings || !before || JSON.stringify(before) === JSON.stringify(drawings)) return;
    setWords(t("said.drawings", { ...drawings, links: format.int(graph?.links.count ?? 0) }));
  }, [drawings?.drawn, drawings?.removed]);

  const locks = scenario?.locks;
  const known = useRef(locks);
  useEffect(() => {
    if (!locks || !known.current || known.current === locks) {
      known.current = locks;
      return;
    }
    known.current = locks;
    setWords(t("said.locks", { compounds: locks.compounds.size, districts: locks.districts.size }));
  }, [locks, t]);

  useEffect(() => setWords(t("said.tool", { name: t(`tool.${tool}`) })), [tool, t]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: speaks of the compound when it is come to
  useEffect(() => {
    const index = selection?.kind === "compounds" ? selection.indices.at(-1) : undefined;
    const compound = index === undefined ? undefined : world?.compounds[index];
    if (!compound || index === undefined || !scenario) return;
    const at = scenario.zoning.assignment[index];
    const district = scenario.zoning.districts[at]?.name ?? t("tally.leftOut");
    setWords(
      t("said.place", {
        name: compound.name,
        households: format.int(compound.households),
        district,
      }),
    );
  }, [selection]);

  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-edit-status>
      {words}
    </div>
  );
}
