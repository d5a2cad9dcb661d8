import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import { describeComponents, prepare } from "../../src/core/index.ts";
import { convexHull } from "../../src/map/component-features.ts";
import { ConnectionSync } from "../../src/map/connection-sync.ts";
import { createSilentAdapter } from "../../src/map/silent-adapter.ts";
import type { AppState, ScenarioState } from "../../src/store/state.ts";
import { recipeWith } from "../prepared-builder.ts";
import { box, worldFromPolygons } from "../world-builder.ts";

/** Three in a row that share walls, a fourth beyond a river, a young one beside them. */
const WORLD = worldFromPolygons(
  [0, 52, 104, 170].map((x, i) => ({
    parts: box(x, 0, 50, 50),
    name: `院${i}`,
    builtYear: 1990,
    households: 100 + i,
    community: "A",
  })),
  {
    barriers: [
      {
        paths: [
          [
            [160, -20],
            [160, 80],
          ],
        ],
        barrierClass: "hard",
        id: "river",
      },
    ],
  },
);
const RECIPE = recipeWith();
const GRAPH = buildGraph(WORLD, { gapM: 30, links: "gap", added: [], removed: [] });
const SCENARIO = {
  id: "s1",
  recipe: RECIPE,
  zoning: {
    districts: [{ id: "P001", name: "一" }],
    assignment: Int32Array.of(0, 0, 0, -1),
    reason: new Uint8Array(4),
  },
} as unknown as ScenarioState;

const LAYERS = { links: false, cuts: false, components: false, walls: false } as AppState["layers"];

function start(change: Partial<AppState> = {}) {
  const adapter = createSilentAdapter();
  const sync = new ConnectionSync(adapter);
  let state = {
    world: WORLD,
    scene: WORLD,
    graph: GRAPH,
    selection: null,
    components: null,
    layers: LAYERS,
    language: "zh",
    ...change,
  } as AppState;
  const set = (next: Partial<AppState>) => {
    state = { ...state, ...next };
    sync.update(state, SCENARIO);
  };
  set({});
  return { adapter, set };
}

const kinds = (
  adapter: ReturnType<typeof createSilentAdapter>,
  source: "links" | "cuts" | "pair",
) => adapter.data.get(source)?.features.map(({ properties }) => properties?.kind);

describe("connections on the map", () => {
  it("draws links and cuts only when asked, and marks the barrier that cuts", () => {
    const { adapter, set } = start();
    expect(kinds(adapter, "links")).toEqual([]);
    set({ layers: { ...LAYERS, links: true, cuts: true } });
    expect(kinds(adapter, "links")).toEqual(["rule", "rule"]);
    expect(kinds(adapter, "cuts")).toEqual(["barrier"]);
    expect(adapter.stateOf("barriers", 0).cutting).toBe(true);
  });

  it("tells links by hand apart, and a cut by hand from one by a barrier", () => {
    const added = [[0, 3]] as const;
    const removed = [[0, 1]] as const;
    const graph = buildGraph(WORLD, { gapM: 30, links: "gap", added, removed });
    const { adapter } = start({ graph, layers: { ...LAYERS, links: true, cuts: true } });
    expect(kinds(adapter, "links")).toEqual(["hand", "rule"]);
    expect(kinds(adapter, "cuts")).toEqual(["hand", "barrier"]);
  });

  it("shows the walls that open the selected district, not those of others", () => {
    const { adapter, set } = start();
    const walls = () => adapter.data.get("walls")?.features.length;
    expect(walls()).toBe(0);
    set({ selection: { kind: "districts", indices: [0] } });
    expect(walls()).toBe(2);
    set({ selection: { kind: "pair", indices: [1, 2] } });
    expect(walls()).toBe(1);
    set({ selection: null, layers: { ...LAYERS, walls: true } });
    expect(walls()).toBe(2);
  });

  it("shows the pair looked at with the barrier on its way", () => {
    const { adapter, set } = start();
    set({ selection: { kind: "pair", indices: [2, 3] } });
    expect(kinds(adapter, "pair")).toEqual(["cut", "meeting"]);
    set({ selection: { kind: "pair", indices: [0, 1] } });
    expect(kinds(adapter, "pair")).toEqual(["link"]);
  });

  it("shows two selected compounds as a pair, and red only where a barrier severs", () => {
    const { adapter, set } = start();
    const severs = () => adapter.data.get("pair")?.features.map((f) => f.properties?.severs);
    set({ selection: { kind: "compounds", indices: [3, 2] } });
    expect(kinds(adapter, "pair")).toEqual(["cut", "meeting"]);
    expect(severs()?.[1]).toBe(true);
    set({ selection: { kind: "compounds", indices: [3, 2, 1] } });
    expect(kinds(adapter, "pair")).toEqual([]);
    const barriers = WORLD.barriers.map((one) => ({ ...one, barrierClass: "free" as const }));
    const world = { ...WORLD, barriers };
    set({ world, scene: world, selection: { kind: "pair", indices: [2, 3] } });
    expect(severs()?.[1]).toBe(false);
  });

  it("draws walls anew only when their districts change, and nothing whose layer is off", () => {
    const { adapter, set } = start({ layers: { ...LAYERS, walls: true } });
    const walls = adapter.data.get("walls");
    expect(walls?.features).toHaveLength(2);
    set({ selection: { kind: "districts", indices: [0] } });
    set({ selection: null, layers: { ...LAYERS, walls: true, labels: true } });
    expect(adapter.data.get("walls")).toBe(walls);
    const links = adapter.data.get("links");
    set({ graph: { ...GRAPH } });
    expect(adapter.data.get("walls")).not.toBe(walls);
    expect(adapter.data.get("links")).toBe(links);
  });

  it("clears components while they are being found anew", () => {
    const list = describeComponents(prepare(WORLD, RECIPE, { graph: GRAPH }).problem);
    const layers = { ...LAYERS, components: true };
    const { adapter, set } = start({ layers, components: { recipe: RECIPE, list } });
    set({ components: null });
    for (const source of ["components", "component-labels", "ways"] as const)
      expect(adapter.data.get(source)?.features).toEqual([]);
  });

  it("draws components with what would connect them", () => {
    const list = describeComponents(prepare(WORLD, RECIPE, { graph: GRAPH }).problem);
    const layers = { ...LAYERS, components: true };
    const { adapter } = start({ layers, components: { recipe: RECIPE, list } });
    const areas = adapter.data.get("component-labels")?.features;
    expect(areas?.map(({ properties }) => properties?.label)).toEqual(["院2 +2", "院3"]);
    expect(areas?.map(({ geometry }) => geometry.type)).toEqual(["Point", "Point"]);
    const ways = adapter.data.get("ways")?.features.map((f) => f.properties);
    expect(ways).toMatchObject([
      { a: 2, b: 3, kind: "crossing", label: "道路（test）" },
      { a: 2, b: 3, kind: "crossing" },
    ]);
  });

  it("takes the hull of points, corners only", () => {
    const square = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [2, 2],
      [2, 0],
    ] as const;
    expect(convexHull(square)).toEqual([
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ]);
  });
});
