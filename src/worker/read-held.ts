import {
  type ContainerDesk,
  type ContainerHost,
  DeskClosed,
  type ParsedFile,
  type RawFile,
  type ReadOptions,
  readWorldInSteps,
  type SourceFile,
  unpackFiles,
  type World,
} from "../core/index.ts";
import { cleanLarge } from "./clean-large.ts";
import {
  type GivenFile,
  type HeldSource,
  type HeldText,
  holdLarge,
  holdText,
  openSource,
} from "./held-text.ts";
import type { ReadProgress } from "./protocol.ts";

/** What reading needs from the machine it runs on. */
interface ReadHost {
  /** milliseconds, monotonic */
  now(): number;
  /** Resolves after messages that wait have been handled. */
  pause(): Promise<void>;
  readonly machine: ContainerHost;
}

/** What opening files needs from the machine it runs on. */
interface UnpackHost {
  readonly machine: ContainerHost;
  readonly desk: Pick<ContainerDesk, "open">;
}

/** Longest stretch without hearing a cancel, ms; a single step may take longer. */
const SLICE_MS = 24;
/** Shortest time between two progress reports, ms. */
const REPORT_MS = 100;
/** Share of the time that parsing large files takes. */
const PARSE_SHARE = 0.25;

/**
 * Texts of files: a large one that can be read piece by piece is handed on by reference. null when it
 * was stopped.
 */
export async function openGiven(
  files: readonly GivenFile[],
  run: { readonly stopped: boolean },
  { machine, desk }: UnpackHost,
): Promise<readonly HeldText[] | null> {
  const texts: HeldText[] = [];
  const raw: RawFile[] = [];
  for (const file of files) {
    const { name, blob } = file;
    const text = await holdLarge(file, machine.decode);
    if (text) texts.push({ name, text });
    else raw.push({ name, bytes: new Uint8Array(await blob.arrayBuffer()) });
  }
  try {
    const opened = await unpackFiles(raw, { open: desk.open, decode: machine.decode });
    texts.push(...opened.map(holdText));
  } catch (error) {
    if (!(error instanceof DeskClosed)) throw error;
    return null;
  }
  return run.stopped ? null : texts;
}

interface Asked {
  readonly sources: readonly HeldSource[];
  readonly options: ReadOptions;
  readonly onProgress: (progress: ReadProgress) => void;
}

/** A world as read, and how long it took. */
export interface HeldRead {
  readonly world: World;
  /** when all files were parsed, and when the world was whole */
  readonly openedAt: number;
  readonly checkedAt: number;
  /** the sources as they may be kept, where personal data were taken out of large ones */
  readonly kept: readonly HeldSource[] | null;
}

/** Reading says of every layer whether it holds personal data; scenery is not read. */
function mayHoldPersonal({ role, name }: HeldSource, { issues }: World): boolean {
  return (
    role === "context" ||
    issues.some(({ code, source }) => source === name && PERSONAL_CODES.has(code))
  );
}

const PERSONAL_CODES: ReadonlySet<string> = new Set(["personal-data", "personal-in-text"]);

/** Takes the place of large texts that hold personal data; null: none does. */
async function cleanSources(
  {
    sources,
    opened,
    world,
  }: {
    readonly sources: readonly HeldSource[];
    readonly opened: (SourceFile | ParsedFile)[];
    readonly world: World;
  },
  run: { readonly stopped: boolean },
  host: ReadHost,
): Promise<readonly HeldSource[] | null> {
  const turns = { pause: () => host.pause(), isStopped: () => run.stopped };
  const kept = [...sources];
  let isChanged = false;
  for (const [i, source] of sources.entries()) {
    const { text } = source;
    if (typeof text === "string" || !mayHoldPersonal(source, world)) continue;
    const clean = await cleanLarge({ text, file: opened[i] }, host.machine.decode, turns);
    if (clean === null) continue;
    kept[i] = { ...source, text: clean };
    isChanged = true;
  }
  return isChanged ? kept : null;
}

/** Reads a world in slices between which other messages are heard; null when it was stopped. */
export async function readHeld(
  { sources, options, onProgress }: Asked,
  run: { readonly stopped: boolean },
  host: ReadHost,
): Promise<HeldRead | null> {
  const sizes = sources.map(({ text }) => (typeof text === "string" ? 0 : text.blob.size));
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  let [bytes, features, nextReport] = [0, 0, 0];
  const report = (done: number) => {
    if (host.now() < nextReport) return;
    onProgress({ done, bytes, totalBytes, features });
    nextReport = host.now() + REPORT_MS;
  };
  const opened: (SourceFile | ParsedFile)[] = [];
  for (const source of sources) {
    const before = { bytes, features };
    const file = await openSource(source, host.machine.decode, (read) => {
      bytes = before.bytes + read.bytes;
      features = before.features + read.features;
      report((PARSE_SHARE * bytes) / Math.max(1, totalBytes));
      return !run.stopped;
    });
    if (file === null) return null;
    opened.push(file);
  }
  const openedAt = host.now();
  const steps = readWorldInSteps(opened, options);
  let sliceEnd = openedAt + SLICE_MS;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if (host.now() < sliceEnd) continue;
    report(PARSE_SHARE + (1 - PARSE_SHARE) * step.value);
    await host.pause();
    if (run.stopped) return null;
    sliceEnd = host.now() + SLICE_MS;
  }
  const world = step.value;
  const checkedAt = host.now();
  const kept = await cleanSources({ sources, opened, world }, run, host);
  return run.stopped ? null : { world, openedAt, checkedAt, kept };
}
