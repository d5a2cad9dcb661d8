import { normalizeHeader } from "./ledger-columns.ts";
import type { Properties } from "./read-layer.ts";

/** Tags that GDAL packs into one column of OpenStreetMap layers: `"railway"=>"rail","tunnel"=>"yes"`. */
const PACKED_TAG = /"((?:[^"\\]|\\.){1,60})"=>"((?:[^"\\]|\\.){0,200})"/g;
/** Tags of one feature that are unpacked, characters. */
const MAX_PACKED = 20_000;

function* unpackTags(packed: unknown): Generator<[string, string]> {
  if (typeof packed !== "string") return;
  for (const [, key, value] of packed.slice(0, MAX_PACKED).matchAll(PACKED_TAG)) {
    yield [key.replace(/\\(.)/g, "$1"), value.replace(/\\(.)/g, "$1")];
  }
}

/** Headers of one layer, each normalised once. */
export type KnownKeys = Map<string, string>;

function plainKey(key: string, known: KnownKeys): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  const plain = normalizeHeader(key).key;
  known.set(key, plain);
  return plain;
}

/**
 * Properties under headers as {@link normalizeHeader} leaves them (lower case, without units), with the
 * tags that `other_tags` holds; a key that stands for itself goes first.
 */
export function plainKeys(properties: Properties, known: KnownKeys): Properties {
  const plain = new Map<string, unknown>();
  const put = (key: string, value: unknown) => {
    const held = plain.get(key);
    if (held === undefined || held === null || held === "") plain.set(key, value);
  };
  for (const [key, value] of Object.entries(properties)) put(key, value);
  for (const [key, value] of Object.entries(properties)) put(plainKey(key, known), value);
  for (const [key, value] of unpackTags(plain.get("other_tags"))) put(key, value);
  return Object.fromEntries(plain);
}
