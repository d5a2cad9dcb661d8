import type { Desk } from "./desk.ts";
import type { Actions } from "./state.ts";

/** Components are found on request: for large data the search takes a while. */
export function createComponentActions(desk: Desk): Pick<Actions, "findComponents"> {
  return {
    async findComponents() {
      const scenario = desk.active;
      const { world, components } = desk.state;
      if (!scenario || !world || components?.recipe === scenario.recipe) return;
      const { recipe } = scenario;
      const list = await desk.attempt("components-failed", () => desk.deps.core.components(recipe));
      if (list && desk.state.world === world && desk.active?.recipe === recipe)
        desk.set({ components: { recipe, list } });
    },
  };
}
