import { DISTRICT_COLOURS, MAP_COLOURS } from "./colours.ts";
import type { MapTheme } from "./map-adapter.ts";

/** Side of a pattern, pixels of the image; drawn at half that size. */
const SIZE = 16;

/** Name of the pattern that marks compounds in no district. */
export const HATCH = "hatch";
/** Names of the pattern and of the sign that mark what is locked. */
export const LOCK_PATTERN = "lock-pattern";
export const LOCK_SIGN = "lock-sign";
/** Name of a district colour's pattern. */
export const patternOf = (colour: number): string => `pattern-${colour}`;

type Draw = (pen: CanvasRenderingContext2D) => void;

function line(pen: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
}

const rising: Draw = (pen) => {
  for (const shift of [-SIZE, 0, SIZE]) line(pen, shift, SIZE, shift + SIZE, 0);
};
const falling: Draw = (pen) => {
  for (const shift of [-SIZE, 0, SIZE]) line(pen, shift, 0, shift + SIZE, SIZE);
};
const dot = (x: number, y: number, radius: number): Draw => {
  return (pen) => {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  };
};

/** One per district colour, told apart without seeing colours. */
const PATTERNS: readonly Draw[] = [
  (pen) => line(pen, 0, 8, SIZE, 8),
  (pen) => line(pen, 8, 0, 8, SIZE),
  rising,
  falling,
  (pen) => {
    line(pen, 0, 8, SIZE, 8);
    line(pen, 8, 0, 8, SIZE);
  },
  (pen) => {
    rising(pen);
    falling(pen);
  },
  dot(8, 8, 2),
  dot(8, 8, 5),
];

function draw(size: number, setUp: (pen: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  setUp(pen);
  return pen.getImageData(0, 0, size, size);
}

function drawPattern(pattern: Draw, colour: string, alpha: number, width: number): ImageData {
  return draw(SIZE, (pen) => {
    pen.strokeStyle = colour;
    pen.globalAlpha = alpha;
    pen.lineWidth = width;
    pen.beginPath();
    pattern(pen);
    pen.stroke();
  });
}

/** A padlock on a disc. */
function drawLock(theme: MapTheme): ImageData {
  const { text, halo } = MAP_COLOURS[theme];
  return draw(40, (pen) => {
    pen.fillStyle = halo;
    pen.strokeStyle = text;
    pen.lineWidth = 3;
    pen.beginPath();
    pen.arc(20, 20, 17, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    pen.fillStyle = text;
    pen.fillRect(12, 18, 16, 12);
    pen.beginPath();
    pen.arc(20, 18, 5, Math.PI, 0);
    pen.stroke();
  });
}

/** Every image that the style names, in the theme's colours. */
export function drawImages(theme: MapTheme): ReadonlyMap<string, ImageData> {
  const { leftOutLine, text } = MAP_COLOURS[theme];
  const districts = DISTRICT_COLOURS.map(
    (_, k) => [patternOf(k), drawPattern(PATTERNS[k], text, 0.6, 1.6)] as const,
  );
  return new Map([
    ...districts,
    [HATCH, drawPattern(rising, leftOutLine, 0.55, 2)],
    [LOCK_PATTERN, drawPattern(PATTERNS[4], text, 0.45, 1)],
    [LOCK_SIGN, drawLock(theme)],
  ]);
}
