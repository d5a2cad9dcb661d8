import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { StoreApi } from "zustand/vanilla";
import type { World } from "../core/index.ts";
import { activeScenario } from "../store/active-scenario.ts";
import type { Actions, AppState, AppStoreState, ScenarioState } from "../store/state.ts";

type AppStore = StoreApi<AppStoreState>;

const StoreContext = createContext<AppStore | null>(null);

/** Hands the store to everything below. */
export const StoreProvider = StoreContext.Provider;

/** @throws outside of a StoreProvider */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("no store above this component");
  return store;
}

/** A part of the state; the component renders again when it changes (shallow). */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppStore(), useShallow(select));
}

/** The actions; they never change. */
export function useActions(): Actions {
  return useStore(useAppStore(), (state) => state.actions);
}

/** The scenario shown; null while there is none. */
export function useScenario(): ScenarioState | null {
  return useApp(activeScenario);
}

/** The plan shown on its data, apart from everything else that a scenario has. */
export type ShownPlan = Pick<ScenarioState, "zoning" | "estimates" | "violations"> & {
  readonly world: World;
};

/** The plan shown: outlines, history and the like come and go without rendering it anew. */
export function useShownPlan(): ShownPlan | null {
  return useApp((state) => {
    const { world } = state;
    const scenario = activeScenario(state);
    if (!world || !scenario) return null;
    const { zoning, estimates, violations } = scenario;
    return { world, zoning, estimates, violations };
  });
}
