import { MAP_COLOURS } from "./colours.ts";
import type { MapSketch, MapTheme } from "./map-adapter.ts";

const SVG = "http://www.w3.org/2000/svg";

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A line on a soft ground, so that it shows on any map. */
function addLine(svg: SVGSVGElement, name: "path" | "circle"): SVGElement[] {
  return ["casing", "line"].map((role) => {
    const element = document.createElementNS(SVG, name);
    element.setAttribute("fill", "none");
    element.setAttribute("stroke-linejoin", "round");
    element.dataset.role = role;
    svg.append(element);
    return element;
  });
}

/** What a tool draws over the map: shapes in pixels that never touch the map's own data. */
export interface SketchOverlay {
  setSketch(sketch: MapSketch | null): void;
  /** A disc around the pointer; null: none. */
  setDisc(disc: { readonly at: Pixel; readonly radiusPx: number } | null): void;
  setTheme(theme: MapTheme): void;
  /** Puts the sketch where the map is now. */
  redraw(): void;
}

/** @param project from degrees to pixels of the container */
export function createSketchOverlay(
  container: HTMLElement,
  project: (lonLat: [number, number]) => Pixel,
): SketchOverlay {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", "100%");
  svg.setAttribute("height", "100%");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("style", "position:absolute;inset:0;pointer-events:none");
  container.append(svg);
  const [pathCasing, path] = addLine(svg, "path");
  const [discCasing, disc] = addLine(svg, "circle");
  let sketch: MapSketch | null = null;
  const redraw = () => {
    const corners = (sketch?.points ?? []).map(([lon, lat]) => {
      const { x, y } = project([lon, lat]);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
    const line = corners.length > 0 ? `M${corners.join("L")}${sketch?.closed ? "Z" : ""}` : "";
    for (const element of [pathCasing, path]) element.setAttribute("d", line);
    path.setAttribute("fill-opacity", sketch?.closed ? "0.12" : "0");
  };
  return {
    redraw,
    setSketch(next) {
      sketch = next;
      redraw();
    },
    setDisc(next) {
      for (const element of [discCasing, disc]) {
        element.setAttribute("cx", String(next?.at.x ?? 0));
        element.setAttribute("cy", String(next?.at.y ?? 0));
        element.setAttribute("r", String(next?.radiusPx ?? 0));
        element.setAttribute("visibility", next ? "visible" : "hidden");
      }
    },
    setTheme(theme) {
      const { accent, halo } = MAP_COLOURS[theme];
      for (const element of [pathCasing, discCasing]) {
        element.setAttribute("stroke", halo);
        element.setAttribute("stroke-width", "5");
        element.setAttribute("stroke-opacity", "0.8");
      }
      for (const element of [path, disc]) {
        element.setAttribute("stroke", accent);
        element.setAttribute("stroke-width", "2");
      }
      path.setAttribute("fill", accent);
      path.setAttribute("stroke-dasharray", "6 4");
    },
  };
}
