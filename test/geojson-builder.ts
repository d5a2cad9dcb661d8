import type { World } from "../src/core/ingest/world.ts";

/** A compounds file as a bureau would give it, from a world of a test. */
export function geojsonOf(world: World): string {
  return JSON.stringify({
    type: "FeatureCollection",
    pianqu: { synthetic: true },
    features: world.compounds.map((compound) => ({
      type: "Feature",
      properties: {
        compound_id: compound.id,
        name: compound.name,
        community: compound.community,
        households: compound.households,
        floor_area: compound.floorAreaM2,
        built_year: compound.builtYear,
      },
      geometry: compound.geometry,
    })),
  });
}
