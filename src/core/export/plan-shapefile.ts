import { zipSync } from "fflate";
import { fillTemplate, type Language } from "../base/language.ts";
import type { DecodeBytes } from "../ingest/containers/container.ts";
import type { ExportInput } from "./export-input.ts";
import type { ExportedBytes, ExportedFile } from "./export-plan.ts";
import { type WrittenTable, writeDbf } from "./formats/dbf.ts";
import { createGbkEncoder, encodeUtf8, type TableEncoding } from "./formats/encode-text.ts";
import { writeShapes } from "./formats/shp.ts";
import type { Layer } from "./layers/layer.ts";
import { type Audience, planLayers } from "./layers/plan-layers.ts";
import type { WrittenSystem } from "./layers/written-system.ts";

/** Language driver of simplified Chinese; 0 leaves the matter to the `.cpg` file. */
const DRIVERS = { gbk: 0x4d, "utf-8": 0 } as const;
const PAGES = { gbk: "GBK", "utf-8": "UTF-8" } as const;
const STAMP = "1980-01-01T00:00";

const WORDS = {
  zh: {
    title: "Shapefile 字段说明（字段名不超过 10 个字节）",
    encoding: "属性表编码：{encoding}；坐标系：{system}。",
    head: "字段\t完整名称\t含义",
    lost: "有 {lost} 个字在该编码中不存在，已写作“?”；如需完整，请改用 UTF-8。",
    cut: "有 {cut} 个单元格超过 254 个字节，已截断；完整内容见 GeoPackage 或 GeoJSON。",
  },
  en: {
    title: "Fields of the shapefiles (names have at most 10 bytes)",
    encoding: "Encoding of the tables: {encoding}; coordinates: {system}.",
    head: "field\tfull name\tmeaning",
    lost: "{lost} characters do not exist in this encoding and stand as “?”; UTF-8 has them.",
    cut: "{cut} cells are longer than 254 bytes and were cut; GeoPackage and GeoJSON have them whole.",
  },
} as const;

function legendOf(
  layers: readonly Layer[],
  tables: readonly WrittenTable[],
  {
    language,
    encoding,
    system,
  }: {
    readonly language: Language;
    readonly encoding: TableEncoding;
    readonly system: WrittenSystem;
  },
): string {
  const w = WORDS[language];
  const sum = (key: "lost" | "cut") => tables.reduce((total, table) => total + table[key], 0);
  const [lost, cut] = [sum("lost"), sum("cut")];
  const lines = [
    w.title,
    fillTemplate(w.encoding, { encoding: PAGES[encoding], system: system.name }),
    ...(lost > 0 ? [fillTemplate(w.lost, { lost })] : []),
    ...(cut > 0 ? [fillTemplate(w.cut, { cut })] : []),
    ...layers.flatMap(({ name, title, columns }) => [
      "",
      `${title} (${name}.shp)`,
      w.head,
      ...columns.map((column) => `${column.short}\t${column.name}\t${column.label}`),
    ]),
  ];
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/**
 * `districts.zip` and `compounds.zip`, each a shapefile with `.cpg` and `.prj`, and a legend of the short
 * field names that also says what the format could not hold.
 */
export function exportShapefiles(
  input: ExportInput,
  {
    encoding,
    audience,
    system,
    decode,
  }: {
    readonly encoding: TableEncoding;
    readonly audience: Audience;
    readonly system: WrittenSystem;
    readonly decode: DecodeBytes;
  },
): readonly (ExportedBytes | ExportedFile)[] {
  const encode = encoding === "gbk" ? createGbkEncoder(decode) : encodeUtf8;
  const layers = planLayers(input, audience);
  const tables = layers.map((layer) => writeDbf(layer, { encode, driver: DRIVERS[encoding] }));
  const files = layers.map(({ name, rows }, k): ExportedBytes => {
    const { shp, shx } = writeShapes(rows.map(({ geometry }) => system.place(geometry)));
    const parts = {
      [`${name}.shp`]: shp,
      [`${name}.shx`]: shx,
      [`${name}.dbf`]: tables[k].bytes,
      [`${name}.cpg`]: encodeUtf8(PAGES[encoding]).bytes,
      [`${name}.prj`]: encodeUtf8(system.prj).bytes,
    };
    return { name: `${name}.zip`, bytes: zipSync(parts, { level: 6, mtime: STAMP }) };
  });
  const { language } = input;
  const text = legendOf(layers, tables, { language, encoding, system });
  return [...files, { name: "shapefile-fields.txt", text }];
}
