import type { Compound } from "../core/index.ts";

/**
 * Writes the GeoJSON that a map draws compounds from, part by part, so that nobody has to hold it:
 * properties `index`, `name`, `approximate`.
 */
export class CompoundDrawing {
  /** files of their own, since making one of a long text takes long */
  readonly #parts: Blob[] = [];
  #count = 0;

  /** The next compounds in the order of the world. */
  add(compounds: readonly Compound[]): void {
    const features = compounds.map(({ name, geometry, approximate = false }) => {
      const properties = { index: this.#count++, name, approximate };
      return JSON.stringify({ type: "Feature", properties, geometry });
    });
    if (features.length === 0) return;
    this.#parts.push(new Blob([this.#parts.length === 0 ? "" : ",", features.join()]));
  }

  finish(): Blob {
    return new Blob(['{"type":"FeatureCollection","features":[', ...this.#parts, "]}"], {
      type: "application/geo+json",
    });
  }
}
