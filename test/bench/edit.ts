/**
 * Time of single edits beside tallying and validating everything anew, and how it grows:
 * `node --expose-gc --import tsx test/bench/edit.ts [compounds …]`, 0 for the growth alone. The median of a step is wall-clock.
 * On a busy machine one step in a hundred is interrupted, and the wall clock would tell the length of
 * the interruption; the processor time of the process counts threads that collect and compile. The 99th
 * percentile is of the lesser of the two in each step, which the step's own thread cannot exceed; that
 * of the process stands beside it. Whole evaluations are processor time.
 */
import { createRng } from "../../src/core/base/rng.ts";
import { checkDistrict, evaluateZoning, type Prepared, type Zoning } from "../../src/core/index.ts";
import { splitBalanced } from "../../src/core/regionalization/split/balanced-parts.ts";
import {
  EMPTY_HISTORY,
  type History,
  recordStep,
  redoStep,
  undoStep,
} from "../../src/core/scenario/history.ts";
import { Inspector } from "../../src/core/zoning/inspector.ts";
import { makeEdit, mergeAll, moveAll, splitInto } from "../../src/core/zoning/live-edits.ts";
import { LiveZoning } from "../../src/core/zoning/live-zoning.ts";
import { membersByDistrict } from "../../src/core/zoning/members.ts";
import { Tallies } from "../../src/core/zoning/tallies.ts";
import { ascending, EDITS, measure, micro, print, type Row } from "./edit-measure.ts";
import { measureStore } from "./edit-store.ts";
import { measureStoreHistory } from "./edit-store-history.ts";
import { growDistricts, prepareEditWorld, prepareOpenWorld } from "./edit-world.ts";

const GIVEN = process.argv.slice(2).map(Number);
const SIZES = GIVEN.length > 0 ? GIVEN : [738, 20_000, 220_000];
/** Compounds per district to begin with. */
const DISTRICT = 6;

interface Bench {
  readonly live: LiveZoning;
  readonly prepared: Prepared;
  history: History;
}

/** A compound and the district of a neighbour in another one. */
type Border = readonly [compound: number, district: number];

function openBench(prepared: Prepared, zoning: Zoning): Bench {
  const live = new LiveZoning(prepared.problem, zoning);
  live.districts.forEach((_, d) => {
    live.brokenRules(d);
    live.estimate(d);
  });
  return { live, prepared, history: EMPTY_HISTORY };
}

function createBorders({ live, prepared }: Bench, seed: number): () => Border {
  const { graph, problem } = prepared;
  const rng = createRng(seed);
  return () => {
    for (;;) {
      const i = rng.int(graph.count);
      for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
        const j = graph.neighbor[e];
        const [from, to] = [live.assignment[i], live.assignment[j]];
        if (problem.participant[i] > 0 && from >= 0 && to >= 0 && from !== to) return [i, to];
      }
    }
  };
}

/** Median processor time of five runs, ms. */
function timeMs(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return times.sort(ascending)[2];
}

/** Verdict, findings and figures of the districts a step touched, as the page shows them. */
function look({ live }: Bench, districts: Iterable<number>): void {
  for (const d of districts) {
    if (d < 0 || d >= live.districts.length) continue;
    live.brokenRules(d);
    live.estimate(d);
  }
}

const touchedBy = (moves: readonly { from: number; to: number }[]) =>
  new Set(moves.flatMap(({ from, to }) => [from, to]));

function undo(bench: Bench): void {
  const change = undoStep(bench.history);
  if (!change) return;
  bench.history = change.history;
  bench.live.follow(change.diff);
  look(bench, touchedBy(change.diff.moves));
}

function redo(bench: Bench): void {
  const change = redoStep(bench.history);
  if (!change) return;
  bench.history = change.history;
  bench.live.follow(change.diff);
  look(bench, touchedBy(change.diff.moves));
}

function edit(bench: Bench, make: Parameters<typeof makeEdit>[1]): void {
  const { diff } = makeEdit(bench.live, make);
  if (!diff) return;
  bench.history = recordStep(bench.history, diff);
  look(bench, touchedBy(diff.moves));
}

function measureEdits(bench: Bench, edits = EDITS): Row[] {
  const { live, prepared } = bench;
  const border = createBorders(bench, 3);
  const inspector = new Inspector(prepared.problem, live);
  const back = { after: () => undo(bench), edits };
  live.begin();
  const few = { edits };
  const brush = measure(
    border,
    ([i, to]) => {
      const from = live.assignment[i];
      live.place(i, to);
      live.brokenRules(from);
      live.brokenRules(to);
    },
    few,
  );
  const figures = measure(
    border,
    ([i, to]) => {
      const from = live.assignment[i];
      live.place(i, to);
      look(bench, [from, to]);
    },
    few,
  );
  live.cancel();
  const pair = () => {
    const [i, to] = border();
    return [live.assignment[i], to];
  };
  const merge = measure(pair, (both) => edit(bench, mergeAll(both)), back);
  const large = () => {
    for (;;) {
      const [i] = border();
      const district = live.assignment[i];
      if (live.lists.size[district] > 1) return district;
    }
  };
  const split = measure(
    large,
    (district) => {
      const parts = splitBalanced(prepared.problem, live.members(district), 2);
      if (parts) edit(bench, splitInto(parts));
    },
    { ...back, edits: edits / 4 },
  );
  const fresh = () => edit(bench, moveAll([border()[0]], "new"));
  const undone = measure(fresh, () => undo(bench), few);
  const revalidate = measure(
    border,
    ([i, to]) => {
      inspector.district(live.assignment[i]);
      inspector.district(to);
    },
    few,
  );
  const commit = measure(
    border,
    ([i, to]) => {
      edit(bench, moveAll([i], to));
      live.snapshot();
    },
    back,
  );
  return [
    { name: "brush: move, verdict of both districts", times: brush },
    { name: "brush: the same with both estimates", times: figures },
    { name: "merge of two", times: merge },
    { name: "split in two even parts", times: split },
    { name: "undo", times: undone },
    { name: "findings of two districts", times: revalidate },
    { name: "one move committed, zoning copied", times: commit },
  ];
}

/** Bytes that one brush step leaves on the heap: the least of several runs, compiled code apart. */
function measureGarbage(bench: Bench): number {
  const { live } = bench;
  const border = createBorders(bench, 5);
  const steps = Array.from({ length: 1000 }, border);
  const run = () => {
    for (const [i, to] of steps) {
      const from = live.assignment[i];
      live.place(i, to);
      live.brokenRules(from);
      live.brokenRules(to);
    }
  };
  live.begin();
  for (let k = 0; k < 20; k++) run();
  const bytes = Array.from({ length: 7 }, () => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    for (let k = 0; k < 20; k++) run();
    return (process.memoryUsage().heapUsed - before) / 20_000;
  });
  live.cancel();
  return Math.min(...bytes.filter((one) => one >= 0));
}

function validateAll({ problem, world }: Prepared, zoning: Zoning): void {
  new Tallies(world, zoning);
  for (const members of membersByDistrict(zoning)) checkDistrict(problem, members);
}

async function benchSize(count: number): Promise<void> {
  const prepared = prepareEditWorld(count);
  const zoning = growDistricts(prepared, DISTRICT);
  const validateMs = timeMs(() => validateAll(prepared, zoning));
  const evaluateMs = timeMs(() => evaluateZoning(prepared.problem, zoning));
  const bench = openBench(prepared, zoning);
  const rows = [...measureEdits(bench), ...(await measureStore(prepared, zoning))];
  console.log(
    `\n${count} compounds, ${zoning.districts.length} districts: everything tallied and validated ${validateMs.toFixed(1)} ms, with estimates ${evaluateMs.toFixed(1)} ms; a brush step leaves ${measureGarbage(bench).toFixed(1)} bytes`,
  );
  print(
    "step | p50 µs | p99 µs | p99 of the process µs | p50 / validating all | p50 / evaluating all",
    rows.map(({ name, times }) => [
      name,
      micro(times.p50),
      micro(times.p99),
      micro(times.p99All),
      `1/${Math.round(validateMs / times.p50)}`,
      `1/${Math.round(evaluateMs / times.p50)}`,
    ]),
  );
}

/** The same edits at 20 000 compounds, cut into more or fewer districts. */
function benchDistricts(): void {
  const prepared = prepareOpenWorld(20_000);
  const rows = [2000, 200, 50, 12, 6, 2].map((size) => {
    const zoning = growDistricts(prepared, size);
    const bench = openBench(prepared, zoning);
    const byName = new Map(measureEdits(bench, 60).map(({ name, times }) => [name, times]));
    const cell = (name: string) => {
      const times = byName.get(name);
      return times ? `${micro(times.p50)} / ${micro(times.p99)}` : "";
    };
    return [
      zoning.districts.length,
      (20_000 / zoning.districts.length).toFixed(1),
      cell("brush: move, verdict of both districts"),
      cell("brush: the same with both estimates"),
      cell("merge of two"),
      cell("undo"),
    ];
  });
  print("districts | compounds each | brush | with estimates | merge | undo (p50 / p99 µs)", rows);
}

const LENGTHS = [10, 100, 1000, 10_000];

/** Record, undo and redo with more and more steps in the history, in the core and through the store. */
async function benchHistory(): Promise<void> {
  const prepared = prepareEditWorld(20_000);
  const zoning = growDistricts(prepared, DISTRICT);
  const bench = openBench(prepared, zoning);
  const border = createBorders(bench, 9);
  const step = () => {
    const [i, to] = border();
    edit(bench, moveAll([i], to));
  };
  const rows: (string | number)[][] = [];
  for (const length of LENGTHS) {
    while ((bench.history.done?.length ?? 0) < length) step();
    const move = measure(border, ([i, to]) => edit(bench, moveAll([i], to)), {
      after: () => undo(bench),
    });
    const back = measure(
      () => null,
      () => undo(bench),
      { after: () => redo(bench) },
    );
    const redone = measure(
      () => undo(bench),
      () => redo(bench),
    );
    rows.push([
      length,
      ...[move, back, redone].map(({ p50, p99 }) => `${micro(p50)} / ${micro(p99)}`),
    ]);
  }
  print("steps in the history | one move | undo | redo (p50 / p99 µs)", rows);
  print(
    "steps in the history, through the store | one stroke | undo | redo (p50 / p99 µs)",
    await measureStoreHistory(prepared, zoning, LENGTHS),
  );
}

for (const count of SIZES.filter((n) => n > 0)) await benchSize(count);
if (GIVEN.length === 0 || GIVEN.includes(0)) {
  benchDistricts();
  await benchHistory();
}
