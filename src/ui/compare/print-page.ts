import type { OutputFile } from "../../core/index.ts";

/** Opens the browser's print dialog on a page of its own, which goes when it is done. */
export function printPage(file: OutputFile): void {
  if (!("text" in file)) return;
  const frame = document.createElement("iframe");
  frame.style.cssText = "position:fixed;width:0;height:0;border:0;visibility:hidden";
  frame.title = file.name;
  frame.srcdoc = file.text;
  frame.onload = () => {
    const page = frame.contentWindow;
    if (!page) return;
    page.onafterprint = () => frame.remove();
    page.focus();
    page.print();
  };
  document.body.append(frame);
}
