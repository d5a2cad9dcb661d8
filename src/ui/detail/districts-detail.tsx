import { Button } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { DistrictActions } from "../edit/district-actions.tsx";
import { useEditWords } from "../edit/edit-words.ts";
import { LockButton } from "../edit/lock-button.tsx";
import { FigureRows } from "../figures/figure-rows.tsx";
import { Section } from "../figures/section.tsx";
import { StatGrid } from "../figures/stat-grid.tsx";
import { useFormat } from "../format.ts";
import { useActions } from "../store-context.tsx";
import { CardFrame } from "./card-frame.tsx";
import type { DetailParts } from "./detail-parts.ts";
import { MoveList } from "./move-list.tsx";

interface DistrictsDetailProps extends DetailParts {
  readonly indices: readonly number[];
}

/** Several districts: their sums, and merging them into the first. */
export function DistrictsDetail({ world, scenario, indices }: DistrictsDetailProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { t: words } = useEditWords();
  const { previewEdit } = useActions();
  const sum = (of: (e: (typeof scenario.estimates)[number]) => number): number =>
    indices.reduce((total, index) => total + of(scenario.estimates[index]), 0);
  const names = indices.map((index) => scenario.zoning.districts[index].name);
  return (
    <CardFrame
      title={t("detail.districts", { total: indices.length })}
      subtitle={t("detail.mergeInto", { name: names[0] })}
      tools={<LockButton scenario={scenario} kind="districts" indices={indices} />}
    >
      <Section title={t("detail.sum")}>
        <StatGrid
          stats={[
            { label: t("figure.compounds"), value: format.int(sum((e) => e.compounds)) },
            { label: t("figure.households"), value: format.int(sum((e) => e.households)) },
            { label: t("figure.floorArea"), value: format.areaM2(sum((e) => e.floorAreaM2)) },
            { label: t("figure.netCost"), value: format.yuan(sum((e) => e.netCostYuan)) },
          ]}
        />
        <Button
          fullWidth
          mt={12}
          leftSection={<IconArrowMerge size={16} />}
          onClick={() => previewEdit({ kind: "merge", districts: indices })}
        >
          {t("edit.mergeInto", { name: names[0] })}
        </Button>
      </Section>
      <Section title={words("shape.title")}>
        <DistrictActions indices={indices} />
      </Section>
      {indices.length === 2 && (
        <Section title={t("move.border")}>
          <Border world={world} scenario={scenario} indices={indices} />
        </Section>
      )}
      <Section title={t("detail.each")}>
        <FigureRows
          rows={indices.map((index, i) => ({
            key: String(index),
            label: names[i],
            value: t("detail.memberFacts", {
              households: format.int(scenario.estimates[index].households),
              area: format.areaM2(scenario.estimates[index].floorAreaM2),
            }),
          }))}
        />
      </Section>
    </CardFrame>
  );
}

/** What it would cost to shift the border between two districts by one compound. */
function Border({ world, scenario, indices }: DistrictsDetailProps) {
  const { t } = useTranslation();
  const { explainBorder } = useActions();
  const [first, second] = indices;
  const moves = explainBorder(first, second);
  return <MoveList world={world} scenario={scenario} moves={moves} none={t("move.noBorder")} />;
}
