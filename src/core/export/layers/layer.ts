import type { Geometry } from "geojson";

/** A cell of a layer; null: nothing is known. */
export type LayerCell = string | number | null;

/** A column of a layer in every format. */
export interface LayerColumn {
  readonly name: string;
  /** at most 10 bytes, for dBASE tables */
  readonly short: string;
  /** what it means, with its unit */
  readonly label: string;
  /** decimals of its numbers; null: text */
  readonly decimals: number | null;
}

/** Shapes with a table, as shapefiles, GeoPackages and KML hold them; WGS 84. */
export interface Layer {
  /** name of files and tables: letters only */
  readonly name: "districts" | "compounds";
  readonly title: string;
  readonly columns: readonly LayerColumn[];
  readonly rows: readonly {
    readonly cells: readonly LayerCell[];
    readonly geometry: Geometry;
  }[];
}
