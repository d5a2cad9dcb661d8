import { useCallback, useState, useTransition } from "react";

/**
 * A choice whose consequences are drawn in pieces: what was chosen before stays and listens until what
 * is chosen now is there.
 * @returns the choice, how to choose, and whether a choice is being drawn
 */
export function useTurn<T>(
  first: T,
): readonly [value: T, choose: (value: T) => void, isTurning: boolean] {
  const [value, setValue] = useState(first);
  const [isTurning, start] = useTransition();
  const choose = useCallback((next: T) => start(() => setValue(next)), []);
  return [value, choose, isTurning];
}
