import {
  type ExportedFile,
  type ExportInput,
  exportPage,
  exportPlan,
  exportTables,
  outlineDistricts,
  VERSION,
} from "../../core/index.ts";
import type { Command } from "../command.ts";
import { writeTextFiles } from "../files.ts";
import { openScenario } from "../open-scenario.ts";
import { COMMON_OPTIONS, OUT_OPTION } from "../options.ts";
import { createStopwatch } from "../stopwatch.ts";
import { UsageError } from "../usage-error.ts";

const WRITERS: Readonly<Record<string, (input: ExportInput) => readonly ExportedFile[]>> = {
  geojson: (input) => exportPlan(input).filter(({ name }) => name.endsWith(".geojson")),
  csv: exportTables,
  html: exportPage,
};

/** A scenario file in another format. */
export const exportCommand: Command = {
  name: "export",
  usage: "<scenario> --format geojson|csv|html --out DIR",
  help: { zh: "导出情景", en: "export a scenario" },
  options: [
    {
      name: "format",
      value: "geojson|csv|html",
      help: { zh: "格式", en: "format" },
    },
    OUT_OPTION,
    ...COMMON_OPTIONS,
  ],
  run(args, terminal) {
    const [path, ...rest] = args.positionals;
    if (path === undefined || rest.length > 0)
      throw new UsageError("请给出一个情景文件", "name one scenario file");
    const formats = Object.keys(WRITERS);
    args.required("format");
    const format = args.choice("format", formats, "geojson");
    const out = args.required("out");
    const stopwatch = createStopwatch(terminal);
    const opened = openScenario(path, terminal);
    if (!opened) return 1;
    const { scenario, prepared, zoning, plan } = opened;
    const files = WRITERS[format]({
      prepared,
      zoning,
      plan,
      outlines: outlineDistricts(prepared.world, zoning, scenario.recipe.parameters.gapM),
      scenario,
      sources: scenario.sources,
      issues: [],
      language: terminal.language,
      measure: () => ({ timingsMs: stopwatch.timingsMs(), peakMemoryMb: terminal.peakMemoryMb() }),
    });
    writeTextFiles(out, files);
    const written = files.map(({ name }) => name);
    if (args.has("json")) terminal.stdout(JSON.stringify({ version: VERSION, written }));
    else terminal.stderr(`${written.join(" ")} → ${out}`);
    return 0;
  },
};
