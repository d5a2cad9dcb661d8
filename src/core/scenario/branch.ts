import type { AssumptionValues } from "../estimate/defaults.ts";
import type { Recipe } from "./recipe.ts";
import type { Scenario, ScenarioProof, ScenarioZoning } from "./scenario.ts";
import { type LogEntry, NEW_RECORD, type ScenarioRecord } from "./scenario-record.ts";

/** What a person does to what is kept beside a plan. */
export type RecordChange =
  | { readonly kind: "rename"; readonly name: string }
  | { readonly kind: "annotate"; readonly note: string }
  | { readonly kind: "lock" | "unlock" | "archive" | "restore" };

/** What a person does to a scenario. */
type ScenarioChange =
  | RecordChange
  /** the recipe as it stands was solved */
  | { readonly kind: "plan"; readonly zoning: ScenarioZoning; readonly proof: ScenarioProof }
  | { readonly kind: "assume"; readonly assumptions: Partial<AssumptionValues> }
  | { readonly kind: "recipe"; readonly recipe: Recipe }
  | { readonly kind: "edit"; readonly zoning: ScenarioZoning };

/** A copy of a scenario under a new id, with the scenario as its parent and a log of its own. */
export function branchScenario(
  parent: Scenario,
  { id, name, at }: { readonly id: string; readonly name: string; readonly at: string | null },
): Scenario {
  const entry: LogEntry = { event: "branched", at, args: { from: parent.name } };
  const record: ScenarioRecord = { ...NEW_RECORD, note: parent.record.note, log: [entry] };
  return { ...parent, id, name, parent: parent.id, record };
}

/** Keys whose values differ, sorted. */
function changedKeys(before: object, after: object): string[] {
  const [own, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...own.keys(), ...next.keys()])]
    .filter((key) => JSON.stringify(own.get(key)) !== JSON.stringify(next.get(key)))
    .sort();
}

/** Compounds that are somewhere else. */
function countMoved(before: ScenarioZoning, after: ScenarioZoning): number {
  const placesOf = ({ districts }: ScenarioZoning) =>
    new Map(districts.flatMap(({ id, compounds }) => compounds.map((one) => [one, id] as const)));
  const [own, next] = [placesOf(before), placesOf(after)];
  return [...new Set([...own.keys(), ...next.keys()])].filter(
    (one) => own.get(one) !== next.get(one),
  ).length;
}

/** A scenario as far as its name and record go. */
type Kept = Pick<Scenario, "id" | "name" | "record">;

type Changed<T> = Pick<LogEntry, "event" | "args"> & { readonly after: T };

function keepRecord<T extends Kept>(scenario: T, kept: Partial<ScenarioRecord>): T {
  return { ...scenario, record: { ...scenario.record, ...kept } };
}

function applyToRecord<T extends Kept>(scenario: T, change: RecordChange): Changed<T> {
  switch (change.kind) {
    case "rename": {
      const args = { from: scenario.name, to: change.name };
      return { event: "renamed", args, after: { ...scenario, name: change.name } };
    }
    case "annotate":
      return { event: "noted", args: {}, after: keepRecord(scenario, { note: change.note }) };
    case "lock":
      return { event: "locked", args: {}, after: keepRecord(scenario, { locked: true }) };
    case "unlock":
      return { event: "unlocked", args: {}, after: keepRecord(scenario, { locked: false }) };
    case "archive":
      return { event: "archived", args: {}, after: keepRecord(scenario, { archived: true }) };
    case "restore":
      return { event: "restored", args: {}, after: keepRecord(scenario, { archived: false }) };
  }
}

function applyChange(scenario: Scenario, change: ScenarioChange): Changed<Scenario> {
  switch (change.kind) {
    case "plan": {
      const districts = change.zoning.districts.filter((d) => d.compounds.length > 0).length;
      const solved = { zoning: change.zoning, plan: change.proof, edited: false, stale: false };
      return { event: "planned", args: { districts }, after: { ...scenario, ...solved } };
    }
    case "assume": {
      const { assumptions } = change;
      const keys = changedKeys(scenario.recipe.assumptions, assumptions).join(", ");
      const recipe = { ...scenario.recipe, assumptions };
      return { event: "assumed", args: { keys }, after: { ...scenario, recipe, stale: true } };
    }
    case "recipe": {
      const { recipe } = change;
      const keys = [
        ...changedKeys({ ...scenario.recipe, parameters: null }, { ...recipe, parameters: null }),
        ...changedKeys(scenario.recipe.parameters, recipe.parameters),
      ].join(", ");
      return { event: "changed", args: { keys }, after: { ...scenario, recipe, stale: true } };
    }
    case "edit": {
      const { zoning } = change;
      const compounds = countMoved(scenario.zoning, zoning);
      const after = { ...scenario, zoning, plan: null, edited: true };
      return { event: "edited", args: { compounds }, after };
    }
    default:
      return applyToRecord(scenario, change);
  }
}

function logChange<T extends Kept>({ event, args, after }: Changed<T>, at: string | null): T {
  return keepRecord(after, { log: [...after.record.log, { event, at, args }] });
}

function refuseLocked({ id, record }: Kept, { kind }: ScenarioChange): void {
  if (record.locked && kind !== "unlock")
    throw new Error(`scenario ${id} is locked: ${kind} is not possible`);
}

/**
 * Name, note, lock and archive changed, with a line in the log.
 * @param at when, as the log shall say
 * @throws when it is locked and the change is no unlocking
 */
export function changeRecord<T extends Kept>(of: T, change: RecordChange, at: string | null): T {
  refuseLocked(of, change);
  return logChange(applyToRecord(of, change), at);
}

/**
 * The scenario after a change, with a line in its log. A new assumption leaves the zoning and makes
 * it stale until it is planned again; an edit by hand takes its proof.
 * @param at when, as the log shall say
 * @throws when the scenario is locked and the change is no unlocking
 */
export function changeScenario(
  scenario: Scenario,
  change: ScenarioChange,
  at: string | null,
): Scenario {
  refuseLocked(scenario, change);
  return logChange(applyChange(scenario, change), at);
}
