import { type ComponentRun, openRun, runInTurn } from "./component-run.ts";
import type { Crew, FromWorker } from "./crew.ts";
import type { Plan, SolveProgress } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { stageProposal } from "./propose.ts";
import { TaskBatch } from "./task-batch.ts";

/** As `Solving`; null: nothing to do until a worker has told something. */
export type CrewSolving<T> = Generator<SolveProgress | null, T, "stop" | undefined>;

/** Components of more nodes are searched where they are: sending them would take longer than a step. */
const MOST_SENT_NODES = 20_000;

/** Positions of tasks in shares of about the same size, large tasks first (Graham 1969). */
function shareOut(batch: TaskBatch, positions: readonly number[], count: number): number[][] {
  const shares = Array.from({ length: count }, () => ({ size: 0, positions: [] as number[] }));
  const largestFirst = [...positions].sort((a, b) => batch.size(b) - batch.size(a) || a - b);
  for (const at of largestFirst) {
    const share = shares.reduce((least, one) => (one.size < least.size ? one : least));
    share.size += batch.size(at);
    share.positions.push(at);
  }
  return shares.flatMap((share) => (share.positions.length > 0 ? [share.positions] : []));
}

/** A batch under way at a crew, and in this thread what is too large to be sent. */
class CrewWork {
  private readonly batch: TaskBatch;
  private readonly crew: Crew;
  /** shares of work that wait for a worker */
  private waiting: number[][];
  private readonly busy = new Set<number>();
  private readonly idle: number[];
  private readonly own: { readonly at: number; readonly run: ComponentRun }[];
  private readonly turns: ReturnType<typeof runInTurn>;
  private readonly open = new Map<number, ComponentRun>();
  private isStopped = false;

  constructor(batch: TaskBatch, crew: Crew) {
    this.batch = batch;
    this.crew = crew;
    const all = Array.from({ length: batch.count }, (_, at) => at);
    const isSearch = (at: number) => batch.task(at).kind === "search";
    const isHere = (at: number) => isSearch(at) && batch.size(at) > MOST_SENT_NODES;
    const searches = all.filter((at) => isSearch(at) && !isHere(at));
    const proofs = all.filter((at) => !isSearch(at));
    this.waiting = [...shareOut(batch, searches, crew.count), ...proofs.map((at) => [at])];
    this.idle = Array.from({ length: crew.count }, (_, worker) => worker);
    this.own = all.filter(isHere).map((at) => ({ at, run: openRun(batch.task(at), null) }));
    for (const { at, run } of this.own) this.open.set(at, run);
    this.turns = runInTurn(this.own.map(({ run }) => run));
  }

  *run(): CrewSolving<"stop" | undefined> {
    while (this.waiting.length > 0 || this.busy.size > 0 || this.open.size > 0) {
      yield* this.handOut();
      const heard = this.crew.take();
      for (const { worker, message } of heard) this.hear(worker, message);
      const worked = this.open.size > 0 && this.stepHere();
      const reply = yield worked || heard.length > 0 ? this.batch.progress() : null;
      if (reply === "stop") this.stop();
    }
    return this.isStopped ? "stop" : undefined;
  }

  /** Gives every idle worker a share of what waits. */
  private *handOut(): CrewSolving<void> {
    while (this.waiting.length > 0 && this.idle.length > 0) {
      const positions = this.waiting.shift() ?? [];
      const tasks: { at: number; task: ReturnType<TaskBatch["pack"]> }[] = [];
      for (const at of positions) {
        tasks.push({ at, task: this.batch.pack(at) });
        if ((yield this.batch.progress()) === "stop") this.stop();
        if (this.isStopped) return;
      }
      const worker = this.idle.shift() ?? 0;
      this.busy.add(worker);
      this.crew.send(worker, { kind: "work", tasks });
    }
  }

  private hear(worker: number, message: FromWorker | null): void {
    if (message?.kind === "note") {
      for (const { at, report } of message.notes) this.batch.note(at, report);
    } else if (message?.kind === "settle") {
      this.batch.settle(message.at, message.answer);
    } else if (this.busy.delete(worker)) this.idle.push(worker);
  }

  /** A step of the work in this thread. */
  private stepHere(): boolean {
    const turn = this.turns.next();
    if (turn.done) return false;
    const { at, run } = this.own[turn.value.at];
    this.batch.note(at, run.report());
    if (turn.value.over) this.settleHere(at, run);
    return true;
  }

  private settleHere(at: number, run: ComponentRun): void {
    this.batch.settle(at, run.answer());
    this.open.delete(at);
  }

  private stop(): void {
    if (this.isStopped) return;
    this.isStopped = true;
    this.waiting = [];
    for (const worker of this.busy) {
      const expendable = this.batch.task(0).kind === "prove";
      this.crew.send(worker, { kind: "stop", expendable });
    }
    for (const [at, run] of this.open) this.settleHere(at, run);
  }
}

/**
 * `propose` with the tasks run by a crew of workers; the same bytes, however many they are and
 * whoever is faster (R60). `next("stop")` ends it with the best so far: a worker that is inside a
 * call of the linear solver is ended, and what its component stood at before counts (R61).
 */
export function* proposeWithCrew(problem: Problem, crew: Crew): CrewSolving<Plan> {
  const staging = stageProposal(problem, { canProve: true });
  let step = staging.next();
  while (!step.done) {
    const { value } = step;
    step = staging.next(
      value instanceof TaskBatch ? yield* new CrewWork(value, crew).run() : yield value,
    );
  }
  return step.value;
}
