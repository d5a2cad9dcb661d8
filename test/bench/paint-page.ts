/**
 * Tasks of the page's main thread while the demo city is painted, and how soon outlines follow:
 * `npm run -s build && node --import tsx test/bench/paint-page.ts [strokes]`. Long tasks are what the
 * browser reports (50 ms and more, wall-clock); on a busy machine some are the machine's, so the
 * script's own share is told beside them, sampled by the profiler. Outlines count from the release of
 * the brush to their arrival from the worker.
 */
import type { CDPSession, Page } from "playwright-core";
import { startSite } from "../e2e/browser.ts";

const STROKES = Number(process.argv[2] ?? 12);
const MOVES = 60;
const ascending = (a: number, b: number) => a - b;

interface Seen {
  readonly tasks: { readonly at: number; readonly ms: number }[];
  readonly outlines: { readonly asked: number; readonly came: number }[];
  readonly frames: number[];
}

/** Runs in the page, before anything else: notes long tasks, frames, and when outlines are asked for and come. */
function watchPage(): void {
  const seen: Seen = { tasks: [], outlines: [], frames: [] };
  Object.assign(window, { paintSeen: seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.tasks.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask", buffered: true });
  const asked = new Map<unknown, number>();
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: never[]) {
    const { id, path } = (message ?? {}) as { id?: unknown; path?: readonly string[] };
    if (path?.[0] === "outline") {
      asked.set(id, performance.now());
      const hear = ({ data }: MessageEvent) => {
        const since = asked.get(data?.id);
        if (since === undefined || !asked.delete(data.id)) return;
        seen.outlines.push({ asked: since, came: performance.now() });
        this.removeEventListener("message", hear);
      };
      this.addEventListener("message", hear);
    }
    return (post as (...given: unknown[]) => void).call(this, message, ...rest);
  };
  const tick = (now: number) => {
    seen.frames.push(now);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

const read = (page: Page): Promise<Seen & { readonly now: number }> =>
  page.evaluate(() => ({
    ...(window as unknown as { paintSeen: Seen }).paintSeen,
    now: performance.now(),
  }));

/** Longest stretch without a pause of the page's own script, ms, and the functions in it. */
async function longestScript(session: CDPSession) {
  const { profile } = await session.send("Profiler.stop");
  const names = new Map(
    profile.nodes.map(({ id, callFrame }) => [id, callFrame.functionName || "(anonymous)"]),
  );
  const spent = new Map<string, number>();
  let [run, longest] = [0, 0];
  profile.samples?.forEach((node, k) => {
    const ms = (profile.timeDeltas?.[k] ?? 0) / 1000;
    const name = names.get(node) ?? "";
    const isRest = name === "(idle)" || name === "(program)";
    run = isRest ? 0 : run + ms;
    longest = Math.max(longest, run);
    if (!isRest) spent.set(name, (spent.get(name) ?? 0) + ms);
  });
  return { longest, spent: [...spent].sort((a, b) => b[1] - a[1]).slice(0, 8) };
}

const site = await startSite();
// The transpiler wraps named functions in a call that the page does not know.
const watch = `(() => { const __name = (named) => named; (${watchPage.toString()})(); })()`;
const { page } = await site.open({ demo: "shipped", before: watch });
await page.waitForTimeout(2500);
await page.keyboard.press("f");
await page.waitForTimeout(1500);
await page.keyboard.press("b");
await page.getByText("大", { exact: true }).click();
const box = await page.locator("canvas").boundingBox();
if (!box) throw new Error("no map");
const session = await page.context().newCDPSession(page);
await session.send("Profiler.enable");
await session.send("Profiler.setSamplingInterval", { interval: 1000 });
await session.send("Profiler.start");
const start = (await read(page)).now;
const releases: number[] = [];
for (let k = 0; k < STROKES; k++) {
  const y = box.y + box.height * (0.25 + (0.5 * k) / STROKES);
  const [from, to] = [box.x + box.width * 0.25, box.x + box.width * 0.7];
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(to, y + 40, { steps: MOVES });
  await page.mouse.up();
  releases.push((await read(page)).now);
  await page.waitForTimeout(700);
}
const { longest, spent } = await longestScript(session);
const seen = await read(page);
const tasks = seen.tasks.filter(({ at }) => at > start).map(({ ms }) => ms);
// A stroke that changes nothing asks for no outlines: each answer belongs to the release before its question.
const late = seen.outlines.flatMap(({ asked, came }) => {
  const release = releases.findLast((at) => at <= asked);
  return release === undefined ? [] : [came - release];
});
late.sort(ascending);
const frames = seen.frames.filter((at) => at > start);
const gaps = frames.slice(1).map((at, k) => at - frames[k]);
gaps.sort(ascending);
const steps = await page.getByRole("button", { name: "撤销", exact: true }).isEnabled();
console.log(`strokes ${STROKES} of ${MOVES} moves, something to undo: ${steps}`);
console.log(`tasks over 50 ms: ${tasks.length}; longest ${Math.max(0, ...tasks).toFixed(0)} ms`);
console.log(`longest stretch of script: ${longest.toFixed(1)} ms`);
console.log(
  `frame p50 ${gaps[gaps.length >> 1]?.toFixed(1)} ms, p99 ${gaps[Math.floor(gaps.length * 0.99)]?.toFixed(1)} ms`,
);
console.log(
  `outlines after the release: ${late.length} for ${releases.length} strokes; median ${late[late.length >> 1]?.toFixed(0)} ms, longest ${late.at(-1)?.toFixed(0)} ms`,
);
console.log(spent.map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`).join(", "));
await site.stop();
