import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from "maplibre-gl";
import type { LayerSwitches } from "../../store/state.ts";
import { type MapColours, mix } from "../colours.ts";

export type Colour = DataDrivenPropertyValueSpecification<string>;
export type Numeric = DataDrivenPropertyValueSpecification<number>;

/** A layer of the style and the switch that shows it; null = always shown. */
export interface SwitchedLayer {
  readonly layer: LayerSpecification;
  readonly group: keyof LayerSwitches | null;
}

const state = (key: string): ExpressionSpecification => ["feature-state", key];

/** True where a feature's state has this value. */
export function is(key: string, value: string | boolean): ExpressionSpecification {
  return ["==", state(key), value];
}

/** True where a feature's property `kind` is this. */
export function isKind(kind: string): ExpressionSpecification {
  return ["==", ["get", "kind"], kind];
}

/** A size that grows with the zoom: pairs of zoom and pixels. */
export function byZoom(...stops: [number, number][]): ExpressionSpecification {
  return ["interpolate", ["exponential", 1.6], ["zoom"], ...stops.flat()];
}

/** The district's colour, leaning towards the tone by `share`. */
export function districtColour(c: MapColours, share: number, otherwise: string): Colour {
  const cases = c.districts.flatMap((colour, i) => [i, mix(colour, c.districtTone, share)]);
  const number: ExpressionSpecification = ["coalesce", state("colour"), -1];
  return ["match", number, ...cases, otherwise] as unknown as ExpressionSpecification;
}
