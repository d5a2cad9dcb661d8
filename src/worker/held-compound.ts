import type { Compound, LedgerField } from "../core/index.ts";
import { type PackedGeometry, packGeometry, unpackGeometry } from "./packed-geometry.ts";
import { type PackedProperties, packProperties, unpackProperties } from "./packed-properties.ts";
import { type PackedTexts, packTexts, textAt } from "./packed-texts.ts";

const TEXTS = [
  "id",
  "name",
  "community",
  "communityName",
  "street",
  "company",
  "ledgerId",
] as const;
const NUMBERS = [
  "households",
  "floorAreaM2",
  "builtYear",
  "buildings",
  "parkingSpaces",
  "cars",
  "gates",
  "lifts",
  "feeYuanPerM2Month",
  "collectionRate",
  "fundBalanceYuan",
] as const satisfies readonly LedgerField[];
const [MANAGED, ANCHOR, APPROXIMATE] = [1, 2, 4];

/** Compounds field by field in few buffers, which go from thread to thread without a copy. */
export interface CompoundSlice {
  readonly count: number;
  readonly texts: Readonly<Record<(typeof TEXTS)[number], PackedTexts>>;
  /** the ledger's figures, parts of one buffer; NaN: null */
  readonly numbers: Readonly<Record<LedgerField, Float64Array<ArrayBuffer>>>;
  /** per compound: 1 managed + 2 anchor + 4 approximate */
  readonly flags: Uint8Array<ArrayBuffer>;
  /** different provenances; there are few */
  readonly provenances: readonly Compound["provenance"][];
  /** per compound: its provenance among them */
  readonly provenanceOf: Uint32Array<ArrayBuffer>;
  readonly areas: PackedGeometry;
  readonly properties: PackedProperties;
}

/** Fields that a compound may lack included. */
type EveryField = { readonly [Field in keyof Required<Compound>]: Compound[Field] };

function packNumbers(compounds: readonly Compound[]): CompoundSlice["numbers"] {
  const { length } = compounds;
  const all = new Float64Array(NUMBERS.length * length);
  const columns = NUMBERS.map((field, f) => {
    const column = all.subarray(f * length, (f + 1) * length);
    for (let k = 0; k < length; k++) column[k] = compounds[k][field] ?? Number.NaN;
    return [field, column];
  });
  return Object.fromEntries(columns);
}

function flagsOf({ managed, anchor, approximate }: Compound): number {
  return (managed ? MANAGED : 0) + (anchor ? ANCHOR : 0) + (approximate ? APPROXIMATE : 0);
}

function packProvenances(compounds: readonly Compound[]) {
  const places = new Map<string, number>();
  const provenances: Compound["provenance"][] = [];
  const provenanceOf = Uint32Array.from(compounds, ({ provenance }) => {
    const text = NUMBERS.map((field) => provenance[field]).join();
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, provenances.length);
    return provenances.push(provenance) - 1;
  });
  return { provenances, provenanceOf };
}

/** @returns the slice, and the buffers in it */
export function packCompounds(compounds: readonly Compound[]): {
  readonly part: CompoundSlice;
  readonly buffers: readonly ArrayBuffer[];
} {
  const texts = Object.fromEntries(
    TEXTS.map((field) => [field, packTexts(compounds.map((compound) => compound[field] ?? null))]),
  ) as CompoundSlice["texts"];
  const numbers = packNumbers(compounds);
  const flags = Uint8Array.from(compounds, flagsOf);
  const { provenances, provenanceOf } = packProvenances(compounds);
  const areas = packGeometry(compounds.map(({ geometry }) => geometry));
  const properties = packProperties(compounds.map((compound) => compound.properties));
  const arrays = [
    ...TEXTS.flatMap((field) => [texts[field].ends, texts[field].places]),
    ...[numbers.households, flags, provenanceOf, areas.lonLat, areas.counts, areas.starts],
    ...[properties.bytes, properties.ends],
  ];
  const count = compounds.length;
  return {
    part: { count, texts, numbers, flags, provenances, provenanceOf, areas, properties },
    buffers: arrays.map(({ buffer }) => buffer),
  };
}

/**
 * A compound of a slice. It holds no field of its own, so that a large city leaves the page little to
 * collect: a copy by `...` is empty.
 */
class HeldCompound implements EveryField {
  readonly #slice: CompoundSlice;
  readonly #index: number;
  #properties: Compound["properties"] | null = null;

  constructor(slice: CompoundSlice, index: number) {
    this.#slice = slice;
    this.#index = index;
  }

  #textOf(field: (typeof TEXTS)[number]): string | null {
    return textAt(this.#slice.texts[field], this.#index);
  }

  #has(flag: number): boolean {
    return (this.#slice.flags[this.#index] & flag) !== 0;
  }

  get id() {
    return this.#textOf("id") ?? "";
  }
  get name() {
    return this.#textOf("name") ?? "";
  }
  get community() {
    return this.#textOf("community");
  }
  get communityName() {
    return this.#textOf("communityName");
  }
  get street() {
    return this.#textOf("street");
  }
  get company() {
    return this.#textOf("company");
  }
  get ledgerId() {
    return this.#textOf("ledgerId") ?? undefined;
  }
  get households() {
    return this.#slice.numbers.households[this.#index];
  }
  get floorAreaM2() {
    return this.#slice.numbers.floorAreaM2[this.#index];
  }
  get builtYear() {
    const year = this.#slice.numbers.builtYear[this.#index];
    return Number.isNaN(year) ? null : year;
  }
  get buildings() {
    return this.#slice.numbers.buildings[this.#index];
  }
  get parkingSpaces() {
    return this.#slice.numbers.parkingSpaces[this.#index];
  }
  get cars() {
    return this.#slice.numbers.cars[this.#index];
  }
  get gates() {
    return this.#slice.numbers.gates[this.#index];
  }
  get lifts() {
    return this.#slice.numbers.lifts[this.#index];
  }
  get feeYuanPerM2Month() {
    return this.#slice.numbers.feeYuanPerM2Month[this.#index];
  }
  get collectionRate() {
    return this.#slice.numbers.collectionRate[this.#index];
  }
  get fundBalanceYuan() {
    return this.#slice.numbers.fundBalanceYuan[this.#index];
  }
  get managed() {
    return this.#has(MANAGED);
  }
  get anchor() {
    return this.#has(ANCHOR);
  }
  get approximate() {
    return this.#has(APPROXIMATE) || undefined;
  }
  get provenance() {
    return this.#slice.provenances[this.#slice.provenanceOf[this.#index]];
  }
  get geometry() {
    return unpackGeometry(this.#slice.areas, this.#index);
  }
  get properties() {
    this.#properties ??= unpackProperties(this.#slice.properties, this.#index);
    return this.#properties;
  }
}

/** The compounds of a slice, which stay packed. */
export function holdCompounds(slice: CompoundSlice): Compound[] {
  return Array.from({ length: slice.count }, (_, k) => new HeldCompound(slice, k));
}
