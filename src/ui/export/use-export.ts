import { useState } from "react";
import type { ExportChoice } from "../../core/index.ts";
import { useActions } from "../store-context.tsx";
import type { Offer } from "./formats.ts";
import { saveFile } from "./save-file.ts";

/** How the last export ended: the names saved; `null` names: it failed. */
interface Outcome {
  readonly names: readonly string[] | null;
}

/** Makes and saves the files of an offer. */
export function useExport() {
  const { exportFiles } = useActions();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [drawing, setDrawing] = useState(false);

  const make = async ({ format, drawn }: Offer, choice: Omit<ExportChoice, "format">) => {
    const files = await exportFiles({ ...choice, format });
    if (drawn === null) return files;
    const { drawSheet } = await import("./draw-sheet.ts");
    return Promise.all(
      files.map((file) => (file.name.endsWith(".svg") ? drawSheet(file, drawn) : file)),
    );
  };

  const save = async (offer: Offer, choice: Omit<ExportChoice, "format">) => {
    setOutcome(null);
    setDrawing(true);
    try {
      const files = await make(offer, choice);
      for (const file of files) saveFile(file);
      setOutcome({ names: files.length === 0 ? null : files.map(({ name }) => name) });
    } catch {
      setOutcome({ names: null });
    } finally {
      setDrawing(false);
    }
  };
  return { save, outcome, drawing };
}
