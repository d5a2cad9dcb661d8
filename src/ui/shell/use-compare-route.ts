import { startTransition, useCallback, useEffect, useState } from "react";

const HASH = "#compare";

const isAsked = () => location.hash === HASH;

/** Whether the address asks for the comparison, and how to go there and back. */
export function useCompareRoute(): { readonly isOpen: boolean; go(open: boolean): void } {
  const [isOpen, setOpen] = useState(isAsked);
  // A page of this size is drawn in pieces: the old one stays and listens until the new one is there.
  const follow = useCallback(() => startTransition(() => setOpen(isAsked())), []);
  useEffect(() => {
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, [follow]);
  const go = useCallback(
    (open: boolean) => {
      if (open === isAsked()) return;
      // Setting the hash would lay the page out at once, to look for a place of that name.
      history.pushState(null, "", open ? HASH : location.pathname + location.search);
      follow();
    },
    [follow],
  );
  return { isOpen, go };
}
