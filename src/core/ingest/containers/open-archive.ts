import { Gunzip, unzipSync } from "fflate";
import type { Note } from "../note.ts";
import { type DecodeBytes, MAX_INFLATED_BYTES, type RawFile } from "./container.ts";
import { decodeText } from "./decode-text.ts";

/** Most entries of one archive. */
const MAX_ENTRIES = 5000;
/** No honest file shrinks more than this … */
const MAX_RATIO = 250;
/** … once it is larger than this, bytes. */
const RATIO_FROM = 20_000_000;

/** A budget shared by nested archives. */
export interface InflateBudget {
  bytes: number;
}

export function createBudget(): InflateBudget {
  return { bytes: MAX_INFLATED_BYTES };
}

/** What was taken out of an archive and what was refused. */
export interface OpenedArchive {
  readonly files: readonly RawFile[];
  readonly notes: readonly Note[];
}

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly originalSize: number;
  readonly compression: number;
}

class TooManyEntries extends Error {}

function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > RATIO_FROM && unpacked > packed * MAX_RATIO;
}

/** Paths that would leave the folder they are unpacked into. */
function leavesFolder(name: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:)/.test(name) || /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(name);
}

/** Folders, and what systems add of their own. */
function isScrap(name: string): boolean {
  return /[\\/]$|(?:^|[\\/])(?:__MACOSX|\.DS_Store|Thumbs\.db|~\$)/i.test(name);
}

function listEntries(bytes: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  unzipSync(bytes, {
    filter: ({ name, size, originalSize, compression }) => {
      entries.push({ name, size, originalSize, compression });
      if (entries.length > MAX_ENTRIES) throw new TooManyEntries();
      return false;
    },
  });
  return entries;
}

/** Names without the UTF-8 flag come out as Latin-1; Chinese systems write them in GBK. */
function readName(name: string, decode: DecodeBytes): string {
  const codes = Array.from(name, (character) => character.charCodeAt(0));
  const isLatin1 = codes.every((code) => code < 256) && codes.some((code) => code > 127);
  return isLatin1 ? decodeText(Uint8Array.from(codes), decode).text : name;
}

function refuse(code: Note["code"], args: Note["args"]): Note {
  return { severity: "error", code, args };
}

/**
 * The files of a ZIP archive, in the order of their names. Entries that leave the folder, inflate beyond
 * all reason or are damaged are refused one by one; the rest is taken. Nothing beyond the sizes that
 * the archive declares is ever allocated, and those count against the budget.
 * @throws when the bytes are no archive
 */
export function openArchive(
  { bytes }: RawFile,
  { budget, decode }: { readonly budget: InflateBudget; readonly decode: DecodeBytes },
): OpenedArchive {
  let entries: Entry[];
  try {
    entries = listEntries(bytes);
  } catch (error) {
    if (!(error instanceof TooManyEntries)) throw error;
    return { files: [], notes: [refuse("archive-too-many", { limit: MAX_ENTRIES })] };
  }
  const files: RawFile[] = [];
  const notes: Note[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const name = readName(entry.name, decode);
    const shown = name.slice(0, 80);
    if (isScrap(name) || seen.has(entry.name)) continue;
    seen.add(entry.name);
    if (leavesFolder(name)) notes.push(refuse("archive-path", { entry: shown }));
    else if (isBomb(entry.size, entry.originalSize) || entry.originalSize > budget.bytes) {
      const size = `${Math.round(entry.originalSize / 1e6)} MB`;
      notes.push(refuse("archive-bomb", { entry: shown, size }));
    } else {
      budget.bytes -= entry.originalSize;
      const content = inflateEntry(bytes, entry.name);
      if (content === null) notes.push(refuse("archive-entry-broken", { entry: shown }));
      else files.push({ name: name.replaceAll("\\", "/"), bytes: content });
    }
  }
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { files, notes };
}

function inflateEntry(bytes: Uint8Array, name: string): Uint8Array | null {
  try {
    return unzipSync(bytes, { filter: (entry) => entry.name === name })[name] ?? null;
  } catch {
    return null;
  }
}

/** Bytes pushed into the inflater at once; what comes out of one push is at most 1032 times that. */
const CHUNK = 1 << 14;

/**
 * The content of a gzip file, several members included. Stops with `bomb` as soon as more comes out
 * than the budget or any honest file allows, and with `broken` where the data are damaged: what came
 * out before is kept.
 */
export function gunzip(
  bytes: Uint8Array,
  budget: InflateBudget,
): { readonly bytes: Uint8Array; readonly end: "whole" | "broken" | "bomb" } {
  const parts: Uint8Array[] = [];
  let total = 0;
  let end: "whole" | "broken" | "bomb" = "whole";
  const stream = new Gunzip((part) => {
    parts.push(part);
    total += part.length;
  });
  try {
    for (let at = 0; at < bytes.length && end === "whole"; at += CHUNK) {
      stream.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
      if (total > budget.bytes || isBomb(Math.min(bytes.length, at + CHUNK), total)) end = "bomb";
    }
  } catch {
    end = "broken";
  }
  budget.bytes -= Math.min(total, budget.bytes);
  return { bytes: end === "bomb" ? new Uint8Array() : join(parts, total), end };
}

function join(parts: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
