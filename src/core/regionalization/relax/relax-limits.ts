import type { LeftOut, Relaxation, Solving } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { growRegion, type Region } from "./grow-region.ts";
import {
  findLimitNeeds,
  LIMIT_KINDS,
  type LimitKind,
  limitOf,
  withLimit,
} from "./limit-candidates.ts";
import { MOST_TRIES, REGION_NODES, type Relaxing } from "./relaxing.ts";
import { pause, takesIn } from "./verify.ts";

/** A span is given to 0.1 m, so that it can be typed; the others are whole or as in the data. */
function roundUp(kind: LimitKind, value: number): number {
  return kind === "max-span" ? Math.ceil(value * 10) / 10 : value;
}

/** The compounds around, those too large for a limit included: a higher limit lets them in too. */
export function wideRegion({ problem, unitOf, free }: Relaxing, from: number): Region {
  const { cell } = problem;
  return growRegion(problem, from, {
    unitOf,
    active: free,
    sameCell: (a, b) => cell[a] === cell[b],
    mostNodes: REGION_NODES,
  });
}

/**
 * The smallest change of each limit alone that takes the compound in, verified. Values are tried
 * from the present one outwards, at every place where the optimum can change, so that on a closed
 * region nothing smaller does.
 */
export function* relaxLimits(relaxing: Relaxing, { compound }: LeftOut): Solving<Relaxation[]> {
  const { problem } = relaxing;
  const region = wideRegion(relaxing, compound);
  yield* pause(relaxing.checking);
  const needs = findLimitNeeds(problem, region.members);
  const found: Relaxation[] = [];
  for (const kind of LIMIT_KINDS) {
    const from = limitOf(problem, kind);
    if (from === null) continue;
    yield* pause(relaxing.checking);
    const values = needs.candidates(kind, compound).map((value) => roundUp(kind, value));
    const relaxation = yield* tryValues(relaxing, {
      kind,
      from,
      values: [...new Set(values)].slice(0, MOST_TRIES),
      members: region.members,
      compound,
    });
    if (relaxation) found.push(relaxation);
  }
  return found;
}

interface Tries {
  readonly kind: LimitKind;
  readonly from: number;
  readonly values: readonly number[];
  readonly members: readonly number[];
  readonly compound: number;
}

function* tryValues(relaxing: Relaxing, tries: Tries): Solving<Relaxation | null> {
  const { kind, from, values, members, compound } = tries;
  const { problem, checking } = relaxing;
  for (const to of values) {
    const change = { parameters: withLimit(problem, kind, to) };
    const answer = yield* takesIn(checking, { members, change, key: `${kind}=${to}` }, compound);
    if (answer === null) return { what: kind, from, to, verified: false };
    if (answer) return { what: kind, from, to, verified: true };
  }
  return null;
}

/** Names of compounds for a relaxation's words. */
export function namesOf({ world }: Problem, compounds: readonly number[]): string {
  return compounds.map((i) => world.compounds[i].name).join("、");
}
