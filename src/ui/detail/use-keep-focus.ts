import { useEffect, useRef } from "react";

/**
 * Keeps the keyboard's place when what had the focus goes away with a change of `shown`: within
 * the card as long as it is open, then back to what was used last outside of it, or else to the
 * open panel's tab.
 * @param cardId id of the card's element
 */
export function useKeepFocus(cardId: string, shown: unknown): void {
  const last = useRef<Element | null>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      last.current = target;
      if (!target.closest(`#${cardId}`)) opener.current = target;
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, [cardId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus can be lost whenever something else is shown
  useEffect(() => {
    const isLost = document.activeElement === document.body && last.current?.isConnected === false;
    if (!isLost) return;
    const back = opener.current?.isConnected ? opener.current : null;
    const tab = document.querySelector('[role="tab"][aria-selected="true"]');
    const place = document.getElementById(cardId) ?? back ?? tab;
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  }, [cardId, shown]);
}
