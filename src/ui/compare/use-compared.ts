import { useMemo } from "react";
import type { World } from "../../core/index.ts";
import type { ComparisonState } from "../../store/comparison-state.ts";
import { useScenarioName } from "../scenarios/scenario-name.ts";
import { useApp } from "../store-context.tsx";

type Parts = Omit<ComparisonState, "done">;

/** The comparison that is shown. */
export interface Compared {
  /** without its progress, which changes many times a second */
  readonly comparison: Parts;
  readonly world: World;
  /** of the sides, and of today as the last */
  readonly names: readonly string[];
  /** scenarios differ from what was compared */
  readonly isOutdated: boolean;
}

/** The comparison with names as shown; null while there is none. */
export function useCompared(): Compared | null {
  const nameOf = useScenarioName();
  const { world, scenarios } = useApp(({ world, scenarios }) => ({ world, scenarios }));
  const parts = useApp(({ comparison }): Partial<Parts> => {
    if (!comparison) return {};
    const { done: _, ...rest } = comparison;
    return rest;
  });
  return useMemo(() => {
    if (!parts.sides || !world) return null;
    const comparison = parts as Parts;
    const { sides, table } = comparison;
    const today = table?.scenarios.at(-1) ?? "";
    const isOutdated = sides.some(({ id, recipe, zoning }) => {
      const now = scenarios.find((one) => one.id === id);
      return !now || now.recipe !== recipe || now.zoning !== zoning;
    });
    const names = [...sides.map(({ name }) => nameOf(name)), today];
    return { comparison, world, names, isOutdated };
  }, [parts, world, scenarios, nameOf]);
}
