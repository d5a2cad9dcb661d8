import {
  type ContiguityGraph,
  explainPair,
  type Language,
  takesPart,
  type World,
  type Zoning,
} from "../core/index.ts";
import type { AppState, ComponentsFound, ScenarioState, Selection } from "../store/state.ts";
import {
  buildComponentAreas,
  buildComponentLabels,
  buildWayFeatures,
} from "./component-features.ts";
import {
  buildConnectionFeatures,
  buildPairFeatures,
  buildWallFeatures,
  pairOf,
  wallsToShow,
} from "./connection-features.ts";
import type { MapAdapter } from "./map-adapter.ts";
import { toCollection } from "./world-features.ts";

const SOURCES = [
  "links",
  "cuts",
  "walls",
  "pair",
  "components",
  "component-labels",
  "ways",
] as const;

/** What a web of links or cuts is drawn from. */
interface Web {
  readonly graph: ContiguityGraph;
  readonly agedBefore: number | null;
}

/** What walls are drawn from. */
interface Walls {
  readonly graph: ContiguityGraph;
  readonly zoning: Zoning;
  /** null: the walls of all districts, whatever is selected */
  readonly selection: Selection;
}

/** Keeps links, cuts, walls, components and the pair looked at equal to the state. */
export class ConnectionSync {
  private readonly adapter: MapAdapter;
  private world: World | null = null;
  private webs: Record<"links" | "cuts", Web | null> = { links: null, cuts: null };
  private cutting: ReadonlySet<number> = new Set();
  private walls: Walls | null = null;
  private pair: Pick<Walls, "graph" | "selection"> | null = null;
  private components: ComponentsFound | null = null;
  private language: Language | null = null;

  constructor(adapter: MapAdapter) {
    this.adapter = adapter;
  }

  /** @param scenario the active one */
  update(state: AppState, scenario: ScenarioState | null): void {
    const { scene: world, graph, layers, selection, components, language } = state;
    if (world !== this.world) this.clear();
    this.world = world;
    if (!world || !graph) return;
    const agedBefore = scenario?.recipe.parameters.agedBefore ?? null;
    const gapM = scenario?.recipe.parameters.gapM ?? 0;
    if (layers.links) this.drawWeb("links", world, { graph, agedBefore });
    if (layers.cuts) this.drawWeb("cuts", world, { graph, agedBefore });
    this.drawWalls(state, scenario);
    this.drawPair(world, { graph, selection }, gapM);
    if (layers.components) this.drawComponents(world, components, language);
  }

  private clear(): void {
    for (const source of SOURCES) this.adapter.setData(source, toCollection([]));
    this.webs = { links: null, cuts: null };
    this.cutting = new Set();
    this.walls = null;
    this.pair = null;
    this.components = null;
  }

  private drawWeb(table: "links" | "cuts", world: World, web: Web): void {
    const { graph, agedBefore } = web;
    const drawn = this.webs[table];
    if (drawn?.graph === graph && drawn.agedBefore === agedBefore) return;
    const isIn = (i: number) => takesPart(world.compounds[i], agedBefore);
    this.adapter.setData(table, buildConnectionFeatures(graph, { table, world, isIn }));
    this.webs[table] = web;
    if (table === "cuts") this.markCutting(graph);
  }

  /** The barriers that sever some pair. */
  private markCutting({ cuts }: ContiguityGraph): void {
    const cutting = new Set(cuts.barrier.filter((barrier) => barrier >= 0));
    for (const barrier of this.cutting)
      if (!cutting.has(barrier)) this.adapter.setState("barriers", barrier, { cutting: false });
    for (const barrier of cutting)
      if (!this.cutting.has(barrier)) this.adapter.setState("barriers", barrier, { cutting: true });
    this.cutting = cutting;
  }

  private drawWalls(state: AppState, scenario: ScenarioState | null): void {
    const { scene: world, graph, layers } = state;
    if (!world || !graph || !scenario) return;
    const selection = layers.walls ? null : state.selection;
    const isShown = layers.walls || selection !== null;
    const drawn = this.walls;
    if (!isShown && drawn === null) return;
    const { zoning } = scenario;
    const now = isShown ? { graph, zoning, selection } : null;
    if (now && drawn && isSame(now, drawn)) return;
    const links = wallsToShow(graph, { zoning, selection: state.selection, all: layers.walls });
    const { gapM } = scenario.recipe.parameters;
    this.adapter.setData("walls", buildWallFeatures(world, graph, { links, gapM }));
    this.walls = now;
  }

  private drawPair(
    world: World,
    { graph, selection }: Pick<Walls, "graph" | "selection">,
    gapM: number,
  ): void {
    const pair = pairOf(selection);
    if (!pair && this.pair === null) return;
    if (this.pair?.graph === graph && this.pair.selection === selection) return;
    const features = pair
      ? buildPairFeatures(explainPair(world, graph, { pair, gapM }), world)
      : toCollection([]);
    this.adapter.setData("pair", features);
    this.pair = pair && { graph, selection };
  }

  private drawComponents(
    world: World,
    components: ComponentsFound | null,
    language: Language,
  ): void {
    if (components?.list === this.components?.list && language === this.language) return;
    const list = components?.list ?? [];
    const reachM = components?.recipe.parameters.gapM ?? 0;
    const areas = buildComponentAreas(world, list, reachM);
    this.adapter.setData("components", areas);
    this.adapter.setData("component-labels", buildComponentLabels(areas));
    this.adapter.setData("ways", buildWayFeatures(world, list, language));
    this.components = components;
    this.language = language;
  }
}

const isSame = (a: Walls, b: Walls): boolean =>
  a.graph === b.graph && a.zoning === b.zoning && a.selection === b.selection;
