import type { ComponentStory, WayOver } from "../../contiguity/explain-component.ts";
import type { LeftOut, Relaxation, Solving } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { growRegion } from "./grow-region.ts";
import type { Opened } from "./local-links.ts";
import { namesOf } from "./relax-limits.ts";
import { REGION_NODES, type Relaxing } from "./relaxing.ts";
import { pause, type Trial, takesIn } from "./verify.ts";

/** Gaps and cells tried for one compound. */
const MOST_STEPS = 6;
/** Farthest gap looked at, m. */
const FARTHEST_M = 300;

/** A gap is given to 0.1 m, so that it can be typed. */
const roundUp = (gapM: number) => Math.ceil(gapM * 10 - 1e-6) / 10;

/** What is reached from `from` when the gap and crossings are opened, and the pairs that link it. */
function reachWith(relaxing: Relaxing, from: number, opened: Opened) {
  const { problem, unitOf } = relaxing;
  const { cell, placeable } = problem;
  const linker = relaxing.linker();
  const linked: [number, number][] = [];
  const region = growRegion(problem, from, {
    unitOf,
    active: placeable,
    sameCell: (a, b) => cell[a] === cell[b],
    alsoNextTo: (i) =>
      linker.newLinks(i, opened).map(({ to }) => {
        linked.push([i, to]);
        return to;
      }),
    mostNodes: REGION_NODES,
  });
  return { members: region.members, linked };
}

function openedTrial(relaxing: Relaxing, compound: number, opened: Opened): Trial {
  const { members, linked } = reachWith(relaxing, compound, opened);
  return { members, change: { linked }, key: `gap=${opened.gapM};${opened.crossings.join(";")}` };
}

/** The next gap beyond `gapM` at which a pair of the region would be linked; null: none near. */
function nextGap(relaxing: Relaxing, members: readonly number[], gapM: number): number | null {
  const linker = relaxing.linker();
  for (let reachM = Math.max(2 * gapM, 20); ; reachM *= 2) {
    const withinM = Math.min(reachM, FARTHEST_M);
    const opened = { gapM: withinM, crossings: [] };
    let least = Infinity;
    for (const i of members) {
      for (const link of linker.newLinks(i, opened))
        if (link.gapM > gapM) least = Math.min(least, link.gapM);
    }
    if (least < Infinity) return least;
    if (withinM === FARTHEST_M) return null;
  }
}

/** The smallest gap that takes the compound in, from the first that connects its component on. */
function* relaxGap(relaxing: Relaxing, compound: number): Solving<Relaxation | null> {
  const { problem, checking } = relaxing;
  const from = problem.parameters.gapM;
  let gapM = from;
  relaxing.linker();
  yield* pause(checking);
  let members = reachWith(relaxing, compound, { gapM, crossings: [] }).members;
  for (let step = 0; step < MOST_STEPS; step++) {
    yield* pause(checking);
    const next = nextGap(relaxing, members, gapM);
    if (next === null || members.length >= REGION_NODES) return null;
    gapM = roundUp(next);
    const trial = openedTrial(relaxing, compound, { gapM, crossings: [] });
    const answer = yield* takesIn(checking, trial, compound);
    if (answer !== false) return { what: "gap", from, to: gapM, verified: answer === true };
    members = trial.members;
  }
  return null;
}

function namesOfBarriers({ world }: Problem, { barriers }: WayOver): string {
  return barriers.map((b) => world.barriers[b].name ?? world.barriers[b].id).join("、");
}

/** A crossing at each barrier on the way, at the present gap or at the gap the way needs. */
function* relaxCrossing(
  relaxing: Relaxing,
  compound: number,
  way: WayOver,
): Solving<Relaxation | null> {
  const { problem, checking } = relaxing;
  const from = problem.parameters.gapM;
  const gapM = Math.max(from, roundUp(way.gapM));
  const opened = { gapM, crossings: way.places };
  const answer = yield* takesIn(checking, openedTrial(relaxing, compound, opened), compound);
  if (answer === false) return null;
  const verified = answer === true;
  const to = namesOfBarriers(problem, way);
  if (way.gapM <= from) return { what: "crossing", from: "none", to, verified };
  return { what: "gap-and-crossing", from, to: gapM, verified };
}

/** A link cut by hand put back. */
function* relaxHand(
  relaxing: Relaxing,
  compound: number,
  [a, b]: readonly [number, number],
): Solving<Relaxation | null> {
  const { problem, unitOf, checking } = relaxing;
  const { cell, placeable } = problem;
  const { members } = growRegion(problem, compound, {
    unitOf,
    active: placeable,
    sameCell: (i, j) => cell[i] === cell[j],
    alsoNextTo: (i) => (i === a ? [b] : i === b ? [a] : []),
    mostNodes: REGION_NODES,
  });
  const trial = { members, change: { linked: [[a, b]] as const }, key: `hand-${a}-${b}` };
  const answer = yield* takesIn(checking, trial, compound);
  if (answer === false) return null;
  const names = [namesOf(problem, [a]), namesOf(problem, [b])];
  return { what: "link-by-hand", from: names[0], to: names[1], verified: answer === true };
}

/** Cells that links of the compound's component lead into, nearest link first. */
function neighbourCells({ problem, membersOf }: Relaxing, component: number): number[] {
  const { graph, cell, placeable } = problem;
  const { links } = graph;
  const nearest = new Map<number, number>();
  for (const i of membersOf(component)) {
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
      const j = graph.neighbor[e];
      if (!placeable[j] || cell[j] === cell[i]) continue;
      const gapM = links.gapM[graph.linkOf[e]];
      nearest.set(cell[j], Math.min(gapM, nearest.get(cell[j]) ?? Infinity));
    }
  }
  return [...nearest].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([into]) => into);
}

/** The first neighbouring cell that, joined with the compound's own, takes it in. */
function* relaxEnvelope(relaxing: Relaxing, compound: number): Solving<Relaxation | null> {
  const { problem, unitOf, checking } = relaxing;
  const { cell, cellNames, placeable, components } = problem;
  const own = cell[compound];
  const nameOf = (c: number) => cellNames[c] ?? "";
  for (const other of neighbourCells(relaxing, components.label[compound]).slice(0, MOST_STEPS)) {
    const merged = (c: number) => (c === other ? own : c);
    const { members } = growRegion(problem, compound, {
      unitOf,
      active: placeable,
      sameCell: (i, j) => merged(cell[i]) === merged(cell[j]),
      mostNodes: REGION_NODES,
    });
    const trial = {
      members,
      change: { joined: { cell: other, into: compound } },
      key: `cell-${other}`,
    };
    const answer = yield* takesIn(checking, trial, compound);
    if (answer === false) continue;
    const verified = answer === true;
    return { what: "envelope", from: nameOf(own), to: nameOf(other), verified };
  }
  return null;
}

/**
 * Changes of the links around a compound's component that take it in: a wider gap, a crossing, a
 * hand-made cut undone, a neighbouring cell (exact ways out: {@link ComponentStory}); verified.
 */
export function* relaxLinks(relaxing: Relaxing, { compound }: LeftOut): Solving<Relaxation[]> {
  const { problem } = relaxing;
  const component = problem.components.label[compound];
  if (component < 0) return [];
  const found: (Relaxation | null)[] = [];
  yield* pause(relaxing.checking);
  const story = relaxing.story(component);
  yield* pause(relaxing.checking);
  if (story !== null) found.push(...(yield* relaxByStory(relaxing, compound, story)));
  found.push(yield* relaxEnvelope(relaxing, compound));
  return found.filter((relaxation) => relaxation !== null);
}

function* relaxByStory(
  relaxing: Relaxing,
  compound: number,
  { byHand, crossing, both, gap }: ComponentStory,
): Solving<(Relaxation | null)[]> {
  const found: (Relaxation | null)[] = [];
  if (gap) found.push(yield* relaxGap(relaxing, compound));
  if (crossing) found.push(yield* relaxCrossing(relaxing, compound, crossing));
  if (byHand) found.push(yield* relaxHand(relaxing, compound, [byHand.from, byHand.to]));
  if (!gap && !crossing && both && both.barriers.length > 0)
    found.push(yield* relaxCrossing(relaxing, compound, both));
  return found;
}
