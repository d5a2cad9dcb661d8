import { findCoordinateSystem } from "./coordinate-system.ts";
import type { PositionReading } from "./position-reading.ts";
import { proposeSystems } from "./propose-systems.ts";
import type { Layer } from "./read-layer.ts";

function middleOf(ground: readonly number[] | null): [number, number] | null {
  return ground === null ? null : [(ground[0] + ground[2]) / 2, (ground[1] + ground[3]) / 2];
}

/**
 * How the coordinates of each file were understood, with the systems they may be in.
 * @param ground box of all compounds, degrees, or null; candidates near it come first
 */
export function describePositions(
  layers: readonly Layer[],
  ground: readonly number[] | null,
): PositionReading[] {
  const sorted = [...layers].sort((a, b) =>
    a.source < b.source ? -1 : a.source > b.source ? 1 : 0,
  );
  return sorted.map(({ source, survey, features }): PositionReading => {
    const { sample, declared, decided, swapped, format } = survey;
    const isKnown =
      decided !== null || (declared !== null && findCoordinateSystem(declared) !== null);
    const settles = format === null || format === "kml";
    return {
      source,
      declared,
      decided,
      swapped,
      sample,
      placed: features.length > 0,
      toConfirm: sample !== null && !isKnown && (!settles || features.length === 0),
      candidates: sample === null ? [] : proposeSystems(sample, middleOf(ground)),
    };
  });
}
