import { UnstyledButton } from "@mantine/core";
import { IconLink, IconUnlink } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  type ContiguityGraph,
  explainPair,
  type PairScope,
  type PairStory,
  readPairScope,
} from "../../core/index.ts";
import type { DetailParts } from "../detail/detail-parts.ts";
import { useActions, useApp } from "../store-context.tsx";
import { nameOf, placeOf } from "./compound-names.ts";
import classes from "./links.module.css";
import { describePair, useSpeech } from "./pair-words.ts";
import { neighbourMark } from "./scope-words.ts";

/** Compounds that the graph links to one, and those it cuts from it; linked ones first. */
function neighboursOf(graph: ContiguityGraph, index: number): number[] {
  const linked = graph.neighbor.subarray(graph.offset[index], graph.offset[index + 1]);
  const { a, b, count } = graph.cuts;
  const cut: number[] = [];
  for (let c = 0; c < count; c++) {
    if (a[c] === index) cut.push(b[c]);
    if (b[c] === index) cut.push(a[c]);
  }
  return [...linked, ...cut];
}

interface NeighbourListProps extends DetailParts {
  readonly index: number;
}

/** Every neighbour of a compound with what lies between. */
export function NeighbourList({ world, scenario, index }: NeighbourListProps) {
  const { t } = useTranslation();
  const graph = useApp((state) => state.graph);
  const { parameters } = scenario.recipe;
  const stories = useMemo(() => {
    const others = graph ? neighboursOf(graph, index) : [];
    return others.map((other) => ({
      other,
      story: explainPair(world, graph as ContiguityGraph, {
        pair: [index, other],
        gapM: parameters.gapM,
      }),
      scope: readPairScope(world, parameters, [index, other]),
    }));
  }, [world, graph, index, parameters]);
  if (stories.length === 0) return <p className={classes.words}>{t("links.noNeighbours")}</p>;
  return (
    <ul className={classes.neighbours}>
      {stories.map((one) => (
        <Neighbour key={one.other} world={world} scenario={scenario} {...one} />
      ))}
    </ul>
  );
}

interface NeighbourProps extends DetailParts {
  readonly other: number;
  readonly story: PairStory;
  readonly scope: PairScope;
}

function Neighbour({ world, scenario, other, story, scope }: NeighbourProps) {
  const speech = useSpeech();
  const { envelope } = scenario.recipe.parameters;
  const compound = world.compounds[other];
  const mark = neighbourMark({ scope, envelope }, other, speech.t);
  const { select, zoomToSelection } = useActions();
  const Icon = story.standing === "link" ? IconLink : IconUnlink;
  return (
    <li>
      <UnstyledButton
        className={classes.neighbour}
        onClick={() => {
          select({ kind: "pair", indices: [story.a, story.b] });
          zoomToSelection();
        }}
      >
        <Icon
          size={16}
          className={mark === null ? classes[story.standing] : classes.faint}
          aria-hidden
        />
        <span>
          {nameOf(compound, speech.t)} <span className={classes.facts}>{placeOf(compound)}</span>
          <span className={classes.between}>
            {[mark, describePair(story, speech)].filter(Boolean).join(" · ")}
          </span>
        </span>
      </UnstyledButton>
    </li>
  );
}
