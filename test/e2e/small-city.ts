import { box, type TestCompound, worldFromPolygons } from "../world-builder.ts";

/** A name that would do harm if it were ever taken for markup. */
export const HOSTILE_NAME = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

const COMMUNITIES = ["甲社区", "乙社区", "丙社区"];

function collection(features: readonly unknown[]): string {
  return JSON.stringify({
    type: "FeatureCollection",
    pianqu: { synthetic: true },
    synthetic: true,
    features,
  });
}

/** Three 社区 of 3 × 4 compounds each; an arterial runs between them. */
function compounds(): TestCompound[] {
  return Array.from({ length: 36 }, (_, i): TestCompound => {
    const block = Math.floor(i / 12);
    const column = i % 3;
    const row = Math.floor((i % 12) / 3);
    return {
      id: `C${String(i).padStart(3, "0")}`,
      name: i === 5 ? HOSTILE_NAME : `和平${i + 1}号院`,
      parts: box(block * 260 + column * 70, row * 70, 60, 60),
      communityName: COMMUNITIES[block],
      households: 100 + (i % 4) * 10,
    };
  });
}

/** The files of a small synthetic city, as the page fetches the demo. */
export function buildSmallCity(): Readonly<Record<string, string>> {
  const world = worldFromPolygons(compounds());
  const features = world.compounds.map((compound) => ({
    type: "Feature",
    properties: {
      compound_id: compound.id,
      name: compound.name,
      community: compound.communityName,
      households: compound.households,
      floor_area: compound.households * 90,
      built_year: 1992,
      synthetic: true,
    },
    geometry: compound.geometry,
  }));
  return {
    "compounds.geojson": collection(features),
    "barriers.geojson": collection([]),
    "crossings.geojson": collection([]),
    "communities.geojson": collection([]),
    "context.geojson": collection([]),
  };
}

/** Two good compounds and one whose ring crosses itself. */
export function buildBrokenFile(): string {
  const square = (lon: number) => [
    [lon, 25],
    [lon + 0.001, 25],
    [lon + 0.001, 25.001],
    [lon, 25.001],
    [lon, 25],
  ];
  const feature = (name: string, ring: unknown) => ({
    type: "Feature",
    properties: { name, households: 400, floor_area: 40_000, built_year: 1990 },
    geometry: { type: "Polygon", coordinates: [ring] },
  });
  return JSON.stringify({
    type: "FeatureCollection",
    features: [
      feature("好小区", square(101)),
      feature("另一小区", square(101.0011)),
      feature("坏小区", [
        [101.003, "x"],
        [101.004, 25],
        [101.004, 25.001],
      ]),
    ],
  });
}
