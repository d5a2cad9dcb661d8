import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../cli/cli-fixture.ts";
import { type Site, startSite } from "./browser.ts";

let site: Site;
const folder = mkdtempSync(join(tmpdir(), "pianqu-compare-"));
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site?.stop();
});

const IDLE = "[data-busy=false]";

/** One click, and waits until the candidates are there. */
async function findCandidates(page: Page): Promise<void> {
  await page.keyboard.press("6");
  await page.locator("[data-candidates]").click();
  await page.locator("[data-scenario]").nth(1).waitFor({ timeout: 120_000 });
  await page.locator(IDLE).waitFor({ state: "attached" });
}

async function compare(page: Page): Promise<void> {
  await page.keyboard.press("7");
  await page.locator("[data-compare] [data-run]").click();
  await page.locator("[data-status=done]").waitFor({ timeout: 60_000 });
}

async function download(page: Page, click: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent("download"), click()]);
  const path = join(folder, `${Math.random()}-${file.suggestedFilename()}`);
  await file.saveAs(path);
  return { name: file.suggestedFilename(), path };
}

const section = (page: Page, name: string) =>
  page.locator("[data-compare]").getByRole("tab", { name, exact: true }).click();

describe("comparing in the page", () => {
  it("proposes candidates in one click, compares three, and saves what the command line prints", async () => {
    const { page, problems, close } = await site.open({ locale: "en-GB" });
    await findCandidates(page);
    const counts = async () => ({
      scenarios: await page.locator("[data-scenario]").count(),
      notes: await page.locator("[data-scenario] p").count(),
    });
    const withoutNote = async () => (await counts()).scenarios - (await counts()).notes;
    await expect.poll(withoutNote).toBe(1);
    expect((await counts()).scenarios).toBeGreaterThanOrEqual(3);
    const notes = await page.locator("[data-scenario] p").allTextContents();
    for (const note of notes) expect(note).toMatch(/Strong|middle/);
    await compare(page);
    const columns = page.locator("[data-compare] table thead").last().locator("th");
    expect(await columns.count()).toBe(1 + 3 + 1);
    const saved = await download(page, () =>
      page.getByRole("button", { name: "Save the comparison (JSON)" }).click(),
    );
    const chosen = await page.locator("[data-compare] input[type=checkbox]").all();
    const isChosen = await Promise.all(chosen.map((one) => one.isChecked()));
    const compared = [...isChosen.keys()].filter((k) => isChosen[k]);
    expect(compared).toHaveLength(3);
    await page.getByRole("button", { name: "Back to the map" }).click();
    const paths: string[] = [];
    for (const k of compared) {
      await page.locator("[data-scenario] button[aria-current]").nth(k).click();
      await page.getByRole("button", { name: "Export", exact: true }).click();
      const { path } = await download(page, () =>
        page.getByRole("menuitem", { name: "Scenario file" }).click(),
      );
      paths.push(path);
    }
    const { code, stdout } = await run(["compare", ...paths, "--json"], "en");
    expect(code).toBe(0);
    expect(readFileSync(saved.path, "utf8")).toBe(stdout);
    expect(problems).toEqual([]);
    await close();
  });

  it("shows every section without a fault; weights change the winner or it says that none does", async () => {
    const { page, problems, close } = await site.open();
    await findCandidates(page);
    await compare(page);
    for (const name of ["地图", "归属变动", "各小区得失", "收支", "把握程度", "分步实施"]) {
      await section(page, name);
      const panel = page.getByRole("tabpanel", { name, exact: true });
      await panel.waitFor();
      expect(await panel.textContent()).not.toContain("尚未算出");
      expect(await panel.textContent()).not.toBe("");
    }
    await section(page, "权重");
    await page.locator("[data-winner]").waitFor();
    const switches = page.locator("[data-switches]");
    const told = (await switches.textContent()) ?? "";
    const isStable = (await switches.getAttribute("data-switches")) === "0";
    expect(told).toMatch(isStable ? /都不变/ : /低于.*最高/);
    const slider = page.getByRole("slider", { name: "“跨越社区界线”的权重" });
    await slider.focus();
    await page.keyboard.press("End");
    expect(await slider.getAttribute("aria-valuenow")).toBe("5");
    await page.locator("[data-winner]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("[data-compare]").waitFor({ state: "detached" });
    expect(problems).toEqual([]);
    await close();
  });

  it("saves the brief and pictures for slides", async () => {
    const { page, problems, close } = await site.open();
    await findCandidates(page);
    await compare(page);
    await section(page, "上会材料");
    const brief = await download(page, () =>
      page.getByRole("button", { name: "保存汇报材料" }).click(),
    );
    expect(brief.name).toBe("brief.html");
    const text = readFileSync(brief.path, "utf8");
    expect(text).toContain("一区一策");
    expect(text.match(/class="page"/g)?.length).toBeGreaterThan(4);
    await page.locator(IDLE).waitFor({ state: "attached" });
    const picture = await download(page, () =>
      page.getByRole("button", { name: "保存 PNG" }).click(),
    );
    const bytes = readFileSync(picture.path);
    expect([...bytes.subarray(1, 4)].map((one) => String.fromCharCode(one)).join("")).toBe("PNG");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
    expect(problems).toEqual([]);
    await close();
  });

  it("a locked scenario says why it does not change; its log tells what was done", async () => {
    const { page, problems, close } = await site.open();
    await page.keyboard.press("6");
    const more = page.getByRole("button", { name: /更多操作/ }).first();
    await more.click();
    await page.getByRole("menuitem", { name: "锁定", exact: true }).click();
    await page.locator("[data-scenario]").getByText("已锁定").waitFor();
    await page.keyboard.press("4");
    await page.locator("tr[data-district] button").first().click();
    await page.keyboard.press("q");
    await page.getByText("已锁定，请先解除锁定").waitFor();
    await page.keyboard.press("6");
    await more.click();
    await page.getByRole("menuitem", { name: "变动记录" }).click();
    await page.getByRole("dialog").getByText("锁定").first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});
