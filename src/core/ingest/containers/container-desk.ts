import {
  type ContainerHost,
  FORMAT_NAMES,
  type HeavyFormat,
  type OpenContainer,
  type RawFile,
  type UnpackedFile,
} from "./container.ts";
import { openContainer } from "./open-container.ts";
import { refuse } from "./write-extract.ts";

/** A container that a worker is to open. */
export interface ToContainerWorker {
  readonly format: HeavyFormat;
  readonly file: RawFile;
}

/** What a worker tells: once that it runs, then the texts of each container. */
export type FromContainerWorker = "ready" | readonly UnpackedFile[];

/** One worker as its opener hands it over. */
export interface ContainerWorkerLink {
  post(message: ToContainerWorker, transfer: ArrayBuffer[]): void;
  /** Ends it at once, whatever it is at. */
  end(): void;
}

/** What the desk needs of the machine it runs on. */
export interface ContainerDeskHost {
  /** Starts a worker; `hear` gets what it tells, `fault` that it broke down. */
  open(
    hear: (message: FromContainerWorker) => void,
    fault: (reason: string) => void,
  ): ContainerWorkerLink;
  /** Calls `work` after `ms` milliseconds. */
  later(ms: number, work: () => void): void;
  /** whole seconds that a container of so many bytes may take */
  budgetS(bytes: number): number;
}

/** A container was being opened when the desk was closed. */
export class DeskClosed extends Error {}

const SECOND_MS = 1000;
/** Whole seconds that a worker may take to start. */
const MOST_START_S = 60;

/** Generous: a workbook of 10 MB takes some seconds, and a slow machine ten times as long. */
export function containerBudgetS(bytes: number): number {
  return 20 + Math.ceil(bytes / 250_000);
}

/** Bytes of their own, which may be handed over. */
function copyOf({ name, bytes, companions }: RawFile): RawFile {
  return { name, bytes: bytes.slice(), ...(companions && { companions: companions.map(copyOf) }) };
}

function partsOf(file: RawFile): Uint8Array[] {
  return [file.bytes, ...(file.companions ?? []).map(({ bytes }) => bytes)];
}

/** A container that the worker is at. */
interface Asked {
  /** what people call the format */
  readonly format: string;
  readonly name: string;
  /** whole seconds it may take */
  readonly budgetS: number;
  /** null: the desk was closed */
  readonly settle: (texts: UnpackedFile[] | null) => void;
}

/**
 * Opens containers one after the other in a worker of their own. One that is not open within its budget
 * is given up: its worker is ended, its text says so, and the next container gets a new worker. So
 * whatever a library does on a damaged file costs that file only.
 */
export class ContainerDesk {
  private readonly host: ContainerDeskHost;
  private link: ContainerWorkerLink | null = null;
  private isReady = false;
  /** whole seconds since the worker was ready or asked, whichever was later */
  private goneS = 0;
  private asked: Asked | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private closings = 0;

  constructor(host: ContainerDeskHost) {
    this.host = host;
  }

  /** Texts of a container. @throws {DeskClosed} when the desk is closed before */
  readonly open: OpenContainer = (format, file) => {
    const { closings } = this;
    const opened = this.queue.then(async () => {
      const texts = closings === this.closings ? await this.ask(format, file) : null;
      if (texts === null) throw new DeskClosed();
      return texts;
    });
    this.queue = opened.catch(() => {});
    return opened;
  };

  /** Ends the worker and what it was asked; the next container starts another. */
  close(): void {
    this.closings++;
    this.end(null);
  }

  private ask(format: HeavyFormat, file: RawFile): Promise<UnpackedFile[] | null> {
    return new Promise((settle) => {
      const copy = copyOf(file);
      const parts = partsOf(copy);
      const budgetS = this.host.budgetS(parts.reduce((sum, { length }) => sum + length, 0));
      const asked = { format: FORMAT_NAMES[format], name: file.name, budgetS, settle };
      this.asked = asked;
      this.link ??= this.start();
      this.link.post(
        { format, file: copy },
        parts.map(({ buffer }) => buffer as ArrayBuffer),
      );
      this.goneS = 0;
      this.watch(asked);
    });
  }

  private start(): ContainerWorkerLink {
    this.isReady = false;
    const isCurrent = () => this.link === link;
    const link: ContainerWorkerLink = this.host.open(
      (message) => {
        if (!isCurrent()) return;
        if (message === "ready") this.hearReady();
        else this.answer([...message]);
      },
      (reason) => {
        if (isCurrent()) this.breakDown(reason);
      },
    );
    return link;
  }

  /** What a worker needs to start is not what the container takes. */
  private hearReady(): void {
    this.isReady = true;
    this.goneS = 0;
  }

  /** Second by second: a machine that sleeps does not use the budget up. */
  private watch(asked: Asked): void {
    this.host.later(SECOND_MS, () => {
      if (this.asked !== asked) return;
      this.goneS += 1;
      if (this.goneS < (this.isReady ? asked.budgetS : MOST_START_S)) this.watch(asked);
      else this.end(this.giveUp(asked));
    });
  }

  private giveUp({ format, name, budgetS }: Asked): UnpackedFile[] {
    return this.isReady
      ? refuse(name, "container-too-slow", { format, seconds: budgetS })
      : refuse(name, "format-not-loaded", { format });
  }

  private breakDown(reason: string): void {
    const { asked } = this;
    this.end(asked && this.sayFault(asked, reason.slice(0, 120)));
  }

  private sayFault({ format, name }: Asked, detail: string): UnpackedFile[] {
    return this.isReady
      ? refuse(name, "container-broke-down", { format, detail })
      : refuse(name, "format-not-loaded", { format });
  }

  private answer(texts: UnpackedFile[] | null): void {
    const { asked } = this;
    this.asked = null;
    asked?.settle(texts);
  }

  private end(texts: UnpackedFile[] | null): void {
    this.link?.end();
    this.link = null;
    this.answer(texts);
  }
}

/** The worker's side of a desk: says that it runs, then opens what it is asked to. */
export function serveContainers(
  host: ContainerHost,
  send: (message: FromContainerWorker) => void,
): (message: ToContainerWorker) => Promise<void> {
  send("ready");
  return async ({ format, file }) => send(await openContainer(format, file, host));
}
