import { fillTemplate } from "../base/language.ts";
import type { World } from "../ingest/world.ts";
import type { Zoning } from "../zoning/zoning.ts";
import { type AreaLook, drawCompounds, drawDistricts } from "./drawing/areas.ts";
import { colourDistricts, findNearPairs } from "./drawing/district-colours.ts";
import { makeFills } from "./drawing/fills.ts";
import { drawMargins, drawNorthArrow, drawScaleBar } from "./drawing/furniture.ts";
import { drawCommunities, drawGround } from "./drawing/ground.ts";
import { drawWords } from "./drawing/labels.ts";
import { drawLegend } from "./drawing/legend.ts";
import type { MapRequest } from "./drawing/map-request.ts";
import { MAP_WORDS } from "./drawing/map-words.ts";
import { boxAround, mm, Paper } from "./drawing/paper.ts";
import { PAPER_COLOURS } from "./drawing/paper-colours.ts";
import { type Box, chooseScale, SHEETS, type Sheet } from "./drawing/sheet.ts";
import { escapeXml } from "./formats/xml-text.ts";

/** Fonts that have Chinese characters on the systems of bureaus, then whatever there is. */
const FONTS =
  "'Source Han Sans SC','Noto Sans CJK SC','Microsoft YaHei','PingFang SC','WenQuanYi Zen Hei',SimHei,sans-serif";
/** Ground seen around a district that a map is about, as a share of its size, and at least, m. */
const AROUND_SHARE = 0.16;
const AROUND_M = 60;

/** The box of the compounds that `takes` picks, m; null when it picks none. */
function boxOfCompounds({ shapes }: World, takes: (i: number) => boolean): Box | null {
  const { count, bounds } = shapes;
  const corners: number[] = [];
  for (let i = 0; i < count; i++) if (takes(i)) corners.push(...bounds.subarray(4 * i, 4 * i + 4));
  return corners.length === 0 ? null : boxAround(corners);
}

function widen({ minX, minY, maxX, maxY }: Box, share: number, leastM: number): Box {
  const margin = Math.max(leastM, share * Math.max(maxX - minX, maxY - minY));
  return {
    minX: minX - margin,
    minY: minY - margin,
    maxX: maxX + margin,
    maxY: maxY + margin,
  };
}

const NOWHERE: Box = { minX: -500, minY: -500, maxX: 500, maxY: 500 };

function extentOf({ world, zoning, extent, focus = null }: MapRequest): Box {
  if (extent) return extent;
  const own = focus === null ? null : boxOfCompounds(world, (i) => zoning.assignment[i] === focus);
  if (own) return widen(own, AROUND_SHARE, AROUND_M);
  return widen(boxOfCompounds(world, () => true) ?? NOWHERE, 0.01, 30);
}

function layPaper(request: MapRequest, sheet: Sheet): Paper {
  const extent = extentOf(request);
  const scale = chooseScale(extent, sheet.map);
  const middle = [(extent.minX + extent.maxX) / 2, (extent.minY + extent.maxY) / 2] as const;
  return new Paper(sheet.map, scale, middle, request.world.projection);
}

function coloursOf(world: World, zoning: Zoning): readonly number[] {
  return colourDistricts(findNearPairs(world), zoning, new Map());
}

function describe({ language, zoning, world, alone }: MapRequest): string {
  const districts = new Set(zoning.assignment.filter((d) => d >= 0)).size;
  const compounds = world.compounds.length;
  const { described, describedAlone } = MAP_WORDS[language];
  return fillTemplate(alone ? describedAlone : described, { districts, compounds });
}

/**
 * A map of a zoning as one SVG: true to scale (1 mm is 1 mm), with title, legend (A3), scale bar, north
 * arrow, unit, date and the mark of a draft; districts by colour, pattern and name, compounds not included
 * hatched. Self-contained and without scripts; every text is escaped; the same bytes for the same request.
 */
export function drawMap(request: MapRequest): string {
  const sheet: Sheet = SHEETS[request.sheet];
  const paper = layPaper(request, sheet);
  const key = (request.key ?? "map").replace(/[^A-Za-z0-9-]/g, "");
  const look: AreaLook = {
    colours: request.colours ?? coloursOf(request.world, request.zoning),
    fills: makeFills(key, sheet.tile),
    stroke: sheet.stroke,
  };
  const { x, y, width, height } = sheet.map;
  const frame = `x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}"`;
  const bar = drawScaleBar(paper, request, sheet);
  const north = drawNorthArrow(paper, request, sheet);
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(sheet.width)}mm" height="${mm(sheet.height)}mm" viewBox="0 0 ${mm(sheet.width)} ${mm(sheet.height)}" role="img" aria-labelledby="${key}-title ${key}-desc" font-family="${FONTS}">`,
    `<title id="${key}-title">${escapeXml(request.title)}</title>`,
    `<desc id="${key}-desc">${escapeXml(describe(request))}</desc>`,
    `<defs><clipPath id="${key}-frame"><rect ${frame}/></clipPath>`,
    look.fills.definitions,
    "</defs>",
    `<rect width="${mm(sheet.width)}" height="${mm(sheet.height)}" fill="#ffffff"/>`,
    `<g clip-path="url(#${key}-frame)">`,
    `<rect ${frame} fill="${PAPER_COLOURS.background}"/>`,
    drawGround(paper, request),
    drawDistricts(paper, request, look),
    request.sketch ? "" : drawCompounds(paper, request, look),
    drawCommunities(paper, request.world.communities),
    drawWords(paper, request, { sheet, reserved: [bar.box, north.box] }),
    bar.drawn,
    north.drawn,
    "</g>",
    `<rect ${frame} fill="none" stroke="${PAPER_COLOURS.text}" stroke-width="0.4"/>`,
    sheet.legend === null
      ? ""
      : drawLegend(request, look, { legend: sheet.legend, text: sheet.text }),
    drawMargins(request, sheet),
    "</svg>",
  ];
  return `${parts.filter((part) => part !== "").join("\n")}\n`;
}
