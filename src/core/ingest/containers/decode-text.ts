import type { DecodeBytes, Encoding } from "./container.ts";

/** A text with the encoding it was in; `lossy` when some bytes were in none. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly lossy: boolean;
}

const MARKS: readonly (readonly [readonly number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** Bytes looked at for the zero bytes that UTF-16 without a mark is full of. */
const SAMPLE = 4000;

function guessUtf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] += 1;
  });
  const half = sample.length / 2;
  if (sample.length < 4) return null;
  if (zeros[1] > half * 0.3 && zeros[0] < half * 0.05) return "utf-16le";
  if (zeros[0] > half * 0.3 && zeros[1] < half * 0.05) return "utf-16be";
  return null;
}

function tryDecode(bytes: Uint8Array, encoding: Encoding, decode: DecodeBytes): string | null {
  try {
    return decode(bytes, encoding, true);
  } catch {
    return null;
  }
}

/** Bytes in another encoding come out of UTF-8 mostly as U+FFFD; a cut or damaged text does not. */
const MAX_DAMAGE = 0.1;

/** True when bytes are UTF-8 but for a few damaged or cut characters. */
export function looksUtf8(bytes: Uint8Array, decode: DecodeBytes): boolean {
  const text = decode(bytes, "utf-8", false);
  let damaged = 0;
  let foreign = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) damaged += 1;
    else if (code > 127) foreign += 1;
  }
  return damaged <= foreign * MAX_DAMAGE;
}

/**
 * Text of bytes: by byte-order mark, as UTF-16 when every other byte is zero, as UTF-8 when all but a
 * few of its characters are valid, else as GB 18030 (which holds GBK and GB 2312). A byte-order mark is
 * no part of the text.
 */
export function decodeText(bytes: Uint8Array, decode: DecodeBytes): DecodedText {
  const mark = MARKS.find(([signature]) => signature.every((byte, i) => bytes[i] === byte));
  const encoding = mark?.[1] ?? guessUtf16(bytes) ?? "utf-8";
  const strict = tryDecode(bytes, encoding, decode);
  if (strict !== null) return { text: withoutMark(strict), encoding, lossy: false };
  const other = encoding === "utf-8" && !looksUtf8(bytes, decode) ? "gb18030" : encoding;
  const text = withoutMark(decode(bytes, other, false));
  return { text, encoding: other, lossy: text.includes("\ufffd") };
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
