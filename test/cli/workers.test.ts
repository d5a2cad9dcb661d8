import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { generateCity } from "../../data/generate-city.ts";
import { temporaryFolder } from "./cli-fixture.ts";

const folder = temporaryFolder();
const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const FILES = ["districts.geojson", "compounds.geojson", "scenario.pianqu.json", "report.json"];
/** What may differ from run to run. */
const MEASURED = /"timingsMs": \{[^}]*\},\s*"peakMemoryMb": [^,]*,/;

/** Features from the last to the first. */
function turned(text: string): string {
  const collection = JSON.parse(text);
  return JSON.stringify({ ...collection, features: collection.features.toReversed() });
}

function plan(city: string, workers: number): string[] {
  const out = `${city}-${workers}`;
  const file = (name: string) => folder.path(`${city}/${name}.geojson`);
  const words = [
    ...["plan", file("compounds"), "--barriers", file("barriers")],
    ...["--crossings", file("crossings"), "--communities", file("communities")],
    ...["--envelope", "terrain", "--max-compounds", "5", "--max-span", "500", "--iterations", "20"],
    ...["--out", folder.path(out), "--workers", String(workers)],
  ];
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", MAIN, ...words], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return FILES.map((name) => folder.read(`${out}/${name}`).replace(MEASURED, ""));
}

beforeAll(() => {
  for (const city of ["straight", "turned"]) mkdirSync(folder.path(city));
  for (const { name, text } of generateCity({ seed: 7, compounds: 220 })) {
    folder.write(`straight/${name}`, text);
    folder.write(`turned/${name}`, turned(text));
  }
});

describe("plans in processes of their own", () => {
  it("[R60] [X8] the number of workers and the order of features play no part in any file", () => {
    const alone = plan("straight", 1);
    const report = JSON.parse(alone[3]);
    const sizes = report.components.map(({ compounds }: { compounds: number }) => compounds);
    // Some components are beyond dynamic programming, so that threads and the solver are at work.
    expect(Math.max(...sizes)).toBeGreaterThan(20);
    expect(plan("straight", 2)).toEqual(alone);
    const other = plan("turned", 4);
    // The scenario carries the files as they were given.
    expect(other.filter((_, k) => k !== 2)).toEqual(alone.filter((_, k) => k !== 2));
  }, 240_000);
});
