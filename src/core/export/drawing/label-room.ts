import type { Box, Frame } from "./sheet.ts";

/** Side of a cell of the index, mm. */
const CELL = 12;

/** Width of a text in units of its size: a Chinese character fills a square, others about half of it. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.58;
  return width;
}

/** Ground that labels have taken on the sheet; a label may only stand inside the frame and on free ground. */
export class LabelRoom {
  private readonly frame: Frame;
  private readonly taken = new Map<string, Box[]>();

  constructor(frame: Frame) {
    this.frame = frame;
  }

  /** Takes the ground of a box (mm) when it is free and inside the frame. @returns whether it was */
  take(box: Box): boolean {
    const { x, y, width, height } = this.frame;
    if (box.minX < x || box.minY < y || box.maxX > x + width || box.maxY > y + height) return false;
    const cells = [...cellsOf(box)];
    const isFree = cells.every((cell) =>
      (this.taken.get(cell) ?? []).every((other) => !meet(box, other)),
    );
    if (isFree) this.claim(box);
    return isFree;
  }

  /** Takes the ground of a box, free or not. */
  claim(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.taken.get(cell);
      if (boxes) boxes.push(box);
      else this.taken.set(cell, [box]);
    }
  }
}

function meet(a: Box, b: Box): boolean {
  return a.minX < b.maxX && a.maxX > b.minX && a.minY < b.maxY && a.maxY > b.minY;
}

function* cellsOf({ minX, minY, maxX, maxY }: Box): Generator<string> {
  for (let x = Math.floor(minX / CELL); x <= Math.floor(maxX / CELL); x++)
    for (let y = Math.floor(minY / CELL); y <= Math.floor(maxY / CELL); y++) yield `${x} ${y}`;
}
