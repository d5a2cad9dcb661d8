import { deriveSeed } from "../../base/rng.ts";
import { checkDistrict } from "../evaluate-zoning.ts";
import type { Problem } from "../problem.ts";
import { Random } from "../search/random.ts";
import { listBipartitions, MOST_LISTED_NODES } from "./bipartitions.ts";
import { compoundsOf, type LocalGraph, localGraph, piecesOf } from "./local-graph.ts";
import { cutAbove, growTree } from "./tree-cut.ts";

/** Cuts looked at beyond the sizes where all can be. */
const MOST_CUTS = 2000;

/** A cut in two and what it is worth. */
export interface BestCut {
  /** ascending compounds, most households first */
  readonly parts: readonly [number[], number[]];
  /** rules that the two parts break */
  readonly broken: number;
  /** the objective's levels, both parts together */
  readonly levels: readonly number[];
}

function* sampleCuts(graph: LocalGraph, nodes: readonly number[], random: Random) {
  const seen = new Set<string>();
  const trees = Math.ceil(MOST_CUTS / Math.max(1, nodes.length - 1));
  for (let t = 0; t < trees; t++) {
    const tree = growTree(graph, nodes, random);
    for (const top of tree.order.slice(1)) {
      const [rest, cut] = cutAbove(tree, top);
      const key = (rest.includes(nodes[0]) ? cut : rest).sort((a, b) => a - b).join();
      if (seen.has(key)) continue;
      seen.add(key);
      yield [rest, cut] as const;
    }
  }
}

function judge(problem: Problem, parts: readonly number[][]): Pick<BestCut, "broken" | "levels"> {
  const { objective } = problem;
  const out = new Float64Array(objective.levels);
  const levels = new Array<number>(objective.levels).fill(0);
  let broken = 0;
  for (const part of parts) {
    objective.evaluate(part, part.length, out);
    for (let k = 0; k < levels.length; k++) levels[k] += out[k];
    broken += checkDistrict(problem, part).length;
  }
  return { broken, levels };
}

function isBetter(a: Pick<BestCut, "broken" | "levels">, b: BestCut | null): boolean {
  if (b === null) return true;
  if (a.broken !== b.broken) return a.broken < b.broken;
  const level = a.levels.findIndex((value, k) => value !== b.levels[k]);
  return level >= 0 && a.levels[level] < b.levels[level];
}

/**
 * The cut in two connected parts that breaks fewest rules and then is best by the objective: of all
 * there are up to 16 nodes, else of those that random spanning trees give. A set in two pieces is cut
 * between them. Must-together groups stay whole. Same problem and set, same cut.
 * @returns null when the set has one node or falls into more than two pieces
 */
export function findBestCut(problem: Problem, compounds: readonly number[]): BestCut | null {
  const graph = localGraph(problem, compounds);
  const pieces = piecesOf(graph, [...graph.members.keys()]);
  if (graph.count < 2 || pieces.length > 2) return null;
  const [nodes] = pieces;
  const random = new Random(deriveSeed(problem.parameters.seed, graph.members[0][0]));
  const cuts =
    pieces.length === 2
      ? [pieces]
      : nodes.length <= MOST_LISTED_NODES
        ? listBipartitions(graph, nodes)
        : sampleCuts(graph, nodes, random);
  let best: BestCut | null = null;
  const householdsOf = (part: readonly number[]) =>
    part.reduce((sum, i) => sum + problem.world.compounds[i].households, 0);
  for (const [one, other] of cuts) {
    const a = compoundsOf(graph, one);
    const b = compoundsOf(graph, other);
    const judged = judge(problem, [a, b]);
    if (!isBetter(judged, best)) continue;
    best = { parts: householdsOf(a) >= householdsOf(b) ? [a, b] : [b, a], ...judged };
  }
  return best;
}
