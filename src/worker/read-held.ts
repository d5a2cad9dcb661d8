import {
  type ContainerHost,
  loadReaders,
  type ParsedFile,
  type RawFile,
  type ReadOptions,
  readWorldInSteps,
  type SourceFile,
  unpackFiles,
  type World,
} from "../core/index.ts";
import {
  type GivenFile,
  type HeldSource,
  type HeldText,
  holdLarge,
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

/** Longest stretch without hearing a cancel, ms; a single step may take longer. */
const SLICE_MS = 24;
/** Shortest time between two progress reports, ms. */
const REPORT_MS = 100;
/** Share of the time that parsing large files takes. */
const PARSE_SHARE = 0.25;

/** Texts of files: a large one that can be read piece by piece stays where it lies. */
export async function openGiven(
  files: readonly GivenFile[],
  machine: ContainerHost,
): Promise<readonly HeldText[]> {
  const texts: HeldText[] = [];
  const raw: RawFile[] = [];
  for (const file of files) {
    const { name, blob } = file;
    const text = await holdLarge(file, machine.decode);
    if (text) texts.push({ name, text });
    else raw.push({ name, bytes: new Uint8Array(await blob.arrayBuffer()) });
  }
  const readers = await loadReaders(raw, machine);
  return [...texts, ...unpackFiles(raw, { readers, decode: machine.decode })];
}

interface Asked {
  readonly sources: readonly HeldSource[];
  readonly options: ReadOptions;
  readonly onProgress: (progress: ReadProgress) => void;
}

/** Reads a world in slices between which other messages are heard; null when it was stopped. */
export async function readHeld(
  { sources, options, onProgress }: Asked,
  run: { readonly stopped: boolean },
  host: ReadHost,
): Promise<{ readonly world: World; readonly openedAt: number } | null> {
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
  for (;;) {
    const step = steps.next();
    if (step.done) return { world: step.value, openedAt };
    if (host.now() < sliceEnd) continue;
    report(PARSE_SHARE + (1 - PARSE_SHARE) * step.value);
    await host.pause();
    if (run.stopped) return null;
    sliceEnd = host.now() + SLICE_MS;
  }
}
