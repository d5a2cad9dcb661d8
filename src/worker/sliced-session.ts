import { type ReadOptions, readFiledZoning } from "../core/index.ts";
import { CompoundDrawing } from "./draw-compounds.ts";
import type { HeldSource } from "./held-text.ts";
import type { CoreSession, PageWorld, ReadProgress } from "./protocol.ts";
import type { Session, SessionHost } from "./session.ts";
import { restOf, sliceWorld, type WorldRest, type WorldSlice } from "./world-parts.ts";

/** A world without its lists, with what the page would otherwise have to work out. */
export type PageRest = WorldRest &
  Required<Pick<PageWorld, "drawing" | "filed">> &
  Pick<PageWorld, "kept">;

/** A session whose worlds are sent in slices, so that no message holds up who receives it. */
export interface SlicedSession extends Omit<CoreSession, "read"> {
  read(
    sources: readonly HeldSource[],
    options: ReadOptions,
    onProgress: (progress: ReadProgress) => void,
    onSlice: (slice: WorldSlice) => unknown,
  ): Promise<PageRest | null>;
}

/** Share of the time that reading takes; the rest is the way to the page. */
const READ_SHARE = 0.9;

/** Slices go one at a time: the next one once the last was taken; between them a stop is heard. */
export function sliceSession(session: Session, { hand }: Pick<SessionHost, "hand">): SlicedSession {
  return {
    ...session,
    async read(sources, options, onProgress, onSlice) {
      const drawing = new CompoundDrawing();
      let progress: ReadProgress | null = null;
      const report = (read: ReadProgress) => {
        progress = read;
        onProgress({ ...read, done: READ_SHARE * read.done });
      };
      const world = await session.read(sources, options, report, async (given, run) => {
        const { length } = given.compounds;
        let drawn = 0;
        for (const { part, buffers } of sliceWorld(given)) {
          if (run.stopped) return false;
          if ("areas" in part) {
            drawing.add(given.compounds.slice(drawn, drawn + part.count));
            drawn += part.count;
          }
          await onSlice(hand(part, buffers));
          const done = READ_SHARE + ((1 - READ_SHARE) * drawn) / Math.max(1, length);
          if (progress) onProgress({ ...progress, done });
        }
        return !run.stopped;
      });
      if (world === null) return null;
      const more = { drawing: drawing.finish(), filed: readFiledZoning(world) };
      return { ...restOf(world), ...more };
    },
  };
}
