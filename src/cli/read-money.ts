import {
  type Issue,
  type Limits,
  type Recipe,
  readAssumptions,
  readRulePack,
  SERVICE_LEVELS,
  SHIPPED_SETS,
} from "../core/index.ts";
import { readTextFile } from "./files.ts";
import type { Arguments } from "./parse-arguments.ts";
import { UsageError } from "./usage-error.ts";

/** What the options say of money and of the rules of the place. */
export interface Money extends Pick<Recipe, "assumptionSet" | "assumptions" | "rulePack"> {
  /** limits to start from: the rule pack's where one is given */
  readonly limits: Limits;
  readonly issues: readonly Issue[];
}

/** The options on top of `base`; a rule pack sets the limits that other options then change. @throws UsageError */
export function readMoney(args: Arguments, base: Recipe): Money {
  const file = readFile(args, "assumptions", readAssumptions);
  const rules = readFile(args, "rules", readRulePack);
  const level = args.text("service-level") === null ? null : readLevel(args);
  return {
    assumptionSet: file?.set ?? readShipped(args) ?? base.assumptionSet,
    assumptions: {
      ...base.assumptions,
      ...file?.values,
      ...(level === null ? {} : { service_level: level }),
    },
    rulePack: rules?.pack ?? base.rulePack,
    limits: rules?.pack.limits ?? base.parameters.limits,
    issues: [...(file?.issues ?? []), ...(rules?.issues ?? [])],
  };
}

function readLevel(args: Arguments): number {
  return SERVICE_LEVELS.indexOf(args.choice("service-level", SERVICE_LEVELS, "basic"));
}

function readShipped(args: Arguments) {
  const id = args.text("assumption-set");
  if (id === null) return null;
  const found = SHIPPED_SETS.find((set) => set.id === id);
  if (found) return found;
  const known = SHIPPED_SETS.map((set) => set.id).join(", ");
  throw new UsageError(
    `没有参数集“${id}”，可用：${known}`,
    `there is no assumption set "${id}"; known: ${known}`,
  );
}

function readFile<T>(
  args: Arguments,
  name: string,
  read: (content: unknown, source: string) => T,
): T | null {
  const path = args.text(name);
  if (path === null) return null;
  const file = readTextFile(path);
  return read(parseJson(file.text), file.name);
}

/** The content; null for text that is no JSON, which no reader takes for an object. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}
