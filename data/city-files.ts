import type { Block } from "./blocks.ts";
import type { CityPlan } from "./city-plan.ts";
import { growRings, uniteRings } from "./clipping.ts";
import type { Community } from "./communities.ts";
import { placeCrossings } from "./crossings.ts";
import {
  type CityFile,
  DATA_SOURCE,
  type Drawing,
  type Origin,
  writeFeatureFile,
} from "./feature-file.ts";
import type { StreetClass } from "./grid-lines.ts";
import type { BlockUse } from "./land-use.ts";
import type { LedgerRow } from "./ledger-row.ts";
import type { Parcel } from "./parcels.ts";
import { areaM2, type Ring } from "./ring.ts";
import type { Bridges, Street } from "./streets.ts";
import type { Compound } from "./walls.ts";
import { drawWaterAndRail, type WaterAndRail } from "./water-and-rail.ts";

/** The finished city, in metres. */
export interface FinishedCity {
  readonly plan: CityPlan;
  readonly communities: readonly Community[];
  readonly compounds: readonly Compound[];
  /** in the order of `compounds` */
  readonly rows: readonly LedgerRow[];
  readonly streets: readonly Street[];
  readonly bridges: Bridges;
  readonly blocks: readonly Block[];
  readonly uses: readonly BlockUse[];
  readonly parcels: readonly Parcel[];
  readonly city: ReadonlySet<number>;
}

/** Closest OSM value of `highway` for each Chinese class. */
const HIGHWAY: Readonly<Record<StreetClass, string>> = {
  快速路: "trunk",
  主干路: "primary",
  次干路: "secondary",
  支路: "residential",
  巷道: "service",
};

const RIVER_NAME = "清禾江";
const CANAL_NAME = "西沟渠";
const RAILWAY_NAME = "鹿溪铁路";
/** Land drawn around the city, metres. */
const SURROUNDINGS_M = 350;

/** The five files of the demo, ready to be written. */
export function drawCityFiles(origin: Origin, city: FinishedCity): readonly CityFile[] {
  const outline = uniteRings(city.communities.map((community) => community.ring));
  const joined = growRings(growRings(outline, 70), -70);
  const nature = drawWaterAndRail(city.plan, growRings(joined, SURROUNDINGS_M));
  const crossings = placeCrossings(origin.seed, city.plan, { bridges: city.bridges, city: joined });
  const file = (name: string, drawings: readonly Drawing[]) =>
    writeFeatureFile(`${name}.geojson`, drawings, origin);
  return [
    file("compounds", drawCompounds(city)),
    file("barriers", [...drawNature(nature), ...city.streets.map(drawStreet)]),
    file(
      "crossings",
      crossings.map(({ kind, at }, i) => ({
        properties: { id: `X-${String(i + 1).padStart(3, "0")}`, kind, data_source: DATA_SOURCE },
        shape: { kind: "point", at },
      })),
    ),
    file("communities", city.communities.map(drawCommunity)),
    file("context", drawContext(city, joined, nature)),
  ];
}

function area(rings: readonly Ring[], properties: Drawing["properties"]): Drawing {
  return { properties, shape: { kind: "area", rings } };
}

function drawCompounds({ compounds, rows }: FinishedCity): Drawing[] {
  return compounds.map(({ ring }, i) => area([ring], { ...rows[i], data_source: DATA_SOURCE }));
}

function drawNature({ river, canal, railway }: WaterAndRail): Drawing[] {
  const water = { natural: "water", waterway: "river", class: "河流", name: RIVER_NAME };
  return [
    ...river
      .filter((ring) => areaM2(ring) > 0)
      .map((ring) => area([ring], { ...water, data_source: DATA_SOURCE })),
    ...canal.map((line): Drawing => {
      const properties = { waterway: "canal", class: "水渠", name: CANAL_NAME, width_m: 10 };
      return {
        properties: { ...properties, data_source: DATA_SOURCE },
        shape: { kind: "line", line },
      };
    }),
    ...railway.map((line): Drawing => {
      const properties = { railway: "rail", class: "铁路", name: RAILWAY_NAME, width_m: 12 };
      return {
        properties: { ...properties, data_source: DATA_SOURCE },
        shape: { kind: "line", line },
      };
    }),
  ];
}

function drawStreet({ name, streetClass, widthM, line }: Street): Drawing {
  const properties = {
    highway: HIGHWAY[streetClass],
    class: streetClass,
    name: name === "" ? null : name,
    width_m: widthM,
    data_source: DATA_SOURCE,
  };
  return { properties, shape: { kind: "line", line } };
}

function drawCommunity({ code, baseName, town, ring }: Community): Drawing {
  return area([ring], {
    community_code: code,
    community: `${baseName}社区`,
    street: town,
    data_source: DATA_SOURCE,
  });
}

function drawContext(
  { blocks, uses, parcels, compounds, rows, city }: FinishedCity,
  outline: readonly Ring[],
  { river, banks }: WaterAndRail,
): Drawing[] {
  const solid = (kind: string) => (ring: Ring) => area([ring], { kind });
  const built = new Set(uses.map((use) => use.block));
  const facilities = parcels.filter((p) => p.dwelling === null && city.has(p.unit));
  return [
    ...outline.filter((ring) => areaM2(ring) > 0).map(solid("city")),
    ...banks.filter((ring) => areaM2(ring) > 0).map(solid("park")),
    ...river.filter((ring) => areaM2(ring) > 0).map(solid("water")),
    ...blocks
      .filter((block) => city.has(block.unit))
      .map((block) => area([block.ring], { kind: built.has(block) ? "block" : "field" })),
    ...facilities.map(({ facility, ring }) => area([ring], { kind: facility })),
    ...compounds.flatMap(({ gates }, i) =>
      gates.map((at): Drawing => {
        const properties = { kind: "gate", compound_id: rows[i]!.compound_id };
        return { properties, shape: { kind: "point", at } };
      }),
    ),
  ];
}
