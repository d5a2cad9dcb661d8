/** Edits measured per row, unless told otherwise. */
export const EDITS = 2000;
const WARM_UP = 300;

export const micro = (ms: number) => (1000 * ms).toFixed(1);

/** ms */
export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
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
  }
  wall.sort(ascending);
  processor.sort(ascending);
  return { p50: wall[wall.length >> 1], p99: processor[Math.floor(processor.length * 0.99)] };
}

export interface Row {
  readonly name: string;
  readonly times: Percentiles;
}

export function print(head: string, rows: readonly (readonly (string | number)[])[]): void {
  console.log(`\n| ${head} |\n|${"---|".repeat(head.split("|").length)}`);
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}
