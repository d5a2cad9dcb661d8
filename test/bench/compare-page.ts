/**
 * The page's main thread while scenarios of the demo city are compared, phase by phase:
 * `npm run -s build && node --import tsx test/bench/compare-page.ts [draws]`. Tasks are read from the
 * browser's trace: the processor time of the thread in them (what waits for other processes or for the
 * software GPU is not in it), and wall-clock in the page's own script. `TRACE_DIR=folder` keeps a trace
 * with samples of every phase.
 */
import { writeFileSync } from "node:fs";
import { startSite } from "../e2e/browser.ts";
import { type Task, tasksOf } from "./page-trace.ts";

const DRAWS = process.argv[2] ?? "1000";
const FOLDER = process.env.TRACE_DIR;
const LONG_MS = 50;
/** After a phase, for what it leaves to be done, ms. */
const REST_MS = 1500;
/** Into the draws before they are cancelled, ms. */
const CANCEL_AFTER_MS = 700;
const CATEGORIES = ["toplevel", "devtools.timeline"];
const PROFILER = "disabled-by-default-v8.cpu_profiler";
const TABS = ["地图", "归属变动", "各小区得失", "收支", "把握程度", "权重", "分步实施", "上会材料"];
const MAPS = ["左右滑动", "差异", "界线是否稳定"];

const site = await startSite();
const { page } = await site.open({ demo: "shipped" });
const browser = page.context().browser();
if (!browser) throw new Error("no browser to trace");
const comparison = page.locator("[data-compare]");
const status = (name: string) =>
  page.locator(`[data-status=${name}]`).waitFor({ timeout: 300_000 });

function tell(phase: string, tasks: readonly Task[], seconds: number): void {
  const sorted = tasks.toSorted((a, b) => b.cpuMs - a.cpuMs);
  const count = sorted.filter(({ cpuMs }) => cpuMs > LONG_MS).length;
  const longest = sorted[0];
  const script = Math.max(0, ...tasks.map(({ scriptMs }) => scriptMs));
  console.log(
    `| ${phase} | ${seconds.toFixed(1)} | ${count} | ${longest?.cpuMs.toFixed(0)} | ${script.toFixed(0)} |`,
  );
}

async function trace(phase: string, act: () => Promise<unknown>): Promise<void> {
  await browser?.startTracing(page, {
    categories: FOLDER ? [...CATEGORIES, PROFILER] : CATEGORIES,
  });
  const start = performance.now();
  await act();
  const seconds = (performance.now() - start) / 1000;
  await page.waitForTimeout(REST_MS);
  const bytes = await browser?.stopTracing();
  if (!bytes) return;
  if (FOLDER) writeFileSync(`${FOLDER}/${phase}.json`, bytes);
  tell(phase, tasksOf(JSON.parse(bytes.toString()).traceEvents), seconds);
}

async function choose(label: string, option: string): Promise<void> {
  await comparison.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

await page.waitForTimeout(REST_MS);
console.log("| phase | s | tasks > 50 ms | longest, ms | longest in script, wall-clock ms |");
console.log("|---|---|---|---|---|");
await page.keyboard.press("6");
await trace("make candidates", async () => {
  await page.locator("[data-candidates]").click();
  await page.locator("[data-scenario]").nth(1).waitFor({ timeout: 600_000 });
  await page.locator("[data-busy=false]").waitFor({ state: "attached" });
});
await trace("open the comparison", async () => {
  await page.keyboard.press("7");
  await comparison.locator("[data-run]").waitFor();
});
await trace("compare three, 200 draws", async () => {
  await comparison.locator("[data-run]").click();
  await status("done");
});
for (const name of TABS) {
  await trace(`tab ${name}`, () => comparison.getByRole("tab", { name, exact: true }).click());
  if (name !== TABS[0]) continue;
  for (const mode of MAPS)
    await trace(`map ${mode}`, () => comparison.getByText(mode, { exact: true }).click());
}
await comparison.getByRole("tab", { name: "把握程度", exact: true }).click();
await page.waitForTimeout(REST_MS);
await trace(`start ${DRAWS} draws, cancel`, async () => {
  await choose("抽样次数", DRAWS);
  await status("running");
  await page.waitForTimeout(CANCEL_AFTER_MS);
  const asked = performance.now();
  await comparison.getByRole("button", { name: "停止" }).click();
  await status("stopped");
  console.log(`cancel took effect after ${(performance.now() - asked).toFixed(0)} ms`);
});
await trace(`${DRAWS} draws to the end`, async () => {
  await comparison.locator("[data-run]").click();
  await status("running");
  await status("done");
});
await trace("tabs while it runs", async () => {
  await comparison.locator("[data-run]").click();
  await status("running");
  for (const name of ["指标", "各小区得失", "收支", "把握程度"]) {
    await comparison.getByRole("tab", { name, exact: true }).click();
    await page.waitForTimeout(200);
  }
  await status("done");
});
await site.stop();
