import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dropFiles, type Site, startSite } from "./browser.ts";
import { buildLedgerFile, buildPlotsFile, buildPointsFile, buildRoadFile } from "./intake-files.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

/** Waits until files were read and planned. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.locator("[data-busy=false]").waitFor({ state: "attached", timeout: 60_000 });
}

async function openData(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "数据" }).click();
}

async function openFile(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `核对文件 ${name}` }).click();
}

/** A part of the file by keyboard: from the one chosen on, rightwards. */
async function openPart(page: Page, name: string): Promise<void> {
  const part = page.getByRole("radio", { name, exact: true });
  await part.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => part.isChecked()).toBe(true);
}

async function back(page: Page): Promise<void> {
  await page.getByRole("button", { name: "返回文件列表" }).click();
}

const PLOTS = "小区红线.zip/city.shp";
const LEDGER = "老旧小区台账.xlsx";

describe("files as bureaus have them", () => {
  it("[I56][I59][I61] a column, a doubtful row and coordinates are decided, and found again", async () => {
    const { page, problems, close } = await site.open();
    await dropFiles(page, [buildPlotsFile(), buildLedgerFile(), buildRoadFile()]);
    await settle(page);
    await openData(page);
    await page.getByText("2 行待核对").waitFor();
    await page.getByText("坐标待确认").waitFor();

    await openFile(page, LEDGER);
    await page.getByText("已关联 4 行，待核对 2 行，未关联 2 行；8 个小区没有台账。").waitFor();
    const doubtful = page.getByRole("radiogroup", { name: "锦绣花园: 这一行对应哪个小区" });
    await doubtful.getByRole("radio", { name: /锦绣花园一期/ }).check();
    const stranger = page.getByRole("radiogroup", { name: "北浦二小区: 这一行对应哪个小区" });
    await stranger.getByRole("radio", { name: "不关联任何小区" }).check();
    await page.getByText("2 处改动尚未应用").waitFor();
    await page.getByRole("button", { name: "应用并重新读取" }).click();
    await settle(page);
    await page.getByText("已关联 5 行，待核对 0 行，未关联 2 行；7 个小区没有台账。").waitFor();

    await openPart(page, "字段");
    await page.getByText(/联系电话/).waitFor();
    expect(await page.getByText("13887812345").count()).toBe(0);
    const field = page.getByRole("combobox", { name: "实有住家: 读作" });
    await field.click();
    await page.getByRole("option", { name: "户数", exact: true }).click();
    await page.getByRole("button", { name: "应用并重新读取" }).click();
    await settle(page);
    await expect
      .poll(() => page.getByRole("combobox", { name: "实有住家: 读作" }).inputValue())
      .toBe("户数");
    await back(page);

    await openFile(page, PLOTS);
    await page.getByRole("radio", { name: /CGCS2000 经纬度/ }).check();
    await page.getByRole("button", { name: "确认此坐标系" }).click();
    await settle(page);
    await page.getByText("已确认：CGCS2000 经纬度 · EPSG:4490").waitFor();

    await page.waitForTimeout(500);
    await page.reload();
    await page.locator("tr[data-district]").first().waitFor({ timeout: 60_000 });
    await settle(page);
    await openData(page);
    expect(await page.getByText("坐标待确认").count()).toBe(0);
    await openFile(page, PLOTS);
    await openPart(page, "坐标");
    await page.getByText("已确认：CGCS2000 经纬度 · EPSG:4490").waitFor();
    await back(page);
    await openFile(page, LEDGER);
    await openPart(page, "关联");
    await page.getByText("已关联 5 行，待核对 0 行，未关联 2 行；7 个小区没有台账。").waitFor();
    await page.getByRole("region", { name: "台账与小区的关联" }).press("End");
    await page.getByText("对应 锦绣花园一期（人工决定）").waitFor();
    await page.getByRole("heading", { name: "已定为不关联 · 1" }).waitFor();
    await openPart(page, "字段");
    const kept = page.getByRole("combobox", { name: "实有住家: 读作" });
    expect(await kept.inputValue()).toBe("户数");
    expect(problems).toEqual([]);
    await close();
  });

  it("offers what was corrected before when the same headers come again", async () => {
    const { page, close } = await site.open();
    await dropFiles(page, [buildPlotsFile(), buildLedgerFile()]);
    await settle(page);
    await openData(page);
    await openFile(page, LEDGER);
    await openPart(page, "字段");
    await page.getByRole("combobox", { name: "实有住家: 读作" }).click();
    await page.getByRole("option", { name: "户数", exact: true }).click();
    await page.getByRole("button", { name: "应用并重新读取" }).click();
    await settle(page);
    await dropFiles(page, [buildPlotsFile(), buildLedgerFile()]);
    await settle(page);
    await back(page);
    await page.getByText("以前对表头相同的文件改正过 1 列，要照用吗？").waitFor();
    await page.getByRole("button", { name: "照用" }).click();
    await settle(page);
    await openFile(page, LEDGER);
    await openPart(page, "字段");
    expect(await page.getByRole("combobox", { name: "实有住家: 读作" }).inputValue()).toBe("户数");
    await close();
  });

  it("[I61] points of an internet map fall into place once their system is confirmed", async () => {
    const { page, close } = await site.open();
    await dropFiles(page, [buildPlotsFile(), buildPointsFile()]);
    await settle(page);
    await openData(page);
    await openFile(page, "地图点位.csv");
    await page.getByText(/^已关联 0 行/).waitFor();
    await openPart(page, "坐标");
    const code = page.getByRole("textbox", { name: "其他 EPSG 代码" });
    await code.fill("99999");
    await page.getByRole("button", { name: "查看位置" }).click();
    await page.getByRole("alert").filter({ hasText: "不认识 EPSG:99999" }).waitFor();
    await code.fill("EPSG:4326");
    await code.press("Enter");
    const named = page.getByRole("radio", { name: /WGS 84 经纬度/ });
    await named.waitFor();
    expect(await named.isChecked()).toBe(true);
    expect(await page.getByText("已确认").count()).toBe(0);
    await page.getByRole("radio", { name: /GCJ-02/ }).check();
    await page.getByRole("button", { name: "确认此坐标系" }).click();
    await settle(page);
    await page.getByText("已确认：火星坐标 GCJ-02（高德、腾讯）").waitFor();
    await openPart(page, "关联");
    await page.getByText("坐标落在其范围内").first().waitFor();
    await page.getByRole("combobox", { name: "文件内容" }).click();
    await page.getByRole("option", { name: "通道" }).click();
    await settle(page);
    expect(await page.getByText("坐标落在其范围内").count()).toBe(0);
    await page.getByRole("button", { name: "移除文件 地图点位.csv" }).click();
    await settle(page);
    expect(await page.locator("li", { hasText: "地图点位.csv" }).count()).toBe(0);
    await page.locator("li", { hasText: "小区红线.zip" }).first().waitFor();
    await close();
  });
});
