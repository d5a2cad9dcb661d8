/** Work that can be left between steps; yields how far it has come, 0…1, and returns its result. */
export type Steps<T> = Generator<number, T, void>;

/** Steps between two looks at the clock, in items of a list; each some 10 µs to 100 µs. */
const STRIDE = 256;

/** The steps of a part of the work, told as `from`…`to` of the whole. */
export function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Handles a list item by item, with a step now and then. */
export function* eachInSteps<T>(
  items: readonly T[],
  handle: (item: T, index: number) => void,
): Steps<void> {
  for (let i = 0; i < items.length; i++) {
    if (i % STRIDE === 0) yield i / items.length;
    handle(items[i], i);
  }
}

/** All steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
