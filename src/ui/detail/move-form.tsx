import { Button, Select } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./detail.module.css";
import type { DetailParts } from "./detail-parts.ts";

interface MoveFormProps extends DetailParts {
  readonly compounds: readonly number[];
}

/** Districts linked to the compounds first, the rest after them, by name. */
function useTargets({ scenario, compounds }: MoveFormProps) {
  const graph = useApp((state) => state.graph);
  return useMemo(() => {
    const near = new Set<number>();
    for (const i of compounds) {
      if (!graph) break;
      for (let k = graph.offset[i]; k < graph.offset[i + 1]; k++)
        near.add(scenario.zoning.assignment[graph.neighbor[k]]);
    }
    const used = scenario.zoning.districts.flatMap(({ name }, index) =>
      scenario.estimates[index]?.compounds > 0 ? [{ index, name }] : [],
    );
    return {
      near: used.filter(({ index }) => near.has(index)),
      far: used.filter(({ index }) => !near.has(index)),
    };
  }, [graph, scenario, compounds]);
}

/** Moves compounds to another district, a new one, or out of all. */
export function MoveForm(props: MoveFormProps) {
  const { scenario, compounds } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { moveCompounds } = useActions();
  const [target, setTarget] = useState<string | null>(null);
  const { near, far } = useTargets(props);
  const option = ({ index, name }: { index: number; name: string }) => ({
    value: String(index),
    label: t("edit.target", {
      name,
      households: format.int(scenario.estimates[index].households),
    }),
  });
  const move = () => {
    if (target === "new" || target === "none") moveCompounds(compounds, target);
    else if (target !== null) moveCompounds(compounds, Number(target));
    setTarget(null);
  };
  return (
    <div className={classes.move}>
      <Select
        aria-label={t("edit.moveTo")}
        placeholder={t("edit.moveTo")}
        searchable
        limit={200}
        nothingFoundMessage={t("edit.noTarget")}
        value={target}
        onChange={setTarget}
        data={[
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
      <Button disabled={target === null} onClick={move}>
        {t("edit.move")}
      </Button>
    </div>
  );
}
