import { useCallback, useSyncExternalStore } from "react";

const HASH = "#compare";

function follow(change: () => void): () => void {
  addEventListener("hashchange", change);
  return () => removeEventListener("hashchange", change);
}

/** Whether the address asks for the comparison, and how to go there and back. */
export function useCompareRoute(): { readonly isOpen: boolean; go(open: boolean): void } {
  const isOpen = useSyncExternalStore(follow, () => location.hash === HASH);
  const go = useCallback((open: boolean) => {
    location.hash = open ? HASH : "";
  }, []);
  return { isOpen, go };
}
