import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endlessFile } from "../fuzz/hostile-files.ts";
import { dropFiles, type Site, startSite } from "./browser.ts";
import { buildBrokenFile, HOSTILE_NAME } from "./small-city.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

describe("files in and out", () => {
  it("opens a dropped file, lists the broken feature and loads the rest", async () => {
    const { page, problems, close } = await site.open();
    await dropFiles(page, [{ name: "片区数据.geojson", text: buildBrokenFile() }]);
    await page.getByRole("tab", { name: "数据" }).click();
    await page.getByText("片区数据.geojson").first().waitFor();
    await page.getByText("2 / 3").waitFor();
    await page.getByRole("heading", { name: /错误 · 1/ }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("says so in words when a file is no data at all", async () => {
    const { page, close } = await site.open();
    await dropFiles(page, [{ name: "compounds.geojson", text: '{"type":"FeatureColl' }]);
    await page.getByRole("heading", { name: "文件中没有可用的小区" }).waitFor();
    await page.getByRole("heading", { name: /错误/ }).waitFor();
    await close();
  });

  it("[I77] a workbook that is read without end can be stopped, and costs no other file", async () => {
    const { page, problems, close } = await site.open();
    await dropFiles(page, [endlessFile()]);
    await page.getByRole("button", { name: "取消读取" }).click();
    await page.getByRole("button", { name: "取消读取" }).waitFor({ state: "detached" });
    await page.getByRole("tab", { name: "数据" }).click();
    expect(await page.getByText("endless.xls").count()).toBe(0);
    await dropFiles(page, [endlessFile(), { name: "片区数据.geojson", text: buildBrokenFile() }]);
    await page.getByText(/^endless\.xls 未读取.*已停止。$/).waitFor({ timeout: 90_000 });
    await page.getByText("2 / 3").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("shows names from files as text, whatever is in them", async () => {
    const { page, problems, close } = await site.open();
    const row = page.locator("tr[data-district]").filter({ hasText: "甲社区" }).first();
    await row.locator("button").click();
    await page.locator("aside li button", { hasText: "onerror" }).click();
    expect(await page.locator("aside h2").first().textContent()).toBe(HOSTILE_NAME);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(problems).toEqual([]);
    await close();
  });

  it("exports four files", async () => {
    const { page, close } = await site.open();
    const names: string[] = [];
    page.on("download", (download) => names.push(download.suggestedFilename()));
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: "全部文件" }).click();
    await expect.poll(() => names.length, { timeout: 20_000 }).toBe(4);
    expect(names.sort()).toEqual([
      "compounds.geojson",
      "districts.geojson",
      "report.json",
      "scenario.pianqu.json",
    ]);
    await close();
  });
});
