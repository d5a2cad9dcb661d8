import type { Issue } from "../core/index.ts";
import { type PackedProperties, packProperties, unpackProperties } from "./packed-properties.ts";
import { type PackedTexts, packTexts, textAt } from "./packed-texts.ts";

const TEXTS = ["code", "severity", "source", "feature"] as const;

/** Issues field by field in few buffers, which go from thread to thread without a copy. */
export interface IssueSlice {
  readonly count: number;
  readonly faults: Readonly<Record<(typeof TEXTS)[number], PackedTexts>>;
  /** per issue: lon, lat; NaN: nowhere */
  readonly places: Float64Array<ArrayBuffer>;
  readonly args: PackedProperties;
}

/** @returns the slice, and the buffers in it */
export function packIssues(issues: readonly Issue[]): {
  readonly part: IssueSlice;
  readonly buffers: readonly ArrayBuffer[];
} {
  const faults = Object.fromEntries(
    TEXTS.map((field) => [field, packTexts(issues.map((issue) => issue[field]))]),
  ) as IssueSlice["faults"];
  const places = new Float64Array(2 * issues.length).fill(Number.NaN);
  issues.forEach(({ at }, k) => {
    if (at) places.set(at, 2 * k);
  });
  const args = packProperties(issues.map((issue) => issue.args));
  const arrays = [
    ...TEXTS.flatMap((field) => [faults[field].ends, faults[field].places]),
    ...[places, args.bytes, args.ends],
  ];
  return {
    part: { count: issues.length, faults, places, args },
    buffers: arrays.map(({ buffer }) => buffer),
  };
}

/** An issue of a slice. Like a compound that is held, it has no field of its own. */
class HeldIssue implements Issue {
  readonly #slice: IssueSlice;
  readonly #index: number;

  constructor(slice: IssueSlice, index: number) {
    this.#slice = slice;
    this.#index = index;
  }

  #textOf(field: (typeof TEXTS)[number]): string | null {
    return textAt(this.#slice.faults[field], this.#index);
  }

  get code() {
    return this.#textOf("code") as Issue["code"];
  }
  get severity() {
    return this.#textOf("severity") as Issue["severity"];
  }
  get source() {
    return this.#textOf("source");
  }
  get feature() {
    return this.#textOf("feature");
  }
  get at() {
    const { places } = this.#slice;
    const lon = places[2 * this.#index];
    return Number.isNaN(lon) ? null : ([lon, places[2 * this.#index + 1]] as const);
  }
  get args() {
    return unpackProperties(this.#slice.args, this.#index) as Issue["args"];
  }
}

/** The issues of a slice, which stay packed. */
export function holdIssues(slice: IssueSlice): Issue[] {
  return Array.from({ length: slice.count }, (_, k) => new HeldIssue(slice, k));
}
