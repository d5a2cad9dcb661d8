import type { MultiPolygon, Polygon } from "geojson";
import { eachInSteps, type Steps } from "../base/steps.ts";
import type { IssueLog } from "./issue-log.ts";
import type { Layer } from "./read-layer.ts";
import { polygonsOf, repairArea } from "./repair-geometry.ts";
import type { LabelledFeature } from "./resolve-positions.ts";

/** A feature whose area is sound. */
export interface AreaFeature extends LabelledFeature {
  readonly area: Polygon | MultiPolygon;
  readonly areaM2: number;
  /** a corner, to zoom to */
  readonly at: readonly [number, number];
}

function cornerOf(area: Polygon | MultiPolygon): [number, number] {
  const [lon, lat] = polygonsOf(area)[0][0][0];
  return [lon, lat];
}

function isAreal({ feature, label }: LabelledFeature, source: string, log: IssueLog): boolean {
  const { geometry } = feature;
  const n = polygonsOf(geometry).length;
  const where = { source, feature: label };
  if (n === 0) {
    const args = { found: geometry.type, needed: "Polygon" };
    log.add("error", "geometry-type", { ...where, args });
    return false;
  }
  if (geometry.type === "GeometryCollection") {
    log.add("warning", "geometry-collection", { ...where, args: { n } });
  }
  return true;
}

/** The polygons of a layer, repaired; what is no polygon or cannot be repaired becomes an issue. */
export function* readAreas(layer: Layer, log: IssueLog): Steps<AreaFeature[]> {
  const { source } = layer;
  const areas: AreaFeature[] = [];
  let turned = 0;
  yield* eachInSteps(layer.features, (one) => {
    if (!isAreal(one, source, log)) return;
    const result = repairArea(one.feature.geometry);
    const at = result.geometry ? cornerOf(result.geometry) : null;
    for (const repair of result.repairs) {
      const where = { source, feature: one.label, at: repair.at ?? at };
      log.add(repair.severity, repair.code, { ...where, args: repair.args });
    }
    if (result.geometry === null || at === null) return;
    if (result.turned) turned += 1;
    areas.push({ ...one, area: result.geometry, areaM2: result.areaM2, at });
  });
  if (turned > 0) log.add("info", "ring-order", { source, args: { n: turned } });
  return areas;
}
