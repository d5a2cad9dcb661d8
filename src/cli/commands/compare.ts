import {
  CRITERIA,
  type IndicatorKey,
  reportComparison,
  type ScenarioView,
  TODAY_NAME,
  viewScenario,
  viewToday,
  type Weights,
  writeComparison,
} from "../../core/index.ts";
import type { Command } from "../command.ts";
import { describeComparison } from "../comparison-text.ts";
import type { OpenScenario } from "../open-kept.ts";
import { openScenarios } from "../open-scenario.ts";
import type { Option } from "../option.ts";
import { COMMON_OPTIONS, DATA_OPTIONS } from "../options.ts";
import type { Arguments } from "../parse-arguments.ts";
import { UsageError } from "../usage-error.ts";

const OPTIONS: readonly Option[] = [
  {
    name: "by",
    value: "INDICATOR",
    help: { zh: "看哪一指标的不确定性", en: "indicator whose uncertainty is asked for" },
  },
  {
    name: "weight",
    value: "INDICATOR=N",
    repeatable: true,
    help: { zh: "指标权重", en: "weight of an indicator" },
  },
  { name: "draws", value: "N", help: { zh: "随机抽样次数", en: "draws of all assumptions" } },
  { name: "seed", value: "N", help: { zh: "随机种子", en: "seed" } },
  { name: "start-year", value: "Y", help: { zh: "启动年份", en: "year of the first launches" } },
  { name: "years", value: "N", help: { zh: "实施年数", en: "years of the programme" } },
];

/** Scenario files side by side, and beside today. */
export const compareCommand: Command = {
  name: "compare",
  usage: "<a.pianqu.json> [<b.pianqu.json>…]",
  help: { zh: "比较情景", en: "compare scenarios" },
  options: [...OPTIONS, ...DATA_OPTIONS, ...COMMON_OPTIONS],
  async run(args, terminal) {
    if (args.positionals.length < 1)
      throw new UsageError("请给出情景文件", "name the scenario files");
    const by = readIndicator(args.text("by") ?? "netCostYuan");
    const weights = readWeights(args);
    const scenarios = await openScenarios(args.positionals, args, terminal);
    if (!scenarios) return 1;
    const { language } = terminal;
    const report = reportComparison(viewAll(scenarios, TODAY_NAME[language]), {
      by,
      weights,
      seed: args.number("seed", 1, { whole: true }),
      draws: args.number("draws", 200, { min: 0, max: 100_000, whole: true }),
      phasing: readPhasing(args, scenarios),
    });
    if (args.has("json")) terminal.stdout(writeComparison(report));
    else for (const line of describeComparison(report, language)) terminal.stdout(line);
    return 0;
  },
};

/** The scenarios in the order given, then today as the first one's data show it. */
function viewAll(scenarios: readonly OpenScenario[], today: string): ScenarioView[] {
  const views = scenarios.map(({ scenario, prepared, zoning }) =>
    viewScenario({ name: scenario.name, prepared, zoning }),
  );
  return [...views, viewToday(scenarios[0].prepared, today)];
}

/** Phases start in the reference year of the first scenario when nobody says. */
function readPhasing(args: Arguments, [first]: readonly OpenScenario[]) {
  const year = { min: 1, max: 9999, whole: true };
  return {
    startYear: args.number("start-year", first.prepared.values.reference_year, year),
    years: args.number("years", 3, { min: 1, max: 100, whole: true }),
  };
}

/** @throws UsageError */
function readIndicator(text: string): IndicatorKey {
  const key = CRITERIA.find((known) => known === text);
  if (key) return key;
  const known = CRITERIA.join(" | ");
  throw new UsageError(`指标请用 ${known}`, `use one of the indicators ${known}`);
}

/** @throws UsageError */
function readWeights(args: Arguments): Weights | null {
  const given = args.all("weight").map((text): [IndicatorKey, number] => {
    const [, key, number] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    const weight = Number(number);
    if (key && Number.isFinite(weight) && weight >= 0) return [readIndicator(key), weight];
    throw new UsageError(
      `--weight 不能是“${text}”，请写成 netCostYuan=2`,
      `--weight cannot be "${text}"; write it as netCostYuan=2`,
    );
  });
  return given.some(([, weight]) => weight > 0) ? Object.fromEntries(given) : null;
}
