import type { OutputFile } from "../../core/index.ts";

/** Hands a file to the browser's downloads. */
export function saveFile(file: OutputFile): void {
  const content = "text" in file ? file.text : new Uint8Array(file.bytes);
  const url = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
