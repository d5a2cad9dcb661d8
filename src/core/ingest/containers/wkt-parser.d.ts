declare module "wkt-parser" {
  /** Parameters of a coordinate system in well-known text, as proj4 wants them. Throws on nonsense. */
  export default function parse(wkt: string): Readonly<Record<string, unknown>>;
}
