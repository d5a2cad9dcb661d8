import type { FeatureCollection } from "geojson";
import { GeoJSONSource, importScriptInWorkers, type Map as MapLibreMap } from "maplibre-gl";
import { pause } from "../worker/pause.ts";
import { diffFeatures } from "./diff-features.ts";
import { heldAddress } from "./held-address.ts";
import heldDataUrl from "./held-data.worker.ts?worker&url";

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/** What the sources of a map draw: features, or a file that MapLibre's worker loads past the page. */
export class SourceData {
  readonly #map: MapLibreMap;
  /** addresses of files by source */
  readonly #urls = new Map<string, string>();
  /** files that have no address yet, by source */
  readonly #coming = new Map<string, Blob>();
  /** the features each source has now */
  readonly #features = new Map<string, FeatureCollection>();
  readonly #onLoading: ((isLoading: boolean) => void) | undefined;

  /**
   * @param onBack the graphics card was lost and is back, maybe with new workers: what sources draw is
   * brought back here, states of features are for the caller
   * @param onLoading a file is being loaded; it is drawn
   */
  constructor(map: MapLibreMap, onBack: () => void, onLoading?: (isLoading: boolean) => void) {
    this.#map = map;
    this.#onLoading = onLoading;
    // Capturing, so that it comes before the map's own listener.
    map.getContainer().addEventListener("webglcontextlost", this.#putAway, true);
    map.on("webglcontextlost", () => {
      map.once("style.load", () => {
        for (const source of this.#urls.keys()) void this.#load(source);
        onBack();
      });
    });
  }

  /** The map takes down what its sources hold, to bring it back; of a file it knows nothing it could. */
  readonly #putAway = (): void => {
    for (const source of this.#urls.keys()) this.#sourceOf(source)?.setData(NOTHING);
  };

  async set(source: string, data: FeatureCollection | Blob): Promise<void> {
    if (!(data instanceof Blob)) {
      if (this.#coming.delete(source) || this.#urls.has(source)) this.#onLoading?.(false);
      this.#features.set(source, data);
      this.#revoke(source);
      this.#sourceOf(source)?.setData(data);
      return;
    }
    this.#features.delete(source);
    // What was there is of other data, and loading takes its time.
    this.#sourceOf(source)?.setData(NOTHING);
    this.#onLoading?.(true);
    // An address takes its time, which is not to be that of showing the rest.
    this.#coming.set(source, data);
    await pause();
    if (this.#coming.get(source) !== data) return;
    this.#revoke(source);
    this.#urls.set(source, URL.createObjectURL(data));
    await this.#load(source);
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
    this.#map.getContainer().removeEventListener("webglcontextlost", this.#putAway, true);
    this.#coming.clear();
    for (const source of [...this.#urls.keys()]) this.#revoke(source);
  }

  #sourceOf(source: string): GeoJSONSource | null {
    // Without a style there are no sources: the graphics card is lost.
    const found = this.#map.style ? this.#map.getSource(source) : undefined;
    return found instanceof GeoJSONSource ? found : null;
  }

  async #load(source: string): Promise<void> {
    const url = this.#urls.get(source);
    if (url === undefined) return;
    // Workers that are new do not have it; the others run it once.
    await importScriptInWorkers(heldDataUrl);
    if (this.#urls.get(source) !== url) return;
    await this.#sourceOf(source)?.setData(heldAddress(url));
    this.#map.once("idle", () => this.#onLoading?.(false));
  }

  #revoke(source: string): void {
    const url = this.#urls.get(source);
    if (url !== undefined) URL.revokeObjectURL(url);
    this.#urls.delete(source);
  }
}
