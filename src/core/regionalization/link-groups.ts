import type { Issue } from "../base/issue.ts";
import type { ContiguityGraph } from "../contiguity/graph.ts";
import { updateGraph } from "../contiguity/update-graph.ts";
import type { Group } from "./find-groups.ts";
import type { BondInput } from "./plan-rules.ts";
import { ruleIssue } from "./rule-issue.ts";
import { splitConnected } from "./split-connected.ts";

/** The pair of compounds, one of each piece, whose centroids are nearest. */
function nearestPair(
  { world: { shapes } }: BondInput,
  piece: readonly number[],
  other: readonly number[],
): [number, number] {
  const { centroid } = shapes;
  let best: [number, number] = [piece[0], other[0]];
  let least = Infinity;
  for (const a of piece) {
    for (const b of other) {
      const dx = centroid[2 * a] - centroid[2 * b];
      const dy = centroid[2 * a + 1] - centroid[2 * b + 1];
      const distance2 = dx * dx + dy * dy;
      if (distance2 >= least) continue;
      least = distance2;
      best = [a, b];
    }
  }
  return best;
}

/** Pairs that make a group hang together: every further piece to what stands already. */
function missingLinks(input: BondInput, graph: ContiguityGraph, group: Group): [number, number][] {
  const [first, ...rest] = splitConnected({ graph, cell: input.cell }, group.members);
  const standing = [...first];
  return rest.map((piece) => {
    const pair = nearestPair(input, standing, piece);
    standing.push(...piece);
    return pair;
  });
}

/**
 * A person who says that compounds are one is believed (R34): the links that a group needs to hang
 * together count as made by hand in this plan, and an issue says so.
 */
export function linkGroups(
  input: BondInput,
  groups: readonly Group[],
): { readonly graph: ContiguityGraph; readonly issues: readonly Issue[] } {
  const { world, parameters } = input;
  const { gapM, links } = parameters;
  const issues: Issue[] = [];
  let graph = input.graph;
  for (const group of groups) {
    for (const pair of missingLinks(input, graph, group)) {
      const change = { kind: "hand", pair } as const;
      graph = updateGraph(graph, world, { gapM, links, added: [pair], removed: [], change });
      issues.push(ruleIssue(world, "must-not-linked", { a: pair[0], b: pair[1] }));
    }
  }
  return { graph, issues };
}
