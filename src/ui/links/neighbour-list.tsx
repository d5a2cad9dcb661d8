import { UnstyledButton } from "@mantine/core";
import { IconLink, IconUnlink } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type ContiguityGraph, explainPair, type PairStory, type World } from "../../core/index.ts";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./links.module.css";
import { usePairWords } from "./pair-words.ts";

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

interface NeighbourListProps {
  readonly world: World;
  readonly index: number;
  readonly gapM: number;
}

/** Every neighbour of a compound with what lies between. */
export function NeighbourList({ world, index, gapM }: NeighbourListProps) {
  const { t } = useTranslation();
  const graph = useApp((state) => state.graph);
  const stories = useMemo(() => {
    const others = graph ? neighboursOf(graph, index) : [];
    return others.map((other) => ({
      other,
      story: explainPair(world, graph as ContiguityGraph, { pair: [index, other], gapM }),
    }));
  }, [world, graph, index, gapM]);
  if (stories.length === 0) return <p className={classes.words}>{t("links.noNeighbours")}</p>;
  return (
    <ul className={classes.neighbours}>
      {stories.map(({ other, story }) => (
        <Neighbour key={other} name={world.compounds[other].name} story={story} />
      ))}
    </ul>
  );
}

function Neighbour({ name, story }: { readonly name: string; readonly story: PairStory }) {
  const words = usePairWords();
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
        <Icon size={16} className={classes[story.standing]} aria-hidden />
        <span>
          {name}
          <span className={classes.between}>{words(story)}</span>
        </span>
      </UnstyledButton>
    </li>
  );
}
