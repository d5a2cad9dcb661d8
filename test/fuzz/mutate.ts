import fc from "fast-check";
import type { RawFile } from "../../src/core/index.ts";

/** What is done to the bytes of a sound file; positions and lengths are shares of it. */
type Mutation =
  | { readonly kind: "flip" | "set"; readonly at: number; readonly value: number }
  | { readonly kind: "cut"; readonly at: number }
  | { readonly kind: "remove"; readonly at: number; readonly length: number }
  | { readonly kind: "repeat"; readonly at: number; readonly length: number }
  | { readonly kind: "insert"; readonly at: number; readonly bytes: Uint8Array };

/** Even over the file: an arbitrary left to itself prefers its ends. */
const share = fc.noBias(fc.nat(999_999)).map((part) => part / 1_000_000);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("flip" as const), at: share, value: fc.nat(7) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("set" as const), at: share, value: fc.nat(255) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cut" as const), at: share }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("remove" as const), at: share, length: fc.nat(64) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("repeat" as const), at: share, length: fc.nat(64) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("insert" as const),
      at: share,
      bytes: fc.uint8Array({ minLength: 1, maxLength: 32 }),
    }),
  },
);

function splice(bytes: Uint8Array, at: number, removed: number, put: Uint8Array): Uint8Array {
  const tail = bytes.subarray(Math.min(bytes.length, at + removed));
  const result = new Uint8Array(at + put.length + tail.length);
  result.set(bytes.subarray(0, at));
  result.set(put, at);
  result.set(tail, at + put.length);
  return result;
}

function apply(bytes: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.min(bytes.length - 1, Math.floor(change.at * bytes.length));
  if (bytes.length === 0) return bytes;
  if (change.kind === "cut") return bytes.slice(0, at);
  if (change.kind === "insert") return splice(bytes, at, 0, change.bytes);
  if (change.kind === "remove") return splice(bytes, at, change.length, new Uint8Array());
  if (change.kind === "repeat") return splice(bytes, at, 0, bytes.slice(at, at + change.length));
  const copy = bytes.slice();
  copy[at] = change.kind === "set" ? change.value : copy[at] ^ (1 << change.value);
  return copy;
}

/** One of the files with one to six mutations. */
export function mutated(files: readonly RawFile[]): fc.Arbitrary<RawFile> {
  return fc
    .record({
      file: fc.constantFrom(...files),
      changes: fc.array(mutation, { minLength: 1, maxLength: 6 }),
    })
    .map(({ file, changes }) => ({ ...file, bytes: changes.reduce(apply, file.bytes) }));
}
