import { toKML } from "@placemarkio/tokml";
import type { Feature } from "geojson";
import { colourDistricts, findNearPairs } from "./drawing/district-colours.ts";
import { DISTRICT_COLOURS } from "./drawing/paper-colours.ts";
import type { ExportInput } from "./export-input.ts";
import type { ExportedFile } from "./export-plan.ts";
import { keepXml } from "./formats/xml-text.ts";
import type { Layer } from "./layers/layer.ts";
import { type Audience, planLayers } from "./layers/plan-layers.ts";

/** Stand in every placemark, empty too: by both of them a plan is known when it comes back. */
const PLACE_COLUMNS: ReadonlySet<string> = new Set(["district_id", "left_out_reason"]);

/** A layer as KML; colours by the id of the district. */
function writeLayer({ columns, rows }: Layer, colourOf: ReadonlyMap<string, string>): string {
  const features = rows.map(({ cells, geometry }): Feature => {
    const told = columns.flatMap(({ name }, c): [string, string | number][] => {
      const cell = cells[c];
      if (cell === null) return PLACE_COLUMNS.has(name) ? [[name, ""]] : [];
      return [[name, typeof cell === "string" ? keepXml(cell) : cell]];
    });
    const properties = Object.fromEntries(told);
    const colour = colourOf.get(String(properties.district_id ?? properties.id));
    const style =
      colour === undefined || geometry.type === "Point"
        ? {}
        : { fill: colour, "fill-opacity": 0.5, stroke: "#1d2b33", "stroke-width": 1 };
    return { type: "Feature", properties: { ...properties, ...style }, geometry };
  });
  return toKML({ type: "FeatureCollection", features });
}

/** `districts.kml` and `compounds.kml` (OGC 07-147r2), in the colours of the map, for phones. */
export function exportKml(input: ExportInput, audience: Audience): readonly ExportedFile[] {
  const { prepared, zoning } = input;
  const colours = colourDistricts(findNearPairs(prepared.world), zoning, new Map());
  const colourOf = new Map(
    zoning.districts.map(({ id }, d) => [id, DISTRICT_COLOURS[colours[d]]] as const),
  );
  return planLayers(input, audience).map((layer) => ({
    name: `${layer.name}.kml`,
    text: writeLayer(layer, colourOf),
  }));
}
