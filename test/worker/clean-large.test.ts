import { describe, expect, it } from "vitest";
import { headOf } from "../../src/worker/held-text.ts";
import { openGiven, readHeld } from "../../src/worker/read-held.ts";
import { DESK, HOST } from "../core/ingest/containers/container-files.ts";
import { geojsonOf } from "../geojson-builder.ts";
import { gridWorld } from "../prepared-builder.ts";

const AS_GIVEN = { fieldMap: {}, crs: null };
const SOUND = JSON.parse(geojsonOf(gridWorld(30, { columns: 6 })));
const SECRET = /张三|1390000|5323011990/;
/** Makes a collection large without making it long to read. */
const FILLER = " ".repeat(5_000_000);

type Properties = Record<string, unknown>;

/** A large text of the grid, with more in the properties of each compound. */
function largeWith(more: (i: number) => Properties, around: Properties = {}): string {
  const features = SOUND.features.map((feature: { properties: Properties }, i: number) => ({
    ...feature,
    properties: { ...feature.properties, ...more(i) },
  }));
  return JSON.stringify({ ...SOUND, ...around, features }).replace(/\}$/, `${FILLER}}`);
}

const PERSONAL = (i: number): Properties => ({
  业主姓名: "张三",
  备用: `1390000${1000 + i}`,
  备注: i === 3 ? "找人 13900002222" : "无",
});

function turns() {
  let time = 0;
  return {
    now: () => {
      time += 30;
      return time;
    },
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
    machine: HOST,
  };
}

async function held(text: string, role: "compounds" | "context" = "compounds") {
  const given = [{ name: "a.geojson", blob: new Blob([text]) }];
  const [file] = (await openGiven(given, { stopped: false }, { machine: HOST, desk: DESK })) ?? [];
  if (typeof file.text === "string") throw new Error("not large");
  return { ...file, role };
}

const read = (
  sources: Parameters<typeof readHeld>[0]["sources"],
  run = { stopped: false },
  onProgress = () => {},
) => readHeld({ sources, options: AS_GIVEN, onProgress }, run, turns());

describe("a large file that stays where it lies, once it is read", () => {
  it("[I54] is held without personal data, in its beginning neither, and read again the same", async () => {
    const given = [await held(largeWith(PERSONAL, { crs: null, name: '引"号' }))];
    const first = await read(given);
    const [kept] = first?.kept ?? [];
    if (kept === undefined || typeof kept.text === "string") throw new Error("not cleaned");
    const text = await kept.text.blob.text();
    expect(text).not.toMatch(SECRET);
    expect(headOf(kept.text)).toBe(text.slice(0, 400_000));
    expect(JSON.parse(text)).toMatchObject({ name: '引"号', type: "FeatureCollection" });
    const again = await read([kept]);
    expect(again?.kept).toBeNull();
    expect(again?.world.dataHash).toBe(first?.world.dataHash);
    expect(again?.world.compounds).toEqual(first?.world.compounds);
    expect(again?.world.issues).toEqual(first?.world.issues);
    expect(first?.world.issues.filter(({ code }) => code.startsWith("personal"))).toHaveLength(3);
  });

  it("[I54] keeps what was given where it lay, though reading moves it", async () => {
    const crs = { type: "name", properties: { name: "EPSG:4490" } };
    const shifted = largeWith(PERSONAL, { crs });
    const decided = {
      crs: "gcj02",
      swapped: false,
      columns: {},
      units: {},
      joins: {},
      group: null,
    };
    const options = { ...AS_GIVEN, files: { "a.geojson": decided } };
    const source = await held(shifted);
    const asked = { sources: [source], options, onProgress: () => {} };
    const first = await readHeld(asked, { stopped: false }, turns());
    const [kept] = first?.kept ?? [];
    if (kept === undefined || typeof kept.text === "string") throw new Error("not cleaned");
    const { features } = JSON.parse(await kept.text.blob.text());
    expect(features.map(({ geometry }: { geometry: unknown }) => geometry)).toEqual(
      SOUND.features.map(({ geometry }: { geometry: unknown }) => geometry),
    );
    const again = await readHeld({ ...asked, sources: [kept] }, { stopped: false }, turns());
    expect(again?.world.compounds).toEqual(first?.world.compounds);
  });

  it("[I54] nothing is written anew where nothing is personal", async () => {
    const read1 = await read([await held(largeWith(() => ({ 备注: "无" })))]);
    expect(read1?.world.compounds).toHaveLength(30);
    expect(read1?.kept).toBeNull();
  });

  it("[I54] scenery, which is never read, and a file that must be read as a whole, too", async () => {
    const whole = largeWith(PERSONAL).replace(/"households":\d+/, '"households":NaN');
    const sources = [await held(largeWith(PERSONAL), "context"), await held(whole)];
    const first = await read(sources);
    const texts = await Promise.all(
      (first?.kept ?? []).map(({ text }) => (typeof text === "string" ? text : text.blob.text())),
    );
    expect(texts).toHaveLength(2);
    for (const text of texts) {
      expect(text).not.toMatch(SECRET);
      expect(JSON.parse(text).features).toHaveLength(30);
    }
    const again = await read(first?.kept ?? []);
    expect(again?.world.issues).toEqual(first?.world.issues);
    expect(first?.world.issues.map(({ code }) => code)).toContain("json-not-a-number");
  });

  it("[I70] a stop is heard while it is cleaned", async () => {
    const source = await held(largeWith(PERSONAL));
    const run = { stopped: false };
    const { blob } = source.text as { blob: Blob };
    let walks = 0;
    const slice = blob.slice.bind(blob);
    blob.slice = (...range) => {
      if (range[0] === 0) walks += 1;
      if (walks === 2) run.stopped = true;
      return slice(...range);
    };
    expect(await read([source], run)).toBeNull();
    expect(walks).toBe(2);
  });
});
