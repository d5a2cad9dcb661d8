import { colourDistricts, findNearPairs, type World, type Zoning } from "../core/index.ts";
import { activeScenario } from "../store/active-scenario.ts";
import type { AppState, ScenarioState, Selection } from "../store/state.ts";
import { AssignmentSync } from "./assignment-sync.ts";
import { ConnectionSync } from "./connection-sync.ts";
import type { FitPadding, MapAdapter, MapSource } from "./map-adapter.ts";
import {
  boundsOfWorld,
  buildDistrictLabels,
  buildObstacleFeatures,
  buildWorldFeatures,
  toCollection,
} from "./world-features.ts";

const LAYERS = [
  "districts",
  "compounds",
  "labels",
  "barriers",
  "communities",
  "links",
  "cuts",
  "components",
  "walls",
  "patterns",
] as const;

/** What the map watches: any store that can be read and subscribed to. */
export interface StateSource {
  getState(): AppState;
  subscribe(listener: (state: AppState, previous: AppState) => void): () => void;
}

/** Keeps the map equal to the state, touching only what changed. */
class MapSync {
  private readonly adapter: MapAdapter;
  private readonly padding: () => FitPadding;
  private readonly connections: ConnectionSync;
  private readonly assignment: AssignmentSync;
  /** found when the first plan is coloured */
  private nearPairs: Uint32Array | null = null;
  private selected: Selection = null;
  private colours: ReadonlyMap<string, number> = new Map();
  /** by district position: the colour that its shape on the map was told */
  private toldColours: number[] = [];
  private drawn: {
    world: World | null;
    scene: World | null;
    zoning: Zoning | null;
    outlines: ScenarioState["outlines"];
  } = { world: null, scene: null, zoning: null, outlines: null };

  constructor(adapter: MapAdapter, padding: () => FitPadding) {
    this.adapter = adapter;
    this.padding = padding;
    this.connections = new ConnectionSync(adapter);
    this.assignment = new AssignmentSync(adapter);
  }

  update(state: AppState, previous: AppState | null): void {
    const scenario = activeScenario(state);
    const isNewWorld = state.world !== this.drawn.world;
    if (isNewWorld) this.drawWorld(state.world);
    if (state.scene !== this.drawn.scene) this.drawObstacles(state.scene ?? state.world);
    if (state.world && scenario) this.drawScenario(state.world, scenario, isNewWorld);
    this.assignment.update(state, scenario);
    this.connections.update(state, scenario);
    this.drawSelection(state.selection);
    this.drawHover(previous?.hover ?? null, state.hover);
    for (const layer of LAYERS) {
      if (state.layers[layer] !== previous?.layers[layer])
        this.adapter.setVisible(layer, state.layers[layer]);
    }
    const { zoom } = state;
    if (zoom && zoom.serial !== previous?.zoom?.serial)
      this.adapter.fit(zoom.bounds, this.padding(), zoom.unlessShown);
  }

  /** Tells the states of all features again, after the map lost them; shapes it has. */
  retell(state: AppState): void {
    this.assignment.forget();
    this.toldColours = [];
    this.drawn.zoning = null;
    this.selected = null;
    this.update(state, { ...state, hover: null });
  }

  /** Brings the whole of the data into view. */
  fitAll(): void {
    const { world } = this.drawn;
    const bounds = world && boundsOfWorld(world);
    if (bounds) this.adapter.fit(bounds, this.padding());
  }

  private drawWorld(world: World | null): void {
    const features = world ? buildWorldFeatures(world) : {};
    const sources: MapSource[] = ["compounds", "communities", "community-labels"];
    for (const source of sources)
      this.adapter.setData(source, features[source] ?? toCollection([]));
    this.drawObstacles(world);
    for (const source of ["districts", "district-labels"] as const)
      this.adapter.setData(source, toCollection([]));
    this.toldColours = [];
    this.nearPairs = null;
    this.colours = new Map();
    this.drawn = { world, scene: world, zoning: null, outlines: null };
    this.drawSelection(null);
    this.fitAll();
  }

  /** Barriers and crossings as the active scenario has them. */
  private drawObstacles(scene: World | null): void {
    const features = scene ? buildObstacleFeatures(scene) : {};
    for (const source of ["barriers", "crossings"] as const)
      this.adapter.setData(source, features[source] ?? toCollection([]));
    this.drawn.scene = scene;
  }

  private drawScenario(world: World, scenario: ScenarioState, force: boolean): void {
    const { zoning, outlines } = scenario;
    const isNewZoning = force || zoning !== this.drawn.zoning;
    if (isNewZoning) this.drawZoning(world, zoning);
    else if (outlines === this.drawn.outlines) return;
    // Shapes as they stand keep their states: only colours follow until new outlines come.
    if (force || outlines !== this.drawn.outlines) this.drawOutlines(outlines);
    zoning.districts.forEach(({ id }, d) => {
      const colour = this.colours.get(id) ?? -1;
      if (this.toldColours[d] === colour) return;
      this.toldColours[d] = colour;
      this.adapter.setState("districts", d, { colour });
    });
    this.drawn.zoning = zoning;
    this.drawn.outlines = outlines;
  }

  private drawOutlines(outlines: ScenarioState["outlines"]): void {
    if (outlines && this.drawn.outlines) {
      this.adapter.changeData("districts", outlines);
      return;
    }
    this.adapter.setData("districts", outlines ?? toCollection([]));
    this.toldColours = [];
    this.assignment.redrawDistricts();
    this.drawSelection(null);
  }

  private drawZoning(world: World, zoning: Zoning): void {
    zoning.districts.forEach(({ id }, d) => {
      const begun = this.assignment.colourOfNew(d);
      if (begun !== null && !this.colours.has(id))
        this.colours = new Map([...this.colours, [id, begun]]);
    });
    this.nearPairs ??= findNearPairs(world);
    const colours = colourDistricts(this.nearPairs, zoning, this.colours);
    this.colours = new Map(zoning.districts.map(({ id }, d) => [id, colours[d]]));
    this.adapter.changeData("district-labels", buildDistrictLabels(world, zoning));
    this.assignment.draw(world, zoning, colours);
  }

  private drawSelection(selection: Selection): void {
    if (this.selected === selection) return;
    this.markSelected(this.selected, false);
    this.markSelected(selection, true);
    this.selected = selection;
  }

  private markSelected(selection: Selection, selected: boolean): void {
    for (const index of selection?.indices ?? [])
      this.adapter.setState(selection?.kind === "districts" ? "districts" : "compounds", index, {
        selected,
      });
  }

  private drawHover(before: number | null, now: number | null): void {
    if (before === now) return;
    if (before !== null) this.adapter.setState("compounds", before, { hover: false });
    if (now !== null) this.adapter.setState("compounds", now, { hover: true });
  }
}

/** A running connection between state and map. */
export interface MapLink {
  fitAll(): void;
  /** Tells the states of all features again. */
  retell(): void;
  stop(): void;
}

/**
 * Draws the state and follows it until stopped.
 * @param padding free space to keep when something is brought into view, asked for each time
 */
export function syncMap(
  source: StateSource,
  adapter: MapAdapter,
  padding: () => FitPadding,
): MapLink {
  const sync = new MapSync(adapter, padding);
  sync.update(source.getState(), null);
  const stop = source.subscribe((state, previous) => sync.update(state, previous));
  return { fitAll: () => sync.fitAll(), retell: () => sync.retell(source.getState()), stop };
}
