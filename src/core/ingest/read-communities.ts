import type { MultiPolygon, Polygon } from "geojson";
import { finish } from "../base/steps.ts";
import { cellOf } from "./cell-of.ts";
import type { IssueLog } from "./issue-log.ts";
import { type KnownKeys, plainKeys } from "./plain-keys.ts";
import { type AreaFeature, readAreas } from "./read-areas.ts";
import { type Layer, type Properties, readId } from "./read-layer.ts";
import { readText } from "./read-value.ts";
import { polygonsOf } from "./repair-geometry.ts";
import type { Community } from "./world.ts";

/** Headers a community layer may use beside those of the ledger. */
const CODE_HEADERS = ["code", "代码", "编码", "xzqdm", "cjdcqdm", "sqdm", "id"];
const NAME_HEADERS = [
  "name",
  "名称",
  "社区名称",
  "社区名",
  "居委会名称",
  "xzqmc",
  "cjdcqmc",
  "sqmc",
  "网格名称",
  "网格",
];

/** The 社区 that a grid of it is called after: `东华社区第三网格` → `东华社区`; else the name as it is. */
function withoutGrid(name: string): string {
  return /^(.+(?:社区|居委会|村委会)).*网格$/.exec(name)?.[1] ?? name;
}

function firstText(properties: Properties, headers: readonly string[]): string | null {
  for (const header of headers) {
    const text = Object.hasOwn(properties, header) ? readId(properties[header]) : null;
    if (text !== null) return text;
  }
  return null;
}

interface Identity {
  readonly key: string;
  readonly name: string;
  readonly street: string | null;
}

function identityOf(one: AreaFeature, { columns }: Layer, keys: KnownKeys): Identity | null {
  const properties = plainKeys(one.feature.properties, keys);
  const called =
    readText(cellOf(properties, columns.get("community"))) || firstText(properties, NAME_HEADERS);
  const name = called === null ? null : withoutGrid(called);
  const code =
    readId(cellOf(properties, columns.get("community_code"))) ??
    firstText(properties, CODE_HEADERS);
  const key = code !== null && (/^\d{12}$/.test(code) || name === null) ? code : name;
  const street = readText(cellOf(properties, columns.get("street"))) || null;
  return key === null ? null : { key, name: name ?? key, street };
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
  const byKey = new Map<
    string,
    { names: string[]; streets: string[]; parts: (Polygon | MultiPolygon)[] }
  >();
  for (const layer of layers) {
    const keys: KnownKeys = new Map();
    for (const one of finish(readAreas(layer, log))) {
      const found = identityOf(one, layer, keys);
      if (found === null) {
        const where = { source: layer.source, feature: one.label, at: one.at };
        log.add("error", "community-unnamed", where);
        continue;
      }
      const entry = byKey.get(found.key) ?? { names: [], streets: [], parts: [] };
      entry.names.push(found.name);
      if (found.street !== null) entry.streets.push(found.street);
      entry.parts.push(one.area);
      byKey.set(found.key, entry);
    }
  }
  const keys = [...byKey.keys()].sort();
  return keys.map((key) => {
    const { names, streets, parts } = byKey.get(key) ?? { names: [], streets: [], parts: [] };
    const name = names.sort()[0];
    const street = streets.sort()[0] ?? null;
    if (parts.length > 1) {
      log.add("info", "community-parts", { feature: { id: key, name }, args: { n: parts.length } });
    }
    return { key, name, street, geometry: joinParts(parts) };
  });
}
