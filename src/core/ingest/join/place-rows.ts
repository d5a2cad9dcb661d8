import type { SurveyedFile } from "../describe-positions.ts";
import { choosePositions, middlePosition } from "../position-reading.ts";
import { placeIn } from "../propose-systems.ts";
import type { FileReading } from "../world.ts";

/** Where a ledger row says it lies: as written, and `[lon, lat]`; null: it does not. */
export interface PlacedRow {
  readonly written: readonly [number, number] | null;
  readonly at: readonly [number, number] | null;
}

/** A position as the ledger writes it in degrees of WGS 84, by what a person said of the file. */
export function placePosition(
  written: readonly [number, number] | null,
  byHand: FileReading | null,
): [number, number] | null {
  if (written === null) return null;
  const [x, y] = byHand?.swapped === true ? [written[1], written[0]] : written;
  return placeIn(byHand?.crs ?? "EPSG:4326", x, y);
}

/** What the positions of the rows say of their coordinates; null when no row has one. */
export function surveyRows(
  source: string,
  rows: readonly PlacedRow[],
  byHand: FileReading | null,
): SurveyedFile | null {
  const written = rows.map((row) => row.written).filter((position) => position !== null);
  if (written.length === 0) return null;
  const placed = rows.map(({ at }) => at).filter((at) => at !== null);
  return {
    source,
    survey: {
      declared: null,
      decided: byHand?.crs ?? null,
      swapped: byHand?.swapped === true,
      format: "table",
      sample: middlePosition(written),
      written: choosePositions(written),
    },
    points: choosePositions(placed.filter(isDegrees)),
  };
}

function isDegrees([lon, lat]: readonly [number, number]): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
