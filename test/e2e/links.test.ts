import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite } from "./browser.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

const stat = (page: Page, label: string) =>
  page.locator("nav").getByText(label, { exact: true }).locator("xpath=following-sibling::*[1]");

/** The panel, with districts bounded by terrain, so that the blocks are only too far apart. */
async function openPanel(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "方案" }).click();
  await page.getByText("自然地形", { exact: true }).click();
  await page.getByRole("tab", { name: "邻接" }).click();
  await page.getByText("连通片与连接办法").waitFor();
}

describe("links", () => {
  it("names components with what would connect them, and shows the place", async () => {
    const { page, problems, close } = await site.open();
    await openPanel(page);
    await expect.poll(() => stat(page, "连通片").textContent()).toBe("3");
    const ways = page.getByRole("button", { name: /^查看连接处/ });
    expect(await ways.count()).toBe(3);
    await ways.first().click();
    const card = page.locator("aside");
    await card.getByText("超出间距：不算邻接").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("links by hand from the card, takes it back, and keeps it through a reload", async () => {
    const { page, close } = await site.open();
    await openPanel(page);
    await page
      .getByRole("button", { name: /^查看连接处/ })
      .first()
      .click();
    await page.locator("aside").getByRole("button", { name: "人工连接" }).click();
    await page.locator("aside").getByText("邻接：可划入同一片区").waitFor();
    await expect.poll(() => stat(page, "人工处理").textContent()).toBe("1");
    await page.keyboard.press("Control+z");
    await expect.poll(() => stat(page, "人工处理").textContent()).toBe("0");
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(() => stat(page, "人工处理").textContent()).toBe("1");
    await page.waitForTimeout(1500);
    await page.reload();
    await page.locator("tr[data-district]").first().waitFor();
    await openPanel(page);
    await expect.poll(() => stat(page, "人工处理").textContent()).toBe("1");
    await close();
  });

  it("cuts by keyboard alone, from a compound's list of neighbours", async () => {
    const { page, close } = await site.open();
    await page.locator("tr[data-district]").first().locator("button").click();
    await page.locator("aside li button").last().focus();
    await page.keyboard.press("Enter");
    const neighbours = page.locator("aside li button");
    await page.getByText("邻接小区").waitFor();
    const before = await neighbours.first().textContent();
    expect(before).toMatch(/间距 1[04](\.\d)? m · 隔一条巷道/);
    await neighbours.first().focus();
    await page.keyboard.press("Enter");
    await page.locator("aside").getByRole("button", { name: "人工断开" }).focus();
    await page.keyboard.press("Enter");
    await page
      .locator("aside")
      .getByText(/^人工断开 · /)
      .waitFor();
    const focused = page.locator(":focus");
    expect(await focused.textContent()).toBe("人工断开");
    expect(await focused.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("status").filter({ hasText: "已断开：" }).waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("tr[data-district] :focus").count()).toBe(1);
    await close();
  });

  it("a click on a drawn link opens its story", async () => {
    const { page, close } = await site.open();
    await page.locator("tr[data-district]").first().locator("button").click();
    await page.locator("aside li button").last().click();
    await page.locator("aside li button").filter({ hasText: "间距 10 m" }).first().click();
    await page.locator("aside").getByRole("button", { name: "在地图上定位" }).click();
    await page.getByRole("tab", { name: "邻接" }).click();
    await page.getByRole("switch", { name: "邻接关系" }).click({ force: true });
    await page.waitForTimeout(1500);
    const title = await page.locator("aside h2").first().textContent();
    await page.locator("aside").getByRole("button", { name: "关闭" }).click();
    const map = await page.locator("canvas").boundingBox();
    if (!map) throw new Error("no map");
    await page.mouse.click(map.x + 36 + (map.width - 36 - 372) / 2, map.y + map.height / 2);
    await expect.poll(() => page.locator("aside h2").first().textContent()).toBe(title);
    await close();
  });
});
