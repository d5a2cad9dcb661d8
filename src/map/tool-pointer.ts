import type { Map as MapLibreMap } from "maplibre-gl";
import type { MapListeners, MapPointer } from "./map-adapter.ts";

/** Length of a pixel at zoom 0 on the equator of a map of 512 pixels, m. */
const PIXEL_M = 40_075_016.686 / 512;

/** How the pointer is used: it moves the map, or the tool in hand. */
export interface ToolPointer {
  setInHand(on: boolean): void;
  /** @param pixel null: the middle of the map */
  locate(pixel: MapPointer["pixel"] | null): MapPointer;
  destroy(): void;
}

/**
 * Hands the pointer's press, moves and release to the tool in hand, at most one move a frame. Space
 * held, the other buttons and a second finger are left to the map.
 * @param follow told of every move in pixels; null: the pointer has left
 */
export function listenForTool(
  map: MapLibreMap,
  listeners: Pick<MapListeners, "point" | "letGo">,
  follow: (pixel: MapPointer["pixel"] | null) => void,
): ToolPointer {
  const element = map.getCanvasContainer();
  let isInHand = false;
  let isSpaceHeld = false;
  let pressed: number | null = null;
  let pending: { frame: number; event: PointerEvent } | null = null;

  const locate = (given: MapPointer["pixel"] | null): MapPointer => {
    const { clientWidth, clientHeight } = map.getContainer();
    const pixel = given ?? { x: clientWidth / 2, y: clientHeight / 2 };
    const { lng, lat } = map.unproject([pixel.x, pixel.y]);
    const pixelM = (PIXEL_M * Math.cos((lat * Math.PI) / 180)) / 2 ** map.getZoom();
    return { pixel, lonLat: [lng, lat], pixelM, add: false };
  };
  const at = ({ clientX, clientY, shiftKey, ctrlKey, metaKey }: PointerEvent): MapPointer => {
    const { left, top } = map.getContainer().getBoundingClientRect();
    const add = shiftKey || ctrlKey || metaKey;
    return { ...locate({ x: clientX - left, y: clientY - top }), add };
  };
  const flush = () => {
    if (!pending) return;
    const { frame, event } = pending;
    cancelAnimationFrame(frame);
    pending = null;
    const pointer = at(event);
    follow(pointer.pixel);
    listeners.point("move", pointer);
  };
  const drop = () => {
    if (pending) cancelAnimationFrame(pending.frame);
    pending = null;
    pressed = null;
    listeners.letGo();
  };
  const down = (event: PointerEvent) => {
    if (!isInHand || isSpaceHeld || event.button !== 0) return;
    if (pressed !== null && event.pointerId !== pressed) return drop();
    flush();
    pressed = event.pointerId;
    element.setPointerCapture(event.pointerId);
    listeners.point("press", at(event));
  };
  const move = (event: PointerEvent) => {
    if (!isInHand || (pressed !== null && event.pointerId !== pressed)) return;
    if (pending) cancelAnimationFrame(pending.frame);
    pending = { event, frame: requestAnimationFrame(flush) };
  };
  const up = (event: PointerEvent) => {
    if (event.pointerId !== pressed) return;
    flush();
    pressed = null;
    listeners.point("release", at(event));
  };
  const leave = () => follow(null);
  const key = ({ code, type, target }: KeyboardEvent) => {
    if (code !== "Space" || target !== map.getCanvas()) return;
    isSpaceHeld = type === "keydown";
    if (isInHand) setPan(isSpaceHeld);
  };
  const setPan = (on: boolean) => {
    if (on) map.dragPan.enable();
    else map.dragPan.disable();
  };
  const pairs = {
    pointerdown: down,
    pointermove: move,
    pointerup: up,
    pointercancel: drop,
  } as const;
  for (const [name, run] of Object.entries(pairs))
    element.addEventListener(name, run as EventListener);
  element.addEventListener("pointerleave", leave);
  window.addEventListener("keydown", key);
  window.addEventListener("keyup", key);
  return {
    locate,
    setInHand(on) {
      if (isInHand && !on && pressed !== null) drop();
      isInHand = on;
      setPan(!on);
      map.getCanvas().style.cursor = on ? "crosshair" : "";
      if (!on) follow(null);
    },
    destroy() {
      window.removeEventListener("keydown", key);
      window.removeEventListener("keyup", key);
    },
  };
}
