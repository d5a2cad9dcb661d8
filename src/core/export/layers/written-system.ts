import type { Geometry, Position } from "geojson";
import { findCoordinateSystem } from "../../ingest/coordinate-system.ts";

/**
 * Systems that shapefiles and GeoPackages are written in: WGS 84; CGCS2000 in degrees, the same numbers
 * under the name that bureaus file them under (less than 1 m apart); or its 3° Gauss-Krüger zone, without
 * prefix, in which the middle of the data lies.
 */
export const WRITTEN_SYSTEMS = ["wgs84", "cgcs2000", "gauss-kruger"] as const;
export type WrittenSystemKey = (typeof WRITTEN_SYSTEMS)[number];

export interface WrittenSystem {
  readonly epsg: number;
  /** as people call it, in either language */
  readonly name: string;
  /** well-known text as ESRI writes it, for a `.prj` */
  readonly prj: string;
  /** well-known text by OGC 01-009, for a GeoPackage */
  readonly wkt: string;
  /** a geometry in WGS 84 degrees as it stands in this system */
  place<G extends Geometry>(geometry: G): G;
}

const ESRI_4490 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const OGC_4490 =
  'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]';

const WGS84: WrittenSystem = {
  epsg: 4326,
  name: "WGS 84 (EPSG:4326)",
  prj: 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  wkt: 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
  place: (geometry) => geometry,
};

const CGCS2000: WrittenSystem = {
  epsg: 4490,
  name: "CGCS2000 (EPSG:4490)",
  prj: ESRI_4490,
  wkt: OGC_4490,
  place: (geometry) => geometry,
};

/** Central meridians of the 3° zones, degrees, and the code of the first without prefix (EPSG). */
const [FIRST_MERIDIAN, LAST_MERIDIAN, FIRST_CODE] = [75, 135, 4534];

/** Central meridian of the 3° zone at a longitude, or null where China has none. */
function meridianAt(lon: number): number | null {
  const meridian = Math.round(lon / 3) * 3;
  return meridian >= FIRST_MERIDIAN && meridian <= LAST_MERIDIAN ? meridian : null;
}

type Coordinates = Position | readonly Coordinates[];

function placeAll(items: Coordinates, move: (position: Position) => Position): Coordinates {
  if (typeof items[0] === "number") return move(items as Position);
  return (items as readonly Coordinates[]).map((item) => placeAll(item, move));
}

/** A tenth of a millimetre: more digits would differ from machine to machine. */
function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function gaussKruger(meridian: number): WrittenSystem {
  const epsg = FIRST_CODE + (meridian - FIRST_MERIDIAN) / 3;
  const plane = findCoordinateSystem(`EPSG:${epsg}`)?.fromWgs84;
  if (!plane) throw new Error(`EPSG:${epsg} is not known`);
  const move = (position: Position) => plane(position).map(round4);
  const title = `CGCS2000 / 3-degree Gauss-Kruger CM ${meridian}E`;
  return {
    epsg,
    name: `${title} (EPSG:${epsg})`,
    prj: `PROJCS["CGCS2000_3_Degree_GK_CM_${meridian}E",${ESRI_4490},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`,
    wkt: `PROJCS["${title}",${OGC_4490},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${meridian}],PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","${epsg}"]]`,
    place: (geometry) =>
      "coordinates" in geometry
        ? { ...geometry, coordinates: placeAll(geometry.coordinates, move) }
        : geometry,
  };
}

/** Systems that data whose middle lies at a longitude can be written in. */
export function writtenSystemsAt(lon: number): readonly WrittenSystemKey[] {
  return WRITTEN_SYSTEMS.filter((key) => key !== "gauss-kruger" || meridianAt(lon) !== null);
}

/** @throws Error for the Gauss-Krüger zone of a place where China has none */
export function writtenSystem(key: WrittenSystemKey, lon: number): WrittenSystem {
  if (key === "wgs84") return WGS84;
  if (key === "cgcs2000") return CGCS2000;
  const meridian = meridianAt(lon);
  if (meridian === null) throw new Error(`no CGCS2000 zone at ${lon}°`);
  return gaussKruger(meridian);
}
