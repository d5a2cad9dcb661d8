import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { StoreApi } from "zustand/vanilla";
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
  return useApp(({ scenarios, activeId }) => scenarios.find(({ id }) => id === activeId) ?? null);
}
