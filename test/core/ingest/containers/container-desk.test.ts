import { describe, expect, it } from "vitest";
import type { UnpackedFile } from "../../../../src/core/ingest/containers/container.ts";
import {
  ContainerDesk,
  containerBudgetS,
  DeskClosed,
  type FromContainerWorker,
  type ToContainerWorker,
} from "../../../../src/core/ingest/containers/container-desk.ts";

interface FakeWorker {
  readonly hear: (message: FromContainerWorker) => void;
  readonly fault: (reason: string) => void;
  readonly given: ToContainerWorker[];
  ended: boolean;
}

/** A desk whose workers and clock are moved by hand. */
function desk(budgetS = 3) {
  const workers: FakeWorker[] = [];
  let waiting: (() => void)[] = [];
  const made = new ContainerDesk({
    open(hear, fault) {
      const worker: FakeWorker = { hear, fault, given: [], ended: false };
      workers.push(worker);
      return {
        post: (message) => void worker.given.push(message),
        end: () => {
          worker.ended = true;
        },
      };
    },
    later: (ms, work) => {
      expect(ms).toBe(1000);
      waiting.push(work);
    },
    budgetS: () => budgetS,
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    desk: made,
    workers,
    settled,
    async seconds(n: number) {
      for (let k = 0; k < n; k++) {
        const due = waiting;
        waiting = [];
        for (const work of due) work();
      }
      await settled();
    },
  };
}

const file = (name: string) => ({ name, bytes: Uint8Array.of(1, 2, 3) });
const text = (name: string): UnpackedFile[] => [{ name, text: "{}" }];

function codeOf(texts: readonly UnpackedFile[]): string | undefined {
  return /"code":"([\w-]+)"/.exec(texts[0].text)?.[1];
}

describe("the desk at which containers are opened", () => {
  it("[I77] opens them one after the other in one worker; the given bytes stay whole", async () => {
    const { desk: opener, workers, settled } = desk();
    const bytes = Uint8Array.of(7, 8, 9);
    const first = opener.open("kml", { name: "a.kml", bytes });
    const second = opener.open("workbook", file("b.xls"));
    await settled();
    expect(workers).toHaveLength(1);
    expect(workers[0].given.map(({ file: { name } }) => name)).toEqual(["a.kml"]);
    expect(workers[0].given[0].file.bytes.buffer).not.toBe(bytes.buffer);
    workers[0].hear("ready");
    workers[0].hear(text("a.kml"));
    expect(await first).toEqual(text("a.kml"));
    await settled();
    workers[0].hear(text("b.xls"));
    expect(await second).toEqual(text("b.xls"));
    expect(workers).toHaveLength(1);
  });

  it("[I77] gives one up that takes longer than its budget, and opens the next anew", async () => {
    const { desk: opener, workers, settled, seconds } = desk(3);
    const endless = opener.open("workbook", file("endless.xls"));
    const next = opener.open("kml", file("b.kml"));
    await settled();
    await seconds(50);
    workers[0].hear("ready");
    await seconds(2);
    expect(workers[0].ended).toBe(false);
    await seconds(1);
    expect(workers[0].ended).toBe(true);
    expect(codeOf(await endless)).toBe("container-too-slow");
    await settled();
    workers[0].hear(text("too late"));
    expect(workers[1].given.map(({ file: { name } }) => name)).toEqual(["b.kml"]);
    workers[1].hear("ready");
    await seconds(2);
    workers[1].hear(text("b.kml"));
    expect(await next).toEqual(text("b.kml"));
  });

  it("[I77] a worker that breaks down costs the container it is at", async () => {
    const { desk: opener, workers, settled } = desk();
    const first = opener.open("workbook", file("a.xls"));
    const second = opener.open("workbook", file("b.xls"));
    await settled();
    workers[0].hear("ready");
    workers[0].fault("out of memory");
    expect(codeOf(await first)).toBe("container-broke-down");
    await settled();
    workers[1].hear("ready");
    workers[1].hear(text("b.xls"));
    expect(await second).toEqual(text("b.xls"));
    workers[1].fault("idle");
    expect(workers[1].ended).toBe(true);
  });

  it("[I77] a worker that does not start says that the reader could not be loaded", async () => {
    const { desk: opener, workers, settled, seconds } = desk();
    const faulty = opener.open("geopackage", file("a.gpkg"));
    await settled();
    workers[0].fault("no such script");
    expect(codeOf(await faulty)).toBe("format-not-loaded");
    const silent = opener.open("geopackage", file("b.gpkg"));
    await settled();
    await seconds(60);
    expect(codeOf(await silent)).toBe("format-not-loaded");
  });

  it("[I77] closing ends what is asked and what waits; the desk can be used again", async () => {
    const { desk: opener, workers, settled } = desk();
    const asked = [opener.open("kml", file("a.kml")), opener.open("kml", file("b.kml"))];
    await settled();
    opener.close();
    const ended = await Promise.allSettled(asked);
    for (const one of ended)
      expect(one).toMatchObject({ status: "rejected", reason: expect.any(DeskClosed) });
    expect(workers.map(({ ended }) => ended)).toEqual([true]);
    const again = opener.open("kml", file("c.kml"));
    await settled();
    workers[1].hear("ready");
    workers[1].hear(text("c.kml"));
    expect(await again).toEqual(text("c.kml"));
  });

  it("[I77] the budget grows with the bytes", () => {
    expect([0, 1, 250_000, 100_000_000].map(containerBudgetS)).toEqual([20, 21, 21, 420]);
  });
});
