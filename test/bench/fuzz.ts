/**
 * Damaged and hostile files against every reader: node --import tsx test/bench/fuzz.ts [runs] [seed].
 * Each lies beside a sound file, which has to load. Containers are opened as the command line does, in a
 * thread within a budget, here a short one. Prints what was tried, what of it went wrong or was given
 * up, and the most processor time that one of the rest took.
 */
import fc from "fast-check";
import { openContainerDesk } from "../../src/cli/open-container-desk.ts";
import type { RawFile } from "../../src/core/index.ts";
import { endlessFile, hostileFiles, soundFiles } from "../fuzz/hostile-files.ts";
import { mutated } from "../fuzz/mutate.ts";
import { faultOf, NEIGHBOUR, openFiles } from "../fuzz/open-files.ts";

const RUNS = Number(process.argv[2] ?? 5000);
const SEED = Number(process.argv[3] ?? 20261125);
/** Inputs made at once: all of them together would fill the memory. */
const BATCH = 1000;
/** What one container may take, s. */
const BUDGET_S = 5;
/** Processor time beyond which an input that was not given up counts as a hang, ms. */
const BUDGET_MS = 10_000;
const GIVEN_UP: readonly string[] = ["container-too-slow", "container-broke-down"];

interface Tally {
  tried: number;
  crashed: number;
  faulty: number;
  /** its reader was ended */
  givenUp: number;
  slow: number;
  whole: number;
  worstMs: number;
}

const desk = openContainerDesk(() => BUDGET_S);
const tallies = new Map<string, Tally>();

function tallyOf(name: string): Tally {
  const known = tallies.get(name);
  if (known) return known;
  const fresh = { tried: 0, crashed: 0, faulty: 0, givenUp: 0, slow: 0, whole: 0, worstMs: 0 };
  tallies.set(name, fresh);
  return fresh;
}

async function tryOne(file: RawFile): Promise<void> {
  const tally = tallyOf(file.name);
  const before = process.cpuUsage();
  tally.tried += 1;
  try {
    const world = await openFiles([file, NEIGHBOUR], desk.open);
    const fault = faultOf(world);
    if (fault !== null) {
      tally.faulty += 1;
      console.log(`${file.name}: ${fault}`);
    }
    if (world.compounds.length === 11) tally.whole += 1;
    const ended = world.issues.find(({ code }) => GIVEN_UP.includes(code));
    if (ended) {
      tally.givenUp += 1;
      console.log(`${file.name}: ${ended.code} ${ended.args.detail ?? ""}`);
      return;
    }
  } catch (error) {
    tally.crashed += 1;
    console.log(`${file.name}: ${error instanceof Error ? error.stack : error}`);
  }
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  tally.worstMs = Math.max(tally.worstMs, ms);
  tally.slow += Number(ms > BUDGET_MS);
}

function print(): void {
  console.log(
    "\n| file | tried | crashed | neighbour lost, or silent | given up | over budget | all compounds kept | most CPU ms |",
  );
  console.log("|---|---|---|---|---|---|---|---|");
  for (const [name, { tried, crashed, faulty, givenUp, slow, whole, worstMs }] of tallies)
    console.log(
      `| ${name} | ${tried} | ${crashed} | ${faulty} | ${givenUp} | ${slow} | ${whole} | ${Math.round(worstMs)} |`,
    );
  tallies.clear();
}

await tryOne(NEIGHBOUR);
tallies.clear();
for (const file of [...(await hostileFiles()), endlessFile()]) await tryOne(file);
print();
const files = await soundFiles();
for (let done = 0; done < RUNS; done += BATCH) {
  const sample = { seed: SEED + done / BATCH, numRuns: Math.min(BATCH, RUNS - done) };
  for (const file of fc.sample(mutated(files), sample)) await tryOne(file);
}
print();
desk.close();
