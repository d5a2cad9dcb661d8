/** Edits measured per row, unless told otherwise. */
export const EDITS = 2000;
const WARM_UP = 300;

export const micro = (ms: number) => (1000 * ms).toFixed(1);

/** ms */
export interface Percentiles {
  /** wall-clock */
  readonly p50: number;
  /** what the thread itself can have spent at most: the lesser of wall-clock and processor time */
  readonly p99: number;
  /** processor time of the whole process: collections and compilations by other threads included */
  readonly p99All: number;
}

export const ascending = (a: number, b: number) => a - b;

/** Percentiles of `work` alone; `draw` and `after` are not counted. */
export function measure<T>(
  draw: () => T,
  work: (drawn: T) => void,
  {
    after = () => {},
    edits = EDITS,
  }: { readonly after?: () => void; readonly edits?: number } = {},
): Percentiles {
  const wall: number[] = [];
  const own: number[] = [];
  const processor: number[] = [];
  const warmUp = Math.min(WARM_UP, edits);
  for (let k = 0; k < edits + warmUp; k++) {
    const drawn = draw();
    const cpu = process.cpuUsage();
    const start = performance.now();
    work(drawn);
    const took = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    after();
    if (k < warmUp) continue;
    wall.push(took);
    processor.push((user + system) / 1000);
    own.push(Math.min(took, (user + system) / 1000));
  }
  const at = (times: number[], share: number) =>
    times.sort(ascending)[Math.floor(times.length * share)];
  return { p50: at(wall, 0.5), p99: at(own, 0.99), p99All: at(processor, 0.99) };
}

export interface Row {
  readonly name: string;
  readonly times: Percentiles;
}

export function print(head: string, rows: readonly (readonly (string | number)[])[]): void {
  console.log(`\n| ${head} |\n|${"---|".repeat(head.split("|").length)}`);
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}
