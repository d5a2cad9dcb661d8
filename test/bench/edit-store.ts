import { createRng } from "../../src/core/base/rng.ts";
import type { Plan, Prepared, Zoning } from "../../src/core/index.ts";
import { createAppStore } from "../../src/store/create-app-store.ts";
import type { Actions, ScenarioState } from "../../src/store/state.ts";
import type { ProjectStorage, ProjectWrite } from "../../src/store/stored-project.ts";
import { measure, type Row } from "./edit-measure.ts";

/** A compound and the district of a neighbour in another one. */
type Border = readonly [compound: number, district: number];

const never = () => new Promise<never>(() => {});

/** Done at once; each write is copied, as a browser does on the page's thread before it stores it. */
function copyingStorage(): ProjectStorage {
  return {
    list: async () => [],
    load: async () => null,
    claim: async () => {},
    write: (write: ProjectWrite) => void structuredClone(write),
    writeHead: async () => {},
    remove: async () => {},
    room: async () => null,
  };
}

/** A store with a world and a zoning as its plan, the worker's part left out. */
export async function openStore({ world, graph, recipe }: Prepared, zoning: Zoning) {
  const plan: Plan = {
    zoning,
    objective: { name: "cost", levels: [], lowerBound: [], gap: 0, certificate: "bounded" },
    components: [],
    leftOut: [],
    stopped: "iterations",
  } as never;
  const store = createAppStore({
    core: {
      unpack: never,
      read: async () => world,
      place: never,
      link: async () => graph,
      components: never,
      plan: async () => ({ graph, plan }),
      cancel: async () => {},
      assess: never,
      stopAssessing: async () => {},
      candidates: never,
      compare: never,
      stopComparing: async () => {},
      writeComparison: async () => null,
      outline: async () => ({ type: "FeatureCollection", features: [] }),
      export: never,
    },
    fetchDemo: async () => [],
    storage: copyingStorage(),
    access: { claim: async () => true, release: () => {} },
    memory: { recall: async () => null, keep: async () => {} },
    now: () => 0,
    newId: () => "id",
  });
  await store.getState().actions.openFiles([{ name: "city.geojson", text: "{}" }]);
  store.getState().actions.setParameters(recipe.parameters);
  // Somebody looks, as the page does.
  store.subscribe(({ shift, stroke }) => void (shift.serial + (stroke?.tallies.length ?? 0)));
  return store;
}

export function createBorders(
  { graph, problem }: Prepared,
  { readAssignment }: Actions,
  seed: number,
): () => Border {
  const rng = createRng(seed);
  return () => {
    const assignment = readAssignment();
    for (;;) {
      const i = rng.int(graph.count);
      for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
        const j = graph.neighbor[e];
        const [from, to] = [assignment[i], assignment[j]];
        if (problem.participant[i] > 0 && from >= 0 && to >= 0 && from !== to) return [i, to];
      }
    }
  };
}

/** The same steps through the store: state, tallies, history and log included. */
export async function measureStore(prepared: Prepared, zoning: Zoning): Promise<Row[]> {
  const store = await openStore(prepared, zoning);
  const { actions } = store.getState();
  const border = createBorders(prepared, actions, 3);
  const active = (): ScenarioState => store.getState().scenarios[0];
  const back = { after: () => actions.undo() };
  actions.beginStroke(0);
  let painted = 0;
  const step = ([i, to]: Border) => actions.paint([i], to);
  const drawn = () => {
    painted += 1;
    // A stroke of a hand: some dozens of paints.
    if (painted % 40 === 0) {
      actions.cancelStroke();
      actions.beginStroke(0);
    }
    return border();
  };
  const brush = measure(drawn, step);
  actions.cancelStroke();
  const stroke = measure(
    border,
    ([i, to]) => {
      actions.beginStroke(to);
      actions.paint([i]);
      actions.endStroke();
    },
    back,
  );
  const pair = () => {
    const [i, to] = border();
    return [active().zoning.assignment[i], to];
  };
  const merge = measure(pair, (both) => actions.mergeDistricts(both), back);
  const preview = measure(pair, (districts) => {
    actions.previewEdit({ kind: "merge", districts });
  });
  const large = () => {
    for (;;) {
      const [district] = pair();
      if ((active().estimates[district]?.compounds ?? 0) > 1) return district;
    }
  };
  const split = measure(
    large,
    (district) => actions.edit({ kind: "split-even", district, parts: 2 }),
    { ...back, edits: 500 },
  );
  const fresh = () => {
    const [i] = border();
    actions.moveCompounds([i], "new");
  };
  const undone = measure(fresh, () => actions.undo());
  const redone = measure(
    () => {
      fresh();
      actions.undo();
    },
    () => actions.redo(),
    back,
  );
  const findings = measure(border, ([i, index]) => {
    actions.readFindings({ kind: "compound", index: i });
    actions.readFindings({ kind: "district", index });
  });
  const lock = measure(border, ([i]) => actions.lockCompounds([i], true), { ...back, edits: 200 });
  return [
    { name: "store: one paint of a stroke under way", times: brush },
    { name: "store: a stroke of one compound, begun, ended, logged", times: stroke },
    { name: "store: merge of two", times: merge },
    { name: "store: preview of a merge", times: preview },
    { name: "store: split in two even parts", times: split },
    { name: "store: undo", times: undone },
    { name: "store: redo", times: redone },
    { name: "store: findings of a compound and a district", times: findings },
    { name: "store: a compound locked", times: lock },
  ];
}
