import type { AssumptionGroup, ShippedAssumption } from "../../core/index.ts";

/** Assumptions of one subject. */
export interface AssumptionSection {
  readonly group: AssumptionGroup;
  readonly entries: readonly ShippedAssumption[];
}

function textOf({ key, meaning, source }: ShippedAssumption): string {
  return [key, meaning.zh, meaning.en, source.zh, source.en].join(" ").toLowerCase();
}

/**
 * Assumptions by subject, in the order of the table; with a search only those whose name, source
 * or key holds every word of it, in either language.
 */
export function groupAssumptions(
  assumptions: readonly ShippedAssumption[],
  search: string,
): AssumptionSection[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const sections = new Map<AssumptionGroup, ShippedAssumption[]>();
  for (const entry of assumptions) {
    const text = textOf(entry);
    if (!words.every((word) => text.includes(word))) continue;
    const entries = sections.get(entry.group);
    if (entries) entries.push(entry);
    else sections.set(entry.group, [entry]);
  }
  return [...sections].map(([group, entries]) => ({ group, entries }));
}
