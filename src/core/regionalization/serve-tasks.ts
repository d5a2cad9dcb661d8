import { type ComponentRun, openRun, runInTurn } from "./component-run.ts";
import { buffersIn, type FromWorker, type ToWorker } from "./crew.ts";
import type { LinearSolver } from "./exact/linear-solver.ts";
import { unpackTask } from "./pack-task.ts";

/** What a worker needs of the machine it runs on. */
export interface TaskHost {
  /** milliseconds, monotonic */
  now(): number;
  /** Resolves after messages that wait have been handled. */
  pause(): Promise<void>;
  /** asked for once, at the first proof */
  loadSolver(): Promise<LinearSolver | null>;
  send(message: FromWorker, transfer: ArrayBuffer[]): void;
}

/** Longest stretch without hearing a stop, calls of the linear solver aside, ms. */
const SLICE_MS = 10;
/** Shortest time between two reports, ms. */
const REPORT_MS = 50;

/** The worker's side of a {@link Crew}: call it with every message that comes in. */
export function serveTasks(host: TaskHost): (message: ToWorker) => void {
  let loading: Promise<LinearSolver | null> | null = null;
  let isStopped = false;

  const settle = (at: number, run: ComponentRun) => {
    const answer = run.answer();
    host.send({ kind: "settle", at, answer }, buffersIn([answer.zoning, answer.memory?.sets]));
  };

  const work = async (tasks: (ToWorker & { readonly kind: "work" })["tasks"]): Promise<void> => {
    const isProof = tasks.some(({ task }) => task.kind === "prove");
    // Without the solver the plan is as good as the search makes it, and its gap says so.
    if (isProof) loading ??= host.loadSolver().catch(() => null);
    const solver = isProof ? await loading : null;
    const runs: { readonly at: number; readonly run: ComponentRun }[] = [];
    let sliceEnd = host.now() + SLICE_MS;
    for (const { at, task } of tasks) {
      runs.push({ at, run: openRun(unpackTask(task), solver) });
      if (host.now() < sliceEnd) continue;
      await host.pause();
      sliceEnd = host.now() + SLICE_MS;
    }
    const open = new Map(runs.map(({ at, run }) => [at, run]));
    const changed = new Set<number>();
    let nextReport = 0;
    const turns = isStopped ? [] : runInTurn(runs.map(({ run }) => run));
    for (const { at: k, over } of turns) {
      const { at, run } = runs[k];
      changed.add(at);
      if (over) {
        settle(at, run);
        open.delete(at);
        changed.delete(at);
      }
      const now = host.now();
      if (now < sliceEnd) continue;
      if (now >= nextReport) {
        const notes = [...changed].flatMap((one) => {
          const report = open.get(one)?.report();
          return report ? [{ at: one, report }] : [];
        });
        host.send({ kind: "note", notes }, []);
        changed.clear();
        nextReport = now + REPORT_MS;
      }
      await host.pause();
      if (isStopped) break;
      sliceEnd = host.now() + SLICE_MS;
    }
    for (const [at, run] of open) settle(at, run);
    host.send({ kind: "idle" }, []);
  };

  return (message) => {
    isStopped = message.kind === "stop";
    if (message.kind !== "work") return;
    work(message.tasks).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      host.send({ kind: "fault", reason }, []);
    });
  };
}
