import { type Bilingual, fillTemplate, type Language } from "../base/language.ts";
import { VERSION } from "../base/version.ts";
import type { ExportInput } from "./export-input.ts";
import type { ExportedBytes, ExportedFile } from "./export-plan.ts";
import { writeFeatureCollection } from "./formats/geojson.ts";
import { writeWorkbook } from "./formats/xlsx.ts";
import { REASON_LABELS } from "./labels.ts";
import { coarsenArea, farthestMoveM, PUBLIC_GRID_DEGREES } from "./layers/coarsen.ts";
import type { LayerCell, LayerColumn } from "./layers/layer.ts";
import { planLayers } from "./layers/plan-layers.ts";
import { CANDIDATE } from "./sheets/sheet-heads.ts";
import { layTable, ONE, WHOLE } from "./sheets/table-sheet.ts";

const WORDS = {
  zh: [
    "公开版说明",
    "已去除：收费、收缴率、维修资金、成本与收入等金额，车位与机动车数量，物业公司名称，以及原文件中的其他栏目。",
    "坐标已取整到 {grid}°，任何拐点最多偏移 {metres} 米；小区只给出取整后的点位，不给出边界。本图件为示意，不得用于测绘。",
    "内部版与公开版请分开存放。",
  ],
  en: [
    "About this public set",
    "Taken out: fees, collection rates, maintenance funds, costs and income, parking and cars, companies, and every other column of the files.",
    "Coordinates are rounded to {grid}°, which moves a corner by at most {metres} m; compounds are rounded points without boundaries. This is a sketch, not a survey.",
    "Keep the internal set and the public set apart.",
  ],
} as const;

/** `public-note.txt`: what was taken out, and by how much coordinates are off. */
export function publicNote({ language, prepared }: ExportInput): ExportedFile {
  const metres = farthestMoveM(prepared.world.projection.lat0);
  const lines = [...WORDS[language], CANDIDATE[language]].map((line) =>
    fillTemplate(line, { grid: PUBLIC_GRID_DEGREES, metres }),
  );
  return { name: "public-note.txt", text: `\ufeff${lines.join("\r\n")}\r\n` };
}

/** `districts.geojson` and `compounds.geojson` of the public set. */
export function publicGeojson(input: ExportInput): readonly ExportedFile[] {
  const { dataHash, synthetic } = input.prepared.world;
  return planLayers(input, "public").map(({ name, columns, rows }) => {
    const features = rows.map(({ cells, geometry }) => ({
      type: "Feature" as const,
      id: String(cells[0]),
      properties: Object.fromEntries(columns.map((column, c) => [column.name, cells[c]])),
      geometry,
    }));
    const about = { version: VERSION, synthetic, dataHash, public: true };
    return { name: `${name}.geojson`, text: writeFeatureCollection(features, about) };
  });
}

/** Columns of layers whose numbers add up. */
const ADDED: ReadonlySet<string> = new Set([
  ...["compounds", "households", "floor_area_m2", "floor_area", "buildings"],
]);
const YES_NO: Readonly<Record<string, Bilingual>> = {
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
};
/** What codes of a layer mean, by column: programs read the codes, people the words. */
const CODES: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  limits_met: YES_NO,
  anchor: { 是: YES_NO.yes },
  boundary: { approximate: { zh: "近似", en: "approximate" } },
  left_out_reason: REASON_LABELS,
};

function columnOf({ name, label, decimals }: LayerColumn, c: number, language: Language) {
  const format = decimals === null ? null : decimals === 0 ? WHOLE : ONE;
  const cell = (cells: readonly LayerCell[]) =>
    CODES[name]?.[String(cells[c])]?.[language] ?? cells[c];
  return { head: { zh: label, en: label }, format, adds: ADDED.has(name), cell };
}

/** `plan.xlsx` of the public set: districts and compounds, no money. */
export async function publicWorkbook(input: ExportInput): Promise<readonly ExportedBytes[]> {
  const { language } = input;
  const sheets = planLayers(input, "public").map(({ title, columns, rows }) => {
    const shown = { zh: title, en: title };
    return layTable(
      { name: shown, title: shown, note: CANDIDATE },
      columns.map((column, c) => columnOf(column, c, language)),
      { items: rows.map(({ cells }) => cells), language, frozenColumns: 2 },
    );
  });
  return [{ name: "plan.xlsx", bytes: await writeWorkbook(sheets) }];
}

/** Outlines of districts on the public grid. */
export function publicOutlines({ outlines }: ExportInput): ExportInput["outlines"] {
  const features = outlines.features.map((feature) => ({
    ...feature,
    geometry: coarsenArea(feature.geometry),
  }));
  return { type: "FeatureCollection", features };
}
