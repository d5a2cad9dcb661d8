import type { FeatureCollection } from "geojson";
import { GeoJSONSource, importScriptInWorkers, type Map as MapLibreMap } from "maplibre-gl";
import { pause } from "../worker/pause.ts";
import { diffFeatures } from "./diff-features.ts";
import { heldAddress } from "./held-address.ts";
import heldDataUrl from "./held-data.worker.ts?worker&url";

let imported: Promise<void> | null = null;

/** What the sources of a map draw: features, or a file that MapLibre's worker loads past the page. */
export class SourceData {
  readonly #map: MapLibreMap;
  /** addresses of files by source */
  readonly #urls = new Map<string, string>();
  /** the file each source was given last; features that came after it take its place */
  readonly #files = new Map<string, Blob>();
  /** the features each source has now */
  readonly #features = new Map<string, FeatureCollection>();

  constructor(map: MapLibreMap) {
    this.#map = map;
    // The map brings back by itself only what the page holds.
    map.on("webglcontextrestored", () => {
      for (const source of this.#urls.keys()) this.#load(source);
    });
  }

  async set(source: string, data: FeatureCollection | Blob): Promise<void> {
    if (!(data instanceof Blob)) {
      this.#files.delete(source);
      this.#features.set(source, data);
      this.#revoke(source);
      this.#sourceOf(source)?.setData(data);
      return;
    }
    this.#files.set(source, data);
    this.#features.delete(source);
    imported ??= importScriptInWorkers(heldDataUrl);
    await imported;
    // An address takes its time, which is not to be that of showing the rest.
    await pause();
    if (this.#files.get(source) !== data) return;
    this.#revoke(source);
    this.#urls.set(source, URL.createObjectURL(data));
    this.#load(source);
  }

  /** Sends only the features that differ; a source that has none of its own is set. */
  async change(source: string, data: FeatureCollection): Promise<void> {
    const before = this.#features.get(source);
    if (!before) return this.set(source, data);
    this.#features.set(source, data);
    const diff = diffFeatures(before, data);
    if (diff.add.length + diff.remove.length === 0) return;
    await this.#sourceOf(source)?.updateData(diff);
  }

  destroy(): void {
    this.#files.clear();
    for (const source of [...this.#urls.keys()]) this.#revoke(source);
  }

  #sourceOf(source: string): GeoJSONSource | null {
    const found = this.#map.getSource(source);
    return found instanceof GeoJSONSource ? found : null;
  }

  #load(source: string): void {
    const url = this.#urls.get(source);
    if (url !== undefined) this.#sourceOf(source)?.setData(heldAddress(url));
  }

  #revoke(source: string): void {
    const url = this.#urls.get(source);
    if (url !== undefined) URL.revokeObjectURL(url);
    this.#urls.delete(source);
  }
}
