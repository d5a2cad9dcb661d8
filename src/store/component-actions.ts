import type { StoreApi } from "zustand/vanilla";
import { normaliseRecipe, type Recipe } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { Actions, AppStoreState } from "./state.ts";

/** Whether two recipes have the same components: estimates play no part in who hangs together. */
function hasSameComponents(a: Recipe, b: Recipe): boolean {
  const text = (recipe: Recipe) => {
    const { assumptionSet, assumptions, districtAssumptions, compoundAssumptions, ...rest } =
      normaliseRecipe(recipe);
    return JSON.stringify(rest);
  };
  return a === b || text(a) === text(b);
}

/** Components are found on request: for large data the search takes a while. */
export function createComponentActions(desk: Desk): Pick<Actions, "findComponents"> {
  let running: Promise<void> | null = null;

  const missing = (): Recipe | null => {
    const recipe = desk.active?.recipe ?? null;
    const { world, components } = desk.state;
    return world && components?.recipe !== recipe ? recipe : null;
  };

  /** One search at a time; a recipe that changed meanwhile is searched when the last one ends. */
  const search = async (): Promise<void> => {
    for (let recipe = missing(); recipe; recipe = missing()) {
      const asked = recipe;
      const { world } = desk.state;
      const list = await desk.attempt("components-failed", () => desk.deps.core.components(asked));
      const now = desk.active?.recipe;
      if (desk.state.world !== world || !now || !hasSameComponents(now, asked)) continue;
      if (!list) break;
      desk.set({ components: { recipe: now, list } });
    }
    running = null;
  };

  return {
    async findComponents() {
      if (missing()) running ??= search();
      await running;
    },
  };
}

/**
 * Lets go of components that another recipe had, and asks for those of the new one while the map
 * shows them.
 */
export function followComponents(desk: Desk, { subscribe }: StoreApi<AppStoreState>): void {
  let recipe: Recipe | null = null;
  subscribe((state, previous) => {
    const now = desk.active?.recipe ?? null;
    const isSwitchedOn = state.layers.components && !previous.layers.components;
    if (now === recipe && !isSwitchedOn) return;
    recipe = now;
    const { components, layers, actions } = state;
    if (components && components.recipe !== now) {
      const isSame = now !== null && hasSameComponents(components.recipe, now);
      desk.set({ components: isSame ? { recipe: now, list: components.list } : null });
    }
    if (now && layers.components) void actions.findComponents();
  });
}
