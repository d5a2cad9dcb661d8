/** An upright box: lower corner first, whatever its unit. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** A rectangle on the sheet, mm from its upper left corner. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a sheet is divided, and how large its parts are, mm. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** where the map stands */
  readonly map: Frame;
  /** where the legend stands; null: there is none */
  readonly legend: Frame | null;
  /** middle line of the title, and its size */
  readonly title: { readonly y: number; readonly size: number };
  /** base line of unit and date */
  readonly foot: number;
  /** size of plain text */
  readonly text: number;
  /** side of one tile of a pattern; 0: plain colours, see {@link makeFills} */
  readonly tile: number;
  /** longest scale bar */
  readonly bar: number;
  /** factor of every stroke */
  readonly stroke: number;
}

/**
 * Sheets by name: A3 landscape (ISO 216: 420 × 297 mm), a card of a district, the upper half of an A4
 * page, and the left of a slide (16:9).
 */
export const SHEETS = {
  a3: {
    width: 420,
    height: 297,
    map: { x: 12, y: 27, width: 314, height: 252 },
    legend: { x: 330, y: 27, width: 78, height: 252 },
    title: { y: 19, size: 8 },
    foot: 287,
    text: 2.6,
    tile: 2.4,
    bar: 60,
    stroke: 1,
  },
  card: {
    width: 124,
    height: 92,
    map: { x: 2, y: 10, width: 120, height: 74 },
    legend: null,
    title: { y: 7, size: 4 },
    foot: 89,
    text: 2.2,
    tile: 0,
    bar: 26,
    stroke: 0.75,
  },
  page: {
    width: 186,
    height: 142,
    map: { x: 1, y: 10, width: 184, height: 124 },
    legend: null,
    title: { y: 7, size: 4.4 },
    foot: 139,
    text: 2.2,
    tile: 0,
    bar: 36,
    stroke: 0.75,
  },
  slide: {
    width: 338.7,
    height: 190.5,
    map: { x: 6, y: 18, width: 210, height: 162 },
    legend: null,
    title: { y: 12, size: 6.4 },
    foot: 187,
    text: 2.6,
    tile: 2.2,
    bar: 44,
    stroke: 0.9,
  },
} as const satisfies Readonly<Record<string, Sheet>>;

export type SheetName = keyof typeof SHEETS;

/** First figures of the scales that maps are drawn at. */
const SCALE_STEPS = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
/** No map is drawn larger than 1 : this. */
const LARGEST_SCALE = 500;

/** Smallest number n of a usual scale 1 : n at which `extent` (m) fits into a frame (mm). */
export function chooseScale(extent: Box, { width, height }: Frame): number {
  const needed = Math.max(
    LARGEST_SCALE,
    (1000 * (extent.maxX - extent.minX)) / width,
    (1000 * (extent.maxY - extent.minY)) / height,
  );
  let power = 1;
  while (power * 10 <= needed) power *= 10;
  const step = SCALE_STEPS.find((s) => s * power >= needed - 1e-9);
  return step === undefined ? 10 * power : step * power;
}

/** Longest length of 1, 2 or 5 × 10ⁿ m that is at most `longest` mm on a map of 1 : `scale`. */
export function chooseBarM(scale: number, longest: number): number {
  const room = (longest * scale) / 1000;
  let power = 1;
  while (power * 10 <= room) power *= 10;
  const step = [5, 2, 1].find((s) => s * power <= room);
  return (step ?? 1) * power;
}
