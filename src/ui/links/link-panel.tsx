import { ActionIcon, SimpleGrid, Text, Tooltip, UnstyledButton } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type ContiguityGraph, countPairs, type World } from "../../core/index.ts";
import type { ScenarioState } from "../../store/state.ts";
import { Section } from "../figures/section.tsx";
import { type Stat, StatGrid } from "../figures/stat-grid.tsx";
import { useFormat } from "../format.ts";
import { LayerSwitches } from "../map/layer-switches.tsx";
import { useActions, useApp, useScenario } from "../store-context.tsx";
import { ComponentList, useComponents } from "./component-list.tsx";
import { nameOf, placesOf } from "./compound-names.ts";
import { DrawingList } from "./drawing-list.tsx";
import classes from "./links.module.css";
import { listByHand } from "./list-by-hand.ts";

const LAYERS = ["links", "cuts", "components", "walls"] as const;

/** Which compounds count as neighbours, what cuts them apart, and what a person changed. */
export function LinkPanel() {
  const { t } = useTranslation();
  const { world, graph } = useApp(({ scene, graph }) => ({ world: scene, graph }));
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
      <Counts graph={graph} world={world} scenario={scenario} />
      <Section title={t("links.show")}>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing={8}>
          <LayerSwitches only={LAYERS} />
        </SimpleGrid>
      </Section>
      <HandList world={world} scenario={scenario} />
      <DrawingList scene={world} />
      <ComponentList world={world} />
    </>
  );
}

interface CountsProps {
  readonly graph: ContiguityGraph;
  readonly world: World;
  readonly scenario: ScenarioState;
}

function Counts({ graph, world, scenario }: CountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useComponents();
  const { agedBefore, envelope } = scenario.recipe.parameters;
  const counts = useMemo(
    () => countPairs(world, graph, { agedBefore, envelope }),
    [graph, world, agedBefore, envelope],
  );
  const components = found?.filter(({ reason }) => reason !== "oversized");
  const isolates = components?.filter(({ members }) => members.length === 1);
  const oversized = (found?.length ?? 0) - (components?.length ?? 0);
  const size = (list?: readonly unknown[]) => (list ? format.int(list.length) : "…");
  const stats: Stat[] = [
    { label: t("links.total"), value: format.int(counts.links) },
    { label: t("links.needCrossing"), value: format.int(counts.needCrossing) },
    { label: t("links.cuts"), value: format.int(counts.cuts) },
    { label: t("links.byHand"), value: format.int(listByHand(world, scenario).length) },
    { label: t("links.components"), value: size(components) },
    { label: t("links.isolates"), value: size(isolates) },
    ...(oversized > 0 ? [{ label: t("links.oversized"), value: format.int(oversized) }] : []),
  ];
  const inside = {
    inside: format.int(counts.linksInCell),
    across: format.int(counts.links - counts.linksInCell),
  };
  return (
    <Section title={t("links.counts")}>
      <StatGrid stats={stats} />
      {envelope !== "terrain" && (
        <p className={classes.hint}>
          {t(envelope === "street" ? "links.inStreet" : "links.inCommunity", inside)}
        </p>
      )}
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
  const rows = useMemo(() => listByHand(world, scenario), [world, scenario]);
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
  const ends = pair.map((i) => world.compounds[i]);
  const name = ends.map((end) => nameOf(end, t)).join(" — ");
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
        <span className={classes.between}>{placesOf(ends)}</span>
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
