import { generateCity } from "../../data/generate-city.ts";
import { createRng } from "../../src/core/base/rng.ts";
import {
  DEFAULT_PARAMETERS,
  guessRole,
  NO_DECISIONS,
  type Prepared,
  prepare,
  type Recipe,
  readWorld,
  type World,
  type Zoning,
} from "../../src/core/index.ts";
import { plainCompound } from "../../src/core/ingest/plain-compound.ts";
import { createGapCity } from "./gap-city.ts";

const RECIPE: Recipe = {
  read: { fieldMap: {}, crs: null },
  parameters: { ...DEFAULT_PARAMETERS, agedBefore: null },
  ...NO_DECISIONS,
};

/** The demo city as it is shipped. */
function demoWorld(): World {
  const sources = generateCity({ seed: 2022, compounds: 738 })
    .filter(({ name }) => !name.startsWith("context"))
    .map((file) => ({ ...file, role: guessRole(file.name, file.text) }));
  return readWorld(sources, { fieldMap: {}, crs: null });
}

/** A gap city whose compounds have figures, centroids and a 社区 per block of some 25. */
function largeWorld(count: number): World {
  const { world } = createGapCity(count, 7);
  const rng = createRng(11);
  const { bounds } = world.shapes;
  const centroid = new Float64Array(2 * count);
  const compounds = world.compounds.map((compound, i) => {
    const x = (bounds[4 * i] + bounds[4 * i + 2]) / 2;
    const y = (bounds[4 * i + 1] + bounds[4 * i + 3]) / 2;
    centroid.set([x, y], 2 * i);
    const households = 40 + rng.int(260);
    return {
      ...plainCompound(compound),
      id: `C${String(i).padStart(6, "0")}`,
      name: `小区${i}`,
      community: `${Math.floor(x / 700)}-${Math.floor(y / 700)}`,
      households,
      floorAreaM2: households * (70 + rng.int(30)),
      gates: 1 + rng.int(3),
      cars: Math.round(households * 0.5),
      parkingSpaces: Math.round(households * 0.3),
    };
  });
  return { ...world, compounds, shapes: { ...world.shapes, centroid } };
}

/** A world ready to be edited: the demo city for 738 compounds, a seeded gap city for any other number. */
export function prepareEditWorld(count: number): Prepared {
  return prepare(count === 738 ? demoWorld() : largeWorld(count), RECIPE);
}

/** A gap city in one piece, without 社区 or barriers and linked across its streets: districts of any size. */
export function prepareOpenWorld(count: number): Prepared {
  const world = { ...largeWorld(count), barriers: [] };
  const parameters = { ...RECIPE.parameters, envelope: "terrain" as const, gapM: 85 };
  return prepare(world, { ...RECIPE, parameters });
}

/** Districts of about `size` linked compounds each, grown one after the other. */
export function growDistricts({ graph, problem }: Prepared, size: number): Zoning {
  const assignment = new Int32Array(graph.count).fill(-1);
  const { cell } = problem;
  let count = 0;
  for (let root = 0; root < graph.count; root++) {
    if (assignment[root] >= 0) continue;
    const queue = [root];
    assignment[root] = count;
    for (let k = 0; k < queue.length && queue.length < size; k++) {
      const i = queue[k];
      for (let e = graph.offset[i]; e < graph.offset[i + 1] && queue.length < size; e++) {
        const j = graph.neighbor[e];
        if (assignment[j] >= 0 || cell[j] !== cell[i]) continue;
        assignment[j] = count;
        queue.push(j);
      }
    }
    count++;
  }
  const districts = Array.from({ length: count }, (_, d) => {
    const id = `P${String(d + 1).padStart(3, "0")}`;
    return { id, name: id };
  });
  return { districts, assignment, reason: new Uint8Array(graph.count) };
}
