/** A file's name without its ending, as data and projects are called after it; other dots stay. */
export function nameWithoutEnding(name: string): string {
  return name.replace(/\.[a-z]{2,8}$/i, "");
}
