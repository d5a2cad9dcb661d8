/** Runs `work` once, `waitMs` after the last call. */
export function debounce(work: () => void, waitMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, waitMs);
  };
}
