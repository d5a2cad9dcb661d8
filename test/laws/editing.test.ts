import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateZoning, prepare, unproject, type Zoning } from "../../src/core/index.ts";
import { createAppStore } from "../../src/store/create-app-store.ts";
import type { EditRequest } from "../../src/store/edit-state.ts";
import { fakeDeps, GRID } from "../store/fake-deps.ts";
import { fakePages, fakeStorage } from "../store/fake-storage.ts";
import { active } from "../store/store-fixture.ts";

type Store = ReturnType<typeof createAppStore>;

/** What is done next; numbers are taken modulo what there is. */
type Doing =
  | { readonly do: "edit"; readonly a: number; readonly b: number; readonly kind: number }
  | { readonly do: "stroke"; readonly to: number; readonly compounds: readonly number[] }
  | { readonly do: "cancelled"; readonly to: number; readonly compounds: readonly number[] }
  | { readonly do: "lock"; readonly a: number; readonly whole: boolean; readonly on: boolean }
  | { readonly do: "limit"; readonly most: number }
  | { readonly do: "pair"; readonly a: number; readonly b: number }
  | { readonly do: "draw"; readonly a: number; readonly b: number; readonly kind: number }
  | { readonly do: "undo"; readonly times: number }
  | { readonly do: "redo"; readonly times: number }
  | { readonly do: "visit" };

const number = fc.nat(999);
const compounds = fc.array(number, { minLength: 1, maxLength: 6 });
const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("edit"), a: number, b: number, kind: number }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("stroke"), to: number, compounds }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancelled"), to: number, compounds }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("lock"),
      a: number,
      whole: fc.boolean(),
      on: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("limit"), most: number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pair"), a: number, b: number }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("draw"), a: number, b: number, kind: number }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("undo"), times: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("redo"), times: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("visit") }) },
) as fc.Arbitrary<Doing>;

function requestOf(kind: number, a: number, b: number, districts: number): EditRequest {
  const [one, other] = [a % districts, b % districts];
  const requests: EditRequest[] = [
    { kind: "move", compounds: [a % 40, b % 40], to: other },
    { kind: "move", compounds: [a % 40], to: "new" },
    { kind: "move", compounds: [a % 40], to: "none" },
    { kind: "merge", districts: [one, other] },
    { kind: "split-even", district: one, parts: 2 + (b % 2) },
    { kind: "best-cut", district: one },
    { kind: "dissolve", district: one },
    { kind: "rename", district: one, name: `片区 ${b}` },
  ];
  return requests[kind % requests.length];
}

/** Draws a barrier or a crossing between two compounds, or takes out what was drawn first. */
function draw(store: Store, { a, b, kind }: Extract<Doing, { do: "draw" }>): void {
  const { world, scene, actions } = store.getState();
  if (!world || !scene) throw new Error("no world");
  const { centroid } = world.shapes;
  const between = (i: number) =>
    unproject(world.projection, centroid[2 * (i % 40)] + 30, centroid[2 * (i % 40) + 1] + 20);
  const barrierClass = kind % 2 === 0 ? "hard" : "penalised";
  if (kind % 5 < 3)
    actions.drawBarrier({ kind: "road", barrierClass, line: [between(a), between(b)] });
  else if (kind % 5 === 3) actions.drawCrossing(between(a));
  else actions.takeOutObstacle("barrier", scene.barriers[0]?.id ?? "");
}

function act(store: Store, doing: Exclude<Doing, { do: "visit" }>): void {
  const { actions } = store.getState();
  const { zoning, recipe } = active(store);
  const districts = zoning.districts.length;
  if (doing.do === "edit") actions.edit(requestOf(doing.kind, doing.a, doing.b, districts));
  else if (doing.do === "stroke" || doing.do === "cancelled") {
    const target = doing.to % (districts + 2);
    const to = target === districts ? "new" : target > districts ? "none" : target;
    actions.beginStroke(to);
    for (const one of doing.compounds) actions.paint([one % 40]);
    if (doing.do === "stroke") actions.endStroke();
    else actions.cancelStroke();
  } else if (doing.do === "lock") {
    if (doing.whole) actions.lockDistricts([doing.a % districts], doing.on);
    else actions.lockCompounds([doing.a % 40], doing.on);
  } else if (doing.do === "limit") {
    const { limits } = recipe.parameters;
    actions.setParameters({ limits: { ...limits, maxCompounds: 2 + (doing.most % 9) } });
  } else if (doing.do === "pair") {
    const by = (["cut", "linked", "rule"] as const)[doing.b % 3];
    actions.setPair([doing.a % 40, doing.b % 40], by);
  } else if (doing.do === "draw") draw(store, doing);
  else
    for (let k = 0; k < doing.times; k++) {
      if (doing.do === "undo") actions.undo();
      else actions.redo();
    }
}

/** Locked compounds are where they were, unless the step gone over was the lock itself. */
function expectLocksHeld(
  before: ReturnType<typeof active>,
  after: ReturnType<typeof active>,
): void {
  if (before.recipe.locks !== after.recipe.locks) return;
  const placeOf = ({ assignment, districts }: Zoning, i: number) => districts[assignment[i]]?.id;
  for (const i of before.locks.compounds)
    expect(placeOf(after.zoning, i)).toBe(placeOf(before.zoning, i));
}

function expectFresh(store: Store): void {
  const { world } = store.getState();
  if (!world) throw new Error("no world");
  const { zoning, estimates, violations, recipe, locks } = active(store);
  const prepared = prepare(world, recipe);
  const fresh = evaluateZoning(prepared.problem, zoning);
  fresh.estimates.forEach((estimate, d) => {
    if (estimate) expect(estimates[d]).toEqual(estimate);
    else expect(estimates[d].compounds).toBe(0);
  });
  expect(violations).toEqual(fresh.violations);
  const kept = prepared.problem.bonds.kept.map(({ members }) => zoning.assignment[members[0]]);
  expect([...locks.districts].sort()).toEqual(kept.sort());
  expect(Array.from(store.getState().actions.readAssignment())).toEqual(
    Array.from(zoning.assignment),
  );
  expect(store.getState().graph).toEqual(prepared.graph);
}

const plain = (store: Store) => {
  const { outlines: _, locks, ...rest } = active(store);
  return { ...rest, locks: [[...locks.compounds].sort(), [...locks.districts].sort()] };
};

describe("editing", () => {
  it("[S35] any edits, undo, redo and visits equal the state from scratch; locks hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { minLength: 5, maxLength: 40 }), async (doings) => {
        const kept = fakeStorage();
        const visit = () => {
          let id = 0;
          const newId = () => {
            id += 1;
            return `v${visits}-${id}`;
          };
          visits++;
          const access = fakePages().page();
          return createAppStore(fakeDeps({ storage: kept.storage, access, newId }).deps);
        };
        let visits = 0;
        let store = visit();
        await store.getState().actions.openFiles([GRID]);
        for (const one of doings) {
          const before = active(store);
          if (one.do === "visit") {
            const next = visit();
            expect(await next.getState().actions.restore()).toBe(true);
            expect(plain(next)).toEqual(plain(store));
            expect(next.getState().actions.countSteps()).toEqual(
              store.getState().actions.countSteps(),
            );
            store = next;
          } else {
            act(store, one);
            expectLocksHeld(before, active(store));
          }
        }
        expectFresh(store);
        const { actions } = store.getState();
        const now = plain(store);
        const { done } = actions.countSteps();
        for (let k = 0; k < done; k++) actions.undo();
        expectFresh(store);
        expect(active(store)).toMatchObject({ edited: false, stale: false, canUndo: false });
        for (let k = 0; k < done; k++) actions.redo();
        expect({ ...plain(store), canRedo: now.canRedo }).toEqual(now);
      }),
      { numRuns: 30, seed: 6 },
    );
  }, 120_000);
});
