import type { Compound } from "../ingest/world.ts";

/** Administrative lines that one district crosses. */
export interface BordersCrossed {
  /** different 社区 among the members, unknown ones not counted */
  readonly communities: number;
  /** different 街道 among the members, unknown ones not counted */
  readonly streets: number;
  /** 社区 lines crossed: one fewer than the 社区 a connected district reaches into, 0 for none */
  readonly communityLines: number;
  /** those of them that are 街道 lines too */
  readonly streetLines: number;
  /** members whose 社区 is unknown */
  readonly unknown: number;
}

function countKnown(values: readonly (string | null)[]): number {
  return new Set(values.filter((value) => value !== null)).size;
}

/**
 * Lines of 社区 and 街道 that a district crosses. To join k cells a connected district crosses k − 1
 * lines between them at the least; a 街道 line is always a 社区 line too, because 社区 nest in 街道.
 */
export function countBorders(
  members: readonly number[],
  compounds: readonly Compound[],
): BordersCrossed {
  const communities = countKnown(members.map((i) => compounds[i].community));
  const streets = countKnown(members.map((i) => compounds[i].street));
  return {
    communities,
    streets,
    communityLines: Math.max(0, communities - 1, streets - 1),
    streetLines: Math.max(0, streets - 1),
    unknown: members.filter((i) => compounds[i].community === null).length,
  };
}
