import * as v from "valibot";
import type { Issue, IssueCode } from "../base/issue.ts";
import { VERSION } from "../base/version.ts";
import { MIGRATIONS, migrateScenario, SCENARIO_VERSION } from "./migrations.ts";
import { normaliseRecipe } from "./normalise-recipe.ts";
import type { Scenario } from "./scenario.ts";
import { SCENARIO_SCHEMA } from "./scenario-schema.ts";

/** Marks a JSON file as a scenario, so that it is told from any other. */
const SCENARIO_FORMAT = "pianqu-scenario";

/**
 * The scenario as the text of a `.pianqu.json` file, `version` first, keys in a fixed order.
 * @throws when a value does not fit the file, e.g. a number that is not finite
 */
export function writeScenario(scenario: Scenario): string {
  const content = v.parse(SCENARIO_SCHEMA, {
    version: SCENARIO_VERSION,
    format: SCENARIO_FORMAT,
    program: VERSION,
    ...scenario,
    recipe: normaliseRecipe(scenario.recipe),
  });
  return `${JSON.stringify(content, null, 1)}\n`;
}

/** A scenario, or why the text is none. */
export type ReadScenario =
  | { readonly scenario: Scenario; readonly issues: readonly [] }
  | { readonly scenario: null; readonly issues: readonly Issue[] };

/**
 * Reads a `.pianqu.json` file of this or an older version. Never throws: text that is no JSON, no
 * scenario, of a newer version or damaged becomes an issue that says where.
 * @param source file name for the issues
 */
export function readScenario(text: string, source: string | null = null): ReadScenario {
  const fail = (code: IssueCode, args: Issue["args"]): ReadScenario => ({
    scenario: null,
    issues: [{ code, severity: "error", source, feature: null, at: null, args }],
  });
  const content = parseObject(text);
  if (content === null) return fail("scenario-syntax", {});
  const { version } = content;
  if (content.format !== SCENARIO_FORMAT || !isVersion(version)) return fail("scenario-none", {});
  if (version > SCENARIO_VERSION)
    return fail("scenario-newer", { version, known: SCENARIO_VERSION });

  const migrated = migrateScenario(content, version, { to: SCENARIO_VERSION, steps: MIGRATIONS });
  const checked = v.safeParse(SCENARIO_SCHEMA, migrated, { abortEarly: true });
  if (!checked.success) {
    const [fault] = checked.issues;
    return fail("scenario-damaged", {
      path: v.getDotPath(fault) ?? "",
      detail: fault.message.slice(0, 200),
    });
  }
  const { version: _version, format: _format, program: _program, ...scenario } = checked.output;
  return { scenario, issues: [] };
}

function isVersion(version: unknown): version is number {
  return typeof version === "number" && Number.isSafeInteger(version) && version >= 1;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isObject(content) ? content : null;
  } catch {
    return null;
  }
}

function isObject(content: unknown): content is Record<string, unknown> {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}
