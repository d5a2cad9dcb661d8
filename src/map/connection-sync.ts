import {
  type ContiguityGraph,
  explainPair,
  takesPart,
  type World,
  type Zoning,
} from "../core/index.ts";
import type { AppState, ComponentsFound, ScenarioState, Selection } from "../store/state.ts";
import { buildComponentAreas, buildWayFeatures } from "./component-features.ts";
import {
  buildConnectionFeatures,
  buildPairFeatures,
  buildWallFeatures,
  chosenWalls,
} from "./connection-features.ts";
import type { MapAdapter } from "./map-adapter.ts";
import { toCollection } from "./world-features.ts";

interface Drawn {
  readonly world: World | null;
  readonly graph: ContiguityGraph | null;
  readonly selection: Selection;
  readonly zoning: Zoning | null;
  readonly components: ComponentsFound | null;
  readonly layers: AppState["layers"] | null;
}

const NOTHING: Drawn = {
  world: null,
  graph: null,
  selection: null,
  zoning: null,
  components: null,
  layers: null,
};

/** What a web of links or cuts is drawn from. */
interface Web {
  readonly graph: ContiguityGraph;
  readonly agedBefore: number | null;
}

/** Keeps links, cuts, walls, components and the pair looked at equal to the state. */
export class ConnectionSync {
  private readonly adapter: MapAdapter;
  private drawn: Drawn = NOTHING;
  private webs: Record<"links" | "cuts", Web | null> = { links: null, cuts: null };
  private cutting: ReadonlySet<number> = new Set();

  constructor(adapter: MapAdapter) {
    this.adapter = adapter;
  }

  /** @param scenario the active one */
  update(state: AppState, scenario: ScenarioState | null): void {
    const { world, graph, selection, components, layers } = state;
    const now: Drawn = {
      world,
      graph,
      selection,
      zoning: scenario?.zoning ?? null,
      components,
      layers,
    };
    const before = this.drawn;
    const isNew = (...keys: (keyof Drawn)[]) => keys.some((key) => now[key] !== before[key]);
    if (isNew("world")) this.clear();
    this.drawn = now;
    if (!world || !graph) return;
    this.drawWebs(world, { graph, agedBefore: scenario?.recipe.parameters.agedBefore ?? null });
    if (isNew("world", "graph", "selection", "zoning", "layers"))
      this.drawWalls(world, graph, scenario);
    if (isNew("world", "graph", "selection")) this.drawPair(world, graph, scenario);
    if (isNew("world", "components", "layers") && layers.components)
      this.drawComponents(world, components);
  }

  private clear(): void {
    for (const source of ["links", "cuts", "walls", "pair", "components", "ways"] as const)
      this.adapter.setData(source, toCollection([]));
    this.webs = { links: null, cuts: null };
    this.cutting = new Set();
  }

  private drawWebs(world: World, web: Web): void {
    const { graph, agedBefore } = web;
    const isIn = (i: number) => takesPart(world.compounds[i], agedBefore);
    for (const table of ["links", "cuts"] as const) {
      const drawn = this.webs[table];
      if (!this.drawn.layers?.[table]) continue;
      if (drawn?.graph === graph && drawn.agedBefore === agedBefore) continue;
      this.adapter.setData(table, buildConnectionFeatures(graph, { table, world, isIn }));
      this.webs[table] = web;
      if (table === "cuts") this.markCutting(graph);
    }
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

  private drawWalls(world: World, graph: ContiguityGraph, scenario: ScenarioState | null): void {
    const links = scenario ? this.wallsToShow(graph, scenario) : [];
    const gapM = scenario?.recipe.parameters.gapM ?? 0;
    this.adapter.setData("walls", buildWallFeatures(world, graph, { links, gapM }));
  }

  private wallsToShow(graph: ContiguityGraph, { zoning }: ScenarioState): number[] {
    const { selection, layers } = this.drawn;
    if (layers?.walls) return chosenWalls(graph, zoning, null);
    if (selection?.kind === "districts")
      return chosenWalls(graph, zoning, new Set(selection.indices));
    if (selection?.kind !== "pair") return [];
    const [p, q] = selection.indices;
    for (let e = graph.offset[p]; e < graph.offset[p + 1]; e++)
      if (graph.neighbor[e] === q) return [graph.linkOf[e]];
    return [];
  }

  private drawPair(world: World, graph: ContiguityGraph, scenario: ScenarioState | null): void {
    const { selection } = this.drawn;
    const pair = selection?.kind === "pair" ? selection.indices : null;
    const gapM = scenario?.recipe.parameters.gapM ?? 0;
    const features = pair
      ? buildPairFeatures(explainPair(world, graph, { pair, gapM }), world)
      : toCollection([]);
    this.adapter.setData("pair", features);
  }

  private drawComponents(world: World, components: ComponentsFound | null): void {
    const list = components?.list ?? [];
    const reachM = components?.recipe.parameters.gapM ?? 0;
    this.adapter.setData("components", buildComponentAreas(world, list, reachM));
    this.adapter.setData("ways", buildWayFeatures(world, list));
  }
}
