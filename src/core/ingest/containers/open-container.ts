import {
  type ContainerHost,
  FORMAT_NAMES,
  type HeavyFormat,
  type RawFile,
  type ReadContainer,
  type UnpackedFile,
} from "./container.ts";
import { refuse, writeExtract } from "./write-extract.ts";

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
 * Opens one container with the library for it, which is loaded when it is first needed, into texts that
 * the core reads. Total but for time and memory, which a library may take without end on damaged files:
 * see `ContainerDesk`.
 */
export async function openContainer(
  format: HeavyFormat,
  file: RawFile,
  host: ContainerHost,
): Promise<UnpackedFile[]> {
  let read: ReadContainer;
  try {
    read = await loadReader(format, host);
  } catch {
    return refuse(file.name, "format-not-loaded", { format: FORMAT_NAMES[format] });
  }
  try {
    return writeExtract(file.name, format, read(file, host.decode));
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, 120);
    return refuse(file.name, "container-broken", { format: FORMAT_NAMES[format], detail });
  }
}
