import type { ReadOptions } from "../core/index.ts";
import type { HeldSource } from "./held-text.ts";
import type { CoreSession, ReadProgress } from "./protocol.ts";
import { restOf, sliceWorld, type WorldRest, type WorldSlice } from "./world-parts.ts";

/** A session whose worlds are sent in slices, so that no message holds up who receives it. */
export interface SlicedSession extends Omit<CoreSession, "read"> {
  read(
    sources: readonly HeldSource[],
    options: ReadOptions,
    onProgress: (progress: ReadProgress) => void,
    onSlice: (slice: WorldSlice) => unknown,
  ): Promise<WorldRest | null>;
}

/** Slices go one at a time: the next one once the last was taken. */
export function sliceSession(session: CoreSession): SlicedSession {
  return {
    ...session,
    async read(sources, options, onProgress, onSlice) {
      const world = await session.read(sources, options, onProgress);
      if (world === null) return null;
      for (const slice of sliceWorld(world)) await onSlice(slice);
      return restOf(world);
    },
  };
}
