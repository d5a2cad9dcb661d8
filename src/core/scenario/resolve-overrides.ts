import type { Issue } from "../base/issue.ts";
import type { Scope } from "../estimate/assumption.ts";
import { ASSUMPTION_OF } from "../estimate/defaults.ts";
import type { Overrides } from "../estimate/estimator.ts";
import type { World } from "../ingest/world.ts";
import type { Recipe } from "./recipe.ts";

/** Values set for single compounds and districts, as far as they can hold. */
export interface ResolvedOverrides {
  /** by compound index */
  readonly byCompound: ReadonlyMap<number, Overrides>;
  /** by district id */
  readonly byDistrict: ReadonlyMap<string, Overrides>;
  readonly issues: readonly Issue[];
}

/** Scopes in which a value may be set for a place of this kind. */
const ALLOWED: Readonly<Record<"district" | "compound", readonly Scope[]>> = {
  district: ["district", "compound"],
  compound: ["compound"],
};

/**
 * The overrides of a recipe on a world. A key that cannot be set so narrowly, and an id the data
 * lack, become issues and are not used. An override of a district that no longer exists waits for it.
 */
export function resolveOverrides(world: World, recipe: Recipe): ResolvedOverrides {
  const issues: Issue[] = [];
  const warn = (code: Issue["code"], feature: string, args: Issue["args"]) =>
    issues.push({ code, severity: "warning", source: null, feature, at: null, args });
  const keep = (own: Overrides, kind: "district" | "compound", id: string): Overrides =>
    Object.fromEntries(
      Object.entries(own).filter(([key]) => {
        const scope = ASSUMPTION_OF.get(key)?.scope;
        const fits = scope !== undefined && ALLOWED[kind].includes(scope);
        if (!fits) warn("override-scope", id, { key });
        return fits;
      }),
    );
  const indexOf = new Map(world.compounds.map(({ id }, i) => [id, i]));
  const byCompound = new Map<number, Overrides>();
  for (const [id, own] of Object.entries(recipe.compoundAssumptions)) {
    const i = indexOf.get(id);
    if (i === undefined) warn("override-unknown-compound", id, {});
    else byCompound.set(i, keep(own, "compound", id));
  }
  const byDistrict = new Map(
    Object.entries(recipe.districtAssumptions).map(([id, own]) => [id, keep(own, "district", id)]),
  );
  return { byCompound, byDistrict, issues };
}
