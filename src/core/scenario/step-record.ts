import * as v from "valibot";
import type { World } from "../ingest/world.ts";
import type { Move } from "../zoning/edit.ts";
import type { HistoryStep } from "./history.ts";
import type { Recipe } from "./recipe.ts";
import { RECIPE_SCHEMA } from "./scenario-schema.ts";

const whole = v.pipe(v.number(), v.safeInteger());
const position = v.pipe(whole, v.minValue(-1));
const identity = v.nullable(v.strictObject({ id: v.string(), name: v.string() }));
const part = v.partial(RECIPE_SCHEMA);

/**
 * A step by compound ids, so that it outlives the order of the data. Compounds that made the same
 * move stand together.
 */
const STEP_SCHEMA = v.strictObject({
  moves: v.array(
    v.strictObject({
      from: position,
      to: position,
      reasonFrom: v.pipe(whole, v.minValue(0)),
      reasonTo: v.pipe(whole, v.minValue(0)),
      compounds: v.array(v.string()),
    }),
  ),
  districts: v.array(
    v.strictObject({ at: v.pipe(whole, v.minValue(0)), before: identity, after: identity }),
  ),
  recipe: v.nullable(v.strictObject({ before: part, after: part })),
  mark: v.nullable(v.string()),
});

export type StepRecord = v.InferOutput<typeof STEP_SCHEMA>;

/** A step as plain data, ready for a file or a store. O(moves). */
export function describeStep(
  { diff, recipe, mark }: HistoryStep,
  { compounds }: World,
): StepRecord {
  const alike = new Map<string, StepRecord["moves"][number]>();
  for (const { compound, ...move } of diff.moves) {
    const key = `${move.from} ${move.to} ${move.reasonFrom} ${move.reasonTo}`;
    const { id } = compounds[compound];
    const known = alike.get(key);
    if (known) known.compounds.push(id);
    else alike.set(key, { ...move, compounds: [id] });
  }
  return {
    moves: [...alike.values()],
    districts: diff.districts.map((change) => ({ ...change })),
    recipe: recipe as StepRecord["recipe"],
    mark,
  };
}

/**
 * The step on a world; null when the record is damaged or names a compound that the world lacks.
 * @param indexOf position of each compound id
 */
export function restoreStep(
  record: unknown,
  indexOf: ReadonlyMap<string, number>,
): HistoryStep | null {
  const checked = v.safeParse(STEP_SCHEMA, record, { abortEarly: true });
  if (!checked.success) return null;
  const { moves: alike, districts, recipe, mark } = checked.output;
  const moves: Move[] = [];
  for (const { compounds, ...move } of alike) {
    for (const id of compounds) {
      const compound = indexOf.get(id);
      if (compound === undefined) return null;
      moves.push({ compound, ...move });
    }
  }
  moves.sort((a, b) => a.compound - b.compound);
  return {
    diff: { moves, districts },
    recipe: recipe as { before: Partial<Recipe>; after: Partial<Recipe> } | null,
    mark,
  };
}
