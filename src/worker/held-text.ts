import {
  CollectionStream,
  type DecodeBytes,
  decodeText,
  keepJson,
  type ParsedFile,
  type SourceFile,
  type SourceRole,
} from "../core/index.ts";

/** A large text that stays where it lies: on the disk, or in the browser's keeping. */
export interface LargeText {
  readonly blob: Blob;
  /** its beginning, enough to tell what it holds */
  readonly head: string;
}

/** A file as it is held and handed on: its text, or where a large one lies. */
export interface HeldText {
  readonly name: string;
  readonly text: string | LargeText;
}

export interface HeldSource extends HeldText {
  readonly role: SourceRole;
}

/** A file as a person gives it, by reference. */
export interface GivenFile {
  readonly name: string;
  readonly blob: Blob;
}

/** From here on a text is not handed about, bytes. */
const LARGE_BYTES = 4_000_000;
/** Length of a beginning, UTF-16 units, and the bytes that surely hold it. */
const HEAD = 400_000;
const HEAD_BYTES = 3 * HEAD;
const COLLECTION = /^\s*\{\s*"type"\s*:\s*"FeatureCollection"/;
/** Bytes read at a time: about 30 ms of parsing. */
const PIECE_BYTES = 2_000_000;

/** The beginning of a text, or all of a small one. */
export function headOf(text: HeldText["text"]): string {
  return typeof text === "string" ? text : text.head;
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** The beginning of a large text, as it is held. */
export function headPart(text: string): string {
  return text.slice(0, HEAD);
}

/** A large file that begins like GeoJSON, as it lies; null: it is to be opened. */
export async function holdLarge(
  { blob }: GivenFile,
  decode: DecodeBytes,
): Promise<LargeText | null> {
  if (blob.size < LARGE_BYTES) return null;
  const { text } = decodeText(await bytesOf(blob.slice(0, HEAD_BYTES)), decode);
  return /^\s*\{\s*"/.test(text) ? { blob, head: headPart(text) } : null;
}

/** An opened text as it is handed on: a large collection by reference, in the browser's keeping. */
export function holdText({ name, text }: Pick<SourceFile, "name" | "text">): HeldText {
  const isHeld = text.length >= LARGE_BYTES && COLLECTION.test(text);
  return { name, text: isHeld ? { blob: new Blob([text]), head: headPart(text) } : text };
}

/** The whole text without personal data, as it may leave this machine; takes as much room as the file. */
export async function wholeText(text: HeldText["text"], decode: DecodeBytes): Promise<string> {
  if (typeof text === "string") return text;
  return keepJson(decodeText(await bytesOf(text.blob), decode).text);
}

export async function wholeSource(
  { role, name, text }: HeldSource,
  decode: DecodeBytes,
): Promise<SourceFile> {
  return { role, name, text: await wholeText(text, decode) };
}

/** How far the reading of large files has come. */
export interface BytesRead {
  readonly bytes: number;
  readonly features: number;
}

/**
 * Walks over a large text piece by piece.
 * @param onPiece told after every piece of a sound beginning of a collection; false: it is given up
 * @returns the stream at its end, or null when it was given up
 */
export async function streamLarge(
  blob: Blob,
  onPiece: (stream: CollectionStream, bytes: number) => boolean,
): Promise<{ readonly parsed: ParsedFile["parsed"] | undefined } | null> {
  const stream = new CollectionStream();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decodePiece = (bytes?: ArrayBuffer): string | null => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      return null;
    }
  };
  for (let at = 0; at < blob.size; at += PIECE_BYTES) {
    const piece = decodePiece(await blob.slice(at, at + PIECE_BYTES).arrayBuffer());
    const isFit = piece !== null && stream.push(piece);
    if (!onPiece(stream, Math.min(blob.size, at + PIECE_BYTES))) return null;
    if (!isFit) return { parsed: undefined };
  }
  return { parsed: decodePiece() === null ? undefined : stream.end() };
}

/**
 * A source ready for the core: a large collection is parsed while its bytes come in.
 * @param onPiece told after every piece; false: the reading is given up
 * @returns null when it was given up
 */
export async function openSource(
  source: HeldSource,
  decode: DecodeBytes,
  onPiece: (read: BytesRead) => boolean,
): Promise<SourceFile | ParsedFile | null> {
  const { role, name, text } = source;
  if (typeof text === "string") return { role, name, text };
  const read = await streamLarge(text.blob, ({ count }, bytes) =>
    onPiece({ bytes, features: count }),
  );
  if (read === null) return null;
  const { parsed } = read;
  return parsed === undefined ? wholeSource(source, decode) : { role, name, parsed };
}
