import {
  type AssumptionKey,
  type AssumptionSet,
  checkAssumptions,
  DEFAULT_RULE_PACK,
  membersByDistrict,
  type Recipe,
  type RulePack,
  readAssumptions,
  readRulePack,
  writeAssumptions,
  writeRulePack,
} from "../core/index.ts";
import type { Desk } from "./desk.ts";
import { readUnderRules } from "./reread-sources.ts";
import type { Actions, PlaceMoney } from "./state.ts";
import { changeRecipe } from "./steps.ts";

type MoneyActions = Pick<
  Actions,
  | "setPlaceAssumption"
  | "setAssumptionSet"
  | "loadAssumptions"
  | "writeAssumptions"
  | "loadRulePack"
  | "resetRulePack"
  | "writeRulePack"
  | "dismissFileReport"
  | "readMoney"
>;

/** Where each kind of place keeps its values. */
const PART = {
  district: "districtAssumptions",
  compound: "compoundAssumptions",
} as const;

/** The content; null for text that is no JSON, which no reader takes for an object. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}

function withValue(
  own: Readonly<Partial<Record<AssumptionKey, number>>>,
  key: AssumptionKey,
  value: number | null,
) {
  const { [key]: _before, ...rest } = own;
  return value === null ? rest : { ...rest, [key]: value };
}

/** Everything about the money of one district, or of one compound on its own. */
function moneyOf(
  desk: Desk,
  place: { readonly kind: "district" | "compound"; readonly index: number },
): PlaceMoney | null {
  const { active } = desk;
  if (!active) return null;
  const { zoning } = active;
  const { prepared } = desk.backstageOf(active.id);
  const { world, estimator, values, overrides, recipe } = prepared;
  const isDistrict = place.kind === "district";
  const district = isDistrict ? place.index : zoning.assignment[place.index];
  const members = isDistrict ? membersByDistrict(zoning)[district] : [place.index];
  if (!members || members.length === 0 || !world.compounds[members[0]]) return null;
  const own = overrides.byDistrict.get(zoning.districts[district]?.id ?? "");
  const estimate = estimator.district(members, own);
  return {
    terms: {
      world,
      members,
      estimate,
      values,
      fromSet: new Set(Object.keys(recipe.assumptionSet?.entries ?? {})),
      fromCity: new Set(Object.keys(recipe.assumptions)),
      own,
      byCompound: overrides.byCompound,
    },
    accounts: estimator.accounts(members, own),
    years: estimator.path(members, own),
    alone: members.map((i) => estimator.district([i], own)),
  };
}

/** Assumptions of places, sets and rule packs, and what the money comes to in detail. */
export function createMoneyActions(desk: Desk): MoneyActions {
  const adoptRulePack = async (rulePack: RulePack): Promise<void> => {
    const before = desk.active?.recipe;
    if (!before) return;
    const apply = (recipe: Recipe): Recipe => ({
      ...recipe,
      rulePack,
      parameters: { ...recipe.parameters, limits: rulePack.limits },
    });
    const classes = (pack: RulePack) => JSON.stringify(pack.barrierClasses);
    if (classes(rulePack) === classes(before.rulePack)) changeRecipe(desk, apply);
    else await readUnderRules(desk, apply);
  };

  return {
    setPlaceAssumption({ kind, id }, key, value) {
      const { issues } = checkAssumptions(value === null ? {} : { [key]: value }, null);
      const [issue] = issues;
      if (issue) {
        desk.notify("error", "assumption-invalid", issue.args);
        return;
      }
      const part = PART[kind];
      changeRecipe(desk, (recipe) => {
        const places = recipe[part];
        const own = Object.hasOwn(places, id) ? places[id] : {};
        return { ...recipe, [part]: { ...places, [id]: withValue(own, key, value) } };
      });
    },

    setAssumptionSet: (assumptionSet: AssumptionSet | null) =>
      changeRecipe(desk, (recipe) => ({ ...recipe, assumptionSet })),

    loadAssumptions({ name, text }) {
      const { set, values, issues } = readAssumptions(parseJson(text), name);
      desk.set({ fileReport: { name, issues } });
      const isUsable = set !== null || Object.keys(values).length > 0;
      if (!isUsable) return;
      changeRecipe(desk, (recipe) => ({
        ...recipe,
        assumptionSet: set ?? recipe.assumptionSet,
        assumptions: { ...recipe.assumptions, ...values },
      }));
    },

    writeAssumptions(blank) {
      const recipe = desk.active?.recipe;
      const values = blank ? {} : (recipe?.assumptions ?? {});
      const set = recipe?.assumptionSet ?? null;
      const name = blank ? "assumptions-blank.json" : "assumptions.json";
      return { name, text: writeAssumptions(set, { values, blank }) };
    },

    async loadRulePack({ name, text }) {
      const { pack, issues } = readRulePack(parseJson(text), name);
      desk.set({ fileReport: { name, issues } });
      if (!issues.some(({ code }) => code === "rules-not-a-pack")) await adoptRulePack(pack);
    },

    resetRulePack: () => adoptRulePack(DEFAULT_RULE_PACK),

    writeRulePack() {
      const pack = desk.active?.recipe.rulePack ?? DEFAULT_RULE_PACK;
      return { name: "rules.json", text: writeRulePack(pack) };
    },

    dismissFileReport: () => desk.set({ fileReport: null }),

    readMoney: (place) => moneyOf(desk, place),
  };
}
