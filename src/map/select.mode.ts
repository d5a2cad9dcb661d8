import type { Zoning } from "../core/index.ts";
import type { Selection } from "../store/state.ts";
import type { Hit } from "./map-adapter.ts";

/** What a click means first: the whole district, or the single compound. */
export type SelectUnit = "districts" | "compounds";

/** A click, and what it meets. */
export interface Pick {
  readonly hit: Hit;
  readonly add: boolean;
  readonly unit: SelectUnit;
}

function toggle(indices: readonly number[], index: number): readonly number[] {
  return indices.includes(index) ? indices.filter((i) => i !== index) : [...indices, index];
}

function extend(selection: Selection, kind: "districts" | "compounds", index: number): Selection {
  const indices = toggle(selection?.kind === kind ? selection.indices : [], index);
  return indices.length > 0 ? { kind, indices } : null;
}

/** Inside a district = it is the one selected, or all selected compounds are its members. */
function isInside(selection: Selection, district: number, zoning: Zoning): boolean {
  if (!selection) return false;
  if (selection.kind === "pair") return false;
  if (selection.kind === "districts")
    return selection.indices.length === 1 && selection.indices[0] === district;
  return selection.indices.every((i) => zoning.assignment[i] === district);
}

/**
 * The selection after a click. Unit "districts": the first click takes the district, the next one
 * inside it a compound, and so on until a click leaves it; with `add`, districts collect. Unit
 * "compounds": compounds at once. Compounds in no district are always taken as such. A click on
 * nothing clears, unless `add`. A line between two compounds is taken before the
 * district under it, but in unit "compounds" not before a compound.
 */
export function nextSelection(selection: Selection, pick: Pick, zoning: Zoning | null): Selection {
  const { hit, add, unit } = pick;
  const district = hit.district;
  const isLine = !add && (unit === "districts" || hit.compound === null);
  if (isLine && hit.pair !== null) return { kind: "pair", indices: hit.pair };
  if (hit.compound === null && district === null) return add ? selection : null;
  if (hit.compound === null || district === null) {
    const kind = hit.compound === null ? "districts" : "compounds";
    const index = hit.compound ?? (district as number);
    return add ? extend(selection, kind, index) : { kind, indices: [index] };
  }
  const drilled =
    unit === "compounds" ||
    (zoning !== null &&
      isInside(selection, district, zoning) &&
      (!add || selection?.kind === "compounds"));
  const kind = drilled ? "compounds" : "districts";
  const index = drilled ? hit.compound : district;
  return add ? extend(selection, kind, index) : { kind, indices: [index] };
}
