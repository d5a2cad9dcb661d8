import type { FeatureCollection } from "geojson";
import { Map as MapLibreMap, type StyleSpecification, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { LEFT_OUT_REASONS, type World, type Zoning } from "../core/index.ts";
import { MAP_COLOURS } from "./colours.ts";
import { buildLayers, buildStyle } from "./layers.ts";
import type { MapSource, MapTheme } from "./map-adapter.ts";
import { drawImages } from "./patterns.ts";
import { SourceData } from "./source-data.ts";
import {
  boundsOfWorld,
  buildDistrictLabels,
  buildWorldFeatures,
  toCollection,
} from "./world-features.ts";

setWorkerUrl(workerUrl);

const NOTHING = toCollection([]);
const NOT_AGED = LEFT_OUT_REASONS.indexOf("not-aged");
/** Lines of their own on top, e.g. neighbours on whom plans do not agree. */
const MARKS = "marks";

/** Where a map looks. */
export interface Camera {
  readonly center: readonly [number, number];
  readonly zoom: number;
}

/** A plan to be looked at beside others. */
export interface PlanDrawing {
  /** no districts: each compound on its own; `zoning` says who is none of them */
  readonly isAlone: boolean;
  readonly zoning: Zoning;
  readonly outlines: FeatureCollection | null;
  /** colour number by district position */
  readonly colours: readonly number[];
  /** compounds that stand out, the others stand back; null: all alike */
  readonly changed: ReadonlySet<number> | null;
  /** lines with property `weight` 0…1, the heavier the wider */
  readonly marks: FeatureCollection | null;
}

/** A map of one plan that only shows. */
export interface PlanMap {
  show(drawing: PlanDrawing): void;
  look(camera: Camera): void;
  zoomBy(steps: number): void;
  fitAll(): void;
  destroy(): void;
}

function styleOf(theme: MapTheme): StyleSpecification {
  const style = buildStyle(theme);
  const c = MAP_COLOURS[theme];
  const empty = { type: "FeatureCollection" as const, features: [] };
  return {
    ...style,
    sources: { ...style.sources, [MARKS]: { type: "geojson", data: empty } },
    layers: [
      ...style.layers,
      {
        id: MARKS,
        type: "line",
        source: MARKS,
        paint: {
          "line-color": c.cut,
          "line-width": [
            "interpolate",
            ["linear"],
            ["zoom"],
            12,
            ["+", 0.6, ["get", "weight"]],
            16,
            ["+", 2, ["*", 4, ["get", "weight"]]],
          ],
          "line-dasharray": [1.4, 1],
        },
      },
    ],
  };
}

/** What maps of one world and one theme share: made once, as several are opened together. */
interface Shared {
  readonly bounds: ReturnType<typeof boundsOfWorld>;
  readonly features: ReturnType<typeof buildWorldFeatures>;
  readonly images: Map<MapTheme, ReturnType<typeof drawImages>>;
}

const SHARED = new WeakMap<World, Shared>();

function shareOf(world: World): Shared {
  const shared = SHARED.get(world) ?? {
    bounds: boundsOfWorld(world),
    features: buildWorldFeatures(world),
    images: new Map(),
  };
  SHARED.set(world, shared);
  return shared;
}

function imagesOf({ images }: Shared, theme: MapTheme): ReturnType<typeof drawImages> {
  const drawn = images.get(theme) ?? drawImages(theme);
  images.set(theme, drawn);
  return drawn;
}

/** Hides what belongs to editing and to links. */
function isShown(group: string | null): boolean {
  return (
    group === null ||
    ["districts", "compounds", "labels", "barriers", "communities"].includes(group)
  );
}

/**
 * A plan on a map of its own.
 * @param told of every move made by a person, not of {@link PlanMap.look}, and once when it is drawn
 * @returns null when the browser offers no WebGL 2
 */
export function createPlanMap(
  container: HTMLElement,
  { theme, world }: { readonly theme: MapTheme; readonly world: World },
  told: { move(camera: Camera): void; ready(): void },
): PlanMap | null {
  let map: MapLibreMap;
  try {
    map = new MapLibreMap({
      container,
      style: styleOf(theme),
      attributionControl: false,
      maxZoom: 19,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
    });
  } catch {
    return null;
  }
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  let drawing: PlanDrawing | null = null;
  let isReady = false;
  map.on("webglcontextlost", () => {
    isReady = false;
  });
  const drawn = new SourceData(map, () => {
    isReady = true;
    if (drawing) draw(drawing);
  });
  const set = (source: MapSource | typeof MARKS, data: FeatureCollection | Blob) =>
    void drawn.set(source, data);
  const shared = shareOf(world);
  const { bounds, features } = shared;
  let isWhole = true;
  const fitAll = () => {
    if (bounds) map.fitBounds(bounds, { padding: 16, duration: 0 });
    isWhole = true;
  };
  const cameraNow = (): Camera => {
    const { lng, lat } = map.getCenter();
    return { center: [lng, lat], zoom: map.getZoom() };
  };
  fitAll();
  let isLed = false;
  map.on("move", ({ originalEvent }) => {
    if (originalEvent) isWhole = false;
    if (!isLed) told.move(cameraNow());
  });

  // The whole stays the whole when the map is given more room or less.
  map.on("resize", () => {
    if (isWhole) fitAll();
  });

  map.once("style.load", () => {
    for (const [name, image] of imagesOf(shared, theme))
      map.addImage(name, image, { pixelRatio: 2 });
    for (const { layer, group } of buildLayers(theme))
      if (!isShown(group)) map.setLayoutProperty(layer.id, "visibility", "none");
    for (const [source, data] of Object.entries(features)) set(source as MapSource, data);
    isReady = true;
    if (drawing) draw(drawing);
    told.ready();
  });

  function draw({ isAlone, zoning, outlines, colours, changed, marks }: PlanDrawing): void {
    set("districts", isAlone ? NOTHING : (outlines ?? NOTHING));
    set("district-labels", isAlone ? NOTHING : buildDistrictLabels(world, zoning));
    set(MARKS, marks ?? NOTHING);
    zoning.districts.forEach((_, d) => {
      const colour = changed ? -1 : (colours[d] ?? -1);
      map.setFeatureState({ source: "districts", id: d }, { colour });
    });
    zoning.assignment.forEach((district, i) => {
      const isBack = changed !== null && !changed.has(i);
      const isContext = district < 0 && zoning.reason[i] === NOT_AGED;
      const isOut = district < 0 && !isAlone;
      const role = isBack || isContext ? "context" : isOut ? "out" : "in";
      const colour = district < 0 || isAlone ? -1 : (colours[district] ?? -1);
      const selected = changed?.has(i) ?? false;
      map.setFeatureState({ source: "compounds", id: i }, { role, colour, selected });
    });
  }

  return {
    show(next) {
      drawing = next;
      if (isReady) draw(next);
    },
    look({ center, zoom }) {
      isLed = true;
      isWhole = false;
      map.jumpTo({ center: [center[0], center[1]], zoom });
      isLed = false;
    },
    zoomBy(steps) {
      isWhole = false;
      map.zoomTo(map.getZoom() + steps, { duration: 150 });
    },
    fitAll,
    destroy() {
      drawn.destroy();
      // Its memory on the graphics card takes long to give back: not together with other maps.
      setTimeout(() => map.remove());
    },
  };
}
