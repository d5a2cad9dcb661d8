import { NOTHING_DRAWN } from "./drawings.ts";
import { DEFAULT_RULE_PACK } from "./rule-pack.ts";
import { NEW_RECORD } from "./scenario-record.ts";

/** Version of the scenario file that this program writes. */
export const SCENARIO_VERSION = 5;

/** Turns the content of a file of version `n` into that of version `n + 1`. */
export type Migration = (content: Readonly<Record<string, unknown>>) => Record<string, unknown>;

type Content = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Content {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A left-out entry of version 1 named one relaxation, and nothing had verified it. */
function addRelaxations(left: unknown): unknown {
  if (!isObject(left)) return left;
  const { relaxation } = left;
  if (!isObject(relaxation)) return { ...left, relaxations: [] };
  const marked = { ...relaxation, verified: false };
  return { ...left, relaxation: marked, relaxations: [marked] };
}

/** Version 2 brought rules, locks and a start; version 1 had none. What is damaged stays damaged. */
function addRules(content: Content): Record<string, unknown> {
  const { recipe, plan } = content;
  const withRules = isObject(recipe) && {
    ...recipe,
    parameters: isObject(recipe.parameters)
      ? { ...recipe.parameters, anchorsAsSeeds: false }
      : recipe.parameters,
    mustTogether: [],
    neverTogether: [],
    locks: [],
    start: null,
  };
  const withRelaxations = isObject(plan) && {
    ...plan,
    leftOut: Array.isArray(plan.leftOut) ? plan.leftOut.map(addRelaxations) : plan.leftOut,
  };
  return { ...content, recipe: withRules || recipe, plan: withRelaxations || plan };
}

/** Version 3 brought assumption sets, values for single places, the rule pack and the fee limit. */
function addMoney(content: Content): Record<string, unknown> {
  const { recipe } = content;
  if (!isObject(recipe)) return { ...content };
  const { parameters } = recipe;
  const limits = isObject(parameters) && isObject(parameters.limits) ? parameters.limits : null;
  const withLimit = isObject(parameters) &&
    limits && { ...parameters, limits: { ...limits, maxBreakEvenFeeYuanPerM2Month: null } };
  return {
    ...content,
    recipe: {
      ...recipe,
      parameters: withLimit || parameters,
      assumptionSet: null,
      districtAssumptions: {},
      compoundAssumptions: {},
      rulePack: DEFAULT_RULE_PACK,
    },
  };
}

/** Version 4 brought note, lock, archive and log; version 3 kept none of them. */
function addRecord(content: Content): Record<string, unknown> {
  return { ...content, record: NEW_RECORD };
}

/** Version 5 brought barriers and crossings drawn and taken out by hand. */
function addDrawings(content: Content): Record<string, unknown> {
  const { recipe } = content;
  return { ...content, recipe: isObject(recipe) ? { ...recipe, ...NOTHING_DRAWN } : recipe };
}

/** Key `n` migrates from version `n` to `n + 1`; one entry for every version before the current. */
export const MIGRATIONS: ReadonlyMap<number, Migration> = new Map([
  [1, addRules],
  [2, addMoney],
  [3, addRecord],
  [4, addDrawings],
]);

/**
 * The content in version `to`, step by step; `version` is kept in step.
 * @throws when a step is missing, which is a fault of the program.
 */
export function migrateScenario(
  content: Readonly<Record<string, unknown>>,
  from: number,
  { to, steps }: { readonly to: number; readonly steps: ReadonlyMap<number, Migration> },
): Readonly<Record<string, unknown>> {
  let current = content;
  for (let version = from; version < to; version++) {
    const step = steps.get(version);
    if (!step) throw new Error(`no migration from scenario version ${version} to ${version + 1}`);
    current = { ...step(current), version: version + 1 };
  }
  return current;
}
