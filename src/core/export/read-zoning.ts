import type { World } from "../ingest/world.ts";
import { type District, LEFT_OUT_REASONS, type Zoning } from "../zoning/zoning.ts";

const REASONS: readonly string[] = LEFT_OUT_REASONS;

interface Assigned {
  readonly id: unknown;
  readonly properties: {
    readonly district_id: string | null;
    readonly left_out_reason: string | null;
  };
}

/**
 * The zoning of an exported `compounds.geojson` on `world`; districts in order of their id, named by it.
 * Compounds that the file does not mention are `not-placed`.
 * @throws when the text is not a FeatureCollection
 */
export function readZoning(text: string, world: World): Zoning {
  const content: { readonly features?: readonly Assigned[] } = JSON.parse(text);
  if (!Array.isArray(content.features)) throw new Error("readZoning needs a FeatureCollection");
  const features: readonly Assigned[] = content.features;
  const byId = new Map(features.map((feature) => [String(feature.id), feature.properties]));
  const ids = new Set(features.map(({ properties }) => properties.district_id));
  const districts = [...ids]
    .filter((id) => id !== null)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((id): District => ({ id, name: id }));
  const position = new Map(districts.map(({ id }, at) => [id, at]));
  const count = world.compounds.length;
  const assignment = new Int32Array(count).fill(-1);
  const reason = new Uint8Array(count).fill(REASONS.indexOf("not-placed"));
  world.compounds.forEach(({ id }, i) => {
    const properties = byId.get(id);
    if (!properties) return;
    const { district_id: district, left_out_reason: why } = properties;
    assignment[i] = district === null ? -1 : (position.get(district) ?? -1);
    reason[i] = Math.max(0, REASONS.indexOf(why ?? "none"));
  });
  return { districts, assignment, reason };
}
