/**
 * How long the page takes from a stop to the plan: `npm run -s build && node --import tsx
 * test/bench/stop-page.ts`. The demo city by terrain with an effort that would run for minutes,
 * stopped after ever longer times, so that it is caught in search, bound and proof alike. Counted
 * from the click: until the worker's answer reached the page, until the page no longer says that it
 * plans, and until the new districts are drawn. Wall-clock.
 */
import type { Page } from "playwright-core";
import { startSite } from "../e2e/browser.ts";

/** From the start of a plan to the stop, s. */
const AFTER_S = process.argv.slice(2).map(Number);
const DEFAULT_AFTER_S = [0.3, 0.7, 1.1, 1.9, 2.7, 4.3, 6.1, 8.3, 11.7, 15.9, 20.3, 25.1];
const ITERATIONS = 100_000;

interface Seen {
  clicked: number;
  answered: number;
  quiet: number;
}

/** Runs in the page, before anything else: notes the click on stop, the worker's plan, the end. */
function watchPage(): void {
  const seen: Seen = { clicked: 0, answered: 0, quiet: 0 };
  Object.assign(window, { stopSeen: seen });
  const STOP = "停止并保留当前结果";
  document.addEventListener(
    "click",
    ({ target }) => {
      if ((target as Element).closest("button")?.textContent !== STOP) return;
      Object.assign(seen, { clicked: performance.now(), answered: 0, quiet: 0 });
    },
    { capture: true },
  );
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: never[]) {
    const { id, path } = (message ?? {}) as { id?: unknown; path?: readonly string[] };
    if (path?.[0] === "plan")
      this.addEventListener("message", ({ data }: MessageEvent) => {
        if (data?.id === id) seen.answered = performance.now();
      });
    return (post as (...given: unknown[]) => void).call(this, message, ...rest);
  };
  const look = () => {
    const planning = [...document.querySelectorAll("button")].some((b) => b.textContent === STOP);
    if (!planning && seen.clicked > 0 && seen.quiet === 0) seen.quiet = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const read = (page: Page): Promise<Seen> =>
  page.evaluate(() => (window as unknown as { stopSeen: Seen }).stopSeen);

const site = await startSite();
// The transpiler wraps named functions in a call that the page does not know.
const watch = `(() => { const __name = (named) => named; (${watchPage.toString()})(); })()`;
const { page } = await site.open({ demo: "shipped", before: watch });
await page.getByRole("tab", { name: "方案" }).click();
await page.getByText("自然地形", { exact: true }).click();
const effort = page.getByLabel("搜索强度");
await effort.fill(String(ITERATIONS));
await effort.press("Enter");
await page.waitForTimeout(2000);

console.log("| stopped after s | answer ms | no longer planning ms | drawn ms |");
console.log("| --- | --- | --- | --- |");
const answers: number[] = [];
for (const after of AFTER_S.length > 0 ? AFTER_S : DEFAULT_AFTER_S) {
  await page.getByRole("button", { name: "重新划分" }).click();
  await page.waitForTimeout(after * 1000);
  await page.getByRole("button", { name: "停止并保留当前结果" }).click();
  await page.locator("[data-busy=false]").waitFor({ state: "attached", timeout: 120_000 });
  const drawn = await page.evaluate(() => performance.now());
  const seen = await read(page);
  answers.push(seen.answered - seen.clicked);
  const cells = [seen.answered, seen.quiet, drawn].map((at) => (at - seen.clicked).toFixed(0));
  console.log(`| ${[after, ...cells].join(" | ")} |`);
  await page.waitForTimeout(1500);
}
answers.sort((a, b) => a - b);
console.log(
  `answer: median ${answers[answers.length >> 1]?.toFixed(0)} ms, longest ${answers.at(-1)?.toFixed(0)} ms`,
);
await site.stop();
