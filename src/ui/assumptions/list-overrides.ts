import {
  ASSUMPTION_OF,
  type AssumptionKey,
  type Recipe,
  resolveAssumptions,
  type ShippedAssumption,
  valuesOfSet,
} from "../../core/index.ts";

/** A value that was set by hand, and what held before it. */
export interface Override {
  /** id null: the whole city */
  readonly place: { readonly kind: "city" | "district" | "compound"; readonly id: string | null };
  readonly entry: ShippedAssumption;
  readonly before: number;
  readonly value: number;
}

type Own = Readonly<Partial<Record<AssumptionKey, number>>>;

/** Every value set by hand, the city's first; places in the order of their ids. */
export function listOverrides(recipe: Recipe): Override[] {
  const set = resolveAssumptions(valuesOfSet(recipe.assumptionSet));
  const city = resolveAssumptions(valuesOfSet(recipe.assumptionSet), recipe.assumptions);
  const rows = (place: Override["place"], own: Own, under: typeof set): Override[] =>
    Object.entries(own).flatMap(([key, value]) => {
      const entry = ASSUMPTION_OF.get(key);
      return entry ? [{ place, entry, before: under[entry.key], value }] : [];
    });
  const ofPlaces = (kind: "district" | "compound", places: Readonly<Record<string, Own>>) =>
    Object.entries(places).flatMap(([id, own]) => rows({ kind, id }, own, city));
  return [
    ...rows({ kind: "city", id: null }, recipe.assumptions, set),
    ...ofPlaces("district", recipe.districtAssumptions),
    ...ofPlaces("compound", recipe.compoundAssumptions),
  ];
}
