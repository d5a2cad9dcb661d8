import {
  type DecodeBytes,
  decodeText,
  type ParsedFile,
  PersonalSieve,
  type SourceFile,
} from "../core/index.ts";
import { headPart, type LargeText, streamLarge } from "./held-text.ts";

/** A large text as given, and what reading made of it. */
interface Opened {
  readonly text: LargeText;
  readonly file: SourceFile | ParsedFile;
}

/** What cleaning needs to be left and stopped. */
interface Turns {
  /** Resolves after messages that wait have been handled. */
  pause(): Promise<void>;
  isStopped(): boolean;
}

/** Features looked at between two pauses. */
const BATCH = 2000;

/** What is personal in the features of a collection; null when nothing is, or it was stopped. */
async function findPersonal({ parsed }: ParsedFile, turns: Turns): Promise<PersonalSieve | null> {
  const features = (parsed.value as { readonly features: readonly unknown[] }).features;
  const sieve = new PersonalSieve();
  for (const [i, feature] of features.entries()) {
    sieve.add(feature);
    if (i % BATCH !== BATCH - 1) continue;
    await turns.pause();
    if (turns.isStopped()) return null;
  }
  return sieve.isClean ? null : sieve;
}

/** Features on their way into a blob, a piece at a time. */
class Parts {
  readonly blobs: Blob[] = [];
  /** enough to begin the text with */
  head = "";
  #isFirst = true;

  add(features: readonly unknown[]): void {
    if (features.length === 0) return;
    const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
    const text = this.#isFirst ? lines : `,\n${lines}`;
    this.#isFirst = false;
    if (headPart(this.head).length === this.head.length) this.head += headPart(text);
    this.blobs.push(new Blob([text]));
  }
}

/** Reads the text again, as the features in memory may lie elsewhere by now, and writes what may be kept. */
async function rewrite(
  { blob }: LargeText,
  sieve: PersonalSieve,
  turns: Turns,
): Promise<LargeText | null> {
  const parts = new Parts();
  const read = await streamLarge(blob, (stream) => {
    parts.add(stream.drain().map((feature) => sieve.sift(feature)));
    return !turns.isStopped();
  });
  if (!read?.parsed) return null;
  const { features: _, ...around } = sieve.mark(read.parsed.value) as Record<string, unknown>;
  const start = `${JSON.stringify(around).slice(0, -1)},"features":[\n`;
  const head = headPart(start + parts.head);
  return { blob: new Blob([start, ...parts.blobs, "\n]}\n"]), head };
}

/**
 * A large text without personal data, to be held in place of the one given; null when there are none
 * in it, or it was stopped. Memory for one piece of it at a time.
 */
export async function cleanLarge(
  { text, file }: Opened,
  decode: DecodeBytes,
  turns: Turns,
): Promise<LargeText | null> {
  if ("parsed" in file) {
    const sieve = await findPersonal(file, turns);
    return sieve && rewrite(text, sieve, turns);
  }
  // What was no sound collection has been read, and cleaned, as a whole.
  const bytes = new Uint8Array(await text.blob.arrayBuffer());
  if (decodeText(bytes, decode).text === file.text) return null;
  return { blob: new Blob([file.text]), head: headPart(file.text) };
}
