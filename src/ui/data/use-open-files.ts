import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { guessRole } from "../../core/index.ts";
import { useActions, useAppStore } from "../store-context.tsx";

/** Larger texts do not fit a browser's string; bytes. */
const MAX_BYTES = 500_000_000;

interface TextFile {
  readonly name: string;
  readonly text: string;
}

function choose(onFiles: (files: File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".geojson,.json,.csv";
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
  const { openFiles, addFiles } = useActions();

  const refuse = (name: string) =>
    notifications.show({ color: "red", message: t("data.unreadable", { name }) });

  const read = async (file: File): Promise<TextFile | null> => {
    try {
      if (file.size > MAX_BYTES) throw new Error(`${file.size} bytes`);
      return { name: file.name, text: await file.text() };
    } catch {
      refuse(file.name);
      return null;
    }
  };

  const open = async (files: readonly File[]) => {
    const texts = (await Promise.all(files.map(read))).filter((file) => file !== null);
    if (texts.length === 0) return;
    const standsAlone = texts.some(
      ({ name, text }) => /\.pianqu\.json$/i.test(name) || guessRole(name, text) === "compounds",
    );
    const isOpen = store.getState().world !== null;
    await (isOpen && !standsAlone ? addFiles(texts) : openFiles(texts));
  };

  return { open, pick: () => choose((files) => void open(files)) };
}
