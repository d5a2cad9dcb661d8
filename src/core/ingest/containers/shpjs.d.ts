declare module "shpjs" {
  /** Geometries in file order, null for null shapes. Throws on damaged records. */
  export function parseShp(shp: DataView): (import("geojson").Geometry | null)[];
  /** Records in file order. */
  export function parseDbf(dbf: DataView, encoding: string): Record<string, unknown>[];
}
