import type { Position } from "geojson";
import type { World } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { Actions, AppState, ZoomRequest } from "./state.ts";

type ViewActions = Pick<
  Actions,
  | "select"
  | "toggleCompound"
  | "setHover"
  | "zoomTo"
  | "zoomToSelection"
  | "setLanguage"
  | "setColorScheme"
  | "setLayer"
  | "dismissNotice"
>;

/** What is shown and selected; nothing here changes data. */
export function createViewActions(desk: Desk): ViewActions {
  const zoomTo = (bounds: ZoomRequest["bounds"]) =>
    desk.set({ zoom: { serial: (desk.state.zoom?.serial ?? 0) + 1, bounds } });
  return {
    select: (selection) => desk.set({ selection }),
    toggleCompound(index) {
      const { selection } = desk.state;
      const indices = selection?.kind === "compounds" ? selection.indices : [];
      const rest = indices.filter((i) => i !== index);
      const next = rest.length === indices.length ? [...indices, index] : rest;
      desk.set({ selection: next.length > 0 ? { kind: "compounds", indices: next } : null });
    },
    setHover(hover) {
      if (hover !== desk.state.hover) desk.set({ hover });
    },
    zoomTo,
    zoomToSelection() {
      const { world } = desk.state;
      const bounds = world && boundsOf(world, selectedCompounds(desk.state));
      if (bounds) zoomTo(bounds);
    },
    setLanguage: (language) => desk.set({ language }),
    setColorScheme: (colorScheme) => desk.set({ colorScheme }),
    setLayer: (layer, on) => desk.set({ layers: { ...desk.state.layers, [layer]: on } }),
    dismissNotice: () => desk.set({ notice: null }),
  };
}

function selectedCompounds({ selection, scenarios, activeId }: AppState): readonly number[] {
  if (selection?.kind !== "districts") return selection?.indices ?? [];
  const districts = new Set(selection.indices);
  const zoning = scenarios.find(({ id }) => id === activeId)?.zoning;
  const compounds: number[] = [];
  zoning?.assignment.forEach((district, compound) => {
    if (districts.has(district)) compounds.push(compound);
  });
  return compounds;
}

/** West, south, east, north of the compounds' polygons; null when there are none. */
export function boundsOf(world: World, compounds: readonly number[]): ZoomRequest["bounds"] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = ([lon, lat]: Position): void => {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  };
  for (const i of compounds) {
    const geometry = world.compounds[i]?.geometry;
    if (geometry?.type === "Polygon") geometry.coordinates.flat().forEach(include);
    if (geometry?.type === "MultiPolygon") geometry.coordinates.flat(2).forEach(include);
  }
  return west <= east ? [west, south, east, north] : null;
}
