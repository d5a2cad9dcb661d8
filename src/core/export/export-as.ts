import type { ContainerHost } from "../ingest/containers/container.ts";
import type { ExportInput } from "./export-input.ts";
import { type ExportedBytes, type ExportedFile, exportPlan } from "./export-plan.ts";
import type { TableEncoding } from "./formats/encode-text.ts";
import type { Audience } from "./layers/plan-layers.ts";
import {
  type WrittenSystem,
  type WrittenSystemKey,
  writtenSystem,
} from "./layers/written-system.ts";

/** A file to be written: a text or bytes. */
export type OutputFile = ExportedFile | ExportedBytes;

/** A choice with nothing left open. */
interface Settled {
  readonly encoding: TableEncoding;
  readonly audience: Audience;
  readonly system: WrittenSystem;
  readonly unit: string | null;
  readonly date: string | null;
}

type WriteFormat = (
  input: ExportInput,
  choice: Settled,
  host: ContainerHost,
) => Promise<readonly OutputFile[]>;

/** What each format writes; libraries are loaded when they are first needed. */
const WRITERS = {
  plan: async (input) => exportPlan(input),
  geojson: async (input, { audience }) =>
    audience === "public"
      ? (await import("./plan-public.ts")).publicGeojson(input)
      : exportPlan(input).filter(({ name }) => name.endsWith(".geojson")),
  shp: async (input, { encoding, audience, system }, { decode }) => {
    const { exportShapefiles } = await import("./plan-shapefile.ts");
    return exportShapefiles(input, { encoding, audience, system, decode });
  },
  gpkg: async (input, { audience, system }, host) => {
    const [{ exportGeopackage }, sql] = await Promise.all([
      import("./plan-geopackage.ts"),
      host.loadSql(),
    ]);
    return exportGeopackage(input, { sql, audience, system });
  },
  kml: async (input, { audience }) => (await import("./plan-kml.ts")).exportKml(input, audience),
  csv: async (input) => (await import("./plan-tables.ts")).exportTables(input),
  xlsx: async (input, { audience }) =>
    audience === "public"
      ? (await import("./plan-public.ts")).publicWorkbook(input)
      : (await import("./plan-workbook.ts")).exportWorkbook(input),
  brief: async (input) => (await import("./brief/write-brief.ts")).exportBrief(input),
  slides: async (input) => (await import("./brief/write-slides.ts")).exportSlides(input),
  html: async (input) => (await import("./plan-page.ts")).exportPage(input),
  map: async (input, choice) => (await import("./plan-map.ts")).exportMap(input, choice),
  notice: async (input, choice) => (await import("./plan-notice.ts")).exportNotice(input, choice),
  cards: async (input, choice) => (await import("./district-cards.ts")).exportCards(input, choice),
  faults: async (input) => (await import("./fault-workbook.ts")).exportFaults(input),
} as const satisfies Readonly<Record<string, WriteFormat>>;

export type ExportFormat = keyof typeof WRITERS;

/** What a person asks for. */
export interface ExportChoice {
  readonly format: ExportFormat;
  /** of the tables of shapefiles; UTF-8 by default */
  readonly encoding?: TableEncoding;
  /** of shapefiles and GeoPackages; WGS 84 by default, as all other formats are */
  readonly system?: WrittenSystemKey;
  /** `public`: without money and contacts, coordinates coarsened; one of {@link PUBLIC_FORMATS} */
  readonly audience?: Audience;
  /** who draws up maps and notices; a line to fill in by default */
  readonly unit?: string | null;
  /** day of maps and notices, as it is to be read; a line to fill in by default */
  readonly date?: string | null;
}

/** Formats that a person asks for by name; `plan` is the set that a run writes. */
export const EXPORT_FORMATS = (Object.keys(WRITERS) as ExportFormat[]).filter(
  (format) => format !== "plan",
);

/** Formats that may be published: the others hold money, or faults of single compounds. */
export const PUBLIC_FORMATS: readonly ExportFormat[] = [
  ...(["geojson", "shp", "gpkg", "kml", "xlsx", "map", "notice"] as const),
];

/** Formats that can be written in another system than WGS 84. */
export const PLACED_FORMATS: readonly ExportFormat[] = ["shp", "gpkg"];

/** Files for everyone bear it in their names, so that nobody hands out the others by mistake. */
function namePublic<F extends OutputFile>(file: F): F {
  return { ...file, name: file.name.replace(/(?=\.\w+$)/, "-public") };
}

/**
 * The files of a plan in one format; the same bytes on every machine.
 * @throws Error when the public set, or another system, is asked for in a format that has none
 */
export async function exportAs(
  choice: ExportChoice,
  input: ExportInput,
  host: ContainerHost,
): Promise<readonly OutputFile[]> {
  const { format, encoding = "utf-8", audience = "internal", unit = null, date = null } = choice;
  const { system: key = "wgs84" } = choice;
  const isPublic = audience === "public";
  if (isPublic && !PUBLIC_FORMATS.includes(format)) throw new Error(`${format} has no public set`);
  if (key !== "wgs84" && !PLACED_FORMATS.includes(format))
    throw new Error(`${format} is WGS 84 only`);
  const system = writtenSystem(key, input.prepared.world.projection.lon0);
  const write: WriteFormat = WRITERS[format];
  const files = await write(input, { encoding, audience, system, unit, date }, host);
  if (!isPublic) return files;
  const { publicNote } = await import("./plan-public.ts");
  return [...files.map(namePublic), publicNote(input)];
}
