import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { bringsCompounds } from "../../store/brings-compounds.ts";
import { useActions, useAppStore } from "../store-context.tsx";

/** Larger files do not fit a browser's buffers; bytes. */
const MAX_BYTES = 500_000_000;

const ENDINGS = [
  "geojson,json,geojsonl,ndjson,geojsons,gz,zip,shp,dbf,prj,cpg,shx,kml,kmz,ovkml,gpkg,fgb",
  "csv,tsv,txt,xlsx,xls,xlsm,xlsb,et,ods",
]
  .flatMap((list) => list.split(","))
  .map((ending) => `.${ending}`)
  .join(",");

function choose(onFiles: (files: File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ENDINGS;
  input.onchange = () => onFiles([...(input.files ?? [])]);
  input.click();
}

/**
 * Opens files from a picker or a drop. Compounds and scenarios replace what is open; other layers
 * are added to it.
 */
export function useOpenFiles(): { pick(): void; open(files: readonly File[]): Promise<void> } {
  const { t } = useTranslation();
  const store = useAppStore();
  const { unpackFiles, openFiles, addFiles } = useActions();

  const refuse = (name: string) =>
    notifications.show({ color: "red", message: t("data.unreadable", { name }) });

  const open = async (files: readonly File[]) => {
    for (const { name, size } of files) if (size > MAX_BYTES) refuse(name);
    const given = files.filter(({ size }) => size <= MAX_BYTES);
    const texts =
      given.length === 0
        ? []
        : await unpackFiles(given.map((file) => ({ name: file.name, blob: file })));
    if (texts.length === 0) return;
    const { world } = store.getState();
    const isAdded = world !== null && !bringsCompounds(texts, world.synthetic);
    await (isAdded ? addFiles(texts) : openFiles(texts));
  };

  return { open, pick: () => choose((files) => void open(files)) };
}
