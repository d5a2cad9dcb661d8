import type { FeatureCollection, Geometry } from "geojson";
import GeoJSONFormat from "ol/format/GeoJSON.js";
import WKB from "ol/format/WKB.js";
import initSqlJs from "sql.js";
import { concat } from "../core/ingest/containers/container-files.ts";

type Named = Readonly<Record<string, FeatureCollection>>;

function layer(
  features: readonly (readonly [Record<string, unknown>, Geometry])[],
): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: features.map(([properties, geometry]) => ({ type: "Feature", properties, geometry })),
  };
}

const line = (...coordinates: [number, number][]): Geometry => ({
  type: "LineString",
  coordinates,
});

function box(west: number, south: number, east: number, north: number): Geometry {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

/** Layers around the compounds of `container-files`, as bureaus keep them in one file. */
export const BASE: Named = {
  水系: layer([[{ name: "龙川江" }, line([101.5415, 25.02], [101.5415, 25.04])]]),
  社区: layer([[{ 社区名称: "东瓜社区" }, box(101.53, 25.02, 101.55, 25.04)]]),
  道路: layer([[{ 道路等级: "主干路" }, line([101.53, 25.035], [101.55, 25.035])]]),
};

function wkbOf(geometry: Geometry): Uint8Array {
  const read = new GeoJSONFormat().readGeometry(geometry);
  if (Array.isArray(read) || !read) throw new Error("no geometry");
  return new Uint8Array(new WKB({ hex: false }).writeGeometry(read) as unknown as ArrayBuffer);
}

/** A GeoPackage in EPSG:4490 with a table for each layer. */
export async function makeLayeredGeopackage(layers: Named): Promise<Uint8Array> {
  const { Database } = (await initSqlJs()) as unknown as {
    Database: new () => {
      run(sql: string, values?: unknown[]): void;
      export(): Uint8Array;
    };
  };
  const database = new Database();
  database.run(`CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY,
    organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT)`);
  database.run(`INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4490, 'EPSG', 4490, '', '')`);
  database.run(`CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT,
    identifier TEXT, srs_id INTEGER)`);
  database.run(`CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,
    geometry_type_name TEXT, srs_id INTEGER)`);
  const head = Uint8Array.of(0x47, 0x50, 0, 1, 0x8a, 0x11, 0, 0);
  for (const [table, { features }] of Object.entries(layers)) {
    const [field] = Object.keys(features[0].properties ?? {});
    database.run("INSERT INTO gpkg_contents VALUES (?, 'features', ?, 4490)", [table, table]);
    database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', 4490)", [table]);
    database.run(`CREATE TABLE "${table}" (fid INTEGER PRIMARY KEY, geom BLOB, "${field}" TEXT)`);
    for (const { properties, geometry } of features)
      database.run(`INSERT INTO "${table}" (geom, "${field}") VALUES (?, ?)`, [
        concat([head, wkbOf(geometry)]),
        properties?.[field],
      ]);
  }
  return database.export();
}
