import { ActionIcon, SimpleGrid, Switch, Text, Tooltip, UnstyledButton } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type ContiguityGraph, type LinkPair, takesPart, type World } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { Section } from "../figures/section.tsx";
import { type Stat, StatGrid } from "../figures/stat-grid.tsx";
import { useFormat } from "../format.ts";
import { useActions, useApp, useScenario } from "../store-context.tsx";
import { ComponentList, useComponents } from "./component-list.tsx";
import classes from "./links.module.css";

const LAYERS = ["links", "cuts", "components", "walls"] as const;

/** Which compounds count as neighbours, what cuts them apart, and what a person changed. */
export function LinkPanel() {
  const { t } = useTranslation();
  const { world, graph } = useApp(({ world, graph }) => ({ world, graph }));
  const scenario = useScenario();
  if (!world || !graph || !scenario) {
    return (
      <Section title={t("links.counts")}>
        <Text size="sm" c="dimmed">
          {t("data.none")}
        </Text>
      </Section>
    );
  }
  return (
    <>
      <Counts graph={graph} world={world} agedBefore={scenario.recipe.parameters.agedBefore} />
      <LayerSwitches />
      <HandList world={world} scenario={scenario} />
      <ComponentList world={world} />
    </>
  );
}

/** Links and cuts between compounds that take part. */
function countPairs({ links, cuts }: ContiguityGraph, world: World, agedBefore: number | null) {
  const isIn = world.compounds.map((compound) => takesPart(compound, agedBefore));
  const counts = { links: 0, needCrossing: 0, cuts: 0, byHand: 0 };
  for (let l = 0; l < links.count; l++) {
    if (!isIn[links.a[l]] || !isIn[links.b[l]]) continue;
    counts.links++;
    counts.needCrossing += links.needsCrossing[l];
    counts.byHand += links.byHand[l];
  }
  for (let c = 0; c < cuts.count; c++) {
    if (!isIn[cuts.a[c]] || !isIn[cuts.b[c]]) continue;
    if (cuts.barrier[c] < 0) counts.byHand++;
    else counts.cuts++;
  }
  return counts;
}

interface CountsProps {
  readonly graph: ContiguityGraph;
  readonly world: World;
  readonly agedBefore: number | null;
}

function Counts({ graph, world, agedBefore }: CountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useComponents();
  const counts = useMemo(() => countPairs(graph, world, agedBefore), [graph, world, agedBefore]);
  const isolates = found?.filter(({ members }) => members.length === 1).length;
  const stats: Stat[] = [
    { label: t("links.total"), value: format.int(counts.links) },
    { label: t("links.needCrossing"), value: format.int(counts.needCrossing) },
    { label: t("links.cuts"), value: format.int(counts.cuts) },
    { label: t("links.byHand"), value: format.int(counts.byHand) },
    { label: t("links.components"), value: found ? format.int(found.length) : "…" },
    { label: t("links.isolates"), value: isolates === undefined ? "…" : format.int(isolates) },
  ];
  return (
    <Section title={t("links.counts")}>
      <StatGrid stats={stats} />
    </Section>
  );
}

function LayerSwitches() {
  const { t } = useTranslation();
  const layers = useApp((state) => state.layers);
  const { setLayer } = useActions();
  return (
    <Section title={t("links.show")}>
      <SimpleGrid cols={2} spacing="xs" verticalSpacing={8}>
        {LAYERS.map((layer) => (
          <Switch
            key={layer}
            label={t(`layer.${layer}`)}
            checked={layers[layer]}
            onChange={(event) => setLayer(layer, event.currentTarget.checked)}
          />
        ))}
      </SimpleGrid>
    </Section>
  );
}

interface HandListProps {
  readonly world: World;
  readonly scenario: ScenarioState;
}

function HandList({ world, scenario }: HandListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const { linksAdded, linksRemoved } = scenario.recipe;
  const indexOf = useMemo(() => new Map(world.compounds.map(({ id }, i) => [id, i])), [world]);
  const rows = [
    ...linksAdded.map((ids) => ({ ids, by: "linked" as const })),
    ...linksRemoved.map((ids) => ({ ids, by: "cut" as const })),
  ].flatMap(({ ids, by }) => {
    const [a, b] = ids.map((id) => indexOf.get(id));
    return a === undefined || b === undefined ? [] : [{ ids, by, pair: [a, b] as const }];
  });
  return (
    <Section title={t("links.hand")}>
      <div ref={list} tabIndex={-1}>
        {rows.length === 0 && <p className={classes.words}>{t("links.noHand")}</p>}
        {rows.map(({ ids, by, pair }) => (
          <HandRow
            key={ids.join("|")}
            world={world}
            pair={pair}
            by={by}
            onRestore={() => list.current?.focus()}
          />
        ))}
      </div>
    </Section>
  );
}

interface HandRowProps {
  readonly world: World;
  readonly pair: readonly [number, number];
  readonly by: "linked" | "cut";
  /** the row is about to go: the focus needs another place */
  onRestore(): void;
}

function HandRow({ world, pair, by, onRestore }: HandRowProps) {
  const { t } = useTranslation();
  const { select, setPair, zoomToSelection } = useActions();
  const names: LinkPair = [world.compounds[pair[0]].name, world.compounds[pair[1]].name];
  const name = names.join(" — ");
  return (
    <div className={classes.hand}>
      <UnstyledButton
        className={classes.handName}
        onClick={() => {
          select({ kind: "pair", indices: pair });
          zoomToSelection();
        }}
      >
        {name}
        <span className={classes.facts}>{t(`links.${by}`)}</span>
      </UnstyledButton>
      <Tooltip label={t("pair.rule_")}>
        <ActionIcon
          aria-label={t("links.undoHand", { pair: name })}
          onClick={() => {
            onRestore();
            setPair(pair, "rule");
          }}
        >
          <IconRestore size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
