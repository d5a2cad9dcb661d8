import type { WorkerGlobalScopeInterface } from "maplibre-gl";
import { HELD, urlOfHeld } from "./held-address.ts";

/**
 * Runs inside MapLibre's workers: loads GeoJSON that the page holds as a file. By itself MapLibre would
 * have the page load an address of the kind `blob:`.
 */
const scope = globalThis as unknown as WorkerGlobalScopeInterface;

scope.addProtocol(HELD, async ({ url }, { signal }) => {
  const response = await fetch(urlOfHeld(url), { signal });
  const { features } = await response.json();
  // MapLibre sends the page a copy of what it loaded, property by property as they are listed. The page
  // has no use for it, and taking it in would hold it up for seconds: so the features are not listed.
  return {
    data: Object.defineProperty({ type: "FeatureCollection" }, "features", { value: features }),
  };
});
