import type { Compound } from "../core/index.ts";
import { type PackedGeometry, packGeometry, unpackGeometry } from "./packed-geometry.ts";
import { type PackedProperties, packProperties, unpackProperties } from "./packed-properties.ts";

/** What is large of a compound and seldom asked for. */
type Bulk = "geometry" | "properties";

/** Compounds, what is large of them packed. */
export interface CompoundSlice {
  readonly compounds: readonly Omit<Compound, Bulk>[];
  readonly areas: PackedGeometry;
  readonly properties: PackedProperties;
}

/** @returns the slice, and the buffers in it */
export function packCompounds(compounds: readonly Compound[]): {
  readonly part: CompoundSlice;
  readonly buffers: readonly ArrayBuffer[];
} {
  const areas = packGeometry(compounds.map(({ geometry }) => geometry));
  const properties = packProperties(compounds.map((compound) => compound.properties));
  const rest = compounds.map(({ geometry: _g, properties: _p, ...compound }) => compound);
  const arrays = [areas.lonLat, areas.counts, areas.starts, properties.bytes, properties.ends];
  const buffers = arrays.map(({ buffer }) => buffer);
  return { part: { compounds: rest, areas, properties }, buffers };
}

/** Unpacks what is large of a compound when it is asked for; a copy by `...` leaves it out. */
class HeldBulk {
  readonly #slice: CompoundSlice;
  readonly #index: number;
  #properties: Compound["properties"] | null = null;

  constructor(slice: CompoundSlice, index: number) {
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

/** Provenances that compounds share, by their text: there are few different ones. */
export type SharedProvenances = Map<string, Compound["provenance"]>;

/** The compounds of a slice, which keep what is large packed. */
export function holdCompounds(slice: CompoundSlice, shared: SharedProvenances): Compound[] {
  // What is held is the packed part alone.
  const packed: CompoundSlice = { ...slice, compounds: [] };
  return slice.compounds.map((compound, k) => {
    const key = Object.values(compound.provenance).join();
    const provenance = shared.get(key) ?? compound.provenance;
    shared.set(key, provenance);
    return Object.assign(new HeldBulk(packed, k), compound, { provenance });
  });
}
