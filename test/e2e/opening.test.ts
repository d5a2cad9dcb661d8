import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite } from "./browser.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

describe("opening the page", () => {
  it("shows the demo city with districts proposed, says it is synthetic and asks nobody else", async () => {
    const { page, problems, strangers, close } = await site.open({ demo: "shipped" });
    expect(await page.locator("tr[data-district]").count()).toBeGreaterThan(5);
    expect(await page.locator("header").textContent()).toContain("合成示例数据");
    expect(await page.locator("canvas").count()).toBe(1);
    expect(problems).toEqual([]);
    expect(strangers).toEqual([]);
    await close();
  });

  it("speaks the browser's language and changes it on request, for the next visit too", async () => {
    const { page, close } = await site.open({ locale: "en-GB" });
    expect(await page.getByRole("tab").allInnerTexts()).toEqual([
      "Data",
      "Links",
      "Plan",
      "Districts",
      "Estimate",
      "Scenarios",
    ]);
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("tab", { name: "片区" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.reload();
    await page.getByRole("tab", { name: "片区" }).waitFor();
    await close();
  });

  it("draws the city again when the graphics card was lost", async () => {
    const { page, problems, close } = await site.open();
    const canvas = page.locator("canvas.maplibregl-canvas");
    const drawn = async () => (await canvas.screenshot()).toString("base64");
    const settled = async (isDone: (picture: string) => boolean) => {
      for (let left = 60; left > 0; left--) {
        const picture = await drawn();
        if (isDone(picture)) return picture;
        await page.waitForTimeout(500);
      }
      throw new Error("the map did not come to that");
    };
    let last = "";
    const before = await settled((picture) => {
      const isStill = picture === last;
      last = picture;
      return isStill;
    });
    const lose = (method: "loseContext" | "restoreContext") =>
      canvas.evaluate((element, name) => {
        const gl = (element as HTMLCanvasElement).getContext("webgl2");
        const held = window as unknown as { lost?: WEBGL_lose_context | null };
        held.lost ??= gl?.getExtension("WEBGL_lose_context") ?? null;
        held.lost?.[name]();
      }, method);
    await lose("loseContext");
    await settled((picture) => picture !== before);
    await lose("restoreContext");
    await settled((picture) => picture === before);
    expect(problems).toEqual([]);
    await close();
  });

  it("brings the last project back with its edits", async () => {
    const { page, close } = await site.open();
    await page.locator("tr[data-district] button").first().click();
    await page.getByRole("button", { name: "改名" }).click();
    await page.getByRole("textbox", { name: "片区名称" }).fill("试点片区");
    await page.keyboard.press("Enter");
    await page.locator("tr[data-district]", { hasText: "试点片区" }).waitFor();
    await page.waitForTimeout(1500);
    await page.reload();
    await page.locator("tr[data-district]", { hasText: "试点片区" }).waitFor();
    await close();
  });
});
