import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { World } from "../ingest/world.ts";
import { membersByDistrict } from "./members.ts";
import { createOutliner, type Outline } from "./outline-district.ts";
import type { Zoning } from "./zoning.ts";

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
export function outlineDistricts(
  world: World,
  zoning: Zoning,
  gapM: number,
): FeatureCollection<Polygon | MultiPolygon, { index: number }> {
  const outliner = createOutliner(world, gapM);
  const done: Outline[] = [];
  const features: Feature<Polygon | MultiPolygon, { index: number }>[] = [];
  membersByDistrict(zoning).forEach((members, index) => {
    if (members.length === 0) return;
    const near = new Set(outliner.nearby(members).map((i) => zoning.assignment[i]));
    const earlier = [...near].filter((d) => d >= 0 && d < index).sort((p, q) => p - q);
    const outline = outliner.outline(
      members,
      earlier.map((d) => done[d]),
    );
    done[index] = outline;
    features.push({ type: "Feature", properties: { index }, geometry: outline.geometry });
  });
  return { type: "FeatureCollection", features };
}
