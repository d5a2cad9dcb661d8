import type { ExportFormat } from "../../core/index.ts";

/** A file that a person can ask for: a format of the core, and what the page makes of it. */
export interface Offer {
  readonly key: OfferKey;
  readonly format: ExportFormat;
  /** the page draws the map's SVG as this; null: files are saved as they come */
  readonly drawn: "png" | "pdf" | null;
  /** bears unit and date */
  readonly issued: boolean;
}

const offer = (
  key: OfferKey,
  { format = key as ExportFormat, drawn = null, issued = false }: Partial<Offer> = {},
): Offer => ({ key, format, drawn, issued });

export type OfferKey =
  | "geojson"
  | "shp"
  | "gpkg"
  | "kml"
  | "xlsx"
  | "csv"
  | "faults"
  | "mapPdf"
  | "mapPng"
  | "mapSvg"
  | "notice"
  | "cards"
  | "html";

/** What is offered, in groups. */
export const OFFERS = [
  { group: "gisGroup", offers: [offer("geojson"), offer("shp"), offer("gpkg"), offer("kml")] },
  { group: "tableGroup", offers: [offer("xlsx"), offer("csv"), offer("faults")] },
  {
    group: "paperGroup",
    offers: [
      offer("mapPdf", { format: "map", drawn: "pdf", issued: true }),
      offer("mapPng", { format: "map", drawn: "png", issued: true }),
      offer("mapSvg", { format: "map", issued: true }),
      offer("notice", { issued: true }),
      offer("cards", { issued: true }),
      offer("html"),
    ],
  },
] as const;

/** The offer of a key. */
export function offerOf(key: OfferKey): Offer {
  const all: readonly Offer[] = OFFERS.flatMap(({ offers }) => offers);
  return all.find((one) => one.key === key) ?? all[0];
}
