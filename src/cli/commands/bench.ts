import { generateCity } from "../../../data/generate-city.ts";
import {
  DEFAULT_PARAMETERS,
  guessRole,
  NO_DECISIONS,
  outlineDistricts,
  prepare,
  readWorld,
  type TimingsMs,
  VERSION,
} from "../../core/index.ts";
import { CITY_OPTIONS, readCitySize, SCENERY_FILE } from "../city-options.ts";
import type { Command, ExitCode, Terminal } from "../command.ts";
import { COMMON_OPTIONS, WORKERS_OPTION } from "../options.ts";
import { readWorkers, runSolve } from "../run-solve.ts";
import { createStopwatch } from "../stopwatch.ts";

/** Repetitions of the yardstick; the median counts. */
const PARSE_RUNS = 9;

/** Times each stage against parsing the same bytes as JSON, so that machines compare. */
export const benchCommand: Command = {
  name: "bench",
  usage: "",
  help: { zh: "测量各阶段耗时", en: "time each stage" },
  options: [...CITY_OPTIONS, WORKERS_OPTION, ...COMMON_OPTIONS],
  async run(args, terminal): Promise<ExitCode> {
    const workers = readWorkers(args, terminal);
    const compounds = readCitySize(args);
    const seed = args.number("seed", 1, { whole: true });
    const sources = generateCity({ seed, compounds })
      .filter(({ name }) => name !== SCENERY_FILE)
      .map((file) => ({ ...file, role: guessRole(file.name, file.text) }));
    const parseMs = medianParseMs(
      sources.map(({ text }) => text),
      terminal,
    );

    const stopwatch = createStopwatch(terminal);
    const world = readWorld(sources, { fieldMap: {}, crs: null });
    stopwatch.lap("check");
    const recipe = {
      read: { fieldMap: {}, crs: null },
      parameters: DEFAULT_PARAMETERS,
      ...NO_DECISIONS,
    };
    const prepared = prepare(world, recipe, {
      onStage: (stage) => stopwatch.lap(stage === "link" ? "link" : "estimate"),
    });
    const { zoning } = await runSolve(prepared.problem, terminal, { workers, deadline: Infinity });
    stopwatch.lap("plan");
    outlineDistricts(world, zoning, DEFAULT_PARAMETERS.gapM);
    stopwatch.lap("outline");

    const stages = stageRows(stopwatch.timingsMs(), parseMs);
    if (args.has("json")) {
      terminal.stdout(JSON.stringify({ version: VERSION, compounds, seed, parseMs, stages }));
    } else {
      terminal.stdout(`JSON.parse\t${parseMs.toFixed(1)} ms\t× 1`);
      for (const { stage, ms, ratio } of stages)
        terminal.stdout(`${stage}\t${ms.toFixed(1)} ms\t× ${ratio.toFixed(1)}`);
    }
    return 0;
  },
};

function medianParseMs(texts: readonly string[], { now }: Terminal): number {
  const runs = Array.from({ length: PARSE_RUNS }, () => {
    const start = now();
    for (const text of texts) JSON.parse(text);
    return now() - start;
  }).sort((a, b) => a - b);
  return runs[Math.floor(PARSE_RUNS / 2)];
}

function stageRows({ check, link, estimate, plan, outline }: TimingsMs, parseMs: number) {
  return Object.entries({ read: check, link, estimate, plan, outline }).map(([stage, ms]) => ({
    stage,
    ms,
    ratio: ms / parseMs,
  }));
}
