import {
  addBands,
  createDraws,
  estimateBands,
  membersByDistrict,
  type Prepared,
  uncertainPlanOf,
  type Zoning,
} from "../core/index.ts";
import type { Assessment, AssessOptions, AssessProgress } from "./protocol.ts";

/** What an assessment needs from the machine it runs on. */
interface AssessHost {
  /** milliseconds, monotonic */
  now(): number;
  /** Resolves after messages that wait have been handled. */
  pause(): Promise<void>;
}

/** Longest stretch of draws without hearing a stop, ms; a single draw may take longer. */
const SLICE_MS = 24;
/** Shortest time between two progress reports, ms. */
const REPORT_MS = 120;

interface Asked {
  readonly prepared: Prepared;
  readonly zoning: Zoning;
  readonly options: AssessOptions;
  readonly onProgress: (progress: AssessProgress) => void;
}

/** Assessments one at a time: a new one, or `stop`, ends the one that runs. */
export interface Assessor {
  run(asked: Asked): Promise<Assessment | null>;
  stop(): void;
}

/** Bands at once, then draws in slices between which other messages are heard. */
export function createAssessor(host: AssessHost): Assessor {
  let running = { stopped: false };
  const begin = () => {
    running.stopped = true;
    running = { stopped: false };
    return running;
  };
  return {
    stop() {
      running.stopped = true;
    },
    async run({ prepared, zoning, options, onProgress }) {
      const mine = begin();
      const members = membersByDistrict(zoning);
      const districts = zoning.districts.map(({ id }, d) => ({ id, members: members[d] }));
      const plan = uncertainPlanOf(prepared, districts);
      const ofDistricts = estimateBands(plan);
      const bands = { districts: ofDistricts, plan: addBands(ofDistricts) };
      onProgress({ done: 0, bands });
      const draws = createDraws(plan, options.seed);
      let sliceEnd = 0;
      let nextReport = host.now() + REPORT_MS;
      for (let k = 0; k < options.draws; k++) {
        const now = host.now();
        if (now >= nextReport) {
          onProgress({ done: k / options.draws, bands: null });
          nextReport = now + REPORT_MS;
        }
        if (now >= sliceEnd) {
          await host.pause();
          if (mine.stopped) return null;
          sliceEnd = host.now() + SLICE_MS;
        }
        draws.next();
      }
      return { bands, odds: draws.odds() };
    },
  };
}
