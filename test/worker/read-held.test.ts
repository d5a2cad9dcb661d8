import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ContainerDesk, type Issue, prepare, readWorld } from "../../src/core/index.ts";
import { plainCompound } from "../../src/core/ingest/plain-compound.ts";
import { headOf } from "../../src/worker/held-text.ts";
import { openGiven, readHeld } from "../../src/worker/read-held.ts";
import { createSession, type SessionHost } from "../../src/worker/session.ts";
import { sliceSession } from "../../src/worker/sliced-session.ts";
import { createCollector } from "../../src/worker/world-parts.ts";
import { CITY, DESK, HOST, makeKml } from "../core/ingest/containers/container-files.ts";
import { geojsonOf } from "../geojson-builder.ts";
import { gridWorld, recipeWith } from "../prepared-builder.ts";

const AS_GIVEN = { fieldMap: {}, crs: null };
const SMALL = geojsonOf(gridWorld(600, { columns: 30 }));
/** Blanks make a collection large without making it long to read. */
const LARGE = SMALL.replace(/\}\s*$/, `${" ".repeat(5_000_000)}}`);
const EXPECTED = readWorld([{ role: "compounds", name: "a.geojson", text: SMALL }], AS_GIVEN);

function ticking() {
  let time = 0;
  return {
    now: () => {
      time += 30;
      return time;
    },
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
    machine: HOST,
    desk: DESK,
  };
}

function plainIssue({ code, severity, source, feature, at, args }: Issue): Issue {
  return { code, severity, source, feature, at, args };
}

function sessionHost(): SessionHost {
  const hand = <T>(message: T) => message;
  return { ...ticking(), loadSolver: async () => null, crew: null, hand };
}

function openThere(name: string, content: string | Uint8Array) {
  const given = [{ name, blob: new Blob([content as Uint8Array<ArrayBuffer>]) }];
  return openGiven(given, { stopped: false }, ticking());
}

async function open(text: string | Uint8Array, name = "a.geojson") {
  const [held] = (await openThere(name, text)) ?? [];
  return { ...held, role: "compounds" as const };
}

describe("containers", () => {
  it("[I77] a cancel ends the one that is being opened; nothing comes of it", async () => {
    const desk = new ContainerDesk({
      open: () => ({ post() {}, end() {} }),
      later() {},
      budgetS: () => 20,
    });
    const session = createSession({ ...sessionHost(), desk });
    const blob = new Blob([makeKml(CITY)]);
    const opened = session.unpack([{ name: "a.kml", blob }]);
    await new Promise((resolve) => setTimeout(resolve));
    await session.cancel();
    expect(await opened).toBeNull();
  });
});

describe("containers of two drops", () => {
  it("[I77] both are opened: the end of one does not end what the other is at", async () => {
    const closings: number[] = [];
    let open = 0;
    const desk: SessionHost["desk"] = {
      async open(format, file) {
        open += 1;
        await new Promise((resolve) => setTimeout(resolve, file.name === "slow.kml" ? 30 : 0));
        const texts = await DESK.open(format, file);
        open -= 1;
        return texts;
      },
      close: () => void closings.push(open),
    };
    const session = createSession({ ...sessionHost(), desk });
    const drop = (name: string) => session.unpack([{ name, blob: new Blob([makeKml(CITY)]) }]);
    const opened = await Promise.all([drop("slow.kml"), drop("quick.kml")]);
    expect(opened.map((texts) => texts?.map(({ name }) => name))).toEqual([
      ["slow.kml"],
      ["quick.kml"],
    ]);
    expect(closings).toEqual([0]);
  });
});

describe("files by reference", () => {
  it("[I69] a large collection stays where it lies and gives the same world, with progress", async () => {
    const held = await open(LARGE);
    expect(typeof held.text).toBe("object");
    expect(headOf(held.text)).toBe(LARGE.slice(0, headOf(held.text).length));
    const told: number[] = [];
    const read = await readHeld(
      { sources: [held], options: AS_GIVEN, onProgress: ({ done }) => told.push(done) },
      { stopped: false },
      ticking(),
    );
    expect(read?.world).toEqual(EXPECTED);
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it("[I69] a large one out of a container is held by reference and gives the same world", async () => {
    const inside = { "a.geojson": new TextEncoder().encode(LARGE) };
    const [zipped] = (await openThere("city.zip", zipSync(inside))) ?? [];
    expect([typeof zipped.text, headOf(zipped.text)]).toEqual([
      "object",
      headOf((await open(LARGE)).text),
    ]);
    const read = await readHeld(
      { sources: [{ ...zipped, role: "compounds" }], options: AS_GIVEN, onProgress: () => {} },
      { stopped: false },
      ticking(),
    );
    expect(read?.world.compounds).toEqual(EXPECTED.compounds);
    expect(read?.world.dataHash).toBe(EXPECTED.dataHash);
  });

  it("[I69] a large file that is no sound collection gets the faults of the whole text", async () => {
    for (const text of [LARGE.slice(0, -1), LARGE.replace("600", "NaN"), `${LARGE}\ufffd`]) {
      const held = await open(text);
      const read = await readHeld(
        { sources: [held], options: AS_GIVEN, onProgress: () => {} },
        { stopped: false },
        ticking(),
      );
      const whole = readWorld([{ role: "compounds", name: "a.geojson", text }], AS_GIVEN);
      expect(read?.world).toEqual(whole);
    }
  });

  it("[I70] a stop is heard while bytes come in and while they are checked", async () => {
    for (const text of [LARGE, SMALL]) {
      const run = { stopped: false };
      const read = await readHeld(
        {
          sources: [await open(text)],
          options: AS_GIVEN,
          onProgress: () => {
            run.stopped = true;
          },
        },
        run,
        ticking(),
      );
      expect(read).toBeNull();
    }
  });

  it("[I70] a stop is heard while a world travels, and the world before stays in use", async () => {
    const session = sliceSession(createSession(sessionHost()), sessionHost());
    const few = geojsonOf(gridWorld(3));
    const read = (text: string, onSlice: () => unknown) => {
      const source = { role: "compounds", name: "a.geojson", text } as const;
      return session.read([source], AS_GIVEN, () => {}, onSlice);
    };
    expect((await read(few, () => {}))?.featuresRead).toBe(3);
    let slices = 0;
    const stopped = await read(SMALL, () => {
      slices += 1;
      return session.cancel();
    });
    expect(stopped).toBeNull();
    expect(slices).toBe(1);
    expect((await session.link(recipeWith())).count).toBe(3);
  });

  it("[I71] a world that travels in slices arrives as it was read", async () => {
    const session = sliceSession(createSession(sessionHost()), {
      hand(message, buffers) {
        handed.push(...buffers);
        return message;
      },
    });
    const collector = createCollector();
    const source = {
      role: "compounds",
      name: "a.geojson",
      text: geojsonOf(gridWorld(2100, { columns: 60 })),
    } as const;
    const expected = readWorld([source], AS_GIVEN);
    let slices = 0;
    const handed: ArrayBuffer[] = [];
    const rest = await session.read(
      [source],
      AS_GIVEN,
      () => {},
      (slice) => {
        slices += 1;
        collector.take(structuredClone(slice));
      },
    );
    if (rest === null) throw new Error("nothing was read");
    expect(slices).toBeGreaterThan(2);
    const { drawing, filed, ...world } = collector.finish({
      ...structuredClone(rest),
      drawing: rest.drawing,
    });
    const compounds = world.compounds.map(plainCompound);
    const issues = world.issues.map(plainIssue);
    expect(issues.length).toBeGreaterThan(2000);
    expect({ ...world, compounds, issues }).toEqual(expected);
    expect(filed).toBeNull();
    const { features } = JSON.parse(await drawing.text());
    expect(features).toEqual(
      expected.compounds.map(({ name, geometry }, index) => ({
        type: "Feature",
        properties: { index, name, approximate: false },
        geometry,
      })),
    );
    // What is handed over is not used again where it came from.
    for (const buffer of handed) structuredClone(buffer, { transfer: [buffer] });
    const graph = await session.link(recipeWith());
    expect(graph).toEqual(prepare(expected, recipeWith()).graph);
    expect(graph.links.count).toBeGreaterThan(2000);
  });
});
