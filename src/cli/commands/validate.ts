import { guessRoles, readWorld, VERSION } from "../../core/index.ts";
import type { Command } from "../command.ts";
import { readDataFiles } from "../files.ts";
import { COMMON_OPTIONS, DATA_OPTIONS } from "../options.ts";
import { countIssues, hasErrors, issueRecord, printIssues } from "../print-issues.ts";
import { checkNamedFiles } from "../read-file-options.ts";
import { readOptionSources, readOptionsFrom } from "../read-sources.ts";
import { UsageError } from "../usage-error.ts";

/** Reads and checks files: counts and issues. */
export const validateCommand: Command = {
  name: "validate",
  usage: "<files…>",
  help: { zh: "检查数据文件", en: "check data files" },
  options: [...DATA_OPTIONS, ...COMMON_OPTIONS],
  async run(args, terminal) {
    const { openContainer } = terminal;
    const files = await readDataFiles(args.positionals, openContainer);
    const added = await readOptionSources(args, openContainer);
    const sources = [...guessRoles(files), ...added];
    if (sources.length === 0) throw new UsageError("请给出要检查的文件", "name the files to check");
    checkNamedFiles(args, sources);
    const world = readWorld(sources, readOptionsFrom(args, { fieldMap: {}, crs: null }));
    const counts = {
      features: world.featuresRead,
      compounds: world.compounds.length,
      ledgerRows: world.ledgers.reduce((sum, { rows }) => sum + rows.length, 0),
      barriers: world.barriers.length,
      crossings: world.crossings.length,
      communities: world.communities.length,
      ...countIssues(world.issues),
    };
    if (args.has("json")) {
      const files = sources.map(({ name, role }) => ({ name, role }));
      const issues = world.issues.map((issue) => issueRecord(issue, terminal.language));
      const answer = { version: VERSION, dataHash: world.dataHash, files, counts, issues };
      terminal.stdout(JSON.stringify(answer));
    } else {
      printIssues(world.issues, terminal);
      for (const { name, role } of sources) terminal.stdout(`${role}\t${name}`);
      for (const [name, count] of Object.entries(counts)) terminal.stdout(`${name}\t${count}`);
    }
    return hasErrors(world.issues) ? 1 : 0;
  },
};
