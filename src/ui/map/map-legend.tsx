import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { Fragment, memo, type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isDrawn } from "../../core/index.ts";
import { MAP_COLOURS, type MapColours } from "../../map/colours.ts";
import { wallsToShow } from "../../map/connection-features.ts";
import { activeScenario } from "../../store/active-scenario.ts";
import type { AppState } from "../../store/state.ts";
import { useApp } from "../store-context.tsx";
import { useScheme } from "../use-scheme.ts";
import classes from "./map.module.css";

/** What the signs on the map mean; only what is shown is listed. */
export function MapLegend({ initiallyOpen }: { readonly initiallyOpen: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(initiallyOpen);
  const { isDark } = useScheme();
  const { layers, world, graph } = useApp(({ layers, scene, graph }) => ({
    layers,
    world: scene,
    graph,
  }));
  const hasWalls = useHasWalls();
  const colours = MAP_COLOURS[isDark ? "dark" : "light"];
  return (
    <section className={classes.legend} data-open={open} aria-label={t("legend.title")}>
      <UnstyledButton
        className={classes.legendHead}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t("legend.title")}
        {open ? <IconChevronDown size={14} /> : <IconChevronUp size={14} />}
      </UnstyledButton>
      {open && world && graph && <Signs {...{ layers, world, graph, hasWalls, colours }} />}
    </section>
  );
}

/** Rendered anew when another sign is due, not at every edit. */
const Signs = memo(function Signs({ colours, ...of }: Shown & { readonly colours: MapColours }) {
  const { t } = useTranslation();
  return (
    <div className={classes.legendBody}>
      {SIGNS.filter(({ isShown }) => isShown(of)).map(({ label, draw }) => (
        <div key={label} className={classes.legendItem}>
          <svg width="30" height="18" aria-hidden="true">
            {draw(colours)}
          </svg>
          {t(`legend.${label}`)}
        </div>
      ))}
    </div>
  );
});

interface Shown {
  readonly layers: AppState["layers"];
  readonly world: NonNullable<AppState["world"]>;
  readonly graph: NonNullable<AppState["graph"]>;
  /** walls are drawn, by their switch or for what is selected */
  readonly hasWalls: boolean;
}

function useHasWalls(): boolean {
  const { graph, selection, all } = useApp(({ graph, selection, layers }) => ({
    graph,
    selection,
    all: layers.walls,
  }));
  const zoning = useApp((state) => activeScenario(state)?.zoning);
  return useMemo(() => {
    if (all || !graph || !zoning) return all;
    return wallsToShow(graph, { zoning, selection, all }).some(
      (link) => graph.links.wallM[link] > 0,
    );
  }, [graph, zoning, selection, all]);
}

interface Sign {
  readonly label:
    | "district"
    | "anchor"
    | "approximate"
    | "leftOut"
    | "context"
    | "water"
    | "hardRoad"
    | "road"
    | "rail"
    | "drawn"
    | "crossing"
    | "drawnCrossing"
    | "community"
    | "link"
    | "linkCrossing"
    | "linkHand"
    | "cut"
    | "cutHand"
    | "cutting"
    | "component"
    | "way"
    | "wall";
  isShown(shown: Shown): boolean;
  draw(colours: MapColours): ReactNode;
}

function hasBarrier({ layers, world }: Shown, test: (kind: string, hard: boolean) => boolean) {
  return (
    layers.barriers &&
    world.barriers.some(({ kind, barrierClass }) => test(kind, barrierClass === "hard"))
  );
}

function double(colour: string, dash?: string): ReactNode {
  return <path d="M1 7h28M1 11h28" stroke={colour} strokeWidth={1.4} strokeDasharray={dash} />;
}

function stroke(colour: string, width: number, dash?: string): ReactNode {
  return <path d="M1 9h28" stroke={colour} strokeWidth={width} strokeDasharray={dash} />;
}

const BOX = { x: 4, y: 3, width: 22, height: 12 };

const SIGNS: readonly Sign[] = [
  {
    label: "district",
    isShown: ({ layers }) => layers.districts || layers.compounds,
    draw: (c) => (
      <>
        {c.districts.slice(0, 4).map((colour, i) => (
          <rect key={colour} x={1 + i * 7} y={3} width={7} height={12} fill={colour} />
        ))}
        <rect x={1} y={3} width={28} height={12} stroke={c.text} fill="none" />
      </>
    ),
  },
  {
    label: "anchor",
    isShown: ({ layers, world }) => layers.compounds && world.compounds.some((x) => x.anchor),
    draw: (c) => <rect {...BOX} fill={c.districts[0]} stroke={c.text} strokeWidth={2.4} />,
  },
  {
    label: "approximate",
    isShown: ({ layers, world }) =>
      layers.compounds && world.compounds.some(({ approximate }) => approximate),
    draw: (c) => (
      <rect
        {...BOX}
        fill={c.districts[0]}
        stroke={c.text}
        strokeWidth={2}
        strokeLinecap="round"
        strokeDasharray="0.1 4"
      />
    ),
  },
  {
    label: "leftOut",
    isShown: ({ layers }) => layers.compounds,
    draw: (c) => (
      <>
        <rect {...BOX} fill={c.background} stroke={c.leftOutLine} strokeDasharray="3 2" />
        <path d="M7 14 15 4M13 14 21 4M19 14 25 6" stroke={c.leftOutLine} opacity={0.6} />
      </>
    ),
  },
  {
    label: "context",
    isShown: ({ layers }) => layers.compounds,
    draw: (c) => <rect {...BOX} fill={c.context} stroke={c.contextLine} />,
  },
  {
    label: "water",
    isShown: (shown) => hasBarrier(shown, (kind) => kind === "water"),
    draw: (c) => <path d="M1 12c6-8 14 3 28-6" fill="none" stroke={c.water} strokeWidth={6} />,
  },
  {
    label: "hardRoad",
    isShown: (shown) => hasBarrier(shown, (kind, hard) => kind === "road" && hard),
    draw: (c) => (
      <Fragment>
        {stroke(c.roadCasing, 6)}
        {stroke(c.roadHard, 4)}
      </Fragment>
    ),
  },
  {
    label: "road",
    isShown: (shown) => hasBarrier(shown, (kind, hard) => kind === "road" && !hard),
    draw: (c) => (
      <Fragment>
        {stroke(c.roadCasing, 4.5)}
        {stroke(c.road, 2.8)}
      </Fragment>
    ),
  },
  {
    label: "rail",
    isShown: (shown) => hasBarrier(shown, (kind) => kind === "rail"),
    draw: (c) => stroke(c.rail, 2.4, "6 4"),
  },
  {
    label: "drawn",
    isShown: ({ layers, world }) => layers.barriers && world.barriers.some(isDrawn),
    draw: (c) => (
      <>
        {stroke(c.road, 6)}
        {stroke(c.accent, 2, "2 3")}
      </>
    ),
  },
  {
    label: "crossing",
    isShown: ({ layers, world }) => layers.barriers && world.crossings.length > 0,
    draw: (c) => <circle cx={15} cy={9} r={4} fill={c.halo} stroke={c.text} strokeWidth={1.2} />,
  },
  {
    label: "drawnCrossing",
    isShown: ({ layers, world }) => layers.barriers && world.crossings.some(isDrawn),
    draw: (c) => (
      <>
        <circle cx={15} cy={9} r={4} fill={c.halo} stroke={c.text} strokeWidth={1.2} />
        <circle cx={15} cy={9} r={2} fill={c.accent} />
      </>
    ),
  },
  {
    label: "community",
    isShown: ({ layers, world }) => layers.communities && world.communities.length > 0,
    draw: (c) => stroke(c.community, 2, "7 3 2 3"),
  },
  { label: "link", isShown: ({ layers }) => layers.links, draw: (c) => stroke(c.link, 2) },
  {
    label: "linkCrossing",
    isShown: ({ layers, graph }) => layers.links && graph.links.needsCrossing.includes(1),
    draw: (c) => stroke(c.link, 2, "8 3"),
  },
  {
    label: "linkHand",
    isShown: ({ layers, graph }) => layers.links && graph.links.byHand.includes(1),
    draw: (c) => double(c.link),
  },
  { label: "cut", isShown: ({ layers }) => layers.cuts, draw: (c) => stroke(c.cut, 2, "3 3") },
  {
    label: "cutHand",
    isShown: ({ layers, graph }) => layers.cuts && graph.cuts.barrier.includes(-1),
    draw: (c) => double(c.cut, "4 4"),
  },
  {
    label: "cutting",
    isShown: ({ layers, graph }) => layers.cuts && graph.cuts.barrier.some((b) => b >= 0),
    draw: (c) => stroke(c.cut, 4),
  },
  {
    label: "component",
    isShown: ({ layers }) => layers.components,
    draw: (c) => (
      <path
        d="M4 4 24 3 27 13 8 15Z"
        fill="none"
        stroke={c.component}
        strokeWidth={1.3}
        strokeDasharray="8 2 1 2 1 2"
      />
    ),
  },
  {
    label: "way",
    isShown: ({ layers }) => layers.components,
    draw: (c) => stroke(c.component, 2.4, "1 4"),
  },
  { label: "wall", isShown: ({ hasWalls }) => hasWalls, draw: (c) => stroke(c.wall, 4, "4 2") },
];
