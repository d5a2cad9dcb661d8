import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite } from "./browser.ts";
import { type Hands, keysOf, middleOf, mouseOf } from "./hands.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

/** Strokes painted, so that thirty steps go back over them and some more. */
const STROKES = 26;
const MANY = 30;
const LOCKED = 11;

/** Nothing moves, and there is little to draw. */
const QUICK = { reducedMotion: "reduce", viewport: { width: 1180, height: 620 } } as const;

const rows = (page: Page) => page.locator("tr[data-district]");
const tally = (page: Page) => page.locator("[data-tally]");

/** Resolves when every change is kept and no other waits. */
async function settled(page: Page): Promise<void> {
  await page.locator("[data-mark=saved]").waitFor();
}

/** District of each compound by id, as the page exports it. */
async function readZoning(page: Page): Promise<Readonly<Record<string, string | null>>> {
  await settled(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: "小区 GeoJSON" }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const { features } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  await page.locator("[data-busy=false]").waitFor({ state: "attached" });
  // The menu leaves the focus on its button; the keys were on the map.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return Object.fromEntries(
    features.map(({ properties }: { properties: Record<string, string> }) => [
      properties.compound_id,
      properties.district_id,
    ]),
  );
}

const preview = (page: Page) => page.locator("aside").getByText("指标").first();

/** Two splits by a line, a merge, a border let go and dragged, a lock painted over, many strokes. */
async function edit(page: Page, hands: Hands) {
  const accept = async () => {
    await preview(page).waitFor();
    await hands.accept();
    await preview(page).waitFor({ state: "detached" });
  };
  const before = await rows(page).count();
  await hands.take("画线拆分");
  for (const block of [0, 1]) {
    await hands.draw([block * 260 + 50, -20], [block * 260 + 78, 290]);
    await accept();
    await expect.poll(() => rows(page).count()).toBe(before + 1 + block);
  }
  const split = await readZoning(page);
  await hands.merge("乙社区");
  await accept();
  await expect.poll(() => rows(page).count()).toBe(before + 1);

  // Puts the tool away, then the card of what was merged, which covers a part of the map.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  const merged = await readZoning(page);
  await hands.take("拖动边界");
  await hands.draw([65, 100], [150, 100], { letGo: true });
  expect(await preview(page).count()).toBe(0);
  expect(await readZoning(page)).toEqual(merged);
  await hands.draw([65, 100], [150, 100]);
  await accept();
  const dragged = await readZoning(page);
  expect(dragged).not.toEqual(merged);

  await hands.lock(LOCKED);
  await hands.take("画笔");
  await hands.draw(middleOf(9), middleOf(11));
  await expect.poll(() => tally(page).count()).toBe(0);
  const painted = await readZoning(page);
  expect(painted.C011).toBe(dragged.C011);
  expect(painted.C010).toBe(painted.C009);
  expect(painted.C011).not.toBe(painted.C010);
  for (let k = 0; k < STROKES; k++) await hands.draw(middleOf(k % 2 === 0 ? 8 : 6), middleOf(7));
  return { split, final: await readZoning(page) };
}

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => {});
  await gone;
}

describe.each([
  ["mouse", mouseOf],
  ["keyboard", keysOf],
] as const)("a planner's day by %s", (_, handsOf) => {
  it("[S24] [S25] [S30] ends in the same state through undo, redo, a reload and a killed page", async () => {
    const { page, problems, again, close } = await site.open(QUICK);
    const { split, final } = await edit(page, await handsOf(page));
    const hands = await handsOf(page);
    await hands.undo(MANY);
    expect(await readZoning(page)).toEqual(split);
    await hands.redo(MANY);
    expect(await readZoning(page)).toEqual(final);

    await hands.undo(10);
    const middle = await readZoning(page);
    await page.reload();
    await rows(page).first().waitFor();
    expect(await readZoning(page)).toEqual(middle);
    const reloaded = await handsOf(page);
    await reloaded.redo(10);
    expect(await readZoning(page)).toEqual(final);
    expect(problems).toEqual([]);

    await reloaded.undo(5);
    await settled(page);
    await reloaded.take("画笔");
    // A stroke that is begun and never ended: the page is killed under it.
    await reloaded.draw(middleOf(8), middleOf(7), { halfway: true });
    await tally(page).waitFor();
    await crash(page);
    const next = await again();
    const revived = await handsOf(next.page);
    await revived.redo(5);
    expect(await readZoning(next.page)).toEqual(final);
    expect(next.problems).toEqual([]);
    await close();
  }, 600_000);
});
