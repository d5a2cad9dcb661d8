/**
 * Comparing scenarios: `node --import tsx test/bench/compare.ts [SIZE …]`, sizes 738 20000 unless given.
 * Part 1 compares two zonings of a city: what each part takes against `JSON.parse` of the compounds
 * file in the same run, and what the longest step is when it is made in steps. Part 2 makes 1 000 draws over 738 compounds for 1 and 12 scenarios, against
 * one evaluation of each by the estimator. Processor time, least of three.
 */
import { generateCity } from "../../data/generate-city.ts";
import {
  type ComparisonOptions,
  compareInSteps,
  DEFAULT_PARAMETERS,
  guessRole,
  NO_DECISIONS,
  prepare,
  type Recipe,
  readWorld,
  reportComparison,
  todayInSteps,
  viewInSteps,
} from "../../src/core/index.ts";
import { linkAgreement, zoningAgreement } from "../../src/core/scenario/agreement.ts";
import { compareScenarios } from "../../src/core/scenario/comparison.ts";
import { matchDistricts } from "../../src/core/scenario/match-districts.ts";
import { planPhases } from "../../src/core/scenario/phasing.ts";
import { createRankingDraws } from "../../src/core/scenario/ranking-draws.ts";
import { findRealignment } from "../../src/core/scenario/realignment.ts";
import { viewToday } from "../../src/core/scenario/today.ts";
import { tornado } from "../../src/core/scenario/tornado.ts";
import { type ScenarioView, viewScenario } from "../../src/core/scenario/view.ts";
import { findWinners } from "../../src/core/scenario/winners.ts";
import type { Zoning } from "../../src/core/zoning/zoning.ts";

const RECIPE: Recipe = {
  read: { fieldMap: {}, crs: null },
  parameters: { ...DEFAULT_PARAMETERS, envelope: "terrain", agedBefore: null },
  ...NO_DECISIONS,
};

const REPEATS = 3;

const WHOLE: ComparisonOptions = {
  by: "netCostYuan",
  weights: null,
  seed: 1,
  draws: 0,
  phasing: { startYear: 2026, years: 3 },
};

/** Least processor time of a few runs, ms; what ran last is given back. */
function time<T>(work: () => T, repeats = REPEATS): { readonly ms: number; readonly result: T } {
  let least = Infinity;
  let result: T | undefined;
  for (let k = 0; k < repeats; k++) {
    const start = process.cpuUsage();
    result = work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return { ms: least, result: result as T };
}

/** Neighbours gathered into districts of up to `size`, beginning at every `first`-th compound. */
function gather(links: ScenarioView["uncertain"]["graph"], size: number, first: number): Zoning {
  const { count, offset, neighbor } = links;
  const assignment = new Int32Array(count).fill(-1);
  let districts = 0;
  for (let step = 0; step < count; step++) {
    const seed = (step * first) % count;
    if (assignment[seed] >= 0) continue;
    const members = [seed];
    assignment[seed] = districts;
    for (let k = 0; k < members.length && members.length < size; k++) {
      const i = members[k];
      for (let e = offset[i]; e < offset[i + 1] && members.length < size; e++) {
        const j = neighbor[e];
        if (assignment[j] >= 0) continue;
        assignment[j] = districts;
        members.push(j);
      }
    }
    districts += 1;
  }
  // A step that shares a factor with the count would not reach everybody.
  for (let i = 0; i < count; i++) if (assignment[i] < 0) assignment[i] = districts++;
  return {
    districts: Array.from({ length: districts }, (_, d) => ({ id: `P${d}`, name: `P${d}` })),
    assignment,
    reason: new Uint8Array(count),
  };
}

function openCity(compounds: number) {
  const files = generateCity({ seed: 2022, compounds });
  const sources = files.map((file) => ({ ...file, role: guessRole(file.name, file.text) }));
  const world = readWorld(sources, RECIPE.read);
  const text = files.find(({ name }) => name === "compounds.geojson")?.text ?? "";
  return { prepared: prepare(world, RECIPE), text };
}

type City = ReturnType<typeof openCity>;

function row(name: string, ms: number, by: number): string {
  return `| ${name} | ${ms.toFixed(0)} | ${(ms / by).toFixed(2)} |`;
}

function benchPair({ prepared, text }: City, size: number): string[] {
  const { ms: parse } = time(() => JSON.parse(text) as unknown);
  const zonings = [gather(prepared.graph, 7, 1), gather(prepared.graph, 9, 7919)];
  const viewed = time(() =>
    zonings.map((zoning, k) => viewScenario({ name: `s${k}`, prepared, zoning })),
  );
  const [first, second] = viewed.result;
  const parts: readonly (readonly [string, () => unknown])[] = [
    ["indicators of both", () => compareScenarios([first, second])],
    ["districts matched", () => matchDistricts(first, second)],
    ["realignment", () => findRealignment(first, second)],
    ["winners and losers", () => findWinners(first, second)],
    ["agreement of links", () => linkAgreement(prepared.graph, zonings)],
    ["agreement of the two", () => zoningAgreement(prepared.graph, zonings[0], zonings[1])],
    ["phases of one", () => planPhases(first, { startYear: 2026, years: 3 })],
    ["tornado of one", () => tornado(first, { indicator: "netCostYuan" })],
    ["today, evaluated", () => viewToday(prepared, "today")],
  ];
  const whole = time(
    () => reportComparison([first, second, viewToday(prepared, "today")], WHOLE),
    1,
  );
  const counts = zonings.map(({ districts }) => districts.length).join(" and ");
  return [
    `${size} compounds, ${counts} districts`,
    "| part | ms | ÷ JSON.parse |",
    "|---|---|---|",
    row("JSON.parse of the compounds file", parse, parse),
    row("both evaluated, limits and accounts", viewed.ms, parse),
    ...parts.map(([name, work]) => row(name, time(work).ms, parse)),
    row("the whole report of both and today, no draws, once", whole.ms, parse),
  ];
}

/** The comparison of both and today as the worker makes it: step by step, what a stop has to wait for. */
function benchSteps({ prepared }: City, draws: number): string[] {
  const zonings = [gather(prepared.graph, 7, 1), gather(prepared.graph, 9, 7919)];
  let longest = 0;
  let count = 0;
  let over = 0;
  const walk = <S, T>(steps: Generator<S, T>): T => {
    for (;;) {
      const start = process.hrtime.bigint();
      const step = steps.next();
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      longest = Math.max(longest, ms);
      count += 1;
      if (ms > 50) over += 1;
      if (step.done) return step.value;
    }
  };
  const views: ScenarioView[] = [];
  const line = (what: string, work: () => void): string => {
    [longest, count, over] = [0, 0, 0];
    const { ms } = time(work, 1);
    const figures = [ms.toFixed(0), count, longest.toFixed(0), over];
    return `| ${what} | ${figures.join(" | ")} |`;
  };
  const compare = (number: number) => () => {
    walk(compareInSteps(views, { ...WHOLE, draws: number }));
  };
  return [
    "| in steps | ms | steps | longest, ms on the clock | over 50 ms |",
    "|---|---|---|---|---|",
    line("both and today evaluated", () => {
      for (const [k, zoning] of zonings.entries())
        views.push(walk(viewInSteps({ name: `s${k}`, prepared, zoning })));
      views.push(walk(todayInSteps(prepared, "today")));
    }),
    line("compared, no draws", compare(0)),
    line(`compared, ${draws} draws`, compare(draws)),
  ];
}

const DRAWS = 1000;

function benchDraws({ prepared }: City): string[] {
  const views = Array.from({ length: 12 }, (_, k) =>
    viewScenario({ name: `s${k}`, prepared, zoning: gather(prepared.graph, 4 + k, 1 + 2 * k) }),
  );
  const evaluated = time(() =>
    views.map(({ members }) => members.map((own) => prepared.estimator.district(own))),
  );
  const one = evaluated.ms / views.length;
  const run = (list: readonly ScenarioView[]) => {
    let longest = 0;
    const { ms } = time(() => {
      const draws = createRankingDraws(list, { seed: 1, goal: { by: "netCostYuan" } });
      for (let k = 0; k < DRAWS; k++) {
        const start = process.hrtime.bigint();
        draws.next();
        longest = Math.max(longest, Number(process.hrtime.bigint() - start) / 1e6);
      }
      return draws.odds();
    });
    const what = `${DRAWS} draws, ${list.length} scenarios`;
    return `| ${what} | ${ms.toFixed(0)} | ${(ms / one).toFixed(1)} | ${longest.toFixed(1)} |`;
  };
  const today = viewToday(prepared, "today");
  return [
    `Draws over ${prepared.world.compounds.length} compounds`,
    "| what | ms | ÷ one evaluation of one scenario | longest step, ms on the clock |",
    "|---|---|---|---|",
    `| one evaluation of one scenario | ${one.toFixed(1)} | 1.0 |  |`,
    run(views.slice(0, 1)),
    run(views),
    run([...views.slice(0, 11), today]),
  ];
}

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [738, 20_000]) {
  const city = openCity(size);
  console.log(benchPair(city, size).join("\n"));
  console.log(benchSteps(city, size <= 1000 ? DRAWS : 100).join("\n"));
  if (size <= 1000) console.log(benchDraws(city).join("\n"));
}
