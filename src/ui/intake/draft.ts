import { useState } from "react";
import type { World } from "../../core/index.ts";

/** Drafts of decisions, as long as the data they are about are open. */
const drafts = new WeakMap<World, Map<string, unknown>>();

/**
 * A decision in the making. It outlives the panel, not the data it is about.
 * @param name unique among the drafts of one world
 */
export function useDraft<T>(world: World, name: string, start: T): [T, (draft: T) => void] {
  const known = drafts.get(world) ?? new Map<string, unknown>();
  drafts.set(world, known);
  const [, setTick] = useState(0);
  const draft = known.has(name) ? (known.get(name) as T) : start;
  return [
    draft,
    (next) => {
      known.set(name, next);
      setTick((tick) => tick + 1);
    },
  ];
}
