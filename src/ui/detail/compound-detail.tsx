import { Button } from "@mantine/core";
import { IconHexagons } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  type Compound,
  type CompoundEstimate,
  estimatorOf,
  LEFT_OUT_REASONS,
  type LedgerField,
  REASON_LABELS,
} from "../../core/index.ts";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { Section } from "../figures/section.tsx";
import { type Format, useFormat } from "../format.ts";
import { NeighbourList } from "../links/neighbour-list.tsx";
import { OtherSelect } from "../links/other-select.tsx";
import { useRelaxationWords } from "../plan/relaxation-words.ts";
import { useActions, useApp } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import { CardFrame } from "./card-frame.tsx";
import classes from "./detail.module.css";
import type { DetailParts } from "./detail-parts.ts";
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

function writeField(compound: Compound, field: LedgerField, format: Format): string {
  const value = compound[field];
  if (value === null) return "–";
  if (field === "builtYear") return String(value);
  if (field === "floorAreaM2") return format.areaM2(value);
  if (field === "feeYuanPerM2Month") return format.fee(value);
  if (field === "collectionRate") return format.percent(value);
  if (field === "fundBalanceYuan") return format.yuan(value);
  return format.int(value);
}

function useCompoundEstimate({ world, scenario }: DetailParts, index: number) {
  const graph = useApp((state) => state.graph);
  const { recipe } = scenario;
  const estimator = useMemo(
    () => graph && estimatorOf(world, graph, recipe),
    [world, graph, recipe],
  );
  return estimator?.compound(index) ?? null;
}

interface CompoundDetailProps extends DetailParts {
  readonly index: number;
}

/** The ledger of one compound with where each value came from, and what it would be alone. */
export function CompoundDetail({ world, scenario, index }: CompoundDetailProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const compound = world.compounds[index];
  const estimate = useCompoundEstimate({ world, scenario }, index);
  const subtitle = [compound.id, compound.communityName ?? compound.community, compound.street];
  const ledger = FIELDS.map((field): FigureRow => {
    const provenance = compound.provenance[field];
    const value = (
      <>
        {writeField(compound, field, format)}
        <span className={classes.mark} data-provenance={provenance}>
          {t(`provenance.${provenance}`)}
        </span>
      </>
    );
    return { key: field, label: t(`field.${field}`), value };
  });
  return (
    <CardFrame title={compound.name} subtitle={subtitle.filter(Boolean).join(" · ")}>
      <Section title={t("detail.place")}>
        <Place world={world} scenario={scenario} index={index} />
      </Section>
      <Section title={t("edit.move")}>
        <MoveForm world={world} scenario={scenario} compounds={[index]} />
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
      {estimate && (
        <Section title={t("detail.alone")}>
          <Alone estimate={estimate} />
        </Section>
      )}
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

function useStanding({ managed, company, anchor }: Compound): FigureRow[] {
  const { t } = useTranslation();
  const yes = t("detail.yes");
  const no = t("detail.no");
  return [
    { key: "managed", label: t("field.managed"), value: managed ? (company ?? yes) : no },
    { key: "anchor", label: t("field.anchor"), value: anchor ? yes : no },
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

function Alone({ estimate }: { readonly estimate: CompoundEstimate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = [
    "feeIncomeYuan",
    "parkingIncomeYuan",
    "otherIncomeYuan",
    "statusQuoIncomeYuan",
    "aloneCostYuan",
    "subsidyYuan",
  ] as const;
  const rows = money.map((key) => ({
    key,
    label: t(`alone.${key}`),
    value: format.yuan(estimate[key]),
  }));
  const share = {
    key: "defaultedShare",
    label: t("alone.defaultedShare"),
    value: format.percent(estimate.defaultedShare, 0),
  };
  return <FigureRows rows={[...rows, share]} />;
}
