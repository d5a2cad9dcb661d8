/**
 * Work in steps, so that the caller can pause or give up between two of them. What is yielded is the
 * work done since the step before, in the unit that the maker of the steps names; 0 where it is slight.
 */
export type Steps<T> = Generator<number, T, void>;

/** Does all steps at one go. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
