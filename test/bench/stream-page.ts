/**
 * A large GeoJSON file opened in the page: `npm run -s build && node --import tsx
 * test/bench/stream-page.ts [compounds]`. Tasks of the main thread of 50 ms and more are what the
 * browser reports, until the compounds are shown; wall time stands beside `JSON.parse` of the same
 * bytes in a worker of the same browser, right before. A first reading is cancelled midway. The second
 * is traced, so that the processor time of every task is known: what waits for other processes is
 * in its wall-clock only. `TRACE_FILE=name` keeps the trace, with samples of the running functions.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSite } from "../e2e/browser.ts";
import { createGapCity } from "./gap-city.ts";
import { type Task, type TraceEvent, tasksOf } from "./page-trace.ts";

const LONG_MS = 50;
/** After the compounds are shown, ms. */
const REST_MS = 15_000;
const CATEGORIES = ["toplevel", "devtools.timeline", "blink.user_timing"] as const;
const PROFILER = "disabled-by-default-v8.cpu_profiler";
const COUNT = Number(process.argv[2] ?? 220_000);
/** Columns that bring a compound to some 850 bytes, as registers have them. */
const MORE = ["address", "builder", "remark", "source"]
  .map((key) => `"${key}":"${key} of a compound, as a register has it"`)
  .join();

interface Seen {
  readonly tasks: { readonly at: number; readonly ms: number }[];
}

function watchPage(): void {
  const seen: Seen = { tasks: [] };
  Object.assign(window, { streamSeen: seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.tasks.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask" });
}

const folder = mkdtempSync(join(tmpdir(), "pianqu-"));
const file = join(folder, "stream.geojson");
const text = createGapCity(COUNT, 1)
  .writeText()
  .replaceAll('"properties":{', `"properties":{${MORE},`);
writeFileSync(file, text);
const site = await startSite();
const watch = `(() => { const __name = (named) => named; (${watchPage.toString()})(); })()`;
const { page } = await site.open({ demo: "small", before: watch });
const now = () => page.evaluate(() => performance.now());
const tasksSince = (from: number) =>
  page.evaluate(
    (at) => (window as unknown as { streamSeen: Seen }).streamSeen.tasks.filter((t) => t.at > at),
    from,
  );
const pick = async () => {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "打开文件" }).first().click();
  await (await chooser).setFiles(file);
};

await page.evaluate(() => {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", id: "parse-input" });
  document.body.append(input);
});
await page.setInputFiles("#parse-input", file);
const parseMs = await page.evaluate(async () => {
  const source =
    "onmessage=async({data})=>{const t=await data.text();const s=performance.now();JSON.parse(t);postMessage(performance.now()-s)}";
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  const given = (document.querySelector("#parse-input") as HTMLInputElement).files?.[0];
  const took = new Promise<number>((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
  });
  worker.postMessage(given);
  const ms = await took;
  worker.terminate();
  document.querySelector("#parse-input")?.remove();
  return ms;
});
console.log(
  `${COUNT} compounds, ${Math.round(text.length / 1e6)} MB; JSON.parse ${Math.round(parseMs)} ms`,
);

/** Heap of the page's own thread after a collection, MB. */
async function readHeapMb(): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN) / 1e6;
}

/** Most that the processes of the browser's pages took, workers included, MB; Linux only. */
async function readPeaksMb(): Promise<number[]> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {};
  return processInfo
    .filter(({ type }) => type === "renderer")
    .flatMap(({ id }) => {
      const status = `/proc/${id}/status`;
      const kb = existsSync(status) && /VmHWM:\s*(\d+)/.exec(readFileSync(status, "utf8"))?.[1];
      return kb ? [Math.round(Number(kb) / 1000)] : [];
    });
}

const button = page.getByRole("button", { name: "取消读取" });
await page.waitForTimeout(1000);
const cancelStart = await now();
await pick();
await button.waitFor({ timeout: 60_000 });
await page.waitForTimeout(1500);
const pressed = await now();
await button.click();
await page.locator("[data-busy=false]").waitFor({ state: "attached", timeout: 120_000 });
console.log(`cancel heard after ${Math.round((await now()) - pressed)} ms`);
const kept = await page.locator("tr[data-district]").count();
console.log(`districts of the project before still listed: ${kept > 0}`);
const early = (await tasksSince(cancelStart)).map(({ ms }) => ms);
console.log(`tasks over 50 ms until then: ${early.length}, longest ${Math.max(0, ...early)} ms`);

await page.waitForTimeout(1000);
const browser = page.context().browser();
if (!browser) throw new Error("no browser to trace");
const { TRACE_FILE } = process.env;
await browser.startTracing(page, {
  categories: TRACE_FILE ? [...CATEGORIES, PROFILER] : [...CATEGORIES],
});
const mark = (name: string) => page.evaluate((given) => void performance.mark(given), name);
await mark("stream-begins");
const start = await now();
await pick();
await page.getByText("stream.geojson").first().waitFor({ timeout: 900_000 });
const shown = await now();
await page.waitForTimeout(REST_MS);
await mark("stream-ends");
const seen = (await tasksSince(start)).map(({ ms }) => ms);
const heapMb = await readHeapMb();
const peaksMb = await readPeaksMb();
const trace = await browser.stopTracing();
if (TRACE_FILE) writeFileSync(TRACE_FILE, trace);
const events: TraceEvent[] = JSON.parse(trace.toString()).traceEvents;
// Starting and stopping the trace are long tasks, too.
const [begin, end] = ["stream-begins", "stream-ends"].map(
  (given) => events.find(({ name }) => name === given)?.ts ?? Number.NaN,
);
const tasks = tasksOf(events).filter(({ at }) => at > begin && at < end);
const ratio = ((shown - start) / parseMs).toFixed(1);
console.log(`shown after ${Math.round(shown - start)} ms, ${ratio} × JSON.parse`);
console.log(
  `until ${REST_MS / 1000} s later: tasks over ${LONG_MS} ms as the browser reports them: ${seen.length}, longest ${Math.max(0, ...seen)} ms`,
);
const over = (of: (task: Task) => number) => {
  const all = tasks.map(of).sort((a, b) => a - b);
  return `${all.filter((ms) => ms > LONG_MS).length}, longest ${all.at(-1)?.toFixed(0)} ms`;
};
console.log(
  `heap of the main thread afterwards ${heapMb.toFixed(0)} MB; peaks of the page processes, workers included: ${peaksMb.join(", ")} MB`,
);
console.log(`traced: by wall-clock ${over(({ wallMs }) => wallMs)}`);
console.log(`by processor time ${over(({ cpuMs }) => cpuMs)}`);
for (const { at, wallMs, cpuMs, scriptMs, parts } of tasks
  .toSorted((a, b) => b.cpuMs - a.cpuMs)
  .slice(0, 12))
  console.log(
    `${((at - begin) / 1e6).toFixed(1)} s: ${wallMs.toFixed(0)} ms wall, ${cpuMs.toFixed(0)} processor, ${scriptMs.toFixed(0)} script: ${parts}`,
  );
await site.stop();
rmSync(folder, { recursive: true });
