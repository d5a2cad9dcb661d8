import { generateCity } from "../../../data/generate-city.ts";
import { VERSION } from "../../core/index.ts";
import { CITY_OPTIONS, readCitySize } from "../city-options.ts";
import type { Command } from "../command.ts";
import { writeFiles } from "../files.ts";
import { COMMON_OPTIONS, OUT_OPTION } from "../options.ts";

/** Writes a synthetic city. */
export const demoCommand: Command = {
  name: "demo",
  usage: "--out DIR",
  help: { zh: "生成模拟城市", en: "generate a synthetic city" },
  options: [OUT_OPTION, ...CITY_OPTIONS, ...COMMON_OPTIONS],
  run(args, terminal) {
    const out = args.required("out");
    const seed = args.number("seed", 1, { whole: true });
    const files = generateCity({ seed, compounds: readCitySize(args) });
    writeFiles(out, files);
    const written = files.map(({ name }) => name);
    if (args.has("json")) terminal.stdout(JSON.stringify({ version: VERSION, seed, written }));
    else terminal.stderr(`${written.join(" ")} → ${out}`);
    return 0;
  },
};
