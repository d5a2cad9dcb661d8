/** An event of a trace as Chromium writes it; times in µs. */
export interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** A task of the page's main thread. */
export interface Task {
  /** when it began, µs, as events have it */
  readonly at: number;
  readonly wallMs: number;
  /** of the thread itself, without waiting for other processes */
  readonly cpuMs: number;
  /** wall-clock inside the page's own functions, calls into the GPU included */
  readonly scriptMs: number;
  /** its longest parts by name */
  readonly parts: string;
}

/** Entries into the page's script. */
const SCRIPT = new Set(["FunctionCall", "EvaluateScript", "FireAnimationFrame", "TimerFire"]);

type Span = Required<Pick<TraceEvent, "ts" | "dur" | "name">> & Pick<TraceEvent, "tdur">;

/** Wall-clock in script, entries inside one another counted once, ms. */
function scriptMsOf(inside: readonly Span[]): number {
  let [end, sum] = [0, 0];
  for (const { ts, dur, name } of inside) {
    if (!SCRIPT.has(name) || ts < end) continue;
    sum += dur;
    end = ts + dur;
  }
  return sum / 1000;
}

function partsOf(inside: readonly Span[]): string {
  const sums = new Map<string, number>();
  for (const { name, dur } of inside) sums.set(name, (sums.get(name) ?? 0) + dur);
  const longest = [...sums].sort((a, b) => b[1] - a[1]).slice(0, 5);
  return longest.map(([name, us]) => `${name} ${(us / 1000).toFixed(0)}`).join(", ");
}

/** Tasks of the busiest page in a trace, in order. */
export function tasksOf(events: readonly TraceEvent[]): Task[] {
  const mains = events.filter(
    ({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain",
  );
  const spansOf = ({ pid, tid }: TraceEvent) =>
    events
      .filter(
        (e): e is TraceEvent & Span =>
          e.pid === pid && e.tid === tid && e.ph === "X" && e.dur !== undefined,
      )
      .sort((a, b) => a.ts - b.ts);
  const spans = mains.map(spansOf).sort((a, b) => b.length - a.length)[0] ?? [];
  let next = 0;
  return spans
    .filter(({ name }) => name.endsWith("RunTask"))
    .map((task) => {
      const end = task.ts + task.dur;
      while (next < spans.length && spans[next].ts < task.ts) next++;
      const inside: Span[] = [];
      for (let k = next; k < spans.length && spans[k].ts < end; k++)
        if (!spans[k].name.endsWith("RunTask")) inside.push(spans[k]);
      return {
        at: task.ts,
        wallMs: task.dur / 1000,
        cpuMs: (task.tdur ?? Number.NaN) / 1000,
        scriptMs: scriptMsOf(inside),
        parts: partsOf(inside),
      };
    });
}
