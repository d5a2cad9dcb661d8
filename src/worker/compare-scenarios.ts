import {
  buffersOf,
  type ComparisonOptions,
  type ComparisonPart,
  type ComparisonReport,
  compareInSteps,
  type MemberColumns,
  memberColumns,
  type ScenarioView,
  writeComparison,
} from "../core/index.ts";
import type { ComparedPart, CompareProgress } from "./protocol.ts";

/** What a comparison needs from the machine it runs on. */
interface CompareHost {
  /** milliseconds, monotonic */
  now(): number;
  /** Resolves after messages that wait have been handled. */
  pause(): Promise<void>;
}

/** Longest stretch of draws without hearing a stop, ms; a single step may take longer. */
const SLICE_MS = 24;
/** Shortest time between two progress reports without a part, ms. */
const REPORT_MS = 120;

interface Asked {
  /** each makes one view, in steps: a stop is heard between */
  readonly views: readonly (() => Generator<number, ScenarioView>)[];
  readonly options: ComparisonOptions;
  readonly onProgress: (progress: CompareProgress, transfer: readonly ArrayBuffer[]) => void;
}

/** Comparisons one at a time: a new one, or `stop`, ends the one that runs. */
export interface Comparer {
  /** @returns false when it was stopped */
  run(asked: Asked): Promise<boolean>;
  stop(): void;
  /** the last comparison that was finished, as a file; null: there is none */
  write(): string | null;
}

/** Share of the work that goes into the views. */
const VIEWS_SHARE = 0.2;

/** A part as it travels: what there is of every compound goes by columns, the rest as it is. */
function pack(part: ComparisonPart): {
  readonly part: ComparedPart;
  readonly transfer: readonly ArrayBuffer[];
} {
  if (part.kind !== "pair") return { part, transfer: [] };
  const { winners, ...pair } = part.pair;
  const members: MemberColumns = memberColumns(winners);
  const { members: _rows, ...sums } = winners;
  const packed = { ...part, pair: { ...pair, winners: sums, members } };
  return { part: packed, transfer: buffersOf(members) };
}

/** Views one by one, then the comparison in slices between which other messages are heard. */
export function createComparer(host: CompareHost): Comparer {
  let running = { stopped: false };
  let finished: ComparisonReport | null = null;
  const begin = () => {
    running.stopped = true;
    running = { stopped: false };
    finished = null;
    return running;
  };
  /** One view, with pauses; null: stopped. */
  const runView = async (
    make: Asked["views"][number],
    mine: { readonly stopped: boolean },
  ): Promise<ScenarioView | null> => {
    await host.pause();
    if (mine.stopped) return null;
    const steps = make();
    let sliceEnd = host.now() + SLICE_MS;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (host.now() < sliceEnd) continue;
      await host.pause();
      if (mine.stopped) return null;
      sliceEnd = host.now() + SLICE_MS;
    }
  };
  return {
    stop() {
      running.stopped = true;
    },
    write: () => finished && writeComparison(finished),
    async run({ views: makers, options, onProgress }) {
      const mine = begin();
      const views: ScenarioView[] = [];
      for (const make of makers) {
        onProgress({ done: (VIEWS_SHARE * views.length) / makers.length, part: null }, []);
        const view = await runView(make, mine);
        if (view === null) return false;
        views.push(view);
      }
      const steps = compareInSteps(views, options);
      let sliceEnd = 0;
      let nextReport = 0;
      for (;;) {
        const step = steps.next();
        if (step.done) {
          finished = step.value;
          return true;
        }
        const now = host.now();
        const { done, part } = step.value;
        if (part || now >= nextReport) {
          const packed = part ? pack(part) : { part: null, transfer: [] };
          const all = VIEWS_SHARE + (1 - VIEWS_SHARE) * done;
          onProgress({ done: all, part: packed.part }, packed.transfer);
          nextReport = now + REPORT_MS;
        }
        if (part || now >= sliceEnd) {
          await host.pause();
          if (mine.stopped) return false;
          sliceEnd = host.now() + SLICE_MS;
        }
      }
    },
  };
}
