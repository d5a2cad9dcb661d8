/** A dialog has keys of its own: Escape closes it, not what lies behind. */
export function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}

/** Whether letters go into a field. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !["checkbox", "radio"].includes(target.type);
  return target instanceof HTMLTextAreaElement;
}

/** A shortcut that leaves fields and dialogs their keys. */
export function unlessTyping(run: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (!isTyping(event.target) && !isDialogOpen()) run();
  };
}
