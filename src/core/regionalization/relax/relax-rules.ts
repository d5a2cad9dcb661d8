import { areApart } from "../apart.ts";
import { groupMembers } from "../bonds.ts";
import type { LeftOut, Relaxation, Solving } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { namesOf, wideRegion } from "./relax-limits.ts";
import type { Relaxing } from "./relaxing.ts";
import type { Change } from "./restrict-problem.ts";
import { takesIn } from "./verify.ts";

interface Lifted {
  readonly what: "must-together" | "never-together" | "anchors";
  readonly change: Change;
  readonly partners: readonly number[];
}

/** Rules that bear on a compound and can be lifted; locks cannot. */
function liftable({ bonds, participant, parameters }: Problem, compound: number): Lifted[] {
  const lifted: Lifted[] = [];
  const own = new Set([compound]);
  const group = groupMembers(bonds, compound);
  const lock = bonds.groups[bonds.groupOf[compound]]?.lock ?? null;
  const others = group.filter((i) => i !== compound);
  if (others.length > 0 && lock === null)
    lifted.push({ what: "must-together", change: { freed: own }, partners: others });
  const { start, other } = bonds.never;
  const never = group.flatMap((i) => [...other.subarray(start[i], start[i + 1])]);
  if (never.length > 0)
    lifted.push({
      what: "never-together",
      change: { reconciled: new Set(group) },
      partners: [...new Set(never)].sort((a, b) => a - b),
    });
  const isSeed = parameters.anchorsAsSeeds && group.some((i) => participant[i] === 2);
  const anchors = group.flatMap((i) =>
    [...bonds.apart.other.subarray(bonds.apart.start[i], bonds.apart.start[i + 1])].filter(
      (j) => !areApart(bonds.never, i, j),
    ),
  );
  if (isSeed && anchors.length > 0)
    lifted.push({
      what: "anchors",
      change: { parameters: { anchorsAsSeeds: false } },
      partners: [...new Set(anchors)].sort((a, b) => a - b),
    });
  return lifted;
}

/** Rules of the compound that, lifted alone, take it in; verified. */
export function* relaxRules(relaxing: Relaxing, { compound }: LeftOut): Solving<Relaxation[]> {
  const { problem, checking } = relaxing;
  const lifted = liftable(problem, compound);
  if (lifted.length === 0) return [];
  const { members } = wideRegion(relaxing, compound);
  const found: Relaxation[] = [];
  for (const { what, change, partners } of lifted) {
    const trial = { members, change, key: `${what}-${compound}` };
    const answer = yield* takesIn(checking, trial, compound);
    if (answer === false) continue;
    const to = namesOf(problem, partners);
    found.push({ what, from: namesOf(problem, [compound]), to, verified: answer === true });
  }
  return found;
}
