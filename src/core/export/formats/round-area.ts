import type { MultiPolygon, Polygon, Position } from "geojson";
import { repairArea } from "../../ingest/repair-geometry.ts";

type Area = Polygon | MultiPolygon;

/** Digits of a degree that mean something for a wall: 1 cm (RFC 7946 §11.2 asks for no more than needed). */
const PER_DEGREE = 1e7;

const round = (degrees: number): number => Math.round(degrees * PER_DEGREE) / PER_DEGREE;

function roundRings(rings: readonly (readonly Position[])[]): Position[][] {
  return rings.map((ring) => ring.map(([lon, lat]) => [round(lon), round(lat)]));
}

/**
 * The area with corners `[lon, lat]` of at most 7 decimals, corners that become one merged. One that
 * would cross itself or lose a ring by that keeps the digits it has.
 */
export function roundArea(area: Area): Area {
  const rounded: Area =
    area.type === "Polygon"
      ? { type: "Polygon", coordinates: roundRings(area.coordinates) }
      : { type: "MultiPolygon", coordinates: area.coordinates.map(roundRings) };
  const corners = area.coordinates.flat(3);
  if (rounded.coordinates.flat(3).every((degrees, k) => degrees === corners[k])) return rounded;
  const { geometry, repairs } = repairArea(rounded);
  const isSound = repairs.every(({ code }) => code === "duplicate-vertices");
  return geometry !== null && isSound ? geometry : area;
}
