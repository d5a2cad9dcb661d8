import { unzipSync } from "fflate";
import type {
  ContainerHost,
  HeavyFormat,
  HeavyReaders,
  RawFile,
  ReadContainer,
} from "./container.ts";
import { sniffFormat } from "./sniff-format.ts";

const ENDINGS: readonly (readonly [RegExp, HeavyFormat])[] = [
  [/\.(?:shp|dbf)$/i, "shapefile"],
  [/\.(?:kml|ovkml|kmz)$/i, "kml"],
  [/\.gpkg$/i, "geopackage"],
  [/\.fgb$/i, "flatgeobuf"],
  [/(?:\.(?:xlsx?|xlsm|xlsb|et|ods)|^xl\/workbook\.\w+|^content\.xml)$/i, "workbook"],
];
const ALL = ENDINGS.map(([, format]) => format);
/** Names looked at in one archive. */
const MAX_NAMES = 5000;

function namesIn(bytes: Uint8Array): string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        if (names.length > MAX_NAMES) throw new Error("too many");
        return false;
      },
    });
  } catch {
    // The archive is damaged or too large: opening it says so.
  }
  return names;
}

function formatsOf(file: RawFile): HeavyFormat[] {
  const format = sniffFormat(file);
  if (typeof format === "object") return [];
  if (format === "gzip") return byName(file.name.replace(/\.gz(?:ip)?$/i, ""));
  if (format === "archive") return namesIn(file.bytes).flatMap(byName);
  if (format === "part") return byName(file.name);
  return format === "text" || format === "table-text" ? [] : [format];
}

function byName(name: string): HeavyFormat[] {
  if (/\.(?:zip|gz)$/i.test(name)) return ALL;
  return ENDINGS.filter(([pattern]) => pattern.test(name)).map(([, format]) => format);
}

async function loadReader(format: HeavyFormat, host: ContainerHost): Promise<ReadContainer> {
  if (format === "shapefile") return (await import("./read-shapefile.ts")).openShapefile;
  if (format === "kml") return (await import("./read-kml.ts")).readKml;
  if (format === "flatgeobuf") return (await import("./read-flatgeobuf.ts")).readFlatgeobuf;
  if (format === "workbook") return (await import("./read-workbook.ts")).readWorkbook;
  const [{ readGeopackage }, sql] = await Promise.all([
    import("./read-geopackage.ts"),
    host.loadSql(),
  ]);
  return (file) => readGeopackage(file, sql);
}

/**
 * Loads the libraries that the files need, each when it is first needed: a city in plain GeoJSON loads
 * none. One that cannot be loaded is missing from the result, and its files say so.
 */
export async function loadReaders(
  files: readonly RawFile[],
  host: ContainerHost,
): Promise<HeavyReaders> {
  const formats = [...new Set(files.flatMap(formatsOf))];
  const loaded = await Promise.all(
    formats.map(async (format): Promise<[HeavyFormat, ReadContainer] | null> => {
      try {
        return [format, await loadReader(format, host)];
      } catch {
        return null;
      }
    }),
  );
  return Object.fromEntries(loaded.filter((entry) => entry !== null));
}
