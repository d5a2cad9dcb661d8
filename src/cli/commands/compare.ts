import {
  compareScenarios,
  evaluateZoning,
  type Indicator,
  type IndicatorTable,
  type Language,
  VERSION,
} from "../../core/index.ts";
import type { Command } from "../command.ts";
import { type OpenScenario, openScenario } from "../open-scenario.ts";
import { COMMON_OPTIONS } from "../options.ts";
import { UsageError } from "../usage-error.ts";

/** Scenario files side by side. */
export const compareCommand: Command = {
  name: "compare",
  usage: "<a.pianqu.json> <b.pianqu.json…>",
  help: { zh: "比较情景", en: "compare scenarios" },
  options: COMMON_OPTIONS,
  run(args, terminal) {
    if (args.positionals.length < 2)
      throw new UsageError("请给出至少两个情景文件", "name at least two scenario files");
    const opened = args.positionals.map((path) => openScenario(path, terminal));
    const scenarios = opened.filter((scenario) => scenario !== null);
    if (scenarios.length < opened.length) return 1;
    const table = compareScenarios(scenarios.map(evaluate));
    if (args.has("json")) terminal.stdout(JSON.stringify({ version: VERSION, ...table }));
    else for (const line of writeTable(table, terminal.language)) terminal.stdout(line);
    return 0;
  },
};

function evaluate({ scenario, prepared, zoning }: OpenScenario) {
  const { estimates, violations } = evaluateZoning(
    prepared.problem,
    zoning,
    prepared.overrides.byDistrict,
  );
  return { name: scenario.name, world: prepared.world, zoning, estimates, violations };
}

/** Tab-separated lines: indicator, unit, then each scenario with its difference to the first. */
function writeTable({ scenarios, indicators }: IndicatorTable, language: Language): string[] {
  const number = (x: number) => x.toLocaleString("en", { maximumFractionDigits: 3 });
  const cell = ({ values, differences }: Indicator, k: number) => {
    const difference = differences[k];
    const sign = difference > 0 ? "+" : "";
    return k === 0 || difference === 0
      ? number(values[k])
      : `${number(values[k])} (${sign}${number(difference)})`;
  };
  return [
    ["", "", ...scenarios].join("\t"),
    ...indicators.map((indicator) =>
      [
        indicator.label[language],
        indicator.unit[language],
        ...scenarios.map((_, k) => cell(indicator, k)),
      ].join("\t"),
    ),
  ];
}
