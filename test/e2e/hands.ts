import type { Page } from "playwright-core";

/** A place in the small city, metres east and north of its corner. */
export type Spot = readonly [x: number, y: number];

/** Ground that the small city covers, m. */
const GROUND: Spot = [720, 270];
/** Room that the page keeps at the edges when it shows everything, px. */
const EDGE = 36;
/** A step of a pointer led by keys, and a fine one, px. */
const STEP = 24;
const FINE = 4;

/** The middle of a compound of the small city. */
export function middleOf(index: number): Spot {
  const [block, inBlock] = [Math.floor(index / 12), index % 12];
  return [block * 260 + (inBlock % 3) * 70 + 30, Math.floor(inBlock / 3) * 70 + 30];
}

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Shows the whole city; where its places are on the map from then on, px from the map's corner. */
export async function showAll(page: Page): Promise<(spot: Spot) => Pixel> {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("f");
  const box = await boxOf(page);
  const scale = Math.min((box.width - 2 * EDGE) / GROUND[0], (box.height - 2 * EDGE) / GROUND[1]);
  return ([x, y]) => ({
    x: box.width / 2 + (x - GROUND[0] / 2) * scale,
    y: box.height / 2 - (y - GROUND[1] / 2) * scale,
  });
}

async function boxOf(page: Page) {
  const box = await page.locator("canvas").boundingBox();
  if (!box) throw new Error("no map");
  return box;
}

interface HowDrawn {
  readonly letGo?: boolean;
  readonly halfway?: boolean;
}

/** What a planner does, whatever with. */
export interface Hands {
  take(tool: keyof typeof TOOLS): Promise<void>;
  /** A line from place to place; `letGo`: Escape before its end; `halfway`: it has no end. */
  draw(from: Spot, to: Spot, how?: HowDrawn): Promise<void>;
  accept(): Promise<void>;
  /** The district of this name and the one that was made last. */
  merge(name: string): Promise<void>;
  /** A compound of the first block. */
  lock(compound: number): Promise<void>;
  undo(times: number): Promise<void>;
  redo(times: number): Promise<void>;
}

const TOOLS = { 画笔: "b", 拖动边界: "e", 画线拆分: "x" } as const;

/** The checkboxes of the district of this name and of the one that was made last. */
async function checkboxesToMerge(page: Page, name: string): Promise<string[]> {
  const rows = page.locator("tr[data-district]");
  const places = await rows.evaluateAll((list) =>
    list.map((row) => ({
      at: Number(row.getAttribute("data-district")),
      text: row.textContent ?? "",
    })),
  );
  const named = places.find(({ text }) => text.includes(name));
  const newest = Math.max(...places.map(({ at }) => at));
  if (!named || named.at === newest) throw new Error(`nothing to merge ${name} with`);
  return [named.at, newest].map((at) => `tr[data-district="${at}"] input`);
}

/** Everything by mouse; Escape alone is a key. */
export async function mouseOf(page: Page): Promise<Hands> {
  const pixelOf = await showAll(page);
  const box = await boxOf(page);
  const at = (spot: Spot): [x: number, y: number] => {
    const { x, y } = pixelOf(spot);
    return [box.x + x, box.y + y];
  };
  const click = async (name: string, times: number) => {
    const button = await page.getByRole("button", { name, exact: true }).boundingBox();
    if (!button) throw new Error(`no button ${name}`);
    const [x, y] = [button.x + button.width / 2, button.y + button.height / 2];
    for (let k = 0; k < times; k++) await page.mouse.click(x, y);
  };
  const take: Hands["take"] = (tool) =>
    page.getByRole("toolbar").getByRole("button", { name: tool, exact: true }).click();
  return {
    take,
    async draw(from, to, { letGo = false, halfway = false } = {}) {
      await page.mouse.move(...at(from));
      await page.mouse.down();
      await page.mouse.move(...at(to), { steps: 6 });
      if (letGo) await page.keyboard.press("Escape");
      if (!halfway) await page.mouse.up();
    },
    accept: () => page.getByRole("button", { name: "采用" }).click(),
    async merge(name) {
      for (const checkbox of await checkboxesToMerge(page, name))
        await page.locator(checkbox).click();
      await click("合并", 1);
    },
    async lock(compound) {
      await page.getByRole("toolbar").getByRole("button", { name: "选择", exact: true }).click();
      await page.locator("main").getByText("选小区", { exact: true }).click();
      await page.mouse.click(...at(middleOf(compound)));
      await page.locator("aside").getByRole("button", { name: "锁定", exact: true }).click();
      await page.locator("aside").getByRole("button", { name: "关闭" }).click();
    },
    undo: (times) => click("撤销", times),
    redo: (times) => click("重做", times),
  };
}

/** Everything by keyboard. */
export async function keysOf(page: Page): Promise<Hands> {
  const pixelOf = await showAll(page);
  const { width, height } = await boxOf(page);
  const press = async (key: string, times = 1) => {
    for (let k = 0; k < times; k++) await page.keyboard.press(key);
  };
  let pointer: Pixel | null = null;
  const along = async (distance: number, keys: readonly [back: string, forth: string]) => {
    const key = keys[distance < 0 ? 0 : 1];
    const fine = Math.round(Math.abs(distance) / FINE);
    await press(key, Math.floor((fine * FINE) / STEP));
    await press(`Shift+${key}`, ((fine * FINE) % STEP) / FINE);
    return Math.sign(distance) * fine * FINE;
  };
  const lead = async (spot: Spot) => {
    if (!pointer) await press("ArrowUp");
    const { x, y }: Pixel = pointer ?? { x: width / 2, y: height / 2 };
    const to = pixelOf(spot);
    const dx = await along(to.x - x, ["ArrowLeft", "ArrowRight"]);
    const dy = await along(to.y - y, ["ArrowUp", "ArrowDown"]);
    pointer = { x: x + dx, y: y + dy };
  };
  /** Leads the focus to what a selector names. */
  const tabTo = async (selector: string) => {
    for (let k = 0; k < 200; k++) {
      if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
      await press("Tab");
    }
    throw new Error(`the focus does not come to ${selector}`);
  };
  let held: keyof typeof TOOLS | null = null;
  return {
    async take(tool) {
      if (held !== tool) await press(TOOLS[tool]);
      held = tool;
      pointer = null;
    },
    async draw(from, to, { letGo = false, halfway = false } = {}) {
      await lead(from);
      await press("Enter");
      await lead(to);
      if (!halfway) await press(letGo ? "Escape" : "Enter");
    },
    accept: () => press("Enter"),
    async merge(name) {
      await press("Escape");
      held = null;
      for (const checkbox of await checkboxesToMerge(page, name)) {
        await tabTo(checkbox);
        await press("Space");
      }
      await press("m");
    },
    async lock(compound) {
      // Without a selection the arrows begin at the first compound; links lead on from there.
      await press("Escape", 3);
      held = null;
      await press("ArrowRight", 1 + (compound % 3));
      await press("ArrowUp", Math.floor(compound / 3));
      await press("q");
      await press("Escape");
    },
    undo: (times) => press("Control+z", times),
    redo: (times) => press("Control+Shift+Z", times),
  };
}
