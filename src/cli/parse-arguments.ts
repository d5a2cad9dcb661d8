import { parseArgs } from "node:util";
import type { Option } from "./option.ts";
import { UsageError } from "./usage-error.ts";

/** The arguments of a command, checked against its options but not yet read as numbers. */
export class Arguments {
  readonly positionals: readonly string[];
  private readonly values: ReadonlyMap<string, readonly string[]>;

  constructor(positionals: readonly string[], values: ReadonlyMap<string, readonly string[]>) {
    this.positionals = positionals;
    this.values = values;
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  text(name: string): string | null {
    return this.all(name).at(-1) ?? null;
  }

  /** @throws UsageError when the option is missing */
  required(name: string): string {
    const value = this.text(name);
    if (value === null) throw new UsageError(`缺少 --${name}，请补上`, `add --${name}`);
    return value;
  }

  /** The option as a number, `fallback` when absent. @throws UsageError */
  number<T>(name: string, fallback: T, range: NumberRange = {}): number | T {
    const text = this.text(name);
    return text === null ? fallback : readNumber(name, text, range);
  }

  /** As {@link number}; `none` gives null. @throws UsageError */
  numberOrNone<T>(name: string, fallback: T, range: NumberRange = {}): number | null | T {
    return this.text(name) === "none" ? null : this.number(name, fallback, range);
  }

  /** The option as one of `choices`, `fallback` when absent. @throws UsageError */
  choice<C extends string, T>(name: string, choices: readonly C[], fallback: T): C | T {
    const text = this.text(name);
    if (text === null) return fallback;
    const choice = choices.find((c) => c === text);
    if (choice) return choice;
    const list = choices.join(" | ");
    throw new UsageError(
      `--${name} 不能是“${text}”，请用 ${list}`,
      `--${name} cannot be "${text}"; use ${list}`,
    );
  }
}

export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

function readNumber(name: string, text: string, { min, max, whole = false }: NumberRange): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  const fits = Number.isFinite(value) && value >= (min ?? value) && value <= (max ?? value);
  if (fits && (!whole || Number.isSafeInteger(value))) return value;
  const from = min === undefined ? "" : ` ≥ ${min}`;
  const to = max === undefined ? "" : ` ≤ ${max}`;
  throw new UsageError(
    `--${name} 不能是“${text}”，请给一个${whole ? "整数" : "数"}${from}${to}`,
    `--${name} cannot be "${text}"; give a ${whole ? "whole number" : "number"}${from}${to}`,
  );
}

/** Splits the words after the command. @throws UsageError for unknown options and missing values */
export function parseArguments(words: readonly string[], options: readonly Option[]): Arguments {
  const known = new Map(options.map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      options.map(({ name, value }) => [
        name,
        { type: value === null ? ("boolean" as const) : ("string" as const) },
      ]),
    ),
  });
  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const option = known.get(token.name);
    if (!option || token.rawName !== `--${token.name}`) throw unknownOption(token.rawName);
    const list = values.get(token.name) ?? [];
    values.set(token.name, [...list, optionValue(option, token.value)]);
    if (list.length > 0 && !option.repeatable) throw repeated(token.name);
  }
  return new Arguments(positionals, values);
}

function optionValue({ name, value: placeholder }: Option, value: string | undefined): string {
  if (placeholder === null && value !== undefined)
    throw new UsageError(`--${name} 不带值`, `--${name} takes no value`);
  if (placeholder !== null && (value === undefined || value.startsWith("--")))
    throw new UsageError(
      `--${name} 后缺少值：--${name} ${placeholder}`,
      `--${name} needs a value: --${name} ${placeholder}`,
    );
  return value ?? "";
}

function unknownOption(rawName: string): UsageError {
  return new UsageError(
    `没有选项 ${rawName}，请用 --help 查看`,
    `there is no option ${rawName}; see --help`,
  );
}

function repeated(name: string): UsageError {
  return new UsageError(`--${name} 只能给一次`, `give --${name} only once`);
}
