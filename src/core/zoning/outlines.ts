import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { World } from "../ingest/world.ts";
import { membersByDistrict } from "./members.ts";
import { createOutliner, type Outline } from "./outline-district.ts";
import type { Zoning } from "./zoning.ts";

/** One polygon per district that has members, `index` its position in the zoning. */
type DistrictOutlines = FeatureCollection<Polygon | MultiPolygon, { index: number }>;

/** Draws zonings of one world after one another. */
export interface OutlineDrawer {
  /**
   * As {@link outlineDistricts}, whatever was drawn before: a district with the same members among
   * the same earlier neighbours keeps its outline, so that an edit costs the districts it touches
   * and those that give way to them.
   */
  draw(zoning: Zoning): DistrictOutlines;
}

interface Drawn {
  readonly outline: Outline;
  readonly blockedBy: readonly Outline[];
}

/** An outline depends on its members and on the outlines it gives way to, and on nothing else. */
function isSame(
  { outline, blockedBy }: Drawn,
  members: readonly number[],
  now: readonly Outline[],
) {
  return (
    outline.members.length === members.length &&
    blockedBy.length === now.length &&
    outline.members.every((member, k) => member === members[k]) &&
    blockedBy.every((one, k) => one === now[k])
  );
}

/** The outline known where the new one is the same, so that nobody after it is drawn anew for it. */
function keepEqual(known: Outline | undefined, drawn: Outline): Outline {
  const isEqual =
    known !== undefined &&
    JSON.stringify([known.members, known.paths]) === JSON.stringify([drawn.members, drawn.paths]);
  return isEqual ? known : drawn;
}

/**
 * @param gapM the gap of the contiguity graph, m
 * @throws if `gapM` is not a finite number ≥ 0
 */
export function createOutlineDrawer(world: World, gapM: number): OutlineDrawer {
  const outliner = createOutliner(world, gapM);
  /** by smallest member */
  let known: ReadonlyMap<number, Drawn> = new Map();
  return {
    draw(zoning) {
      const drawn = new Map<number, Drawn>();
      const done: Outline[] = [];
      const features: Feature<Polygon | MultiPolygon, { index: number }>[] = [];
      membersByDistrict(zoning).forEach((members, index) => {
        if (members.length === 0) return;
        const near = new Set(outliner.nearby(members).map((i) => zoning.assignment[i]));
        const earlier = [...near].filter((d) => d >= 0 && d < index).sort((p, q) => p - q);
        const blockedBy = earlier.map((d) => done[d]);
        const before = known.get(members[0]);
        const outline =
          before && isSame(before, members, blockedBy)
            ? before.outline
            : keepEqual(before?.outline, outliner.outline(members, blockedBy));
        drawn.set(members[0], { outline, blockedBy });
        done[index] = outline;
        features.push({ type: "Feature", properties: { index }, geometry: outline.geometry });
      });
      known = drawn;
      return { type: "FeatureCollection", features };
    },
  };
}

/**
 * One polygon per district that has members, `index` its position in the zoning: WGS 84, RFC 7946,
 * members' own corners exactly as in the file and the others rounded to 1e-9°. It covers the
 * members and the lanes between them, overlaps no other outline (where two closings meet, the
 * district that comes first keeps the ground; compounds that overlap each other stay as they are),
 * holds no compound of another district and crosses no hard barrier that no member spans, so a
 * district on both sides of one is a MultiPolygon (SPEC Z20–Z27).
 * @param gapM the gap of the contiguity graph, m
 * @throws if `gapM` is not a finite number ≥ 0
 */
export function outlineDistricts(world: World, zoning: Zoning, gapM: number): DistrictOutlines {
  return createOutlineDrawer(world, gapM).draw(zoning);
}
