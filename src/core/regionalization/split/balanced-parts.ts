import { deriveSeed } from "../../base/rng.ts";
import type { Problem } from "../problem.ts";
import { Random } from "../search/random.ts";
import { listBipartitions, MOST_LISTED_NODES } from "./bipartitions.ts";
import { compoundsOf, type LocalGraph, localGraph, piecesOf } from "./local-graph.ts";
import { cutAbove, growTree, weightsBelow } from "./tree-cut.ts";

/** Trees tried per cut: fewer of more nodes. */
const [MOST_TREES, LEAST_TREES, TREE_NODES] = [60, 4, 6000];
/** Up to here every tree's parts are improved node by node; beyond, nodes weigh little anyway. */
const MOST_EVENED_NODES = 150;

type Parts = readonly (readonly number[])[];

function weigh({ weight }: LocalGraph, nodes: readonly number[]): number {
  return nodes.reduce((sum, k) => sum + weight[k], 0);
}

/** Sum of squared deviations of the parts' weights from equal ones. */
function unevenness(graph: LocalGraph, parts: Parts): number {
  const weights = parts.map((part) => weigh(graph, part));
  const mean = weights.reduce((sum, w) => sum + w, 0) / parts.length;
  return weights.reduce((sum, w) => sum + (w - mean) ** 2, 0);
}

/** Cuts one random tree link by link where a side comes nearest to whole shares (DeFord et al. 2021). */
function cutTree(
  graph: LocalGraph,
  nodes: readonly number[],
  count: number,
  random: Random,
): Parts {
  if (count === 1) return [nodes];
  const tree = growTree(graph, nodes, random);
  const below = weightsBelow(graph, tree);
  const share = weigh(graph, nodes) / count;
  let best = { top: -1, parts: 1, off: Infinity };
  const depth = new Map<number, number>();
  for (const k of [...tree.order].reverse()) {
    const size = (depth.get(k) ?? 0) + 1;
    const above = tree.parent.get(k) ?? -1;
    depth.set(above, (depth.get(above) ?? 0) + size);
    if (above < 0) continue;
    const w = below.get(k) ?? 0;
    const most = Math.min(count - 1, size);
    const least = Math.max(1, count - (nodes.length - size));
    if (least > most) continue;
    const parts = Math.min(most, Math.max(least, Math.round(w / Math.max(share, 1e-9))));
    const off = Math.abs(w - parts * share);
    if (off < best.off) best = { top: k, parts, off };
  }
  const [rest, cut] = cutAbove(tree, best.top);
  return [
    ...cutTree(graph, rest, count - best.parts, random),
    ...cutTree(graph, cut, best.parts, random),
  ];
}

/** Single nodes change to a neighbouring part as long as that makes the parts more even. */
function even(graph: LocalGraph, start: Parts): Parts {
  const parts = start.map((part) => new Set(part));
  const weights = start.map((part) => weigh(graph, part));
  const tryMove = (node: number, from: number): boolean => {
    const w = graph.weight[node];
    const to = parts.findIndex(
      (part, p) =>
        p !== from &&
        // Squares fall when the heavier part is heavier by more than what moves.
        weights[from] - weights[p] > w &&
        w > 0 &&
        graph.neighbors[node].some((other) => part.has(other)),
    );
    if (to < 0 || parts[from].size < 2) return false;
    const rest = [...parts[from]].filter((k) => k !== node);
    if (piecesOf(graph, rest).length > 1) return false;
    parts[from].delete(node);
    parts[to].add(node);
    weights[from] -= w;
    weights[to] += w;
    return true;
  };
  for (let moved = true; moved; ) {
    moved = false;
    parts.forEach((part, p) => {
      for (const node of [...part]) if (tryMove(node, p)) moved = true;
    });
  }
  return parts.map((part) => [...part]);
}

function* candidates(graph: LocalGraph, nodes: readonly number[], count: number, random: Random) {
  if (count === 2 && nodes.length <= MOST_LISTED_NODES) {
    yield* listBipartitions(graph, nodes);
    return;
  }
  const trees = Math.floor(TREE_NODES / nodes.length);
  for (let tree = Math.max(LEAST_TREES, Math.min(MOST_TREES, trees)); tree > 0; tree--) {
    const parts = cutTree(graph, nodes, count, random);
    yield nodes.length > MOST_EVENED_NODES ? parts : even(graph, parts);
  }
}

function cutPiece(
  graph: LocalGraph,
  nodes: readonly number[],
  count: number,
  random: Random,
): Parts {
  let best: Parts = [nodes];
  let least = Infinity;
  if (count === 1) return best;
  for (const parts of candidates(graph, nodes, count, random)) {
    const off = unevenness(graph, parts);
    if (off >= least) continue;
    least = off;
    best = parts;
  }
  return best;
}

/** How many parts each piece is cut into: at least one, then where parts are heaviest (Jefferson). */
function shareOut(graph: LocalGraph, pieces: Parts, count: number): number[] {
  const counts = pieces.map(() => 1);
  for (let left = count - pieces.length; left > 0; left--) {
    let heaviest = -1;
    let most = -1;
    pieces.forEach((piece, p) => {
      const w = weigh(graph, piece) / (counts[p] + 1);
      if (counts[p] < piece.length && w > most) [heaviest, most] = [p, w];
    });
    counts[heaviest]++;
  }
  return counts;
}

/**
 * Cuts a set of compounds into `count` connected parts as even in households as can be found: in two
 * parts up to 16 nodes the most even cut there is, else the best of random spanning trees, improved
 * node by node up to 150 nodes. Must-together groups stay whole. Same problem and set, same parts.
 * @param count 2 … number of nodes
 * @returns parts of ascending compounds, most households first; null when there are not enough nodes
 *   or the set falls into more than `count` pieces
 */
export function splitBalanced(
  problem: Problem,
  compounds: readonly number[],
  count: number,
): number[][] | null {
  const graph = localGraph(problem, compounds);
  const pieces = piecesOf(graph, [...graph.members.keys()]);
  if (count < 2 || count > graph.count || pieces.length > count) return null;
  const random = new Random(deriveSeed(problem.parameters.seed, graph.members[0][0]));
  const counts = shareOut(graph, pieces, count);
  const parts = pieces.flatMap((piece, p) => cutPiece(graph, piece, counts[p], random));
  return [...parts]
    .sort((a, b) => weigh(graph, b) - weigh(graph, a) || Math.min(...a) - Math.min(...b))
    .map((part) => compoundsOf(graph, part));
}
