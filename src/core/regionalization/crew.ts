import type { TaskAnswer, TaskReport } from "./component-task.ts";
import type { PackedTask } from "./pack-task.ts";

/** What a worker is told. */
export type ToWorker =
  | {
      readonly kind: "work";
      readonly tasks: readonly { readonly at: number; readonly task: PackedTask }[];
    }
  /** Answer with the best so far. `expendable`: nothing is lost when the worker is ended instead. */
  | { readonly kind: "stop"; readonly expendable: boolean };

/** What a worker tells. */
export type FromWorker =
  | {
      readonly kind: "note";
      readonly notes: readonly { readonly at: number; readonly report: TaskReport }[];
    }
  | { readonly kind: "settle"; readonly at: number; readonly answer: TaskAnswer }
  /** everything it was given has been settled */
  | { readonly kind: "idle" }
  /** it cannot go on */
  | { readonly kind: "fault"; readonly reason: string };

/** One worker as its opener hands it over. */
export interface WorkerLink {
  post(message: ToWorker, transfer: ArrayBuffer[]): void;
  /** Ends it at once, whatever it is at. */
  end(): void;
}

/** What a crew needs of the machine it runs on. */
export interface CrewHost {
  /** at least 1 */
  readonly count: number;
  /** Starts a worker; `hear` gets what it tells, `fault` that it broke down. */
  open(hear: (message: FromWorker) => void, fault: (reason: string) => void): WorkerLink;
  /** Calls `work` after `ms` milliseconds. */
  later(ms: number, work: () => void): void;
}

/** A message and who sent it; null: that worker was ended. */
interface Heard {
  readonly worker: number;
  readonly message: FromWorker | null;
}

/** Time a worker has to answer a stop before it is ended, ms. */
const PATIENCE_MS = 30;

/** Array buffers inside plain data, so that they travel without being copied. */
export function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (value instanceof Map) {
    for (const entry of value.values()) buffersIn(entry, found);
  } else if (value !== null && typeof value === "object") {
    for (const entry of Object.values(value)) buffersIn(entry, found);
  }
  return [...found];
}

/** Workers that are kept between solves, started when they are first needed. */
export class Crew {
  private readonly host: CrewHost;
  private readonly links: (WorkerLink | null)[];
  private heard: Heard[] = [];
  private fault: string | null = null;
  private wake: () => void = () => {};
  /** counts the work given to each worker, so that a late end meets only what it was meant for */
  private readonly serial: number[];
  private readonly isBusy: boolean[];

  constructor(host: CrewHost) {
    this.host = host;
    this.links = Array.from({ length: host.count }, () => null);
    this.serial = this.links.map(() => 0);
    this.isBusy = this.links.map(() => false);
  }

  get count(): number {
    return this.host.count;
  }

  /** Starts every worker ahead of its first task. */
  warmUp(): void {
    for (let worker = 0; worker < this.count; worker++) this.link(worker);
  }

  send(worker: number, message: ToWorker): void {
    if (message.kind === "work") {
      this.serial[worker]++;
      this.isBusy[worker] = true;
    }
    // Listed sets go over for good; everything else of a task is still needed here.
    const given = message.kind === "work" ? message.tasks : [];
    const memories = given.map(({ task }) => (task.kind === "prove" ? task.memory?.sets : null));
    this.link(worker).post(message, buffersIn(memories));
    if (message.kind !== "stop" || !message.expendable) return;
    const serial = this.serial[worker];
    this.host.later(PATIENCE_MS, () => {
      if (this.serial[worker] === serial && this.isBusy[worker]) this.end(worker);
    });
  }

  /** What was heard since the last time, in order. @throws when a worker broke down */
  take(): readonly Heard[] {
    const { heard, fault } = this;
    this.heard = [];
    if (fault === null) return heard;
    this.fault = null;
    this.close();
    throw new Error(fault);
  }

  /** Resolves when there is something to take, or at the next {@link nudge}. */
  listen(): Promise<void> {
    if (this.heard.length > 0 || this.fault !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  /** Whoever listens looks again. */
  nudge(): void {
    this.wake();
  }

  /** Ends every worker. */
  close(): void {
    this.links.forEach((link, worker) => {
      link?.end();
      this.links[worker] = null;
      this.isBusy[worker] = false;
    });
  }

  private link(worker: number): WorkerLink {
    const known = this.links[worker];
    if (known) return known;
    const isCurrent = () => this.links[worker] === link;
    const link = this.host.open(
      (message) => {
        if (!isCurrent()) return;
        if (message.kind === "fault") this.breakDown(message.reason);
        else this.hear({ worker, message });
      },
      (reason) => {
        if (isCurrent()) this.breakDown(reason);
      },
    );
    this.links[worker] = link;
    return link;
  }

  private breakDown(reason: string): void {
    this.fault = reason;
    this.wake();
  }

  private hear(heard: Heard): void {
    if (heard.message === null || heard.message.kind === "idle") this.isBusy[heard.worker] = false;
    this.heard.push(heard);
    this.wake();
  }

  private end(worker: number): void {
    this.links[worker]?.end();
    this.links[worker] = null;
    this.hear({ worker, message: null });
  }
}
