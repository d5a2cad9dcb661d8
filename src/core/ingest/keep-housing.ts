import type { IssueLog } from "./issue-log.ts";
import { listCounts, textOf } from "./judge-barrier.ts";
import { isHousing, LAND_HEADERS, LAND_NAMES, nameOfCode } from "./land-classes.ts";
import { type KnownKeys, plainKeys } from "./plain-keys.ts";
import type { Layer, Properties } from "./read-layer.ts";

function landOf(properties: Properties): string | null {
  const name = textOf(properties, LAND_NAMES);
  if (name !== null) return name;
  for (const header of LAND_HEADERS) {
    const code = textOf(properties, [header]);
    if (code !== null) return nameOfCode(header, code) ?? code;
  }
  return null;
}

/**
 * Of parcels of land that are read as compounds those of housing; the others are counted by class in an
 * issue. A layer whose columns name compounds, or that holds no housing, stays as it is.
 */
export function keepHousing(layer: Layer, log: IssueLog): Layer {
  const { columns, source } = layer;
  if (columns.has("name") || columns.has("households")) return layer;
  const keys: KnownKeys = new Map();
  const left = new Map<string, number>();
  const features = layer.features.filter(({ feature }) => {
    const land = landOf(plainKeys(feature.properties, keys));
    if (land === null || isHousing(land)) return true;
    left.set(land, (left.get(land) ?? 0) + 1);
    return false;
  });
  const n = layer.features.length - features.length;
  if (n === 0 || features.length === 0) return layer;
  log.add("warning", "land-not-housing", { source, args: { n, classes: listCounts(left) } });
  return { ...layer, features };
}
