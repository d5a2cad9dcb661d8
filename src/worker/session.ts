import {
  type ContainerDesk,
  type ContainerHost,
  type Crew,
  createOutlineDrawer,
  describeComponents,
  drawOnWorld,
  exportAs,
  hasSameLinks,
  type LinearSolver,
  type OutlineDrawer,
  outlineDistricts,
  type Plan,
  type Prepared,
  placeNamed,
  prepare,
  type Recipe,
  type SolveProgress,
  solve,
  solveWithCrew,
  type TimingsMs,
  todayInSteps,
  viewInSteps,
  type World,
} from "../core/index.ts";
import { createAssessor } from "./assess-plan.ts";
import { createComparer } from "./compare-scenarios.ts";
import { type CandidateRun, findCandidates } from "./find-candidates.ts";
import { type HeldSource, wholeSource } from "./held-text.ts";
import type { CoreSession, PageWorld } from "./protocol.ts";
import { openGiven, readHeld } from "./read-held.ts";

/** What the session needs from the machine it runs on. */
export interface SessionHost {
  /** milliseconds, monotonic */
  now(): number;
  /** Resolves after messages that wait have been handled. */
  pause(): Promise<void>;
  /** The linear solver for proofs beyond small components; asked for once, and only without a crew. */
  loadSolver(): Promise<LinearSolver | null>;
  /** workers that solve components side by side; null: they are solved here */
  readonly crew: Crew | null;
  /** A message whose buffers are handed over and not copied. */
  hand<T extends object>(message: T, buffers: readonly ArrayBuffer[]): T;
  /** what files need of this machine */
  readonly machine: ContainerHost;
  /** opens containers within a budget; `close` ends what it is at */
  readonly desk: Pick<ContainerDesk, "open" | "close">;
}

/** Longest stretch without hearing a cancel, ms. */
const SLICE_MS = 16;
/** Shortest time between two progress reports, ms. */
const REPORT_MS = 60;

interface Run {
  stopped: boolean;
}

/** Runs a solve in slices, pausing between them so that a cancel is heard. */
async function runSolve(
  steps: ReturnType<typeof solveWithCrew>,
  run: Run,
  options: {
    readonly host: SessionHost;
    readonly onProgress: (p: SolveProgress) => void;
  },
): Promise<Plan> {
  const { host, onProgress } = options;
  let sliceEnd = host.now() + SLICE_MS;
  let nextReport = 0;
  for (;;) {
    const step = run.stopped ? steps.next("stop") : steps.next();
    if (step.done) return step.value;
    const now = host.now();
    const progress = step.value;
    if (progress !== null && now < sliceEnd) continue;
    if (progress !== null && now >= nextReport) {
      onProgress(progress);
      nextReport = now + REPORT_MS;
    }
    await (progress === null ? host.crew?.listen() : host.pause());
    sliceEnd = host.now() + SLICE_MS;
  }
}

/** Hands a world on before the session keeps it; false: it was stopped, and the world before stays. */
type Deliver = (world: World, run: { readonly stopped: boolean }) => Promise<boolean>;

export interface Session extends CoreSession {
  read(
    ...asked: [...Parameters<CoreSession["read"]>, deliver?: Deliver]
  ): Promise<PageWorld | null>;
}

/** The worker's logic without the worker: holds one world and what was prepared from it last. */
export function createSession(host: SessionHost): Session {
  let data: { readonly sources: readonly HeldSource[]; readonly world: World } | null = null;
  let last: { readonly key: string; readonly prepared: Prepared } | null = null;
  let drawing: { readonly key: string; readonly drawer: OutlineDrawer } | null = null;
  let run: Run = { stopped: false };
  const unpacking = new Set<Run>();
  let solving: Promise<unknown> = Promise.resolve();
  let loading: Promise<LinearSolver | null> | null = null;
  const assessor = createAssessor(host);
  const comparer = createComparer(host);
  let timings: Omit<TimingsMs, "write"> = idleTimings();

  const timed = <T>(stage: keyof typeof timings, work: () => T): T => {
    const start = host.now();
    const result = work();
    timings = { ...timings, [stage]: host.now() - start };
    return result;
  };

  const held = () => {
    if (data === null) throw new Error("the session has read no data yet");
    return data;
  };

  const prepareOnce = (recipe: Recipe): Prepared => {
    const key = JSON.stringify(recipe);
    if (last?.key === key) return last.prepared;
    let start = host.now();
    const graph = last && hasSameLinks(last.prepared.recipe, recipe) ? last.prepared.graph : null;
    const prepared = prepare(held().world, recipe, {
      ...(graph && { graph }),
      onStage: (stage) => {
        const end = host.now();
        if (stage === "link" && graph) timings = { ...timings, estimate: 0 };
        else if (stage === "link") timings = { ...timings, link: end - start, estimate: 0 };
        else timings = { ...timings, estimate: timings.estimate + end - start };
        start = end;
      },
    });
    last = { key, prepared };
    return prepared;
  };

  /** What drew outlines on the same barriers before knows most of those of an edited zoning. */
  const drawerOf = (recipe: Recipe): OutlineDrawer => {
    const { barriersDrawn, barriersRemoved, parameters } = recipe;
    const { gapM } = parameters;
    const key = JSON.stringify([gapM, barriersDrawn, barriersRemoved]);
    if (drawing?.key !== key) {
      const { world } = drawOnWorld(held().world, recipe);
      drawing = { key, drawer: createOutlineDrawer(world, gapM) };
    }
    return drawing.drawer;
  };

  /** Steps of a solve; without the solver the plan is as good as the search makes it, and its gap says so. */
  const openSolve = async ({ problem }: Prepared) => {
    if (host.crew) return solveWithCrew(problem, host.crew);
    loading ??= host.loadSolver().catch(() => null);
    return solve(problem, await loading);
  };

  /** The crew works for one solve at a time. */
  const afterSolving = <T>(work: () => Promise<T>): Promise<T> => {
    const before = solving;
    const solved = before.catch(() => {}).then(work);
    solving = solved;
    return solved;
  };

  const endRun = (): void => {
    run.stopped = true;
    host.crew?.nudge();
  };

  const stopRun = (): Run => {
    endRun();
    run = { stopped: false };
    return run;
  };

  return {
    async unpack(files) {
      const mine: Run = { stopped: false };
      unpacking.add(mine);
      try {
        return await openGiven(files, mine, host);
      } finally {
        unpacking.delete(mine);
        // Libraries keep what they needed; what another drop is at is not ended.
        if (unpacking.size === 0) host.desk.close();
      }
    },

    async read(sources, options, onProgress, deliver = async () => true) {
      const mine = stopRun();
      assessor.stop();
      comparer.stop();
      const start = host.now();
      const read = await readHeld({ sources, options, onProgress }, mine, host);
      if (read === null) return null;
      const { world, openedAt, checkedAt, kept } = read;
      const check = checkedAt - openedAt;
      if (!(await deliver(world, mine))) return null;
      last = null;
      drawing = null;
      timings = { ...idleTimings(), read: openedAt - start, check };
      data = { sources: kept ?? sources, world };
      host.crew?.warmUp();
      return kept === null ? world : { ...world, kept };
    },

    async place(source, named, near) {
      const position = held().world.positions.find((one) => one.source === source);
      return position ? placeNamed(position, named, near) : null;
    },

    async link(recipe) {
      return prepareOnce(recipe).graph;
    },

    async components(recipe) {
      return describeComponents(prepareOnce(recipe).problem);
    },

    async plan(recipe, onProgress) {
      const mine = stopRun();
      return afterSolving(async () => {
        const prepared = prepareOnce(recipe);
        const steps = await openSolve(prepared);
        const start = host.now();
        const plan = await runSolve(steps, mine, { host, onProgress });
        timings = { ...timings, plan: host.now() - start };
        return { graph: prepared.graph, plan };
      });
    },

    async candidates(recipe, shown, onProgress) {
      const mine: CandidateRun = stopRun();
      return afterSolving(() =>
        findCandidates({ base: prepareOnce(recipe), shown }, mine, {
          solve: async (prepared, report) =>
            runSolve(await openSolve(prepared), mine, { host, onProgress: report }),
          onProgress,
        }),
      );
    },

    async cancel() {
      for (const one of unpacking) one.stopped = true;
      host.desk.close();
      endRun();
    },

    async assess(recipe, zoning, options, onProgress) {
      return assessor.run({ prepared: prepareOnce(recipe), zoning, options, onProgress });
    },

    async stopAssessing() {
      assessor.stop();
    },

    async compare({ sides, today, options }, onProgress) {
      const views = sides.map(
        ({ name, recipe, zoning }) =>
          () =>
            viewInSteps({ name, prepared: prepareOnce(recipe), zoning }),
      );
      const viewNow = () => todayInSteps(prepareOnce(sides[0].recipe), today);
      return comparer.run({
        views: [...views, viewNow],
        options,
        onProgress: (progress, buffers) => onProgress(host.hand(progress, buffers)),
      });
    },

    async stopComparing() {
      comparer.stop();
    },

    async writeComparison() {
      const text = comparer.write();
      if (text === null) return null;
      const bytes = new TextEncoder().encode(`${text}\n`);
      return host.hand({ name: "comparison.json", bytes }, [bytes.buffer]);
    },

    async outline(zoning, recipe) {
      return timed("outline", () => drawerOf(recipe).draw(zoning));
    },

    async export({ recipe, choice, others = [], ...request }) {
      const decode = host.machine.decode;
      const sources = await Promise.all(held().sources.map((one) => wholeSource(one, decode)));
      const beside = others.map(({ recipe: own, ...other }) => {
        const prepared = prepareOnce(own);
        const { gapM } = own.parameters;
        const outlines = outlineDistricts(prepared.world, other.zoning, gapM);
        return { ...other, prepared, outlines };
      });
      const prepared = prepareOnce(recipe);
      const { world } = prepared;
      const { gapM } = recipe.parameters;
      const outlines = timed("outline", () => outlineDistricts(world, request.zoning, gapM));
      const start = host.now();
      const measure = () => ({
        timingsMs: { ...timings, write: host.now() - start },
        peakMemoryMb: null,
      });
      const input = {
        ...request,
        others: beside,
        prepared,
        sources,
        outlines,
        issues: [],
        measure,
      };
      return exportAs(choice, input, host.machine);
    },
  };
}

function idleTimings(): Omit<TimingsMs, "write"> {
  return { read: 0, check: 0, link: 0, estimate: 0, plan: 0, outline: 0 };
}
