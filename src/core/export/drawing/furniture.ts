import { fillTemplate } from "../../base/language.ts";
import { escapeXml } from "../formats/xml-text.ts";
import { textWidth } from "./label-room.ts";
import type { MapRequest } from "./map-request.ts";
import { MAP_WORDS } from "./map-words.ts";
import { mm, type Paper } from "./paper.ts";
import { PAPER_COLOURS } from "./paper-colours.ts";
import { type Box, chooseBarM, type Sheet } from "./sheet.ts";

const c = PAPER_COLOURS;

/** Something that stands on the map itself, and the ground it takes, mm. */
export interface Furniture {
  readonly drawn: string;
  readonly box: Box;
}

function panel({ minX, minY, maxX, maxY }: Box): string {
  return `<rect x="${mm(minX)}" y="${mm(minY)}" width="${mm(maxX - minX)}" height="${mm(maxY - minY)}" fill="#ffffff" fill-opacity="0.86"/>`;
}

function spaced(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, " ");
}

/** The scale bar with the scale in figures, lower left. */
export function drawScaleBar(paper: Paper, { language }: MapRequest, sheet: Sheet): Furniture {
  const w = MAP_WORDS[language];
  const lengthM = chooseBarM(paper.scale, sheet.bar);
  const length = paper.length(lengthM);
  const { frame } = paper;
  const size = 0.9 * sheet.text;
  const words =
    lengthM >= 1000
      ? fillTemplate(w.kilometres, { length: lengthM / 1000 })
      : fillTemplate(w.metres, { length: lengthM });
  const figures = fillTemplate(w.scale, { scale: spaced(paper.scale) });
  const wide = Math.max(
    length + (textWidth(words) * size) / 2 + 1.5 * size,
    textWidth(figures) * size,
  );
  const [x, y] = [frame.x + 4, frame.y + frame.height - 2.6 * size - 2];
  const box = {
    minX: x - 2,
    maxX: x + wide + 2,
    minY: y - 1.9 * size,
    maxY: frame.y + frame.height - 1,
  };
  const half = mm(length / 2);
  const bar = 0.4 * size;
  const drawn = [
    panel(box),
    `<g font-size="${mm(size)}" fill="${c.text}">`,
    `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(length)}" height="${mm(bar)}" fill="#ffffff" stroke="${c.text}" stroke-width="0.2"/>`,
    `<rect x="${mm(x)}" y="${mm(y)}" width="${half}" height="${mm(bar)}"/>`,
    `<text x="${mm(x)}" y="${mm(y - 0.5 * size)}" text-anchor="middle">0</text>`,
    `<text x="${mm(x + length)}" y="${mm(y - 0.5 * size)}" text-anchor="middle">${escapeXml(words)}</text>`,
    `<text x="${mm(x)}" y="${mm(y + 1.9 * size)}">${escapeXml(figures)}</text>`,
    "</g>",
  ];
  return { drawn: drawn.join("\n"), box };
}

/** The north arrow, upper right. */
export function drawNorthArrow(
  { frame }: Paper,
  { language }: MapRequest,
  sheet: Sheet,
): Furniture {
  const size = 1.4 * sheet.text;
  const [x, y] = [frame.x + frame.width - 2.2 * size, frame.y + 1.2 * size];
  const [wide, high] = [0.9 * size, 3 * size];
  const box = {
    minX: x - 1.4 * size,
    maxX: x + 1.4 * size,
    minY: frame.y + 0.4 * size,
    maxY: y + high + 1.6 * size,
  };
  const [tip, foot, notch] = [mm(y), mm(y + high), mm(y + 0.75 * high)];
  const drawn = [
    panel(box),
    `<path d="M${mm(x)} ${tip}L${mm(x - wide)} ${foot}L${mm(x)} ${notch}Z" fill="${c.text}"/>`,
    `<path d="M${mm(x)} ${tip}L${mm(x + wide)} ${foot}L${mm(x)} ${notch}Z" fill="#ffffff" stroke="${c.text}" stroke-width="0.2"/>`,
    `<text x="${mm(x)}" y="${mm(y + high + 1.2 * size)}" font-size="${mm(size)}" text-anchor="middle" font-weight="700" fill="${c.text}">${escapeXml(MAP_WORDS[language].north)}</text>`,
  ];
  return { drawn: drawn.join("\n"), box };
}

/** Title, marks, unit and date around the map. */
export function drawMargins(request: MapRequest, sheet: Sheet): string {
  const { language, title, unit = null, date = null, draft = true, sketch, world } = request;
  const w = MAP_WORDS[language];
  const { map, legend, text } = sheet;
  const right = (legend ?? map).x + (legend ?? map).width;
  const mark = draft ? w.draft : "";
  const markSize = 0.7 * sheet.title.size;
  const room = right - map.x - 2 * (textWidth(mark) * markSize + 4);
  const size = Math.min(sheet.title.size, room / Math.max(1, textWidth(title)));
  const remarks = [
    sketch ? w.sketch : null,
    world.synthetic ? w.synthetic : null,
    draft ? w.candidate : null,
  ].filter((remark) => remark !== null);
  const blank = "____________";
  const small = legend === null ? 0.8 * text : 1.15 * text;
  const signed = `${w.unit}${unit ?? blank}   ${w.date}${date ?? blank}`;
  const parts = [
    `<g fill="${c.text}">`,
    `<text x="${mm((map.x + right) / 2)}" y="${mm(sheet.title.y)}" font-size="${mm(size)}" text-anchor="middle" font-weight="700">${escapeXml(title)}</text>`,
  ];
  if (mark !== "") {
    const width = textWidth(mark) * markSize + markSize;
    parts.push(
      `<rect x="${mm(right - width)}" y="${mm(sheet.title.y - 1.15 * markSize)}" width="${mm(width)}" height="${mm(1.6 * markSize)}" fill="none" stroke="${c.text}" stroke-width="0.3"/>`,
      `<text x="${mm(right - width / 2)}" y="${mm(sheet.title.y)}" font-size="${mm(markSize)}" text-anchor="middle">${escapeXml(mark)}</text>`,
    );
  }
  const foot = remarks.join(w.stop);
  const footRoom = right - map.x - textWidth(signed) * small - 3;
  const footSize = Math.min(small, footRoom / Math.max(1, textWidth(foot)));
  parts.push(
    `<text x="${mm(map.x)}" y="${mm(sheet.foot)}" font-size="${mm(footSize)}">${escapeXml(foot)}</text>`,
    `<text x="${mm(right)}" y="${mm(sheet.foot)}" font-size="${mm(small)}" text-anchor="end">${escapeXml(signed)}</text>`,
    "</g>",
  );
  return parts.join("\n");
}
