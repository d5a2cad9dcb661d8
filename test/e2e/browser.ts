import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import {
  type Browser,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from "playwright-core";
import { preview } from "vite";
import { buildSmallCity } from "./small-city.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BUILT = `${ROOT}dist/page/index.html`;

const SYSTEM_BROWSERS = [
  process.env.CHROME_PATH ?? "",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** WebGL by software, no sandbox (there may be no user namespaces), nothing sent anywhere. */
const FLAGS = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-background-networking",
  "--no-first-run",
];

async function launch(): Promise<Browser> {
  const system = SYSTEM_BROWSERS.find((path) => path !== "" && existsSync(path));
  const executablePath = system ?? (await chromium.executablePath());
  return playwright.launch({ executablePath, args: FLAGS });
}

/** What a test may ask of a fresh page. */
export interface PageOptions extends BrowserContextOptions {
  /** small: three dozen compounds in place of the demo city, so that a test is quick */
  readonly demo?: "small" | "shipped";
  /** runs in the page before its own script */
  readonly before?: (() => void) | string;
}

/** A page with everything that went wrong on it so far. */
export interface OpenPage {
  readonly page: Page;
  /** console errors, uncaught errors, violations of the content security policy */
  readonly problems: string[];
  /** addresses asked for that are not this site's */
  readonly strangers: string[];
  /** Another page of the same browser, with what the first one kept. */
  again(): Promise<OpenPage>;
  close(): Promise<void>;
}

/** The built page on a free port, and a browser to look at it. */
export interface Site {
  open(options?: PageOptions): Promise<OpenPage>;
  stop(): Promise<void>;
}

async function serveSmallCity(page: Page): Promise<void> {
  const files = buildSmallCity();
  await page.route("**/demo/*", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    const body = files[name];
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: "application/json", body });
  });
}

function watch(page: Page, origin: string): Pick<OpenPage, "problems" | "strangers"> {
  const problems: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) strangers.push(url);
  });
  return { problems, strangers };
}

/** Builds the page if it is not built, serves it and starts the browser. */
export async function startSite(): Promise<Site> {
  if (!existsSync(BUILT)) execFileSync("npm", ["run", "-s", "build"], { cwd: ROOT });
  const server = await preview({
    root: ROOT,
    preview: { port: 0, host: "localhost" },
    logLevel: "error",
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error("the preview server has no address");
  const browser = await launch();
  return {
    async open({ demo = "small", before, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: "zh-CN",
        acceptDownloads: true,
        ...options,
      });
      const openPage = async (): Promise<OpenPage> => {
        const page = await context.newPage();
        if (before) await page.addInitScript(before);
        const watched = watch(page, address);
        if (demo === "small") await serveSmallCity(page);
        await page.goto(address);
        await waitUntilPlanned(page);
        return { page, ...watched, again: openPage, close: () => context.close() };
      };
      return openPage();
    },
    async stop() {
      await browser.close();
      await server.close();
    },
  };
}

/** Waits until districts are listed and nothing is under way. */
export async function waitUntilPlanned(page: Page): Promise<void> {
  await page.locator("[data-busy=false]").waitFor({ state: "attached", timeout: 120_000 });
  await page.locator("tr[data-district]").first().waitFor({ timeout: 120_000 });
}

/** A file of a test: text, or the bytes of a container. */
export type TestFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly bytes: Uint8Array };

/** Drops files onto the window as a person would. */
export async function dropFiles(page: Page, files: readonly TestFile[]): Promise<void> {
  const plain = files.map((file) => ({
    name: file.name,
    content: "text" in file ? file.text : [...file.bytes],
  }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, content } of given) {
      const part = typeof content === "string" ? content : Uint8Array.from(content);
      data.items.add(new File([part], name));
    }
    return data;
  }, plain);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  await page.locator(".mantine-Dropzone-root").waitFor({ state: "visible" });
  await page.dispatchEvent(".mantine-Dropzone-root", "drop", { dataTransfer: transfer });
}
