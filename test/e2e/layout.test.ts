import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite } from "./browser.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const TABS = [0, 1, 2, 3, 4];

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Serious and critical faults of accessibility, as axe finds them. */
async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = (await page.evaluate("axe.run()")) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

describe("layout", () => {
  it("fits a phone without sideways scrolling, with targets a finger can hit", async () => {
    const { page, close } = await site.open(PHONE);
    for (const tab of TABS) {
      await page.getByRole("tab").nth(tab).click();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    }
    const heights = await page
      .locator("header button, nav [role=tab], main button")
      .evaluateAll((all) =>
        all.map((element) => element.getBoundingClientRect().height).filter((height) => height > 0),
      );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(40);
    await close();
  });

  it("shows the details of a district in the sheet on a phone", async () => {
    const { page, close } = await site.open(PHONE);
    await page.getByRole("tab", { name: "片区" }).click();
    await page.locator("tr[data-district] button").first().click();
    await page.locator("aside").waitFor();
    await page.getByRole("button", { name: "关闭" }).click();
    await page.getByRole("tab", { name: "片区" }).waitFor();
    await close();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    it(`raises no serious barrier to access, ${colorScheme}`, async () => {
      const { page, close } = await site.open({ colorScheme });
      await page.locator("tr[data-district] button").first().click();
      for (const tab of TABS) {
        await page.getByRole("tab").nth(tab).click();
        await page.waitForTimeout(300);
        expect([tab, await findBarriers(page)]).toEqual([tab, []]);
      }
      await close();
    });
  }

  it("raises no serious barrier to access on a phone", async () => {
    const { page, close } = await site.open(PHONE);
    expect(await findBarriers(page)).toEqual([]);
    await close();
  });
});
