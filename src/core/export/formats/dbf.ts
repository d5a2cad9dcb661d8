import type { Layer, LayerCell, LayerColumn } from "../layers/layer.ts";
import type { EncodeText } from "./encode-text.ts";

/** Longest text of a cell, bytes. */
const MAX_TEXT = 254;
/** Width of a number: sign, 15 figures and a point. */
const NUMBER_WIDTH = 19;

/** A dBASE table, and what it could not hold. */
export interface WrittenTable {
  readonly bytes: Uint8Array;
  /** texts cut to 254 bytes */
  readonly cut: number;
  /** characters that the encoding lacks */
  readonly lost: number;
}

interface Field {
  readonly column: LayerColumn;
  readonly width: number;
  readonly cells: readonly Uint8Array[];
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

function numberText(value: LayerCell, decimals: number): string {
  if (typeof value !== "number" || !Number.isFinite(value)) return "";
  const text = value.toFixed(decimals);
  return text.length <= NUMBER_WIDTH ? text : "";
}

/** As many whole characters as fit. */
function encodeCell(
  text: string,
  encode: EncodeText,
): { bytes: Uint8Array; lost: number; cut: boolean } {
  const plain = text.replace(/\p{Cc}/gu, " ").trimEnd();
  const whole = encode(plain);
  if (whole.bytes.length <= MAX_TEXT) return { ...whole, cut: false };
  const characters = [...plain];
  while (encode(characters.join("")).bytes.length > MAX_TEXT) characters.pop();
  return { ...encode(characters.join("")), cut: true };
}

/**
 * A dBASE III table (the layout of Autodesk's and ESRI's descriptions) of a layer. Blank numbers are
 * blanks, texts are as wide as the longest. The date of the header is fixed: same layer, same bytes.
 * @param driver language driver of byte 29; 0: see the `.cpg` file
 */
export function writeDbf(
  { columns, rows }: Layer,
  { encode, driver }: { readonly encode: EncodeText; readonly driver: number },
): WrittenTable {
  let [cut, lost] = [0, 0];
  const fields = columns.map((column, c): Field => {
    const { decimals } = column;
    if (decimals !== null) {
      const cells = rows.map(({ cells: row }) => ascii(numberText(row[c], decimals)));
      return { column, width: NUMBER_WIDTH, cells };
    }
    const cells = rows.map(({ cells: row }) => {
      const written = encodeCell(String(row[c] ?? ""), encode);
      lost += written.lost;
      cut += Number(written.cut);
      return written.bytes;
    });
    return { column, width: cells.reduce((most, { length }) => Math.max(most, length), 1), cells };
  });
  const headerLength = 32 + 32 * fields.length + 1;
  const recordLength = fields.reduce((sum, { width }) => sum + width, 1);
  const bytes = new Uint8Array(headerLength + recordLength * rows.length + 1).fill(
    0x20,
    headerLength,
  );
  writeHeader(bytes, fields, { headerLength, recordLength, count: rows.length, driver });
  let column = 1;
  for (const {
    width,
    cells,
    column: { decimals },
  } of fields) {
    cells.forEach((cell, r) => {
      const start = headerLength + r * recordLength + column;
      bytes.set(cell, decimals === null ? start : start + width - cell.length);
    });
    column += width;
  }
  bytes[bytes.length - 1] = 0x1a;
  return { bytes, cut, lost };
}

function writeHeader(
  bytes: Uint8Array,
  fields: readonly Field[],
  of: { headerLength: number; recordLength: number; count: number; driver: number },
): void {
  const view = new DataView(bytes.buffer);
  bytes.set([3, 80, 1, 1]);
  view.setUint32(4, of.count, true);
  view.setUint16(8, of.headerLength, true);
  view.setUint16(10, of.recordLength, true);
  bytes[29] = of.driver;
  fields.forEach(({ column, width }, k) => {
    const at = 32 + 32 * k;
    bytes.set(ascii(column.short), at);
    bytes[at + 11] = (column.decimals === null ? "C" : "N").charCodeAt(0);
    bytes[at + 16] = width;
    bytes[at + 17] = column.decimals ?? 0;
  });
  bytes[of.headerLength - 1] = 0x0d;
}
