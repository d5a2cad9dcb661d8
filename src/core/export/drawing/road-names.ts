import type { Barrier, World } from "../../ingest/world.ts";
import { escapeXml } from "../formats/xml-text.ts";
import { type LabelRoom, textWidth } from "./label-room.ts";
import { mm, type Paper } from "./paper.ts";
import { PAPER_COLOURS } from "./paper-colours.ts";

const c = PAPER_COLOURS;

/** A straight stretch on the sheet, mm, read from left to right. */
interface Stretch {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
}

function isInside({ frame }: Paper, x: number, y: number): boolean {
  return x > frame.x && y > frame.y && x < frame.x + frame.width && y < frame.y + frame.height;
}

/** Stretches of a barrier that can be seen, longest first. */
function stretchesOf(paper: Paper, { paths }: Barrier): Stretch[] {
  const found: Stretch[] = [];
  for (const path of paths) {
    for (let k = 0; k + 3 < path.length; k += 2) {
      const [x1, y1] = [paper.left(path[k]), paper.top(path[k + 1])];
      const [x2, y2] = [paper.left(path[k + 2]), paper.top(path[k + 3])];
      const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
      const length = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2);
      if (length === 0 || !isInside(paper, x, y)) continue;
      const turn = x2 < x1 || (x2 === x1 && y2 > y1) ? -1 : 1;
      found.push({
        x,
        y,
        dx: (turn * (x2 - x1)) / length,
        dy: (turn * (y2 - y1)) / length,
        length,
      });
    }
  }
  return found.sort((a, b) => b.length - a.length).slice(0, 6);
}

/** Names of roads, railways and waters along their longest stretches, each once, where there is room. */
export function placeRoadNames(
  paper: Paper,
  { barriers }: World,
  { room, size }: { readonly room: LabelRoom; readonly size: number },
): string {
  const named = new Set<string>();
  const order = [
    ...barriers.filter(({ barrierClass }) => barrierClass === "hard"),
    ...barriers.filter(({ barrierClass }) => barrierClass !== "hard"),
  ];
  const words: string[] = [];
  for (const barrier of order) {
    const { name, kind } = barrier;
    if (name === null || named.has(name)) continue;
    const half = (textWidth(name) * size) / 2;
    const place = stretchesOf(paper, barrier).find(({ x, y, dx, dy, length }) => {
      if (length < half) return false;
      const [w, h] = [
        Math.abs(dx) * half + Math.abs(dy) * size * 0.5,
        Math.abs(dy) * half + Math.abs(dx) * size * 0.5,
      ];
      return room.take({ minX: x - w, maxX: x + w, minY: y - h, maxY: y + h });
    });
    if (!place) continue;
    named.add(name);
    const { x, y, dx, dy } = place;
    const turn = [dx, dy, -dy, dx].map((share) => Math.round(share * 1e4) / 1e4);
    const colour = kind === "water" ? c.waterText : c.textSoft;
    words.push(
      `<text transform="matrix(${turn.join(" ")} ${mm(x)} ${mm(y)})" y="${mm(0.36 * size)}" fill="${colour}">${escapeXml(name)}</text>`,
    );
  }
  return words.length === 0
    ? ""
    : `<g font-size="${mm(size)}" text-anchor="middle">\n${words.join("\n")}\n</g>`;
}
