import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite } from "./browser.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

const card = (page: Page) => page.locator("aside");
const dialog = (page: Page) => page.getByRole("dialog");
const unfold = (page: Page, title: string) =>
  page.locator("summary").filter({ hasText: title }).first().click();

async function openFirstDistrict(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "片区" }).click();
  await page.locator("tr[data-district] button").first().click();
  await card(page).waitFor();
}

/** The figure beside a label of the card. */
const figure = (page: Page, label: string) =>
  card(page)
    .locator("dt", { hasText: new RegExp(`^${label}$`) })
    .first()
    .locator("xpath=following-sibling::dd[1]");

describe("money", () => {
  it("another service level changes every estimate, and one district may have its own", async () => {
    const { page, problems, close } = await site.open();
    await openFirstDistrict(page);
    const basic = await figure(page, "年净成本").textContent();
    await page.getByRole("tab", { name: "测算" }).click();
    await page.getByRole("radio", { name: /^托底/ }).click({ force: true });
    await expect.poll(() => figure(page, "年净成本").textContent()).not.toBe(basic);
    await page.getByText("服务等级全市").waitFor();
    await unfold(page, "本片区单独设定");
    await card(page).getByText("基本", { exact: true }).first().click();
    await card(page).getByText("已设 1 项").waitFor();
    await expect
      .poll(() => figure(page, "年净成本").textContent())
      .toContain((basic ?? "").split("元")[0]);
    await page.getByRole("button", { name: /^还原：片区/ }).click();
    await card(page).getByText("已设 1 项").waitFor({ state: "detached" });
    expect(problems).toEqual([]);
    await close();
  });

  it("a value set for the city is listed and taken back with one click", async () => {
    const { page, close } = await site.open();
    await page.getByRole("tab", { name: "测算" }).click();
    const fee = page.getByRole("textbox", { name: /^划片后物业费/ });
    await fee.fill("0.9");
    await fee.press("Enter");
    await page.getByText("0.5 改为 0.9").waitFor();
    await page.getByRole("button", { name: /^还原：全市/ }).click();
    await page.getByText("尚无改动").waitFor();
    expect(await fee.inputValue()).toBe("0.5");
    await close();
  });

  it("opens a figure down to a ledger cell, and Escape leaves the card open", async () => {
    const { page, problems, close } = await site.open();
    await openFirstDistrict(page);
    await card(page).getByText("收支相抵的概率").waitFor();
    await card(page).getByRole("button", { name: "年净成本" }).click();
    await dialog(page).getByRole("button", { name: "收入合计" }).click();
    await dialog(page).getByRole("button", { name: "物业费收入" }).click();
    await dialog(page).getByText("划片 2–3 年后的收缴率").waitFor();
    await dialog(page).getByRole("button", { name: "物业费应收" }).click();
    const cell = dialog(page)
      .getByRole("row", { name: /建筑面积.*台账/ })
      .first();
    await cell.waitFor();
    await dialog(page).getByRole("button", { name: "收入合计" }).click();
    await dialog(page).getByText("物业费 + 停车").waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await card(page).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("loads an assumption set, says what is wrong in it, and saves one", async () => {
    const { page, close } = await site.open();
    await page.getByRole("tab", { name: "测算" }).click();
    const set = {
      format: "pianqu-assumptions",
      version: 1,
      id: "local",
      name: { zh: "本地报价", en: "local quotes" },
      entries: { fee_plan: { value: 0.8, source: "本地报价单", year: 2025 }, odd: { value: 1 } },
    };
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: "local.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(set)),
      });
    await page.getByText("local.json 有 1 处问题").waitFor();
    await page.getByText("没有名为 odd 的测算参数").waitFor();
    const chooser = page.getByRole("combobox", { name: "选用参数集" });
    expect(await chooser.inputValue()).toBe("本地报价");
    expect(await page.getByRole("textbox", { name: /^划片后物业费/ }).inputValue()).toBe("0.8");
    await page.getByText("来源：本地报价单").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "保存空白表" }).click();
    expect((await download).suggestedFilename()).toBe("assumptions-blank.json");
    await close();
  });

  it("says what the whole plan comes to and how likely it pays", async () => {
    const { page, close } = await site.open();
    await page.getByRole("tab", { name: "方案" }).click();
    await page.getByText("全部片区合计相抵的概率").waitFor();
    await page
      .getByText(/^\d+ 个中 \d+ 个$/)
      .first()
      .waitFor();
    await close();
  });
});
