import type { HotkeyItem } from "@mantine/hooks";

/** A dialog, or a page over the map, has keys of its own: Escape closes it, not what lies behind. */
export function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"], [data-compare]') !== null;
}

/** Whether letters go into a field. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !["checkbox", "radio"].includes(target.type);
  return target instanceof HTMLTextAreaElement;
}

/** Keys and what they do, as `useHotkeys` takes them: fields and dialogs keep all of their own. */
export function shortcut(keys: string, run: () => void): HotkeyItem {
  const press = (event: KeyboardEvent) => {
    if (isTyping(event.target) || isDialogOpen()) return;
    event.preventDefault();
    run();
  };
  return [keys, press, { preventDefault: false }];
}
