import { Button } from "@mantine/core";
import { IconHexagons } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  type Compound,
  LEFT_OUT_REASONS,
  type LedgerField,
  REASON_LABELS,
} from "../../core/index.ts";
import { useEditWords } from "../edit/edit-words.ts";
import { PlaceFindings } from "../edit/finding-list.tsx";
import { LockButton } from "../edit/lock-button.tsx";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { FoldSection } from "../figures/fold-section.tsx";
import { Section } from "../figures/section.tsx";
import { NeighbourList } from "../links/neighbour-list.tsx";
import { OtherSelect } from "../links/other-select.tsx";
import { OwnValues, ownValuesOf } from "../money/own-values.tsx";
import { PlaceSections } from "../money/place-sections.tsx";
import { useRelaxationWords } from "../plan/relaxation-words.ts";
import { useActions } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import { CardFrame } from "./card-frame.tsx";
import classes from "./detail.module.css";
import type { DetailParts } from "./detail-parts.ts";
import { useFieldWords } from "./field-words.ts";
import { MoveForm } from "./move-form.tsx";
import { MoveList } from "./move-list.tsx";

const FIELDS: readonly LedgerField[] = [
  "households",
  "floorAreaM2",
  "builtYear",
  "buildings",
  "lifts",
  "gates",
  "parkingSpaces",
  "cars",
  "feeYuanPerM2Month",
  "collectionRate",
  "fundBalanceYuan",
];

interface CompoundDetailProps extends DetailParts {
  readonly index: number;
}

/** The ledger of one compound with where each value came from, and what it would be alone. */
export function CompoundDetail({ world, scenario, index }: CompoundDetailProps) {
  const { t } = useTranslation();
  const { t: words } = useEditWords();
  const { nameOf, write } = useFieldWords();
  const compound = world.compounds[index];
  const place = { kind: "compound", id: compound.id } as const;
  const ownCount = Object.keys(ownValuesOf(scenario, place)).length;
  const subtitle = [
    compound.ledgerId ?? compound.id,
    compound.communityName ?? compound.community,
    compound.street,
  ];
  const ledger = FIELDS.map((field): FigureRow => {
    const provenance = compound.provenance[field];
    const value = (
      <>
        {write(field, compound[field])}
        <span className={classes.mark} data-provenance={provenance}>
          {t(`provenance.${provenance}`)}
        </span>
      </>
    );
    return { key: field, label: nameOf(field), value };
  });
  return (
    <CardFrame
      title={compound.name}
      subtitle={subtitle.filter(Boolean).join(" · ")}
      tools={<LockButton scenario={scenario} kind="compounds" indices={[index]} />}
    >
      <Section title={t("detail.place")}>
        <Place world={world} scenario={scenario} index={index} />
      </Section>
      <Section title={t("edit.move")}>
        <MoveForm world={world} scenario={scenario} compounds={[index]} />
      </Section>
      <Section title={words("finding.title")}>
        <PlaceFindings kind="compound" index={index} />
      </Section>
      <Section title={t(scenario.zoning.assignment[index] < 0 ? "move.where" : "move.why")}>
        <Moves world={world} scenario={scenario} index={index} />
      </Section>
      <Section title={t("links.neighbours")}>
        <NeighbourList world={world} scenario={scenario} index={index} />
        <OtherSelect
          world={world}
          index={index}
          agedBefore={scenario.recipe.parameters.agedBefore}
        />
      </Section>
      <Section title={t("detail.ledger")}>
        <FigureRows rows={[...ledger, ...useStanding(compound)]} />
      </Section>
      <FoldSection
        name="money.own.compound"
        title={t("money.ownCompound")}
        aside={ownCount > 0 && t("money.ownCount", { total: ownCount })}
        startsOpen={ownCount > 0}
      >
        <OwnValues scenario={scenario} place={place} />
      </FoldSection>
      <Section title={t("money.alone")}>{null}</Section>
      <PlaceSections
        kind="compound"
        index={index}
        world={world}
        scenario={scenario}
        assessed={null}
      />
    </CardFrame>
  );
}

/** Why this district and not the one beside it: what every single move would change. */
function Moves({ world, scenario, index }: CompoundDetailProps) {
  const { t } = useTranslation();
  const { explainMoves } = useActions();
  const { zoning, recipe } = scenario;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moves are those of this zoning under this recipe
  const moves = useMemo(() => explainMoves(index), [explainMoves, index, zoning, recipe]);
  return <MoveList world={world} scenario={scenario} moves={moves} none={t("move.none")} />;
}

function useStanding({ managed, company, anchor, approximate }: Compound): FigureRow[] {
  const { t } = useTranslation();
  const yes = t("detail.yes");
  const no = t("detail.no");
  return [
    { key: "managed", label: t("field.managed"), value: managed ? (company ?? yes) : no },
    { key: "anchor", label: t("field.anchor"), value: anchor ? yes : no },
    ...(approximate ? [{ key: "approximate", label: t("legend.approximate"), value: yes }] : []),
  ];
}

function Place({ scenario, index }: CompoundDetailProps) {
  const label = useLabel();
  const words = useRelaxationWords();
  const { select } = useActions();
  const district = scenario.zoning.assignment[index];
  if (district >= 0) {
    return (
      <Button
        variant="light"
        leftSection={<IconHexagons size={16} />}
        onClick={() => select({ kind: "districts", indices: [district] })}
      >
        {scenario.zoning.districts[district].name}
      </Button>
    );
  }
  const reason = LEFT_OUT_REASONS[scenario.zoning.reason[index]];
  const relaxation = scenario.plan?.leftOut.find((l) => l.compound === index)?.relaxation ?? null;
  return (
    <div style={{ fontSize: 13 }}>
      {label(REASON_LABELS[reason])}
      {relaxation && <div className={classes.memberFacts}>{words(relaxation)}</div>}
    </div>
  );
}
