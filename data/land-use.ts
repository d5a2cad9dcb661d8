import { createRng, deriveSeed, type Rng } from "../src/core/base/rng.ts";
import type { Block } from "./blocks.ts";
import { chance } from "./draws.ts";
import { DwellingPool } from "./dwelling-pool.ts";
import { drawFacility, type Facility, zoneOf } from "./facilities.ts";
import type { Dwelling } from "./housing-demand.ts";
import { reserveLarge } from "./large-dwellings.ts";

/** A part of a block: a compound's land, or a facility. */
export interface Plot {
  readonly dwelling: Dwelling | null;
  readonly facility: Facility;
  /** share of the block's area */
  readonly share: number;
}

/** A block and what stands on it; one facility plot, or housing with its facilities. */
export interface BlockUse {
  readonly block: Block;
  readonly plots: readonly Plot[];
}

/** A rest of the block below this share is given to its compounds; above, it becomes a facility. */
const SHARED_REST = 0.13;
/** A 社区 has at least one unit, so no unit takes more compounds than a 社区 may have. */
const MOST_PER_UNIT = 25;
/** Blocks without housing beyond this remoteness stay fields. */
const BUILT_UP = 0.7;

/**
 * Puts every dwelling on a block, from the old town outwards; the first blocks are the most central.
 * Null when the blocks are too few.
 */
export function assignLand(
  seed: number,
  blocks: readonly Block[],
  dwellings: readonly Dwelling[],
): BlockUse[] | null {
  const rng = createRng(deriveSeed(seed, 3));
  const ranked = [...blocks].sort((a, b) => a.remoteness - b.remoteness);
  const facility = new Map(ranked.map((block) => [block, drawFacility(rng, block)]));
  const housing = ranked.filter((block) => facility.get(block) === null);
  const reserved = reserveLarge(rng, housing, dwellings);
  const placed = new Set([...reserved.values()].map((fit) => fit.asked));
  const pools = {
    aged: new DwellingPool(dwellings.filter((d) => !d.managed && !placed.has(d))),
    managed: new DwellingPool(dwellings.filter((d) => d.managed && !placed.has(d))),
  };
  const rooms = new Map<number, number>();
  for (const { unit } of reserved.keys()) rooms.set(unit, (rooms.get(unit) ?? MOST_PER_UNIT) - 1);
  let waiting = reserved.size;
  const uses: BlockUse[] = [];
  for (const block of ranked) {
    if (waiting + pools.aged.size + pools.managed.size === 0) return uses;
    const kind = facility.get(block);
    if (kind) {
      uses.push({ block, plots: [{ dwelling: null, facility: kind, share: 1 }] });
      continue;
    }
    const first = reserved.get(block);
    if (first) waiting--;
    const room = rooms.get(block.unit) ?? MOST_PER_UNIT;
    const plots = fillBlock(rng, block, { first: first?.built ?? null, room, ...pools });
    const added = plots.filter((plot) => plot.dwelling).length - (first ? 1 : 0);
    rooms.set(block.unit, room - added);
    if (plots.length > 0) uses.push({ block, plots });
  }
  return waiting + pools.aged.size + pools.managed.size === 0 ? uses : null;
}

interface Supply {
  readonly first: Dwelling | null;
  /** how many more compounds the unit may take */
  readonly room: number;
  readonly aged: DwellingPool;
  readonly managed: DwellingPool;
}

function fillBlock(rng: Rng, block: Block, { first, room, aged, managed }: Supply): Plot[] {
  const chosen: Dwelling[] = first ? [first] : [];
  let rest = block.areaM2 - (first?.landM2 ?? 0);
  const newShare = { core: 0.04, middle: 0.2, edge: 0.6 }[zoneOf(block)];
  const smallest = block.areaM2 * 0.06;
  const most = room + chosen.length;
  while (rest > smallest && chosen.length < most) {
    const [wanted, other] = chance(rng, newShare) ? [managed, aged] : [aged, managed];
    const taste = zoneOf(block) === "core" ? 1.5 : 0.8;
    const next = wanted.take(rng, rest, taste) ?? other.take(rng, rest, taste);
    if (!next) break;
    chosen.push(next);
    rest -= next.landM2;
  }
  return toPlots(block, chosen, rest);
}

function toPlots(block: Block, chosen: readonly Dwelling[], rest: number): Plot[] {
  if (chosen.length === 0) {
    return block.remoteness < BUILT_UP ? [{ dwelling: null, facility: "office", share: 1 }] : [];
  }
  const used = block.areaM2 - rest;
  const shared = rest < SHARED_REST * block.areaM2;
  const unit = shared ? used : block.areaM2;
  const plots = chosen.map((dwelling): Plot => {
    return { dwelling, facility: "shops", share: dwelling.landM2 / unit };
  });
  if (shared) return plots;
  const facility: Facility = rest > 6_000 ? "school" : "shops";
  return [...plots, { dwelling: null, facility, share: rest / block.areaM2 }];
}
