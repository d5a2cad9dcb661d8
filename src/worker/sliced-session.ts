import { type ReadOptions, readFiledZoning } from "../core/index.ts";
import { CompoundDrawing } from "./draw-compounds.ts";
import type { HeldSource } from "./held-text.ts";
import type { CoreSession, PageWorld, ReadProgress } from "./protocol.ts";
import type { SessionHost } from "./session.ts";
import { restOf, sliceWorld, type WorldRest, type WorldSlice } from "./world-parts.ts";

/** A world without its lists, with what the page would otherwise have to work out. */
export type PageRest = WorldRest & Required<Pick<PageWorld, "drawing" | "filed">>;

/** A session whose worlds are sent in slices, so that no message holds up who receives it. */
export interface SlicedSession extends Omit<CoreSession, "read"> {
  read(
    sources: readonly HeldSource[],
    options: ReadOptions,
    onProgress: (progress: ReadProgress) => void,
    onSlice: (slice: WorldSlice) => unknown,
  ): Promise<PageRest | null>;
}

/** Slices go one at a time: the next one once the last was taken. */
export function sliceSession(
  session: CoreSession,
  { hand }: Pick<SessionHost, "hand">,
): SlicedSession {
  return {
    ...session,
    async read(sources, options, onProgress, onSlice) {
      const world = await session.read(sources, options, onProgress);
      if (world === null) return null;
      const drawing = new CompoundDrawing();
      let drawn = 0;
      for (const { part, buffers } of sliceWorld(world)) {
        if ("areas" in part) {
          const { length } = part.compounds;
          drawing.add(world.compounds.slice(drawn, drawn + length));
          drawn += length;
        }
        await onSlice(hand(part, buffers));
      }
      const { part, buffers } = restOf(world);
      const more = { drawing: drawing.finish(), filed: readFiledZoning(world) };
      return hand({ ...part, ...more }, buffers);
    },
  };
}
