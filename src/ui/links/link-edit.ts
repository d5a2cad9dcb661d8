import type { HandLinks, LinkPair, PairByHand } from "../../core/index.ts";

/** One pair, and what a person decided about it. */
export interface LinkEdit {
  readonly ids: LinkPair;
  readonly by: PairByHand;
}

const keyOf = ([a, b]: LinkPair): string => JSON.stringify(a < b ? [a, b] : [b, a]);

function decisions({ linksAdded, linksRemoved }: HandLinks): Map<string, LinkEdit> {
  return new Map<string, LinkEdit>([
    ...linksAdded.map((ids) => [keyOf(ids), { ids, by: "linked" }] as const),
    ...linksRemoved.map((ids) => [keyOf(ids), { ids, by: "cut" }] as const),
  ]);
}

/** The pair decided anew between two states of the links by hand; null unless it is just one. */
export function findLinkEdit(before: HandLinks, after: HandLinks): LinkEdit | null {
  const [old, now] = [decisions(before), decisions(after)];
  const set = [...now.entries()].flatMap(([key, edit]) =>
    old.get(key)?.by === edit.by ? [] : [edit],
  );
  const lifted = [...old.entries()].flatMap(([key, { ids }]): LinkEdit[] =>
    now.has(key) ? [] : [{ ids, by: "rule" }],
  );
  const edits = [...set, ...lifted];
  return edits.length === 1 ? edits[0] : null;
}
