import { createRng, type Rng } from "../../src/core/base/rng.ts";
import type { Compound, World } from "../../src/core/ingest/world.ts";
import { graphFromEdges, type TestEdge } from "../graph-builder.ts";

/** Mean distance of neighbours, m. */
const SPACING_M = 245;
/** Links per compound, as in a Voronoi city of which 40 % of the adjacencies are cut. */
const LINKS_PER_COMPOUND = 393_021 / 220_000;
/** Lognormal households: mean and sigma of the logarithm's scale. */
const HOUSEHOLDS = { mean: 150, sigma: 0.8 };

function drawNormal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.real())) * Math.cos(2 * Math.PI * rng.real());
}

/** A jittered grid whose links are thinned to the wanted number while it stays connected. */
function drawEdges(count: number, columns: number, rng: Rng): TestEdge[] {
  const all: TestEdge[] = [];
  for (let i = 0; i < count; i++) {
    if ((i + 1) % columns !== 0 && i + 1 < count) all.push({ a: i, b: i + 1 });
    if (i + columns < count) all.push({ a: i, b: i + columns });
  }
  for (let k = all.length - 1; k > 0; k--) {
    const other = rng.int(k + 1);
    [all[k], all[other]] = [all[other], all[k]];
  }
  const root = Int32Array.from({ length: count }, (_, i) => i);
  const find = (i: number) => {
    let r = i;
    while (root[r] !== r) {
      root[r] = root[root[r]];
      r = root[r];
    }
    return r;
  };
  let spare = Math.round(count * LINKS_PER_COMPOUND) - (count - 1);
  return all.filter(({ a, b }) => {
    const joins = find(a) !== find(b);
    if (joins) root[find(a)] = find(b);
    return joins || spare-- > 0;
  });
}

/**
 * A city as a graph with centroids and ledgers but without outlines, for sizes at which outlines
 * would measure the reader: a jittered grid with the number of links of a touching Voronoi city.
 */
export function createTouchingCity(count: number, seed: number) {
  const rng = createRng(seed);
  const columns = Math.ceil(Math.sqrt(count));
  const centroid = Float64Array.from({ length: 2 * count }, (_, k) => {
    const i = k >> 1;
    const cell = k % 2 === 0 ? i % columns : Math.floor(i / columns);
    return (cell + 0.8 * (rng.real() - 0.5)) * SPACING_M;
  });
  const shift = Math.log(HOUSEHOLDS.mean) - HOUSEHOLDS.sigma ** 2 / 2;
  const compounds = Array.from({ length: count }, (): Partial<Compound> => {
    const households = Math.max(
      1,
      Math.round(Math.exp(shift + HOUSEHOLDS.sigma * drawNormal(rng))),
    );
    return { households, floorAreaM2: 80 * households, builtYear: 1990, name: "", properties: {} };
  });
  const graph = graphFromEdges(count, drawEdges(count, columns, rng));
  const world = { compounds, shapes: { centroid, count }, barriers: [] } as unknown as World;
  return { world, graph };
}
