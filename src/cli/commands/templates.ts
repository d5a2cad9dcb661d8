import {
  DEFAULT_RULE_PACK,
  SHIPPED_SETS,
  VERSION,
  writeAssumptions,
  writeRulePack,
} from "../../core/index.ts";
import type { Command } from "../command.ts";
import { writeFiles } from "../files.ts";
import { COMMON_OPTIONS, OUT_OPTION } from "../options.ts";

/** Writes the files a bureau edits: assumption sets, blank and filled, and the rule pack. */
export const templatesCommand: Command = {
  name: "templates",
  usage: "--out DIR",
  help: {
    zh: "写出可编辑的参数集与规则包",
    en: "write assumption sets and a rule pack to edit",
  },
  options: [OUT_OPTION, ...COMMON_OPTIONS],
  run(args, terminal) {
    const out = args.required("out");
    const files = [
      {
        name: "assumptions.json",
        text: writeAssumptions(null, { values: {}, blank: false }),
      },
      {
        name: "assumptions-blank.json",
        text: writeAssumptions(null, { values: {}, blank: true }),
      },
      ...SHIPPED_SETS.map((set) => ({
        name: `assumptions-${set.id}.json`,
        text: writeAssumptions(set, { values: {}, blank: false }),
      })),
      { name: "rules.json", text: writeRulePack(DEFAULT_RULE_PACK) },
    ];
    writeFiles(out, files);
    const written = files.map(({ name }) => name);
    if (args.has("json")) terminal.stdout(JSON.stringify({ version: VERSION, written }));
    else terminal.stderr(`${written.join(" ")} → ${out}`);
    return 0;
  },
};
