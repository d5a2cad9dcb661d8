import type { Geometry } from "geojson";
import { eachPosition } from "./coordinate-system.ts";
import type { IssueLog } from "./issue-log.ts";
import type { Layer } from "./read-layer.ts";

/** Ground the compounds cover, degrees: west, south, east, north. */
export type GroundBox = readonly [number, number, number, number];

/** What is farther than this from every compound plays no part, km. */
export const REACH_KM = 20;
const KM_PER_DEGREE = 111.2;

/** Distance between the boxes of a geometry and of the ground along the farther axis, km. */
function kmFrom(geometry: Geometry, [west, south, east, north]: GroundBox): number {
  const own = [Infinity, Infinity, -Infinity, -Infinity];
  eachPosition(geometry, ([lon, lat]) => {
    own[0] = Math.min(own[0], lon);
    own[1] = Math.min(own[1], lat);
    own[2] = Math.max(own[2], lon);
    own[3] = Math.max(own[3], lat);
  });
  const shrink = Math.max(0.01, Math.cos(((south + north) / 2) * (Math.PI / 180)));
  const lonKm = Math.max(own[0] - east, west - own[2]) * KM_PER_DEGREE * shrink;
  const latKm = Math.max(own[1] - north, south - own[3]) * KM_PER_DEGREE;
  return Math.max(0, lonKm, latKm);
}

export function isNear(geometry: Geometry, ground: GroundBox): boolean {
  return kmFrom(geometry, ground) <= REACH_KM;
}

/** True when no feature of a layer is near the compounds. */
export function liesApart({ features }: Layer, ground: GroundBox | null): boolean {
  if (ground === null || features.length === 0) return false;
  return !features.some(({ feature }) => isNear(feature.geometry, ground));
}

/** Layers that lie apart from the compounds: one of the two is probably in another system. */
export function reportApart(
  layers: readonly Layer[],
  ground: GroundBox | null,
  log: IssueLog,
): void {
  for (const layer of layers) {
    if (ground === null || !liesApart(layer, ground)) continue;
    const kms = layer.features.map(({ feature }) => kmFrom(feature.geometry, ground));
    const km = Math.round(kms.reduce((least, one) => Math.min(least, one)));
    log.add("warning", "layer-apart", { source: layer.source, args: { km } });
  }
}
