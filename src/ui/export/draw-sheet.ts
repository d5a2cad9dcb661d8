import type { OutputFile } from "../../core/index.ts";

/** Size of an A3 sheet, landscape, mm (ISO 216). */
const [WIDTH_MM, HEIGHT_MM] = [420, 297];
const DOTS_PER_INCH = 300;
const MM_PER_INCH = 25.4;

const dots = (mm: number): number => Math.round((mm * DOTS_PER_INCH) / MM_PER_INCH);

function loadPicture(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => {
      URL.revokeObjectURL(url);
      resolve(picture);
    };
    picture.onerror = () => {
      URL.revokeObjectURL(url);
      reject(new Error("the drawing could not be shown"));
    };
    picture.src = url;
  });
}

/** The drawing in dots, with the fonts of this machine, on white. */
async function paint(svg: string): Promise<HTMLCanvasElement> {
  const picture = await loadPicture(svg);
  const canvas = document.createElement("canvas");
  canvas.width = dots(WIDTH_MM);
  canvas.height = dots(HEIGHT_MM);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function bytesOf(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (!blob) return reject(new Error("the picture could not be made"));
        void blob.arrayBuffer().then((buffer) => resolve(new Uint8Array(buffer)));
      },
      type,
      quality,
    );
  });
}

async function writePdf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const { jsPDF } = await import("jspdf");
  const picture = await bytesOf(canvas, "image/jpeg", 0.94);
  const page = new jsPDF({ orientation: "landscape", unit: "mm", format: "a3" });
  page.addImage(picture, "JPEG", 0, 0, WIDTH_MM, HEIGHT_MM);
  return new Uint8Array(page.output("arraybuffer"));
}

/**
 * An A3 drawing as a picture (300 dpi) or a page of a PDF. Made here and not in the core because its
 * fonts are those of the machine.
 */
export async function drawSheet(file: OutputFile, kind: "png" | "pdf"): Promise<OutputFile> {
  if (!("text" in file)) return file;
  const canvas = await paint(file.text);
  const name = file.name.replace(/\.svg$/, `.${kind}`);
  const bytes = kind === "pdf" ? await writePdf(canvas) : await bytesOf(canvas, "image/png");
  return { name, bytes };
}
