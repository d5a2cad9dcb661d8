import type { MultiPolygon, Polygon } from "geojson";
import type { IssueLog } from "./issue-log.ts";
import { type AreaFeature, readAreas } from "./read-areas.ts";
import { cellOf, type Layer, type Properties, readId } from "./read-layer.ts";
import { readText } from "./read-value.ts";
import { polygonsOf } from "./repair-geometry.ts";
import type { Community } from "./world.ts";

/** Headers a community layer may use beside those of the ledger. */
const CODE_HEADERS = ["code", "代码", "编码", "id"];
const NAME_HEADERS = ["name", "名称", "社区名称"];

function firstText(properties: Properties, headers: readonly string[]): string | null {
  for (const header of headers) {
    const text = Object.hasOwn(properties, header) ? readId(properties[header]) : null;
    if (text !== null) return text;
  }
  return null;
}

function keyOf(one: AreaFeature, { columns }: Layer): { key: string; name: string } | null {
  const { properties } = one.feature;
  const name =
    readText(cellOf(properties, columns.get("community"))) || firstText(properties, NAME_HEADERS);
  const code =
    readId(cellOf(properties, columns.get("community_code"))) ??
    firstText(properties, CODE_HEADERS);
  const key = code !== null && (/^\d{12}$/.test(code) || name === null) ? code : name;
  return key === null ? null : { key, name: name ?? key };
}

function joinParts(parts: readonly (Polygon | MultiPolygon)[]): Polygon | MultiPolygon {
  if (parts.length === 1) return parts[0];
  const texts = parts.flatMap(polygonsOf).map((polygon) => JSON.stringify(polygon));
  const coordinates = texts.sort().map((text) => JSON.parse(text));
  return { type: "MultiPolygon", coordinates };
}

/**
 * Communities with key (12-digit code, else name) and area, sorted by key. Features without either,
 * and communities that occur several times, become issues.
 */
export function readCommunities(layers: readonly Layer[], log: IssueLog): Community[] {
  const byKey = new Map<string, { names: string[]; parts: (Polygon | MultiPolygon)[] }>();
  for (const layer of layers) {
    for (const one of readAreas(layer, log)) {
      const found = keyOf(one, layer);
      if (found === null) {
        const where = { source: layer.source, feature: one.label, at: one.at };
        log.add("error", "community-unnamed", where);
        continue;
      }
      const entry = byKey.get(found.key) ?? { names: [], parts: [] };
      entry.names.push(found.name);
      entry.parts.push(one.area);
      byKey.set(found.key, entry);
    }
  }
  const keys = [...byKey.keys()].sort();
  return keys.map((key) => {
    const { names, parts } = byKey.get(key) ?? { names: [], parts: [] };
    const name = names.sort()[0];
    if (parts.length > 1) {
      log.add("info", "community-parts", { feature: { id: key, name }, args: { n: parts.length } });
    }
    return { key, name, geometry: joinParts(parts) };
  });
}
