/**
 * The page's main thread while scenarios of the demo city are compared, phase by phase:
 * `npm run -s build && node --import tsx test/bench/compare-page.ts [draws]`. Tasks are read from the
 * browser's trace: the processor time of the thread in them (what waits for other processes or for the
 * software GPU is not in it), and wall-clock in the page's own script. While it is traced the page is
 * worked by pointer and looked at in one expression, so that the driver's own script does not count.
 * `TRACE_DIR=folder` keeps a trace with samples of every phase.
 */
import { writeFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { startSite } from "../e2e/browser.ts";
import { type Task, tasksOf } from "./page-trace.ts";

const DRAWS = process.argv[2] ?? "1000";
const FOLDER = process.env.TRACE_DIR;
const LONG_MS = 50;
/** After a phase, for what it leaves to be done, ms. */
const REST_MS = 1500;
/** After the page has opened, ms. */
const SETTLE_MS = 8000;
/** Into the draws before they are cancelled, ms. */
const CANCEL_AFTER_MS = 1000;
/** Between two looks at the page, ms. */
const LOOK_MS = 100;
const CATEGORIES = ["toplevel", "devtools.timeline"];
const PROFILER = "disabled-by-default-v8.cpu_profiler";
const TABS = ["地图", "归属变动", "各小区得失", "收支", "把握程度", "权重", "分步实施", "上会材料"];
const MAPS = ["左右滑动", "差异", "界线是否稳定"];

const site = await startSite();
const { page } = await site.open({ demo: "shipped" });
const browser = page.context().browser();
if (!browser) throw new Error("no browser to trace");
const comparison = page.locator("[data-compare]");
const tab = (name: string) => comparison.getByRole("tab", { name, exact: true });

/** Presses the middle of what is there now, later. */
async function aimAt(target: Locator): Promise<() => Promise<void>> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`nothing to press: ${target}`);
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function until(selector: string): Promise<void> {
  const isThere = () =>
    page.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
  while (!(await isThere())) await page.waitForTimeout(LOOK_MS);
}

const status = (name: string) => until(`[data-status=${name}]`);

function tell(phase: string, tasks: readonly Task[], seconds: number): void {
  const cpu = tasks.map(({ cpuMs }) => cpuMs);
  const count = cpu.filter((ms) => ms > LONG_MS).length;
  const script = Math.max(0, ...tasks.map(({ scriptMs }) => scriptMs));
  const figures = [seconds.toFixed(1), count, Math.max(...cpu).toFixed(0), script.toFixed(0)];
  console.log(`| ${phase} | ${figures.join(" | ")} |`);
}

async function trace(phase: string, act: () => Promise<unknown>): Promise<void> {
  await browser?.startTracing(page, {
    categories: FOLDER ? [...CATEGORIES, PROFILER] : CATEGORIES,
  });
  // The sampler's start is a task of its own.
  await page.waitForTimeout(LOOK_MS);
  const start = performance.now();
  await act();
  const seconds = (performance.now() - start) / 1000;
  await page.waitForTimeout(REST_MS);
  const bytes = await browser?.stopTracing();
  if (!bytes) return;
  if (FOLDER) writeFileSync(`${FOLDER}/${phase}.json`, bytes);
  tell(phase, tasksOf(JSON.parse(bytes.toString()).traceEvents), seconds);
}

// The map draws its tiles for a while yet.
await page.waitForTimeout(SETTLE_MS);
console.log("| phase | s | tasks > 50 ms | longest, ms | longest in script, wall-clock ms |");
console.log("|---|---|---|---|---|");
await page.keyboard.press("6");
const propose = await aimAt(page.locator("[data-candidates]"));
await trace("make candidates", async () => {
  await propose();
  await until("[data-busy=true]");
  await until("[data-busy=false]");
});
await trace("open the comparison", async () => {
  await page.keyboard.press("7");
  await until("[data-compare] [data-run]");
});
const run = await aimAt(comparison.locator("[data-run]"));
await trace("compare three, 200 draws", async () => {
  await run();
  await status("done");
});
for (const name of TABS) {
  const turn = await aimAt(tab(name));
  if (name !== TABS[0]) {
    await trace(`tab ${name}`, turn);
    continue;
  }
  await trace(`tab ${name}`, async () => {
    await turn();
    await until("[data-compare] figure:last-child canvas");
  });
  for (const mode of MAPS)
    await trace(`map ${mode}`, await aimAt(comparison.getByText(mode, { exact: true })));
}
await tab("把握程度").click();
await comparison.getByRole("combobox", { name: "抽样次数" }).click();
await page.waitForTimeout(REST_MS);
const draw = await aimAt(page.getByRole("option", { name: DRAWS, exact: true }));
let cancelMs = 0;
await trace(`${DRAWS} draws begun and cancelled`, async () => {
  await draw();
  await status("running");
  await page.waitForTimeout(CANCEL_AFTER_MS);
  const stop = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll("[data-compare] button")];
    const box = buttons.find((one) => one.textContent === "停止")?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  if (!stop) throw new Error("it ended before it was cancelled");
  const asked = performance.now();
  await page.mouse.click(stop.x, stop.y);
  await status("stopped");
  cancelMs = performance.now() - asked;
});
const again = await aimAt(comparison.locator("[data-run]"));
await trace(`${DRAWS} draws to the end`, async () => {
  await again();
  await status("running");
  await status("done");
});
const turns = await Promise.all(["指标", "各小区得失", "收支"].map((name) => aimAt(tab(name))));
await trace("tabs while it runs", async () => {
  await again();
  await status("running");
  for (const turn of turns) {
    await turn();
    await page.waitForTimeout(3 * LOOK_MS);
  }
  await status("done");
});
console.log(`cancelled ${cancelMs.toFixed(0)} ms after it was asked for`);
await site.stop();
