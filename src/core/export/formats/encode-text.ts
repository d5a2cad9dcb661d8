import type { DecodeBytes } from "../../ingest/containers/container.ts";

/** Encodings that dBASE tables are written in. */
export type TableEncoding = "utf-8" | "gbk";

/** Bytes of a text, and how many characters the encoding lacks: these become `?`. */
export type EncodeText = (text: string) => { readonly bytes: Uint8Array; readonly lost: number };

/** UTF-8 (RFC 3629); a lone surrogate counts as lost. */
export const encodeUtf8: EncodeText = (text) => {
  const bytes: number[] = [];
  let lost = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) {
      lost += 1;
      bytes.push(0x3f);
    } else if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return { bytes: Uint8Array.from(bytes), lost };
};

/** Pairs of GBK: lead bytes 0x81…0xFE, trail bytes 0x40…0xFE but 0x7F. */
function pairsByCharacter(decode: DecodeBytes): ReadonlyMap<string, readonly [number, number]> {
  const pairs = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decode(Uint8Array.of(lead, trail), "gb18030", false);
      const isOne = [...character].length === 1 && character !== "\ufffd";
      if (isOne && !pairs.has(character)) pairs.set(character, [lead, trail]);
    }
  }
  return pairs;
}

/** GBK by turning the machine's own decoder around. */
export function createGbkEncoder(decode: DecodeBytes): EncodeText {
  const pairs = pairsByCharacter(decode);
  return (text) => {
    const bytes: number[] = [];
    let lost = 0;
    for (const character of text) {
      const pair = pairs.get(character);
      if (pair) bytes.push(...pair);
      else if (character <= "\u007f") bytes.push(character.charCodeAt(0));
      else {
        lost += 1;
        bytes.push(0x3f);
      }
    }
    return { bytes: Uint8Array.from(bytes), lost };
  };
}
