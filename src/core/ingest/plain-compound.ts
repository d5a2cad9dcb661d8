import type { Compound } from "./world.ts";

/** A compound whose fields are its own: what reading makes, and a copy of one that is held packed. */
export type PlainCompound = { readonly [Field in keyof Compound]: Compound[Field] };

/** Every field that a compound may have. */
export const COMPOUND_FIELDS = Object.keys({
  id: 0,
  name: 0,
  community: 0,
  communityName: 0,
  street: 0,
  ledgerId: 0,
  company: 0,
  managed: 0,
  anchor: 0,
  approximate: 0,
  households: 0,
  floorAreaM2: 0,
  builtYear: 0,
  buildings: 0,
  parkingSpaces: 0,
  cars: 0,
  gates: 0,
  lifts: 0,
  feeYuanPerM2Month: 0,
  collectionRate: 0,
  fundBalanceYuan: 0,
  provenance: 0,
  properties: 0,
  geometry: 0,
} satisfies Record<keyof Required<Compound>, number>) as (keyof Compound)[];

/** A copy with its fields as its own, wherever the compound has them; what it lacks is lacking. */
export function plainCompound(compound: Compound): PlainCompound {
  const fields = COMPOUND_FIELDS.filter((field) => compound[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, compound[field]])) as PlainCompound;
}
