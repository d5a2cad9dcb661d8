import type { Compound } from "../core/index.ts";
import { type PackedGeometry, packGeometry, unpackGeometry } from "./packed-geometry.ts";
import { type PackedProperties, packProperties, unpackProperties } from "./packed-properties.ts";

/** What is large of a compound and seldom asked for. */
type Bulk = "geometry" | "properties";
type Small = Omit<Compound, Bulk | "provenance">;

/** Compounds field by field, so that names of fields do not travel with each; what is large packed. */
export interface CompoundSlice {
  readonly count: number;
  /** a field that a compound lacks is undefined there */
  readonly columns: { readonly [Field in keyof Small]: readonly Small[Field][] };
  /** different provenances; there are few */
  readonly provenances: readonly Compound["provenance"][];
  /** per compound: its provenance among them */
  readonly provenanceOf: readonly number[];
  readonly areas: PackedGeometry;
  readonly properties: PackedProperties;
}

function fieldsOf(compounds: readonly Compound[]): (keyof Small)[] {
  const names = new Set(compounds.flatMap((compound) => Object.keys(compound)));
  for (const apart of ["geometry", "properties", "provenance"]) names.delete(apart);
  return [...names] as (keyof Small)[];
}

function textOf(provenance: Compound["provenance"]): string {
  return Object.values(provenance).join();
}

/** @returns the slice, and the buffers in it */
export function packCompounds(compounds: readonly Compound[]): {
  readonly part: CompoundSlice;
  readonly buffers: readonly ArrayBuffer[];
} {
  const columns = Object.fromEntries(
    fieldsOf(compounds).map((field) => [field, compounds.map((compound) => compound[field])]),
  ) as unknown as CompoundSlice["columns"];
  const texts = compounds.map(({ provenance }) => textOf(provenance));
  const different = new Map(texts.map((text, k) => [text, compounds[k].provenance]));
  const places = new Map([...different.keys()].map((text, place) => [text, place]));
  const provenanceOf = texts.map((text) => places.get(text) ?? 0);
  const areas = packGeometry(compounds.map(({ geometry }) => geometry));
  const properties = packProperties(compounds.map((compound) => compound.properties));
  const arrays = [areas.lonLat, areas.counts, areas.starts, properties.bytes, properties.ends];
  const provenances = [...different.values()];
  return {
    part: { count: compounds.length, columns, provenances, provenanceOf, areas, properties },
    buffers: arrays.map(({ buffer }) => buffer),
  };
}

/** Unpacks what is large of a compound when it is asked for; a copy by `...` leaves it out. */
class HeldBulk {
  readonly #slice: Pick<CompoundSlice, "areas" | "properties">;
  readonly #index: number;
  #properties: Compound["properties"] | null = null;

  constructor(slice: Pick<CompoundSlice, "areas" | "properties">, index: number) {
    this.#slice = slice;
    this.#index = index;
  }

  get geometry(): Compound["geometry"] {
    return unpackGeometry(this.#slice.areas, this.#index);
  }

  get properties(): Compound["properties"] {
    this.#properties ??= unpackProperties(this.#slice.properties, this.#index);
    return this.#properties;
  }
}

/** The compounds of a slice, which keep what is large packed. */
export function holdCompounds(slice: CompoundSlice): Compound[] {
  const { count, columns, provenances, provenanceOf, areas, properties } = slice;
  const fields = Object.entries(columns);
  const bulk = { areas, properties };
  return Array.from({ length: count }, (_, k) => {
    const own: Record<string, unknown> = { provenance: provenances[provenanceOf[k]] };
    for (const [field, values] of fields) if (values[k] !== undefined) own[field] = values[k];
    return Object.assign(new HeldBulk(bulk, k), own as unknown as Omit<Compound, Bulk>);
  });
}
