import type { Language } from "../core/index.ts";
import type { Command, ExitCode, Terminal } from "./command.ts";
import { benchCommand } from "./commands/bench.ts";
import { candidatesCommand } from "./commands/candidates.ts";
import { compareCommand } from "./commands/compare.ts";
import { demoCommand } from "./commands/demo.ts";
import { exportCommand } from "./commands/export.ts";
import { planCommand } from "./commands/plan.ts";
import { templatesCommand } from "./commands/templates.ts";
import { validateCommand } from "./commands/validate.ts";
import { helpOf, helpOfAll } from "./help.ts";
import { parseArguments } from "./parse-arguments.ts";
import { UsageError } from "./usage-error.ts";

const COMMANDS: readonly Command[] = [
  validateCommand,
  planCommand,
  templatesCommand,
  candidatesCommand,
  compareCommand,
  exportCommand,
  demoCommand,
  benchCommand,
];

/** `--lang` as given before anything else is looked at, else the terminal's own language. */
function languageOf(words: readonly string[], fallback: Language): Language {
  const inline = words.findLast((word) => word.startsWith("--lang="))?.slice("--lang=".length);
  const at = words.lastIndexOf("--lang");
  const given = inline ?? (at < 0 ? undefined : words[at + 1]);
  return given === "zh" || given === "en" ? given : fallback;
}

/** Runs one command line; wrong usage becomes one line on stderr. */
export async function runCli(words: readonly string[], machine: Terminal): Promise<ExitCode> {
  const terminal = { ...machine, language: languageOf(words, machine.language) };
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.stderr(`pianqu: ${error.text[terminal.language]}`);
    return 2;
  }
}

async function dispatch(
  [name, ...words]: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  if (name === "--help" || name === "help") {
    terminal.stdout(helpOfAll(COMMANDS, terminal.language));
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) {
    const names = COMMANDS.map((known) => known.name).join(" | ");
    throw new UsageError(`请用命令 ${names}`, `use one of the commands ${names}`);
  }
  const args = parseArguments(words, command.options);
  args.choice("lang", ["zh", "en"], null);
  if (args.has("help")) {
    terminal.stdout(helpOf(command, terminal.language));
    return 0;
  }
  return command.run(args, terminal);
}
