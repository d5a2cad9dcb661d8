import * as v from "valibot";
import type { FileReading } from "../ingest/world.ts";
import type { Recipe } from "./recipe.ts";
import { RECIPE_SCHEMA } from "./scenario-schema.ts";

/**
 * The recipe with every key in its fixed place, so that equal recipes have equal texts.
 * @throws when a value is out of its range, naming it
 */
export function normaliseRecipe(recipe: Recipe): Recipe {
  const checked = v.safeParse(RECIPE_SCHEMA, recipe);
  if (!checked.success) {
    const [fault] = checked.issues;
    throw new Error(`recipe.${v.getDotPath(fault)}: ${fault.message}`);
  }
  const { read, assumptions, assumptionSet, ...rest } = checked.output;
  return {
    read: normaliseRead(read),
    ...rest,
    assumptionSet: assumptionSet && { ...assumptionSet, entries: sortKeys(assumptionSet.entries) },
    assumptions: sortKeys(assumptions),
    districtAssumptions: sortPlaces(rest.districtAssumptions),
    compoundAssumptions: sortPlaces(rest.compoundAssumptions),
    rulePack: { ...rest.rulePack, barrierClasses: sortKeys(rest.rulePack.barrierClasses) },
  };
}

/** Values by place; a place without any says nothing and is dropped. */
function sortPlaces<T>(places: Readonly<Record<string, Readonly<Record<string, T>>>>) {
  const said = Object.entries(places).filter(([, own]) => Object.keys(own).length > 0);
  return sortKeys(Object.fromEntries(said.map(([id, own]) => [id, sortKeys(own)])));
}

function normaliseRead({ fieldMap, crs, files }: Recipe["read"]): Recipe["read"] {
  const plain = { fieldMap: sortKeys(fieldMap), crs };
  if (files === undefined || Object.keys(files).length === 0) return plain;
  const sorted = Object.entries(sortKeys(files)).map(([name, one]) => [name, normaliseFile(one)]);
  return { ...plain, files: Object.fromEntries(sorted) };
}

function normaliseFile({ columns, units, joins, ...rest }: FileReading): FileReading {
  return { ...rest, columns: sortKeys(columns), units: sortKeys(units), joins: sortKeys(joins) };
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
