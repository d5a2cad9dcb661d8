import type { Note } from "../note.ts";
import { limitColumns } from "../table/limit-columns.ts";
import { refusePersonal } from "../table/refuse-personal.ts";
import { writeTableText } from "../table/table.ts";
import type { Extract, FeatureExtract, TableExtract, UnpackedFile } from "./container.ts";
import { dropPersonal } from "./drop-personal.ts";

/** Where a text comes from, and what was noticed on the way. */
interface Origin {
  readonly format: string;
  readonly notes: readonly Note[];
}

/** Notes that belong to no layer stand in a text of their own, which holds nothing else. */
export function noteText(notes: readonly Note[], format: string): string {
  const reading = JSON.stringify({ format, notes });
  return `{"type":"FeatureCollection","pianqu":{"reading":${reading}},"features":[]}\n`;
}

/** What stands for a file that was not read: a text that says why. */
export function refuse(name: string, code: Note["code"], args: Note["args"]): UnpackedFile[] {
  return [{ name, text: noteText([{ severity: "error", code, args }], "refused") }];
}

function writeFeatureText({ features, crs }: FeatureExtract, { format, notes }: Origin): string {
  const { kept, refused } = dropPersonal(features);
  const reading = JSON.stringify({ format, notes: [...notes, ...refused] });
  const declared = crs === null ? "" : `"crs":${crsMember(crs)},`;
  const lines = kept.map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection",${declared}"pianqu":{"reading":${reading}},"features":[\n${lines.join(",\n")}\n]}\n`;
}

function crsMember(name: string): string {
  return JSON.stringify({ type: "name", properties: { name } });
}

function writeTable({ sheets }: TableExtract, { format, notes }: Origin): string {
  const limited = limitColumns(sheets);
  const { sheets: kept, notes: refused } = refusePersonal(limited.sheets);
  return writeTableText(kept, { format, notes: [...notes, ...limited.notes, ...refused] });
}

/** A layer without anything in it says so, unless something else is known to be wrong with it. */
function noteEmpty(
  layer: Extract["layers"][number],
  notes: readonly Note[],
  alone: boolean,
): Note[] {
  const rows =
    layer.kind === "table" ? layer.sheets.flatMap((sheet) => sheet.rows) : layer.features;
  if (rows.length > 0 || notes.some(({ severity }) => severity === "error")) return [...notes];
  return [...notes, { severity: alone ? "warning" : "info", code: "layer-empty", args: {} }];
}

/** A text for every layer of a container; personal data are not carried over. */
export function writeExtract(
  name: string,
  format: string,
  { layers, notes }: Extract,
): UnpackedFile[] {
  if (layers.length === 0) return [{ name, text: noteText(notes, format) }];
  return layers.map((layer, i) => {
    const own = noteEmpty(layer, i === 0 ? notes : [], layers.length === 1);
    const origin = { format, notes: own };
    const shown = layer.layer === null ? name : `${name}/${layer.layer}`;
    const text =
      layer.kind === "table" ? writeTable(layer, origin) : writeFeatureText(layer, origin);
    return { name: shown, text };
  });
}
