import type { StoreApi } from "zustand/vanilla";
import type { Recipe, Zoning } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { Actions, AppState, AppStoreState } from "./state.ts";

/** Random draws behind every probability shown. */
const DRAWS = 200;

interface Wanted {
  readonly recipe: Recipe;
  readonly zoning: Zoning;
}

function isOf({ assessment }: AppState, { recipe, zoning }: Wanted): boolean {
  return assessment?.recipe === recipe && assessment.zoning === zoning;
}

/**
 * How sure the money is: found on request, in the worker, and never while it plans. An assessment
 * whose recipe or zoning changed is let go of, and stopped when under way.
 */
export function createAssessActions(
  desk: Desk,
  { subscribe }: StoreApi<AppStoreState>,
): Pick<Actions, "assess"> {
  let running: Promise<void> | null = null;

  const missing = (): Wanted | null => {
    const { active, state } = desk;
    if (!active || !state.world || state.busy !== null) return null;
    const { recipe, zoning } = active;
    const isDone = isOf(state, active) && state.assessment?.odds;
    return isDone ? null : { recipe, zoning };
  };

  /** One at a time; a plan that changed meanwhile is assessed when the last one ends. */
  const search = async (): Promise<void> => {
    for (let wanted = missing(); wanted; wanted = missing()) {
      const { recipe, zoning } = wanted;
      const { seed } = recipe.parameters;
      const { world } = desk.state;
      const isCurrent = () => {
        const { active } = desk;
        return desk.state.world === world && active?.recipe === recipe && active.zoning === zoning;
      };
      // Reports travel on a channel of their own, so the last ones may come after the result.
      let open = true;
      let failed = true;
      const found = await desk.attempt("assess-failed", async () => {
        const answer = await desk.deps.core.assess(
          recipe,
          zoning,
          { draws: DRAWS, seed },
          ({ done, bands }) => {
            if (!open || !isCurrent()) return;
            const known = isOf(desk.state, { recipe, zoning }) ? desk.state.assessment : null;
            const shown = bands ?? known?.bands;
            if (shown) desk.set({ assessment: { recipe, zoning, bands: shown, odds: null, done } });
          },
        );
        failed = false;
        return answer;
      });
      open = false;
      if (found && isCurrent()) desk.set({ assessment: { recipe, zoning, ...found, done: 1 } });
      else if (failed || isCurrent()) break;
    }
    running = null;
  };

  let seen: Wanted | null = null;
  let wasBusy = false;
  subscribe(({ assessment, busy }) => {
    const { active } = desk;
    const isSame = seen?.recipe === active?.recipe && seen?.zoning === active?.zoning;
    const isBusy = busy?.task === "plan" || busy?.task === "read";
    const hasBegun = isBusy && !wasBusy;
    seen = active;
    wasBusy = isBusy;
    if (isSame && !hasBegun) return;
    if (running) void desk.deps.core.stopAssessing();
    if (assessment && !isSame) desk.set({ assessment: null });
  });

  return {
    async assess() {
      if (missing()) running ??= search();
      await running;
    },
  };
}
