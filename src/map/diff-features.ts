import type { Feature, FeatureCollection } from "geojson";

/** What leads from one collection to another, by the `index` of features. */
export interface FeatureDiff {
  readonly remove: number[];
  /** new ones, and those that look different now */
  readonly add: Feature[];
}

const indexOf = ({ properties }: Feature): number => Number(properties?.index);

/** Whether two values of JSON are equal. Stops at the first difference. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [own, other] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return (
    own.length === Object.keys(other).length &&
    own.every(([key, value]) => isEqual(value, other[key]))
  );
}

/** What leads from one collection to another. O(coordinates). */
export function diffFeatures(before: FeatureCollection, after: FeatureCollection): FeatureDiff {
  const gone = new Map(before.features.map((feature) => [indexOf(feature), feature]));
  const add = after.features.filter((feature) => {
    const index = indexOf(feature);
    const known = gone.get(index);
    gone.delete(index);
    return !known || !isEqual(known, feature);
  });
  return { remove: [...gone.keys()], add };
}
