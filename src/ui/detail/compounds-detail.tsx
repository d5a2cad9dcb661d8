import { useTranslation } from "react-i18next";
import { LockButton } from "../edit/lock-button.tsx";
import { FigureRows } from "../figures/figure-rows.tsx";
import { Section } from "../figures/section.tsx";
import { StatGrid } from "../figures/stat-grid.tsx";
import { useFormat } from "../format.ts";
import { PairFacts, usePairStory } from "../links/pair-parts.tsx";
import { CardFrame } from "./card-frame.tsx";
import type { DetailParts, PairParts } from "./detail-parts.ts";
import { MoveForm } from "./move-form.tsx";

interface CompoundsDetailProps extends DetailParts {
  readonly indices: readonly number[];
}

/** Several compounds: their sums, and moving them together. */
export function CompoundsDetail({ world, scenario, indices }: CompoundsDetailProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const compounds = indices.map((index) => world.compounds[index]);
  const households = compounds.reduce((sum, c) => sum + c.households, 0);
  const floorAreaM2 = compounds.reduce((sum, c) => sum + c.floorAreaM2, 0);
  return (
    <CardFrame
      title={t("detail.compounds", { total: indices.length })}
      subtitle={t("detail.addHint")}
      tools={<LockButton scenario={scenario} kind="compounds" indices={indices} />}
    >
      <Section title={t("detail.sum")}>
        <StatGrid
          stats={[
            { label: t("figure.households"), value: format.int(households) },
            { label: t("figure.floorArea"), value: format.areaM2(floorAreaM2) },
          ]}
        />
      </Section>
      {indices.length === 2 && (
        <Both world={world} scenario={scenario} pair={[indices[0], indices[1]]} />
      )}
      <Section title={t("edit.move")}>
        <MoveForm world={world} scenario={scenario} compounds={indices} />
      </Section>
      <Section title={t("detail.each")}>
        <FigureRows
          rows={compounds.map((compound) => ({
            key: compound.id,
            label: compound.name,
            value: t("detail.memberFacts", {
              households: format.int(compound.households),
              area: format.areaM2(compound.floorAreaM2),
            }),
          }))}
        />
      </Section>
    </CardFrame>
  );
}

function Both(parts: PairParts) {
  const story = usePairStory(parts);
  return story && <PairFacts story={story} withStanding {...parts} />;
}
