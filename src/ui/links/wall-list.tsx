import { UnstyledButton } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { chosenWalls } from "../../map/connection-features.ts";
import type { DetailParts } from "../detail/detail-parts.ts";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { nameOf, placesOf } from "./compound-names.ts";
import classes from "./links.module.css";
import { writeMetres } from "./pair-words.ts";

interface WallListProps extends DetailParts {
  readonly district: number;
}

/** The walls that open a district, shortest first; a click shows the place. */
export function WallList({ world, scenario, district }: WallListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { select, zoomToSelection } = useActions();
  const graph = useApp((state) => state.graph);
  const links = useMemo(
    () => (graph ? chosenWalls(graph, scenario.zoning, new Set([district])) : []),
    [graph, scenario.zoning, district],
  );
  if (!graph || links.length === 0) return <p className={classes.words}>{t("wall.none")}</p>;
  const { a, b, wallM } = graph.links;
  const total = links.reduce((sum, link) => sum + wallM[link], 0);
  return (
    <>
      <p className={classes.words}>
        {t("wall.total", { count: links.length, metres: writeMetres(total, format) })}
      </p>
      <ul className={classes.neighbours}>
        {links.map((link) => (
          <li key={link}>
            <UnstyledButton
              className={classes.wall}
              onClick={() => {
                select({ kind: "pair", indices: [a[link], b[link]] });
                zoomToSelection();
              }}
            >
              <WallEnds world={world} pair={[a[link], b[link]]} />
              <span className={classes.facts}>{writeMetres(wallM[link], format)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}

interface WallEndsProps extends Pick<DetailParts, "world"> {
  readonly pair: readonly [number, number];
}

function WallEnds({ world, pair }: WallEndsProps) {
  const { t } = useTranslation();
  const ends = pair.map((i) => world.compounds[i]);
  return (
    <span>
      {ends.map((end) => nameOf(end, t)).join(" — ")}
      <span className={classes.between}>{placesOf(ends)}</span>
    </span>
  );
}
