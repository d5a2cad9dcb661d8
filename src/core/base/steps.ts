/**
 * Work in steps, so that the caller can pause or give up between two of them. What a step's number
 * tells is named by the maker of the steps: the work done since the step before, or how far the whole
 * has come, 0…1.
 */
export type Steps<T> = Generator<number, T, void>;

/** Items of a list handled between two steps; each takes some 10 µs to 100 µs. */
const STRIDE = 256;

/** Does all steps at one go. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Steps that tell 0…1 of a part of the work, told as `from`…`to` of the whole. */
export function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Steps of which nobody hears how far they have come. */
export function* untold<T>(steps: Steps<T>): Steps<T> {
  return yield* within(steps, 0, 0);
}

/** A list made item by item; a step now and then tells how far it has come, 0…1. */
export function* mapInSteps<T, U>(
  items: readonly T[],
  make: (item: T, index: number) => U,
): Steps<U[]> {
  const made: U[] = [];
  yield* eachInSteps(items, (item, i) => void made.push(make(item, i)));
  return made;
}

/** Handles a list item by item; a step now and then tells how far it has come, 0…1. */
export function* eachInSteps<T>(
  items: readonly T[],
  handle: (item: T, index: number) => void,
): Steps<void> {
  for (let i = 0; i < items.length; i++) {
    if (i % STRIDE === 0) yield i / items.length;
    handle(items[i], i);
  }
}
