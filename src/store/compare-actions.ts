import { type ComparisonOptions, TODAY_NAME } from "../core/index.ts";
import type { ComparedPart } from "../worker/protocol.ts";
import type { ComparisonState } from "./comparison-state.ts";
import type { Desk } from "./desk.ts";
import type { Actions } from "./state.ts";

type CompareActions = Pick<
  Actions,
  "compare" | "stopComparing" | "writeComparison" | "outlineScenario"
>;

/** The state of a comparison with one more part in its place. */
function withPart(state: ComparisonState, part: ComparedPart): ComparisonState {
  const put = <T>(list: readonly (T | null)[], at: number, one: T) => list.with(at, one);
  switch (part.kind) {
    case "table":
      return { ...state, table: part.table, ranked: part.ranked };
    case "pair":
      return { ...state, pairs: put(state.pairs, part.second - 1, part.pair) };
    case "scenario":
      return { ...state, each: put(state.each, part.at, part.report) };
    case "together":
      return { ...state, together: part.together };
  }
}

/** Comparing scenarios: in the worker, its parts shown as they come. */
export function createCompareActions(desk: Desk): CompareActions {
  let serial = 0;

  const begin = (ids: readonly string[], options: ComparisonOptions): ComparisonState | null => {
    const sides = ids.flatMap((id) => desk.scenario(id) ?? []);
    if (sides.length === 0) return null;
    const comparison: ComparisonState = {
      sides: sides.map(({ id, name, recipe, zoning }) => ({ id, name, recipe, zoning })),
      options,
      done: 0,
      status: "running",
      table: null,
      ranked: [],
      pairs: sides.map(() => null),
      each: [...sides.map(() => null), null],
      together: null,
    };
    desk.set({ comparison });
    return comparison;
  };

  return {
    async compare(ids, options) {
      const begun = begin(ids, options);
      if (!begun) return;
      serial += 1;
      const mine = serial;
      const change = (make: (now: ComparisonState) => ComparisonState) => {
        const now = desk.state.comparison;
        if (mine === serial && now) desk.set({ comparison: make(now) });
      };
      const ended = await desk.attempt("compare-failed", () =>
        desk.deps.core.compare(
          { sides: begun.sides, today: TODAY_NAME[desk.state.language], options },
          ({ done, part }) =>
            change((now) => {
              const next = part ? withPart(now, part) : now;
              const isWhole = next.together !== null;
              return { ...next, done, status: isWhole ? "done" : now.status };
            }),
        ),
      );
      if (!ended) change((now) => ({ ...now, status: "stopped" }));
    },

    stopComparing: () => void desk.deps.core.stopComparing(),

    async writeComparison() {
      return desk.attempt("export-failed", () => desk.deps.core.writeComparison());
    },

    async outlineScenario(id) {
      if (desk.scenario(id)?.outlines === null) await desk.drawOutlines(id);
    },
  };
}
