import { fillTemplate } from "../base/language.ts";
import { VERSION } from "../base/version.ts";
import type { ExportInput } from "./export-input.ts";
import type { ExportedBytes, ExportedFile } from "./export-plan.ts";
import { writeFeatureCollection } from "./formats/geojson.ts";
import { writeWorkbook } from "./formats/xlsx.ts";
import { coarsenArea, farthestMoveM, PUBLIC_GRID_DEGREES } from "./layers/coarsen.ts";
import { planLayers } from "./layers/plan-layers.ts";
import { CANDIDATE } from "./sheets/sheet-heads.ts";

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

/** `plan.xlsx` of the public set: districts and compounds, no money. */
export async function publicWorkbook(input: ExportInput): Promise<readonly ExportedBytes[]> {
  const sheets = planLayers(input, "public").map(({ title, columns, rows }) => ({
    name: title,
    title,
    note: CANDIDATE[input.language],
    columns: columns.map(({ label, decimals }) => ({
      head: label,
      format: decimals === null ? null : decimals === 0 ? "#,##0" : "#,##0.0",
    })),
    rows: rows.map(({ cells }) => cells),
    hasTotal: false,
    frozenColumns: 2,
  }));
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
