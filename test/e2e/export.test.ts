import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readZoning } from "../../src/core/export/read-zoning.ts";
import { LEFT_OUT_REASONS, type World } from "../../src/core/index.ts";
import { openAgain } from "../core/export/export-sample.ts";
import { type Site, startSite } from "./browser.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Chooses a format in the dialog and collects what is saved. */
async function save(page: Page, label: string, count: number, choose: readonly string[] = []) {
  const downloads: Promise<Saved>[] = [];
  const collect = (download: { suggestedFilename(): string; path(): Promise<string> }) => {
    downloads.push(
      download.path().then((path) => ({
        name: download.suggestedFilename(),
        bytes: readFileSync(path),
      })),
    );
  };
  page.on("download", collect);
  const dialog = page.getByRole("dialog", { name: "导出成果" });
  await dialog.getByRole("radio", { name: label, exact: true }).check();
  for (const option of choose) await dialog.getByText(option, { exact: true }).click();
  await dialog.getByRole("button", { name: "导出", exact: true }).click();
  await expect.poll(() => downloads.length, { timeout: 60_000 }).toBe(count);
  page.off("download", collect);
  return Promise.all(downloads);
}

async function openDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: "更多格式" }).click();
  await page.getByRole("dialog", { name: "导出成果" }).waitFor();
}

/** Formats, and what is saved of each. */
const FORMATS: readonly (readonly [string, readonly string[]])[] = [
  ["GeoJSON 图层", ["compounds.geojson", "districts.geojson"]],
  ["Shapefile 图层", ["compounds.zip", "districts.zip", "shapefile-fields.txt"]],
  ["GeoPackage 图层", ["plan.gpkg"]],
  ["KML 图层", ["compounds.kml", "districts.kml"]],
  ["Excel 工作簿", ["plan.xlsx"]],
  ["数据问题清单", ["faults.xlsx"]],
  ["A3 地图（PDF）", ["map.pdf"]],
  ["A3 地图（图片）", ["map.png"]],
  ["A3 地图（矢量图）", ["map.svg"]],
  ["征求意见公示", ["notice.html", "notice.txt"]],
  ["一区一策", ["district-cards.html"]],
  ["方案说明", ["report.html"]],
];

describe("export", () => {
  it("saves every format from the dialog, none empty, without a fault", async () => {
    const { page, problems, strangers, close } = await site.open();
    await openDialog(page);
    for (const [label, names] of FORMATS) {
      const files = await save(page, label, names.length);
      expect(files.map(({ name }) => name).sort()).toEqual(names);
      for (const { bytes } of files) expect(bytes.length).toBeGreaterThan(100);
    }
    expect(problems).toEqual([]);
    expect(strangers).toEqual([]);
    await close();
  });

  it("makes a PDF of one A3 page and a picture of 300 dots per inch", async () => {
    const { page, close } = await site.open();
    await openDialog(page);
    const [pdf] = await save(page, "A3 地图（PDF）", 1);
    const text = Buffer.from(pdf.bytes).toString("latin1");
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(text).toMatch(/\/MediaBox \[0 0 1190\.\d+ 841\.\d+\]/);
    const [png] = await save(page, "A3 地图（图片）", 1);
    const view = new DataView(png.bytes.buffer, png.bytes.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([4961, 3508]);
    await close();
  });

  it("saves the public set with its note, by keyboard alone", async () => {
    const { page, close } = await site.open();
    const button = page.getByRole("button", { name: "导出", exact: true });
    // A button that is busy takes neither the focus nor the key.
    await expect.poll(() => button.isEnabled(), { timeout: 30_000 }).toBe(true);
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "更多格式" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "导出成果" });
    await dialog.waitFor();
    // The dialog takes the focus a moment after it opens.
    const holdsFocus = () => dialog.evaluate((node) => node.contains(document.activeElement));
    await expect.poll(holdsFocus).toBe(true);
    await dialog.getByRole("radio", { name: "GeoJSON 图层" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => dialog.locator("input[value=public]").isChecked()).toBe(true);
    await page.keyboard.press("Tab");
    const names: string[] = [];
    page.on("download", (download) => names.push(download.suggestedFilename()));
    await page.keyboard.press("Enter");
    await expect.poll(() => names.length, { timeout: 30_000 }).toBe(3);
    expect(names).toContain("public-note.txt");
    await close();
  });
});

describe("what was saved, opened again", () => {
  it("gives the same zoning from GeoJSON, Shapefile, GeoPackage, KML and the workbook", async () => {
    const { page, close } = await site.open();
    await openDialog(page);
    const geojson = fileOf(await save(page, "GeoJSON 图层", 2), "compounds.geojson");
    const text = new TextDecoder().decode(geojson.bytes);
    const wanted = placesOf(await openAgain(geojson));
    expect(wanted.size).toBeGreaterThan(20);
    const gbk = await save(page, "Shapefile 图层", 3, ["GBK（旧版软件）"]);
    const alone = [
      fileOf(gbk, "compounds.zip"),
      fileOf(await save(page, "GeoPackage 图层", 1), "plan.gpkg"),
      fileOf(await save(page, "KML 图层", 2), "compounds.kml"),
    ];
    for (const file of alone) expect(placesOf(await openAgain(file))).toEqual(wanted);
    const { features, ...rest } = JSON.parse(text);
    const bare = features.map((feature: { properties: Record<string, unknown> }) => {
      const { district_id: _, left_out_reason: __, ...properties } = feature.properties;
      return { ...feature, properties };
    });
    const beside = JSON.stringify({ ...rest, features: bare });
    const world = await openAgain(fileOf(await save(page, "Excel 工作簿", 1), "plan.xlsx"), [
      { role: "compounds", name: "compounds.geojson", text: beside },
    ]);
    expect(placesOf(world)).toEqual(wanted);
    await close();
  });
});

function fileOf(files: readonly Saved[], name: string): Saved {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Error(`no ${name}`);
  return file;
}

/** District or reason of every compound, by its id. */
function placesOf(world: World): ReadonlyMap<string, string> {
  const { assignment, districts, reason } = readZoning(world);
  return new Map(
    world.compounds.map(({ id }, i) => [
      id,
      assignment[i] >= 0 ? districts[assignment[i]].id : LEFT_OUT_REASONS[reason[i]],
    ]),
  );
}
