import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite, waitUntilPlanned } from "./browser.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

const rows = (page: Page) => page.locator("tr[data-district]");
const trouble = (page: Page, what: string) => page.locator(`[data-trouble=${what}]`);
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const saved = (page: Page) => page.locator("[data-mark=saved]").waitFor();

/** Makes a district of the first compound of the first district. */
async function edit(page: Page): Promise<void> {
  await rows(page).first().locator("button").click();
  await page.locator("aside li button").last().click();
  await page.locator("#assign-to").waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("n");
}

/** Storage that is full while `window.isFull` is set. */
function fillStorage(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    if ((window as { isFull?: boolean }).isFull)
      throw new DOMException("no room is left", "QuotaExceededError");
    return put.apply(this, given);
  };
}

const setFull = (page: Page, isFull: boolean) =>
  page.evaluate((full) => Object.assign(window, { isFull: full }), isFull);

describe("nothing is lost", () => {
  it("[S27] a second page only shows the project until it takes it over; the first is told", async () => {
    const { page, again, close } = await site.open();
    const before = await rows(page).count();
    const second = await again();
    await trouble(second.page, "elsewhere").waitFor();
    await edit(second.page);
    expect(await rows(second.page).count()).toBe(before);
    await edit(page);
    await expect.poll(() => rows(page).count()).toBe(before + 1);
    await saved(page);
    await button(second.page, "接管编辑").click();
    await trouble(second.page, "elsewhere").waitFor({ state: "detached" });
    await expect.poll(() => rows(second.page).count()).toBe(before + 1);
    await trouble(page, "elsewhere").waitFor();
    await second.page.keyboard.press("Control+z");
    await expect.poll(() => rows(second.page).count()).toBe(before);
    await close();
  });

  it("[S26] full storage is said, edits wait, the file has the last change, and a retry keeps all", async () => {
    const { page, close } = await site.open({ before: fillStorage });
    const before = await rows(page).count();
    await saved(page);
    await setFull(page, true);
    await edit(page);
    await trouble(page, "full").waitFor();
    await expect.poll(() => rows(page).count()).toBe(before + 1);
    await page.keyboard.press("Control+z");
    expect(await rows(page).count()).toBe(before + 1);

    const download = page.waitForEvent("download");
    await trouble(page, "full").getByRole("button", { name: "导出项目文件" }).click();
    const stream = await (await download).createReadStream();
    let text = "";
    for await (const chunk of stream) text += chunk;
    const [snapshot] = JSON.parse(text).snapshots;
    expect(JSON.parse(snapshot.text).zoning.districts).toHaveLength(before + 1);

    await setFull(page, false);
    await button(page, "重试保存").click();
    await trouble(page, "full").waitFor({ state: "detached" });
    await saved(page);
    await page.reload();
    await waitUntilPlanned(page);
    await expect.poll(() => rows(page).count()).toBe(before + 1);
    await close();
  });

  it("[S34] projects are copied, deleted and brought back, exported and imported as one file", async () => {
    const { page, problems, close } = await site.open();
    await saved(page);
    await page.locator("header [aria-haspopup=dialog]").click();
    const dialog = page.getByRole("dialog");
    const projects = dialog.locator("[data-project]");
    await expect.poll(() => projects.count()).toBe(1);
    await dialog.getByRole("button", { name: /^复制/ }).click();
    await expect.poll(() => projects.count()).toBe(2);
    const copy = dialog.locator('[data-project][data-open="false"]');
    await copy.getByRole("button", { name: /^删除/ }).click();
    await copy.getByText("已删除").waitFor();
    await copy.getByRole("button", { name: "撤销删除" }).click();
    await copy.getByText("已删除").waitFor({ state: "detached" });

    const download = page.waitForEvent("download");
    await copy.getByRole("button", { name: /^导出项目文件/ }).click();
    const path = await (await download).path();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      button(page, "导入项目文件").click(),
    ]);
    await chooser.setFiles(path);
    await dialog.waitFor({ state: "detached" });
    await page.locator("[data-busy=false]").waitFor({ state: "attached" });
    await page.locator("header [aria-haspopup=dialog]").click();
    await expect.poll(() => projects.count()).toBe(3);
    expect(problems).toEqual([]);
    await close();
  });

  it("[S34] a project is named by mouse and by keyboard; Escape leaves its name; it has it after a reload", async () => {
    const { page, problems, close } = await site.open();
    await saved(page);
    const opener = page.locator("header [aria-haspopup=dialog]");
    const dialog = page.getByRole("dialog");
    const pencil = dialog.getByRole("button", { name: /^改名/ });
    const field = dialog.getByRole("textbox", { name: "项目名称" });
    const shows = (name: string) =>
      Promise.all([
        dialog.locator("[data-project]").getByText(name, { exact: true }).waitFor(),
        opener.getByText(name, { exact: true }).waitFor(),
      ]);
    await opener.click();
    await pencil.click();
    await field.fill("城东片区");
    await dialog.getByRole("heading", { name: "项目" }).click();
    await shows("城东片区");

    await pencil.focus();
    await page.keyboard.press("Enter");
    await field.waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("never");
    await page.keyboard.press("Escape");
    await field.waitFor({ state: "detached" });
    await shows("城东片区");

    await pencil.focus();
    await page.keyboard.press("Enter");
    await field.waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("城西片区");
    await page.keyboard.press("Enter");
    await shows("城西片区");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await saved(page);

    await page.reload();
    await waitUntilPlanned(page);
    await opener.getByText("城西片区", { exact: true }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
