import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite } from "./browser.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

const rows = (page: Page) => page.locator("tr[data-district]");
const selectedRow = (page: Page) => page.locator("tr[data-district][aria-selected=true]");

/** The middle of the map that the details do not cover, where a selection is zoomed to. */
async function freeMiddle(page: Page): Promise<{ x: number; y: number }> {
  const map = await page.locator("canvas").boundingBox();
  const card = await page.locator("aside").boundingBox();
  if (!map || !card) throw new Error("no map or no card");
  return { x: (map.x + 36 + card.x - 12) / 2, y: map.y + map.height / 2 };
}

/** Waits until the map has stopped moving, however slow the machine. */
async function waitUntilStill(page: Page): Promise<void> {
  let before = "";
  const isStill = async () => {
    const now = (await page.locator("canvas").screenshot()).toString("base64");
    const same = now === before;
    before = now;
    return same;
  };
  await expect.poll(isStill, { timeout: 30_000, interval: 1000 }).toBe(true);
}

describe("keys", () => {
  it("leaves letters and Backspace to the field that is typed in", async () => {
    const { page, close } = await site.open();
    const search = page.getByRole("textbox", { name: "按名称或社区查找" });
    await search.focus();
    await page.keyboard.type("magnq?1");
    await page.keyboard.press("Backspace");
    expect(await search.inputValue()).toBe("magnq?");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await close();
  });

  for (const locale of ["zh-CN", "en-US"]) {
    it(`opens the shortcuts with ? wherever the focus is (${locale})`, async () => {
      const { page, close } = await site.open({ locale });
      const places = [page.locator("body"), page.locator("canvas"), rows(page).locator("button")];
      for (const place of places) {
        await place.first().focus();
        await page.keyboard.press("Shift+Slash");
        await page.getByRole("dialog").waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }
      await close();
    });
  }
});

describe("first hands", () => {
  it("selects from the table on the map, and from the map in the table", async () => {
    const { page, problems, close } = await site.open();
    const name = await rows(page).nth(1).locator("button").textContent();
    await rows(page).nth(1).locator("button").click();
    expect(await page.locator("aside h2").first().textContent()).toContain(name);
    await page.waitForTimeout(1500);
    await waitUntilStill(page);
    const middle = await freeMiddle(page);
    await page.keyboard.press("Escape");
    await selectedRow(page).waitFor({ state: "detached" });
    await page.mouse.click(middle.x, middle.y);
    await selectedRow(page).waitFor();
    expect(await selectedRow(page).locator("button").textContent()).toBe(name);
    expect(problems).toEqual([]);
    await close();
  });

  it("merges two districts, takes it back and does it again", async () => {
    const { page, close } = await site.open();
    const before = await rows(page).count();
    await rows(page).nth(0).locator("input").click();
    await rows(page).nth(1).locator("input").click();
    await page.getByRole("button", { name: "合并", exact: true }).click();
    await page.getByRole("complementary", { name: /合并/ }).waitFor();
    expect(await rows(page).count()).toBe(before);
    await page.keyboard.press("Enter");
    await expect.poll(() => rows(page).count()).toBe(before - 1);
    await page.keyboard.press("Control+z");
    await expect.poll(() => rows(page).count()).toBe(before);
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(() => rows(page).count()).toBe(before - 1);
    await close();
  });

  it("moves a compound to a new district", async () => {
    const { page, close } = await site.open();
    const before = await rows(page).count();
    await rows(page).first().locator("button").click();
    await page.locator("aside li button").last().click();
    await page.getByRole("combobox", { name: "移至…" }).click();
    await page.getByRole("option", { name: "新建片区" }).click();
    await expect.poll(() => rows(page).count()).toBe(before + 1);
    await close();
  });

  it("duplicates a scenario and compares the two", async () => {
    const { page, close } = await site.open();
    await page.getByRole("tab", { name: "情景" }).click();
    await page.getByRole("button", { name: /^复制/ }).click();
    await page.getByRole("button", { name: "比较方案" }).first().click();
    await page.getByRole("button", { name: "开始比较" }).click();
    const table = page.getByRole("table").first();
    await table.waitFor();
    // the figure, the scenario, its copy and today
    expect(await table.locator("thead th").count()).toBe(4);
    expect(await table.locator("tbody tr").count()).toBeGreaterThan(10);
    await close();
  });

  it("estimates anew when an assumption changes, and says that the plan is stale", async () => {
    const { page, close } = await site.open();
    const totals = () =>
      page
        .getByText(/年净成本 .*元/)
        .first()
        .textContent();
    const before = await totals();
    await page.getByRole("tab", { name: "测算" }).click();
    const fee = page.getByRole("textbox", { name: /^划片后物业费/ });
    await fee.fill("0.9");
    await fee.press("Enter");
    await page.getByRole("tab", { name: "片区" }).click();
    await expect.poll(totals).not.toBe(before);
    await page.getByRole("tab", { name: "方案" }).click();
    const notice = page.getByRole("alert").filter({ hasText: "参数已修改" });
    await notice.waitFor();
    const cut = await notice.evaluate((box) => box.scrollHeight - box.clientHeight);
    expect(cut).toBeLessThanOrEqual(1);
    await page.getByText("不再适用").waitFor();
    await close();
  });

  it("tells of a limit that nothing can meet as soon as it is set", async () => {
    const { page, close } = await site.open();
    await page.getByRole("tab", { name: "方案" }).click();
    const least = page.getByRole("textbox", { name: "户数下限（户）" });
    await least.fill("900000");
    await least.press("Enter");
    await page.getByRole("alert").filter({ hasText: "900000" }).first().waitFor();
    await page.getByRole("button", { name: "重新划分" }).click();
    await page.getByText("没有可行的片区").waitFor();
    await close();
  });

  it("says so when a search finds no district, and keeps the order", async () => {
    const { page, close } = await site.open();
    await page.getByRole("button", { name: "户数", exact: true }).click();
    const first = await rows(page).first().textContent();
    const search = page.getByRole("textbox", { name: "按名称或社区查找" });
    await search.fill("没有这个名称");
    await page.getByText("没有符合条件的片区").waitFor();
    await search.press("ControlOrMeta+a");
    await search.press("Backspace");
    await rows(page).first().waitFor();
    expect(await rows(page).first().textContent()).toBe(first);
    await close();
  });
});
