import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { rememberDistrict } from "../../map/tools/hand.ts";
import { useEditWords } from "../edit/edit-words.ts";
import { useHand, useHandAndMap } from "../edit/hand-context.tsx";
import { ASSIGN_ID } from "../edit/use-edit-keys.ts";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import type { DetailParts } from "./detail-parts.ts";

interface MoveFormProps extends DetailParts {
  readonly compounds: readonly number[];
}

/** Districts used last, then those linked to the compounds, the rest after them, by name. */
function useTargets({ scenario, compounds }: MoveFormProps) {
  const graph = useApp((state) => state.graph);
  const recents = useHand((hand) => hand.recents);
  return useMemo(() => {
    const { districts, assignment } = scenario.zoning;
    const near = new Set<number>();
    for (const i of compounds) {
      if (!graph) break;
      for (let k = graph.offset[i]; k < graph.offset[i + 1]; k++)
        near.add(assignment[graph.neighbor[k]]);
    }
    const used = districts.flatMap(({ id, name }, index) =>
      scenario.estimates[index]?.compounds > 0 ? [{ index, id, name }] : [],
    );
    const recent = recents.flatMap((id) => used.filter((one) => one.id === id));
    const rest = used.filter((one) => !recent.includes(one));
    return {
      recent,
      near: rest.filter(({ index }) => near.has(index)),
      far: rest.filter(({ index }) => !near.has(index)),
    };
  }, [graph, scenario, compounds, recents]);
}

/** Moves compounds to another district, a new one, or out of all: chosen from a list, done at once. */
export function MoveForm(props: MoveFormProps) {
  const { scenario, compounds } = props;
  const { t } = useTranslation();
  const { t: words } = useEditWords();
  const format = useFormat();
  const { edit } = useActions();
  const { hand } = useHandAndMap();
  const { recent, near, far } = useTargets(props);
  const option = ({ index, name }: { index: number; name: string }) => ({
    value: String(index),
    label: t("edit.target", {
      name,
      households: format.int(scenario.estimates[index].households),
    }),
  });
  const move = (target: string | null) => {
    if (target === "new" || target === "none") edit({ kind: "move", compounds, to: target });
    else if (target !== null) {
      rememberDistrict(hand, scenario.zoning.districts[Number(target)].id);
      edit({ kind: "move", compounds, to: Number(target) });
    }
  };
  return (
    <Select
      id={ASSIGN_ID}
      aria-label={t("edit.moveTo")}
      aria-keyshortcuts="A"
      placeholder={t("edit.moveTo")}
      searchable
      openOnFocus
      limit={200}
      nothingFoundMessage={t("edit.noTarget")}
      value={null}
      onChange={move}
      data={[
        { group: words("shape.recents"), items: recent.map(option) },
        {
          group: t("edit.special"),
          items: [
            { value: "new", label: t("edit.newDistrict") },
            { value: "none", label: t("edit.leaveOut") },
          ],
        },
        { group: t("edit.adjacent"), items: near.map(option) },
        { group: t("edit.others"), items: far.map(option) },
      ]}
    />
  );
}
