import { useTranslation } from "react-i18next";
import { readPairScope } from "../../core/index.ts";
import type { PairParts } from "../detail/detail-parts.ts";
import { nameOf } from "./compound-names.ts";
import type { ScopeParts } from "./scope-words.ts";

/** What the scenario makes of a pair: who takes part, and whether both are in one cell. */
export function useScope({ world, scenario, pair }: PairParts): ScopeParts {
  const { t } = useTranslation();
  const { parameters } = scenario.recipe;
  return {
    scope: readPairScope(world, parameters, pair),
    envelope: parameters.envelope,
    nameOf: (i) => nameOf(world.compounds[i], t),
  };
}
