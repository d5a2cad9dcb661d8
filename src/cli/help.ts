import type { Language } from "../core/index.ts";
import type { Command } from "./command.ts";

/** Column at which explanations begin. */
const COLUMN = 38;

/** Every command in one line each. */
export function helpOfAll(commands: readonly Command[], language: Language): string {
  const lines = commands.map(({ name, usage, help }) => row(`${name} ${usage}`, help[language]));
  return ["pianqu <command> …", ...lines, row("<command> --help", HELP[language])].join("\n");
}

const HELP = { zh: "命令的选项", en: "the options of a command" } as const;

/** Usage of one command with its options. */
export function helpOf(command: Command, language: Language): string {
  const { name, usage, help, options, note } = command;
  const lines = options.map((option) => {
    const repeated = option.repeatable ? " …" : "";
    const value = option.value === null ? "" : ` ${option.value}`;
    return row(`--${option.name}${value}${repeated}`, option.help[language]);
  });
  const below = note ? ["", note[language]] : [];
  return [`pianqu ${name} ${usage}`.trim(), help[language], ...lines, ...below].join("\n");
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(COLUMN)}  ${right}`;
}
