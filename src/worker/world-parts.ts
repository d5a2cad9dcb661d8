import type { World } from "../core/index.ts";

/** Lists of a world that grow with the city; they travel in slices. */
const LISTS = ["compounds", "barriers", "crossings", "communities", "issues"] as const;
type ListName = (typeof LISTS)[number];
type Lists = { -readonly [L in ListName]: World[L][number][] };

/** Entries of a slice: some 10 ms to take in. */
const SLICE = 250;

/** A slice of one list, in order. */
export type WorldSlice = Partial<Lists>;
/** A world without its lists. */
export type WorldRest = Omit<World, ListName>;

/** Slices of a world's lists, each a small message. */
export function* sliceWorld(world: World): Generator<WorldSlice, void, void> {
  for (const list of LISTS)
    for (let at = 0; at < world[list].length; at += SLICE)
      yield { [list]: world[list].slice(at, at + SLICE) };
}

export function restOf(world: World): WorldRest {
  const {
    compounds: _c,
    barriers: _b,
    crossings: _x,
    communities: _s,
    issues: _i,
    ...rest
  } = world;
  return rest;
}

/** Puts a world together again. */
export function createCollector(): {
  take(slice: WorldSlice): void;
  finish(rest: WorldRest): World;
} {
  const lists: Lists = { compounds: [], barriers: [], crossings: [], communities: [], issues: [] };
  return {
    take(slice) {
      for (const list of LISTS)
        for (const entry of slice[list] ?? []) lists[list].push(entry as never);
    },
    finish: (rest) => ({ ...rest, ...lists }),
  };
}
