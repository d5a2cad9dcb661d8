import type { TimingsMs } from "../core/index.ts";
import type { Terminal } from "./command.ts";

type Stage = Exclude<keyof TimingsMs, "write">;

/** Adds up what each stage takes; what runs since the last lap counts as writing. */
export function createStopwatch({ now }: Pick<Terminal, "now">) {
  let start = now();
  let laps: Record<Stage, number> = {
    read: 0,
    check: 0,
    link: 0,
    estimate: 0,
    plan: 0,
    outline: 0,
  };
  return {
    lap(stage: Stage): void {
      const end = now();
      laps = { ...laps, [stage]: laps[stage] + end - start };
      start = end;
    },
    timingsMs: (): TimingsMs => ({ ...laps, write: now() - start }),
  };
}
