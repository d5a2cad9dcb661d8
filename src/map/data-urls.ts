import type { FeatureCollection } from "geojson";

/**
 * What a source draws, as MapLibre takes it: features, or the address of a file that its worker
 * fetches, so that the page neither holds nor copies it. Files of this page only.
 */
export class DataUrls {
  readonly #urls = new Map<string, string>();

  /** @returns what is to be given to the source; an address given before is void from here on */
  of(source: string, data: FeatureCollection | Blob): FeatureCollection | string {
    const before = this.#urls.get(source);
    if (before !== undefined) URL.revokeObjectURL(before);
    this.#urls.delete(source);
    if (!(data instanceof Blob)) return data;
    const url = URL.createObjectURL(data);
    this.#urls.set(source, url);
    return url;
  }

  revokeAll(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
  }
}
