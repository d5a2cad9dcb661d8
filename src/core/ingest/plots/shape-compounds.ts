import { type LocalProjection, projectTo } from "../../geometry/projection.ts";
import { eachPosition } from "../coordinate-system.ts";
import type { IssueLog } from "../issue-log.ts";
import type { Layer } from "../read-layer.ts";
import type { FileReading } from "../world.ts";
import { closeLines } from "./close-lines.ts";
import { groupBuildings, reportBuildings } from "./group-buildings.ts";
import { plotPoints } from "./plot-points.ts";

function originOf({ features }: Layer): LocalProjection {
  let first: LocalProjection | null = null;
  for (const { feature } of features) {
    eachPosition(feature.geometry, ([lon, lat]) => {
      // The smallest corner, so that the order of features plays no part.
      if (first === null || lon < first.lon0 || (lon === first.lon0 && lat < first.lat0)) {
        first = { lon0: lon, lat0: lat };
      }
    });
  }
  const { lon0, lat0 } = first ?? { lon0: 0, lat0: 0 };
  return { lon0: Math.round(lon0 * 100) / 100, lat0: Math.round(lat0 * 100) / 100 };
}

function linesOf(barriers: readonly Layer[], projection: LocalProjection): number[][] {
  return barriers.flatMap(({ features }) =>
    features.flatMap(({ feature: { geometry } }) => {
      const lines =
        geometry.type === "LineString"
          ? [geometry.coordinates]
          : geometry.type === "MultiLineString"
            ? geometry.coordinates
            : [];
      return lines.map((line) => {
        const flat: number[] = [];
        line.forEach(([lon, lat], i) => {
          projectTo(projection, lon, lat, flat, 2 * i);
        });
        return flat;
      });
    }),
  );
}

/**
 * Gives every feature of the compound layers a shape that can be a compound's: closed lines become
 * polygons, buildings become compounds where a person asked for it, points become approximate plots.
 */
export function shapeCompounds(
  layers: readonly Layer[],
  {
    barriers,
    decisionOn,
  }: {
    readonly barriers: readonly Layer[];
    readonly decisionOn: (source: string) => FileReading | null;
  },
  log: IssueLog,
): Layer[] {
  const shaped = layers.map((layer) => {
    const closed = closeLines(layer, log);
    const group = decisionOn(layer.source)?.group ?? null;
    if (group === null) {
      reportBuildings(closed, log);
      return closed;
    }
    const projection = originOf(closed);
    return groupBuildings(
      closed,
      { group, streets: linesOf(barriers, projection), projection },
      log,
    );
  });
  return plotPoints(shaped, barriers, log);
}
