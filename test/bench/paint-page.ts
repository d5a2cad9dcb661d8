/**
 * The page's main thread while the demo city is painted, and how soon outlines follow:
 * `npm run -s build && node --import tsx test/bench/paint-page.ts [strokes]`. Every stroke begins in a
 * district and is led through the one nearest to it, so that it changes the plan. Tasks are read
 * from the browser's trace: wall-clock, the processor time of the thread in them (what waits for other
 * processes or for the software GPU is in the one and not in the other), and the page's own script.
 * Outlines count from the release of the brush to their arrival from the worker.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { startSite } from "../e2e/browser.ts";
import { type Task, tasksOf } from "./page-trace.ts";

const STROKES = Number(process.argv[2] ?? 12);
const MOVES = 60;
/** Between the strokes, ms. */
const REST_MS = 1200;
const CATEGORIES = ["toplevel", "devtools.timeline"] as const;
const PROFILER = "disabled-by-default-v8.cpu_profiler";
const ascending = (a: number, b: number) => a - b;

interface Seen {
  readonly outlines: { readonly asked: number; readonly came: number }[];
  readonly frames: number[];
  /** when the brush was let go of */
  readonly releases: number[];
}

/** Runs in the page, before anything else: notes frames, releases, and when outlines are asked for and come. */
function watchPage(): void {
  const seen: Seen = { outlines: [], frames: [], releases: [] };
  Object.assign(window, { paintSeen: seen });
  const asked = new Map<unknown, number>();
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: never[]) {
    const { id, path } = (message ?? {}) as { id?: unknown; path?: readonly string[] };
    if (path?.[0]?.startsWith("outline")) {
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
  window.addEventListener("pointerup", ({ timeStamp }) => seen.releases.push(timeStamp), true);
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

/** A place on the screen, px. */
type Pixel = readonly [x: number, y: number];

/** Where the shown city is on the screen: the map keeps so much room around it. */
const EDGE = 36;

interface Shape {
  readonly type: string;
  readonly properties: { readonly compound_id: string };
  readonly geometry: { readonly coordinates: readonly unknown[] };
}

const readLayer = (name: string): readonly Shape[] =>
  JSON.parse(readFileSync(new URL(`../../public/demo/${name}.geojson`, import.meta.url), "utf8"))
    .features;

/** Web Mercator of a degree pair; the unit is the girth of the earth. */
function mercator([lon, lat]: readonly number[]): Pixel {
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [lon / 360, -north / (2 * Math.PI)];
}

function cornersOf({ geometry }: Shape): Pixel[] {
  const flat = geometry.coordinates.flat(9) as number[];
  return Array.from({ length: flat.length / 2 }, (_, k) => mercator(flat.slice(2 * k, 2 * k + 2)));
}

const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

/** Every compound's middle on the screen when the whole city is shown. */
async function findCompounds(page: Page): Promise<Map<string, Pixel>> {
  const box = await page.locator("canvas").boundingBox();
  if (!box) throw new Error("no map");
  const compounds = readLayer("compounds");
  const all = [...compounds, ...readLayer("communities")].flatMap(cornersOf);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const scale = Math.min((box.width - 2 * EDGE) / extent(xs), (box.height - 2 * EDGE) / extent(ys));
  const [midX, midY] = [middle(xs), middle(ys)];
  return new Map(
    compounds.map((shape) => {
      const corners = cornersOf(shape);
      const x = middle(corners.map(([at]) => at)) - midX;
      const y = middle(corners.map(([, at]) => at)) - midY;
      return [
        shape.properties.compound_id,
        [box.x + box.width / 2 + x * scale, box.y + box.height / 2 + y * scale],
      ];
    }),
  );
}

/** Members of the districts of the plan shown, as the page has kept it. */
async function readDistricts(page: Page): Promise<readonly (readonly string[])[]> {
  const text = await page.evaluate(
    () =>
      new Promise<string>((say, fail) => {
        const open = indexedDB.open("pianqu");
        open.onerror = () => fail(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction("snapshots").objectStore("snapshots").getAll();
          all.onsuccess = () => say(all.result[0].text);
        };
      }),
  );
  const { districts } = JSON.parse(text).zoning as {
    districts: readonly { readonly compounds: readonly string[] }[];
  };
  return districts.map(({ compounds }) => compounds);
}

/** Strokes from a district into the one that is nearest to it, spread over the city. */
function planStrokes(
  districts: readonly (readonly string[])[],
  at: ReadonlyMap<string, Pixel>,
): [Pixel, Pixel][] {
  const places = districts.flatMap((members, d) =>
    members.flatMap((id) => {
      const place = at.get(id);
      return place ? [{ d, place }] : [];
    }),
  );
  const strokes = districts.map((_, d) => {
    const own = places.filter((one) => one.d === d);
    const pairs = own.flatMap(({ place: from }) =>
      places
        .filter((one) => one.d !== d)
        .map(({ place: to }) => ({ from, to, px: Math.hypot(to[0] - from[0], to[1] - from[1]) })),
    );
    const { from, to } = pairs.reduce((best, one) => (one.px < best.px ? one : best));
    // On through it, so that the brush comes by several of the other's compounds.
    const on = 2.5;
    return [from, [from[0] + on * (to[0] - from[0]), from[1] + on * (to[1] - from[1])]];
  }) as [Pixel, Pixel][];
  return Array.from(
    { length: STROKES },
    (_, k) => strokes[Math.floor((k * strokes.length) / STROKES)],
  );
}

const site = await startSite();
// The transpiler wraps named functions in a call that the page does not know.
const watch = `(() => { const __name = (named) => named; (${watchPage.toString()})(); })()`;
const { page } = await site.open({ demo: "shipped", before: watch });
await page.waitForTimeout(2500);
await page.keyboard.press("f");
await page.waitForTimeout(1500);
const strokes = planStrokes(await readDistricts(page), await findCompounds(page));
await page.keyboard.press("b");
await page.getByText("大", { exact: true }).click();
await page.waitForTimeout(1000);
const browser = page.context().browser();
if (!browser) throw new Error("no browser to trace");
await browser.startTracing(page, {
  categories: process.env.TRACE_FILE ? [...CATEGORIES, PROFILER] : [...CATEGORIES],
});
const start = (await read(page)).now;
for (const [from, to] of strokes) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: MOVES });
  await page.mouse.up();
  await page.waitForTimeout(REST_MS);
}
const trace = await browser.stopTracing();
if (process.env.TRACE_FILE) writeFileSync(process.env.TRACE_FILE, trace);
const tasks = tasksOf(JSON.parse(trace.toString()).traceEvents);
const seen = await read(page);
const releases = seen.releases.filter((at) => at > start);
const late = seen.outlines.flatMap(({ asked, came }) => {
  const release = releases.findLast((at) => at <= asked);
  return release === undefined ? [] : [came - release];
});
late.sort(ascending);
const frames = seen.frames.filter((at) => at > start);
const gaps = frames.slice(1).map((at, k) => at - frames[k]);
gaps.sort(ascending);

const LONG_MS = 50;
const over = (of: (task: Task) => number, some = tasks) => {
  const all = some.map(of).sort(ascending);
  return `${all.filter((ms) => ms > LONG_MS).length}, longest ${all.at(-1)?.toFixed(0)} ms`;
};
console.log(`strokes ${STROKES} of ${MOVES} moves`);
console.log(`tasks over ${LONG_MS} ms by wall-clock: ${over(({ wallMs }) => wallMs)}`);
console.log(`by processor time: ${over(({ cpuMs }) => cpuMs)}`);
const own = tasks.filter(({ scriptMs }) => scriptMs > 0);
console.log(`the same of tasks with script in them: ${over(({ cpuMs }) => cpuMs, own)}`);
console.log(`by wall-clock in script: ${over(({ scriptMs }) => scriptMs)}`);
console.log(
  `frame p50 ${gaps[gaps.length >> 1]?.toFixed(1)} ms, p99 ${gaps[Math.floor(gaps.length * 0.99)]?.toFixed(1)} ms`,
);
console.log(
  `outlines after the release: ${late.length} for ${releases.length} strokes; median ${late[late.length >> 1]?.toFixed(0)} ms, longest ${late.at(-1)?.toFixed(0)} ms`,
);
for (const task of tasks.toSorted((a, b) => b.wallMs - a.wallMs).slice(0, 12))
  console.log(
    `${task.wallMs.toFixed(0)} ms wall, ${task.cpuMs.toFixed(0)} processor, ${task.scriptMs.toFixed(0)} script: ${task.parts}`,
  );
await site.stop();
