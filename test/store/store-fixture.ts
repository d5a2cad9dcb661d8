import { expect } from "vitest";
import { evaluateZoning, prepare } from "../../src/core/index.ts";
import { createAppStore } from "../../src/store/create-app-store.ts";
import type { ScenarioState } from "../../src/store/state.ts";
import { fakeDeps, GRID } from "./fake-deps.ts";

type Store = ReturnType<typeof createAppStore>;

/** @throws when no scenario is active */
export function active(store: Store): ScenarioState {
  const { scenarios, activeId } = store.getState();
  const found = scenarios.find(({ id }) => id === activeId);
  if (!found) throw new Error("no active scenario");
  return found;
}

/** A store with the grid opened and planned. */
export async function opened(change: Parameters<typeof fakeDeps>[0] = {}) {
  const fake = fakeDeps(change);
  const store = createAppStore(fake.deps);
  await store.getState().actions.openFiles([GRID]);
  return { ...fake, store, actions: store.getState().actions };
}

/** Estimates and violations must be what an evaluation from scratch gives. */
export function expectAgreement(store: Store): void {
  const { world } = store.getState();
  const { zoning, estimates, violations, recipe } = active(store);
  if (!world) throw new Error("no world");
  const fresh = evaluateZoning(prepare(world, recipe).problem, zoning);
  fresh.estimates.forEach((estimate, d) => {
    if (estimate) expect(estimates[d]).toEqual(estimate);
    else expect(estimates[d]?.households).toBe(0);
  });
  expect(estimates).toHaveLength(zoning.districts.length);
  expect(violations).toEqual(fresh.violations);
}
