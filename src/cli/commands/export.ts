import {
  EXPORT_FORMATS,
  type ExportInput,
  exportAs,
  outlineDistricts,
  PLACED_FORMATS,
  PUBLIC_FORMATS,
  VERSION,
  WRITTEN_SYSTEMS,
  writtenSystemsAt,
} from "../../core/index.ts";
import type { Command } from "../command.ts";
import { writeFiles } from "../files.ts";
import { MACHINE } from "../machine.ts";
import type { OpenScenario } from "../open-kept.ts";
import { openScenario, openScenarios } from "../open-scenario.ts";
import { COMMON_OPTIONS, DATA_OPTIONS, OUT_OPTION } from "../options.ts";
import { createStopwatch } from "../stopwatch.ts";
import { UsageError } from "../usage-error.ts";

const ENCODINGS = ["utf-8", "gbk"] as const;

const outlineOf = ({ scenario, prepared, zoning }: OpenScenario) =>
  outlineDistricts(prepared.world, zoning, scenario.recipe.parameters.gapM);

/** A scenario file in another format. */
export const exportCommand: Command = {
  name: "export",
  usage: `<scenario or exported compounds> --format ${EXPORT_FORMATS.join("|")} --out DIR`,
  help: { zh: "导出情景", en: "export a scenario" },
  options: [
    {
      name: "format",
      value: EXPORT_FORMATS.join("|"),
      help: { zh: "格式", en: "format" },
    },
    {
      name: "encoding",
      value: ENCODINGS.join("|"),
      help: { zh: "Shapefile 属性表编码", en: "encoding of shapefile tables" },
    },
    {
      name: "system",
      value: WRITTEN_SYSTEMS.join("|"),
      help: {
        zh: "Shapefile、GeoPackage 的坐标系；gauss-kruger 为所在 3° 带",
        en: "system of shapefiles and GeoPackages; gauss-kruger: the 3° zone they lie in",
      },
    },
    {
      name: "public",
      value: null,
      help: {
        zh: "公开版：去除金额与单位名称，坐标取整",
        en: "public set: no money, no companies, coarse coordinates",
      },
    },
    {
      name: "unit",
      value: "NAME",
      help: { zh: "图件与公示的编制单位", en: "who draws up maps and notices" },
    },
    {
      name: "date",
      value: "YYYY-MM-DD",
      help: { zh: "图件与公示的日期", en: "date of maps and notices" },
    },
    {
      name: "with",
      value: "FILE",
      repeatable: true,
      help: { zh: "一并列出的情景", en: "a scenario to be shown beside it" },
    },
    OUT_OPTION,
    ...DATA_OPTIONS,
    ...COMMON_OPTIONS,
  ],
  async run(args, terminal) {
    const [path, ...rest] = args.positionals;
    if (path === undefined || rest.length > 0)
      throw new UsageError(
        "请给出一个情景文件，或导出方案的小区文件",
        "name one scenario file or the compounds of an exported plan",
      );
    args.required("format");
    const format = args.choice("format", EXPORT_FORMATS, EXPORT_FORMATS[0]);
    const encoding = args.choice("encoding", ENCODINGS, ENCODINGS[0]);
    const audience = args.has("public") ? "public" : "internal";
    if (audience === "public" && !PUBLIC_FORMATS.includes(format))
      throw new UsageError(
        `${format} 没有公开版，可选：${PUBLIC_FORMATS.join("、")}`,
        `${format} has no public set; choose one of ${PUBLIC_FORMATS.join(", ")}`,
      );
    const system = args.choice("system", WRITTEN_SYSTEMS, WRITTEN_SYSTEMS[0]);
    if (system !== "wgs84" && !PLACED_FORMATS.includes(format))
      throw new UsageError(
        `${format} 只用 WGS 84；--system 适用于 ${PLACED_FORMATS.join("、")}`,
        `${format} is WGS 84 only; --system is for ${PLACED_FORMATS.join(", ")}`,
      );
    const issued = { unit: args.text("unit"), date: args.text("date") };
    const out = args.required("out");
    const stopwatch = createStopwatch(terminal);
    const opened = await openScenario(path, args, terminal);
    if (!opened) return 1;
    const { scenario, prepared, zoning, plan } = opened;
    const { lon0 } = prepared.world.projection;
    if (!writtenSystemsAt(lon0).includes(system))
      throw new UsageError(
        `数据不在 CGCS2000 的 3° 带范围内，请用 --system cgcs2000`,
        `the data lie in no 3° zone of CGCS2000; use --system cgcs2000`,
      );
    const beside = await openScenarios(args.all("with"), args, terminal);
    if (!beside) return 1;
    const input: ExportInput = {
      prepared,
      zoning,
      plan,
      outlines: outlineOf(opened),
      scenario,
      others: beside.map((other) => ({
        name: other.scenario.name,
        note: other.scenario.record.note,
        prepared: other.prepared,
        zoning: other.zoning,
        outlines: outlineOf(other),
      })),
      sources: scenario.sources,
      issues: opened.issues,
      language: terminal.language,
      measure: () => ({ timingsMs: stopwatch.timingsMs(), peakMemoryMb: terminal.peakMemoryMb() }),
    };
    const files = await exportAs({ format, encoding, system, audience, ...issued }, input, MACHINE);
    writeFiles(out, files);
    const written = files.map(({ name }) => name);
    if (args.has("json")) terminal.stdout(JSON.stringify({ version: VERSION, written }));
    else terminal.stderr(`${written.join(" ")} → ${out}`);
    return 0;
  },
};
