import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { finish, type Steps } from "../base/steps.ts";

/** Texts are hashed in pieces of about this length, UTF-16 units: fewer calls, the same digest. */
const PIECE = 65_536;

/**
 * Hex SHA-256 of texts, one after the other, each ended by a line feed. The steps tell nothing of how
 * far it is, as it is not known how many texts come.
 */
export function* digestInSteps(texts: Iterable<string>): Steps<string> {
  const hash = sha256.create();
  let piece = "";
  for (const text of texts) {
    piece += `${text}\n`;
    if (piece.length < PIECE) continue;
    hash.update(utf8ToBytes(piece));
    piece = "";
    yield 0;
  }
  hash.update(utf8ToBytes(piece));
  return bytesToHex(hash.digest());
}

/** {@link digestInSteps} at one go. */
export function digestTexts(texts: Iterable<string>): string {
  return finish(digestInSteps(texts));
}

/** JSON of a value with the keys of its top-level object sorted. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return JSON.stringify(value) ?? "null";
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}
