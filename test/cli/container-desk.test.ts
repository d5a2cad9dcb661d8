import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { CITY, makeKml, utf8 } from "../core/ingest/containers/container-files.ts";
import { endlessFile } from "../fuzz/hostile-files.ts";
import { temporaryFolder } from "./cli-fixture.ts";

const folder = temporaryFolder();
const DESK = new URL("../../src/cli/open-container-desk.ts", import.meta.url).href;
const ENDLESS = endlessFile().bytes;

/** What a process of its own makes of files, in order; only the endless one gets a short budget. */
function openThere(files: readonly (readonly [format: string, name: string])[]): string[] {
  const script = `
    import { readFileSync } from "node:fs";
    const { openContainerDesk } = await import("${DESK}");
    const desk = openContainerDesk((bytes) => (bytes === ${ENDLESS.length} ? 2 : 120));
    for (const [format, url] of ${JSON.stringify(files.map(([format, name]) => [format, pathToFileURL(folder.path(name)).href]))}) {
      const bytes = new Uint8Array(readFileSync(new URL(url)));
      const texts = await desk.open(format, { name: "a", bytes });
      console.log(JSON.stringify(texts));
    }
    desk.close();`;
  const words = ["--import", "tsx", "--input-type=module", "-e", script];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return stdout.trim().split("\n");
}

describe("containers on the command line", () => {
  it("[I77] a workbook that is read without end is given up, and the next file is read", () => {
    writeFileSync(folder.path("endless.xls"), ENDLESS);
    writeFileSync(folder.path("city.kml"), utf8(makeKml(CITY)));
    const [first, endless, last] = openThere([
      ["kml", "city.kml"],
      ["workbook", "endless.xls"],
      ["kml", "city.kml"],
    ]);
    expect(endless).toContain("container-too-slow");
    expect(first).toContain("鹿城小区");
    expect(last).toBe(first);
  });
});
