import { VERSION } from "../base/version.ts";
import type { Compound } from "../ingest/world.ts";
import { normaliseRecipe } from "../scenario/normalise-recipe.ts";
import { LEFT_OUT_REASONS } from "../zoning/zoning.ts";
import { columnValue, DISTRICT_COLUMNS } from "./district-columns.ts";
import type { ExportedDistrict, ExportInput } from "./export-input.ts";
import { type AreaFeature, writeFeatureCollection } from "./formats/geojson.ts";
import { filledFigures } from "./ledger-words.ts";

/**
 * `compounds.geojson`: every input property kept, plus `district_id`, `district_name` and
 * `left_out_reason`, `boundary: "approximate"` where the area was made from a point, and `figures_filled_in` where a
 * default stands in for a figure that the ledger leaves blank.
 */
export function exportCompounds({ prepared, zoning, scenario, sources }: ExportInput): string {
  const { world } = prepared;
  const features = world.compounds.map((compound, i): AreaFeature => {
    const district = zoning.assignment[i];
    const filled = filledFigures(compound);
    return {
      type: "Feature",
      id: compound.id,
      properties: {
        ...compound.properties,
        ...(compound.approximate && { boundary: "approximate" }),
        ...(filled.length > 0 && { figures_filled_in: filled }),
        district_id: district >= 0 ? zoning.districts[district].id : null,
        district_name: district >= 0 ? zoning.districts[district].name : null,
        left_out_reason: district >= 0 ? null : LEFT_OUT_REASONS[zoning.reason[i]],
      },
      geometry: compound.geometry,
    };
  });
  const { dataHash, synthetic } = world;
  return writeFeatureCollection(features, {
    version: VERSION,
    scenario: scenario.name,
    synthetic,
    sources: namesOf(sources),
    dataHash,
  });
}

/** `districts.geojson`: one outline per district with its main figures, units in their names. */
export function exportDistricts(
  input: ExportInput,
  districts: readonly ExportedDistrict[],
): string {
  const { prepared, plan, scenario } = input;
  const { world } = prepared;
  const recipe = normaliseRecipe(prepared.recipe);
  const features = districts.map(
    (district): AreaFeature => ({
      type: "Feature",
      id: district.id,
      properties: districtProperties(district, world.compounds),
      geometry: outlineOfDistrict(input, district),
    }),
  );
  return writeFeatureCollection(features, {
    version: VERSION,
    scenario: scenario.name,
    synthetic: world.synthetic,
    sources: namesOf(input.sources),
    parameters: recipe.parameters,
    assumptions: recipe.assumptions,
    seed: recipe.parameters.seed,
    dataHash: world.dataHash,
    certificate: plan?.objective.certificate ?? null,
    gap: plan?.objective.gap ?? null,
  });
}

/** Names of the files a plan was made from, in a fixed order. */
function namesOf(sources: ExportInput["sources"]): readonly string[] {
  return sources.map(({ name }) => name).sort();
}

function districtProperties(
  { id, name, members, estimate, violations }: ExportedDistrict,
  compounds: readonly Compound[],
): Record<string, unknown> {
  return {
    id,
    name,
    community: communityNames(members, compounds),
    compounds: members.length,
    members: members.map((i) => compounds[i].id),
    ...Object.fromEntries(
      DISTRICT_COLUMNS.map((column) => [column.name, columnValue(estimate, column)]),
    ),
    limits_met: violations.length === 0,
    limits_broken: violations.map(({ rule }) => rule),
  };
}

/** Names of the communities the members lie in, joined by `、`; null when none is known. */
export function communityNames(
  members: readonly number[],
  compounds: readonly Compound[],
): string | null {
  const names = members.map((i) => compounds[i].communityName ?? compounds[i].community);
  const known = [...new Set(names.filter((name) => name !== null))].sort();
  return known.length === 0 ? null : known.join("、");
}

/** A district's outline; its members as they are where there is none. */
export function outlineOfDistrict(
  { outlines, prepared }: ExportInput,
  district: ExportedDistrict,
): AreaFeature["geometry"] {
  const outline = outlines.features.find(({ properties }) => properties?.index === district.index);
  return outline?.geometry ?? memberAreas(district, prepared.world.compounds);
}

/** Stands in where there is no outline: the members as they are. */
function memberAreas(
  { members }: ExportedDistrict,
  compounds: readonly Compound[],
): AreaFeature["geometry"] {
  return {
    type: "MultiPolygon",
    coordinates: members.flatMap((i) => {
      const { geometry } = compounds[i];
      return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    }),
  };
}
